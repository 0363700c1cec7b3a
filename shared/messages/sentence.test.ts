import { describe, expect, it } from 'vitest'
import { provinceSentences } from './provinceSentences.ts'
import { sentence } from './sentence.ts'
import { sentences } from './sentences.ts'

describe('sentences', () => {
  it('say what happened, that the work is safe, and what to do, in both languages', () => {
    for (const [code, label] of Object.entries(sentences)) {
      // The console's reviewers have no work of their own at stake: what happened and what to do is enough.
      const least = code in provinceSentences ? 2 : 3
      for (const text of Object.values(label)) {
        expect(text.split(/[.!?](?:\s|$)/).filter(Boolean).length, `${code}: ${text}`).toBeGreaterThanOrEqual(
          least,
        )
      }
    }
  })

  it('have the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()
    for (const [code, { vi, en }] of Object.entries(sentences)) expect(places(en), code).toEqual(places(vi))
  })

  it('never call the seal of a package a digital signature', () => {
    for (const { vi } of Object.values(sentences)) expect(vi).not.toMatch(/chữ ký số|ký số/i)
  })

  it('fill their places, and read on where a value is missing', () => {
    expect(sentence('gap', { expected: 3, got: 5 })).toContain('thiếu gói số 3; vừa nhận được gói số 5')
    expect(sentence('gap', { expected: 3 })).toContain('gói số …')
    expect(sentence('locked', {}, 'en')).toContain('PIN')
  })

  it('name a code of a newer core in the general sentence', () => {
    expect(sentence('something-new')).toContain('(something-new)')
    expect(sentence('toString')).toContain('(toString)')
  })
})
