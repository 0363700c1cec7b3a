import { expect, it } from 'vitest'
import { bundleWith, creation, deviceKey } from '../../test/verifier/fixtures.ts'
import { countForBundle } from './countForBundle.ts'
import { sealBundle } from './messages.ts'
import { nodeCodec } from './node/codec.ts'

it('takes all of a day’s work, and stops before a bundle grows too large', () => {
  const small = Array.from({ length: 300 }, (_, i) =>
    creation(i + 1, 'database', { name: `Cơ sở dữ liệu ${i}` }),
  )
  expect(countForBundle(small)).toBe(300)
  const large = Array.from({ length: 300 }, (_, i) =>
    creation(i + 1, 'database', { note: 'đ'.repeat(20_000) }),
  )
  const count = countForBundle(large)
  expect(count).toBeGreaterThan(5)
  expect(count).toBeLessThan(20)
  expect(sealBundle(bundleWith(large.slice(0, count)), deviceKey, nodeCodec).length).toBeLessThan(1024 * 1024)
  expect(countForBundle([])).toBe(0)
})

it('takes one change however large, so that nothing is ever stuck', () => {
  const huge = [1, 2].map((seq) => creation(seq, 'database', { note: 'x'.repeat(900_000) }))
  expect(countForBundle(huge)).toBe(1)
})

it('counts every sort of value', () => {
  const reference = { text: 'Sở'.repeat(1000), id: null }
  const change = creation(1, 'database', {
    a: null,
    b: true,
    c: 7,
    d: ['x', 'y'],
    e: reference,
    f: [reference, reference],
  })
  expect(countForBundle(Array.from({ length: 200 }, () => change))).toBeLessThan(60)
})
