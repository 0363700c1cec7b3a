import { expect, it } from 'vitest'
import { registerOf } from '../registers/registry.ts'
import { UNIT_CLASSES } from '../registers/task.ts'
import { columnsOf, reports } from '../report/reports.ts'
import { planCitation } from './plan.ts'
import { obligationOf, planOf, plans } from './plans.ts'

const NOBODY = { hasDatabase: false, onSharedList: false }

it('name real registers and classes of agencies, each annex row once', () => {
  for (const plan of plans) {
    for (const { register } of plan.obligations) expect(registerOf(register), register).toBeDefined()
    expect(new Set(plan.tasks.map(({ row }) => row)).size).toBe(plan.tasks.length)
    for (const { leadClass, title, timeText, lead } of plan.tasks) {
      for (const id of leadClass) expect(UNIT_CLASSES.map(({ id }) => id)).toContain(id)
      expect(title && timeText && lead.length > 0, `${plan.id} ${title}`).toBeTruthy()
    }
  }
})

it('carry a number and a date only where the text shows them', () => {
  expect(plans.filter(({ number, issuedOn }) => number || issuedOn).map(({ id }) => id)).toEqual([
    'tuyen-quang-2022',
  ])
  expect(planCitation(planOf('tuyen-quang-2022')!)).toBe(
    'Kế hoạch số 04/KH-UBND ngày 11/01/2022 của Ủy ban nhân dân tỉnh Tuyên Quang',
  )
  expect(plans.filter(({ isDraft }) => isDraft).map(({ id }) => id)).toEqual(['soc-trang-2022'])
})

it('bind to name a focal point: units on the list, with a database, owners, or all', () => {
  const asked = (id: string, facts: Partial<typeof NOBODY>) =>
    obligationOf(id, 'focal-point', { ...NOBODY, ...facts })
  const listed = { onSharedList: true }
  const owner = { hasDatabase: true }
  expect([asked('tuyen-quang-2022', owner), asked('tuyen-quang-2022', listed)]).toEqual(['none', 'must'])
  for (const id of ['kon-tum-2021', 'soc-trang-2022', 'bo-khcn-2020'])
    expect([asked(id, {}), asked(id, owner)], id).toEqual(['none', 'must'])
  expect(asked('son-la-2024', {})).toBe('must')
})

it('only wish for an open dataset where they say “phấn đấu”, and ask nothing without a plan', () => {
  expect(
    ['tuyen-quang-2022', 'kon-tum-2021', 'son-la-2024'].map((id) => obligationOf(id, 'open-dataset')),
  ).toEqual(['should', 'should', 'should'])
  expect(plans.map(({ id }) => obligationOf(id, 'data-leader'))).toEqual([
    'none',
    'none',
    'none',
    'none',
    'must',
  ])
  expect([obligationOf('', 'focal-point'), obligationOf('Kế hoạch của xã', 'focal-point')]).toEqual([
    'none',
    'none',
  ])
})

it('print the task list under their own headings where their annex has them', () => {
  const tasks = reports.find(({ register }) => register === 'task')!
  expect(columnsOf(tasks, 'tuyen-quang-2022').length).toBe(5)
  expect(columnsOf(tasks, planOf('son-la-chien-luoc-2030')!.id).length).toBe(4)
})

it('keep the annex rows whole: 8 of Tuyên Quang, 21 of the ministry, 19 of Sơn La', () => {
  expect(plans.map(({ tasks }) => tasks.length)).toEqual([8, 0, 0, 21, 19])
  expect(planOf('tuyen-quang-2022')!.tasks[5]!.timeText).toMatch(/^Quý II\/2022; Những năm tiếp theo/)
})
