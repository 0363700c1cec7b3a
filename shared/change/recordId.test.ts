import { expect, test } from 'vitest'
import { recordId } from './recordId.ts'

test('a record id is a UUIDv8 and never changes between versions', () => {
  expect(recordId('0123456789abcdef', 'fedcba9876543210', 1)).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(recordId('0123456789abcdef', 'fedcba9876543210', 1)).toMatchInlineSnapshot(
    `"5a5a94ea-63ff-80f5-aec0-8c902131f9d1"`,
  )
})

test('device, nonce and sequence each change the id', () => {
  const ids = [
    recordId('0123456789abcdef', 'fedcba9876543210', 1),
    recordId('0123456789abcdee', 'fedcba9876543210', 1),
    recordId('0123456789abcdef', 'fedcba9876543211', 1),
    recordId('0123456789abcdef', 'fedcba9876543210', 2),
  ]
  expect(new Set(ids).size).toBe(4)
})

test('malformed parts are our mistake and throw', () => {
  expect(() => recordId('xyz', 'fedcba9876543210', 1)).toThrow(RangeError)
  expect(() => recordId('0123456789abcdef', 'fedcba9876543210', 0)).toThrow(RangeError)
})
