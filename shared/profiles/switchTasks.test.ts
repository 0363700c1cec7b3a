import { expect, it } from 'vitest'
import { fieldOf } from '../registers/define.ts'
import { registerOf } from '../registers/registry.ts'
import { switchTaskList, switchTasks } from './switchTasks.ts'

it('points at fields and values that exist', () => {
  for (const { id, register, filter } of switchTaskList)
    for (const one of filter) {
      const field = fieldOf(registerOf(register)!, one.field)
      expect(field, `${id} ${one.field}`).toBeDefined()
      if (one.op === 'is' && field?.values) expect(field.values.map((v) => v.id)).toContain(one.value)
    }
})

it('lists only what this office has, and nothing when the profile stays', () => {
  const rows = switchTasks('nd47_2020', 'current_2025', ({ id }) => (id === 'district' ? 3 : 0))
  expect(rows.map(({ id, count }) => [id, count])).toEqual([['district', 3]])
  expect(switchTasks('current_2025', 'current_2025', () => 1)).toEqual([])
})
