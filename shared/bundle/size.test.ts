import { expect, it } from 'vitest'
import { deviceKey } from '../../test/verifier/fixtures.ts'
import { officeEdits } from '../../test/verifier/officeEdits.ts'
import { sealBundle } from './messages.ts'
import { nodeCodec } from './node/codec.ts'

it.each([
  [1, 300, 200],
  [50, 1_800, 20],
  [500, 16_000, 4],
])('seals %i edits of other records in at most %i bytes, signature included', (count, maxBytes, times) => {
  const sizes = Array.from(
    { length: times },
    (_, i) => sealBundle(officeEdits(count, i), deviceKey, nodeCodec).length,
  )
  console.log(`${count} edits: ${Math.min(...sizes)}–${Math.max(...sizes)} bytes`)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(maxBytes)
})
