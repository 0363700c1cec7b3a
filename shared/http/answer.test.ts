import { expect, test } from 'vitest'
import type { SyncAnswer } from '../bundle/types.ts'
import { decodeEnrolAnswer, decodeSyncAnswer, encodeEnrolAnswer, encodeSyncAnswer } from './answer.ts'

const answer: SyncAnswer = {
  expects: 8,
  replies: [new Uint8Array([1, 2, 3]), new Uint8Array(300)],
  refusal: { code: 'gap', expected: 8, got: 11 },
}

test('an answer comes back as it was sent', () => {
  expect(decodeSyncAnswer(encodeSyncAnswer(answer))).toEqual({ ok: true, value: answer })
  expect(decodeEnrolAnswer(encodeEnrolAnswer({ status: 'pending', refusal: null }))).toEqual({
    ok: true,
    value: { status: 'pending', refusal: null },
  })
})

test('an answer cut at any byte is refused', () => {
  const bytes = encodeSyncAnswer(answer)
  for (let length = 0; length < bytes.byteLength; length++) {
    expect(decodeSyncAnswer(bytes.subarray(0, length)).ok).toBe(false)
  }
})

test("a proxy's error page is refused, not believed", () => {
  expect(decodeSyncAnswer(new TextEncoder().encode('<html>502 Bad Gateway</html>')).ok).toBe(false)
})
