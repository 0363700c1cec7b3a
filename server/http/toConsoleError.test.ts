import { expect, test } from 'vitest'
import { toConsoleError } from './toConsoleError.ts'

test('a refusal keeps what its sentence needs, wherever the use case put it', () => {
  expect(toConsoleError({ code: 'entry-nothing' })).toEqual({ code: 'entry-nothing' })
  const wrapped = { code: 'import-too-large', args: { mb: 70, limit: 50 } }
  expect(toConsoleError(wrapped)).toEqual(wrapped)
  const flat = { code: 'too-large', maxBytes: 1_000, hash: new Uint8Array(2) }
  expect(toConsoleError(flat)).toEqual({ code: 'too-large', args: { maxBytes: 1_000 } })
})
