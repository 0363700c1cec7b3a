import { describe, expect, it } from 'vitest'
import { judgeBundle, judgeReply } from './chain.ts'

const hash = (n: number) => new Uint8Array(32).fill(n)
const taken = [hash(1), hash(2), hash(3)]
const state = { number: 3, hash: hash(3), lastSeq: 30, hashOf: (n: number) => taken[n - 1] }
const none = { number: 0, hash: null, lastSeq: 0, hashOf: () => undefined }

describe('judgeBundle', () => {
  it('takes the first and the next', () => {
    expect(judgeBundle(none, { number: 1, previous: null, firstSeq: 1 }, hash(1))).toEqual({ kind: 'next' })
    expect(judgeBundle(state, { number: 4, previous: hash(3), firstSeq: 31 }, hash(4))).toEqual({
      kind: 'next',
    })
  })

  it('knows any bundle that it took, however old', () => {
    for (const n of [1, 2, 3]) {
      expect(judgeBundle(state, { number: n, previous: null, firstSeq: 1 }, hash(n))).toEqual({
        kind: 'duplicate',
      })
    }
  })

  it('asks for what is missing', () => {
    const gap = { kind: 'gap', expected: 4, got: 6 }
    expect(judgeBundle(state, { number: 6, previous: hash(5), firstSeq: 61 }, hash(6))).toEqual(gap)
  })

  it('sees a fork: same number with other bytes, another previous, or sequences that do not follow', () => {
    const fork = (number: number) => ({ kind: 'fork', number })
    expect(judgeBundle(state, { number: 2, previous: hash(1), firstSeq: 11 }, hash(9))).toEqual(fork(2))
    expect(judgeBundle(state, { number: 4, previous: hash(9), firstSeq: 31 }, hash(4))).toEqual(fork(4))
    expect(judgeBundle(state, { number: 4, previous: null, firstSeq: 31 }, hash(4))).toEqual(fork(4))
    expect(judgeBundle(state, { number: 4, previous: hash(3), firstSeq: 32 }, hash(4))).toEqual(fork(4))
    expect(judgeBundle(none, { number: 1, previous: hash(3), firstSeq: 1 }, hash(4))).toEqual(fork(1))
  })

  it('does not call a bundle known whose hash is no longer kept', () => {
    const forgetful = { ...state, hashOf: () => undefined }
    expect(judgeBundle(forgetful, { number: 1, previous: null, firstSeq: 1 }, hash(1))).toEqual({
      kind: 'fork',
      number: 1,
    })
  })
})

describe('judgeReply', () => {
  it('judges by number and previous alone', () => {
    expect(judgeReply(state, { number: 4, previous: hash(3) }, hash(4))).toEqual({ kind: 'next' })
    expect(judgeReply(state, { number: 3, previous: hash(2) }, hash(3))).toEqual({ kind: 'duplicate' })
    expect(judgeReply(state, { number: 5, previous: hash(4) }, hash(5))).toEqual({
      kind: 'gap',
      expected: 4,
      got: 5,
    })
  })
})
