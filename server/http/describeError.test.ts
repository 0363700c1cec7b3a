import { expect, test } from 'vitest'
import { describeError } from './describeError.ts'

test('the log says where and which PostgreSQL code, and no value', () => {
  const cause = Object.assign(new Error('duplicate key (name)=(Chim-hoàng-yến)'), { code: '23505' })
  const error = new Error('Failed query: insert\nparams: Chim-hoàng-yến\n    at giả Chim-hoàng-yến', {
    cause,
  })
  const said = describeError(error)
  expect(said).toContain('PostgreSQL 23505')
  expect(said).toContain('describeError.test.ts')
  expect(said).not.toContain('Chim-hoàng-yến')
})
