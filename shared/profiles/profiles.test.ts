import { describe, expect, it } from 'vitest'
import { parseDeadline } from '../deadlines/parseDeadline.ts'
import { registerOf } from '../registers/registry.ts'
import { addresseeOn, citationsOn, inForceOn } from './profile.ts'
import { profileFor, profileOf, profiles } from './profiles.ts'

describe('legal profiles', () => {
  it('change with Decree 278/2025', () => {
    expect([profileFor('2025-10-21').id, profileFor('2025-10-22').id]).toEqual(['nd47_2020', 'current_2025'])
  })

  it('cite in every report only citations that they hold, verified and in force at their time', () => {
    for (const profile of profiles) {
      for (const [report, ids] of Object.entries(profile.basisOfReport)) {
        expect(ids.length, report).toBeGreaterThan(0)
        for (const id of ids) {
          const citation = profile.citations.find((c) => c.id === id)
          expect(citation?.verified, `${profile.id} ${report} ${id}`).toBe(true)
          expect((citation?.from ?? '') <= (profile.from ?? '9999'), id).toBe(true)
        }
      }
    }
  })

  it('never cite Decree 47/2020 as a rule in force', () => {
    expect(
      JSON.stringify([profileOf('current_2025').citations, profileOf('current_2025').deadlines]),
    ).not.toContain('47/2020')
  })

  it('address reports to the department that existed on the day', () => {
    const old = profileOf('nd47_2020')
    expect(addresseeOn(old, '2025-02-28')).toBe('Sở Thông tin và Truyền thông')
    expect(addresseeOn(old, '2024-12-01')).toBe('Sở Thông tin và Truyền thông')
    expect(addresseeOn(old, '2025-03-01')).toBe('Sở Khoa học và Công nghệ')
    expect(addresseeOn(profileOf('current_2025'), '2026-11-21')).toBe('Sở Khoa học và Công nghệ')
  })
})

describe('what a report of a day cites', () => {
  const cited = (
    profile: 'nd47_2020' | 'current_2025',
    report: string,
    day: string,
    end: string | null = null,
  ) => citationsOn(profileOf(profile), report, day, end).map((c) => c.id)

  it('leaves out the open-data chapter of Decree 47/2020 from the day that Decree 194/2025 began', () => {
    expect(cited('nd47_2020', 'open-data-list', '2025-08-18')).toEqual(['nd47-du-lieu-mo', 'luat-cntt'])
    expect(cited('nd47_2020', 'open-data-list', '2025-08-19')).toEqual(['luat-cntt'])
    expect(cited('nd47_2020', 'database-list', '2025-08-19')).toEqual(['nd47', 'luat-cntt'])
    expect(cited('current_2025', 'open-data-list', '2025-08-18')).not.toContain('nd194')
    expect(cited('current_2025', 'open-data-list', '2025-08-19')).toContain('nd194')
  })

  it('changes with Decree 278/2025', () => {
    expect(cited('nd47_2020', 'database-list', '2025-10-21')).toEqual(['nd47', 'luat-cntt'])
    expect(cited('current_2025', 'database-list', '2025-10-21')).toEqual(['luat-du-lieu', 'nd165'])
    expect(cited('current_2025', 'database-list', '2025-10-22')).toEqual(['luat-du-lieu', 'nd165', 'nd278'])
  })

  it('stands as it was in a report on an earlier period that is written later', () => {
    expect(cited('nd47_2020', 'open-data-list', '2026-11-21', '2024-12-31')).toEqual([
      'nd47-du-lieu-mo',
      'luat-cntt',
    ])
    expect(cited('nd47_2020', 'database-list', '2026-07-01', '2025-06-30')).toEqual(['nd47', 'luat-cntt'])
  })

  it('is never a text that nobody has verified', () => {
    for (const day of ['2026-06-30', '2026-07-01']) {
      for (const report of Object.keys(profileOf('current_2025').basisOfReport))
        for (const citation of citationsOn(profileOf('current_2025'), report, day))
          expect(citation.verified && inForceOn(citation, day)).toBe(true)
    }
    const law = profileOf('current_2025').citations.find((c) => c.id === 'luat-cds')!
    expect([inForceOn(law, '2026-06-30'), inForceOn(law, '2026-07-01')]).toEqual([false, true])
  })
})

describe('deadlines', () => {
  it('are phrases that are understood, of registers that exist', () => {
    for (const id of ['nd47_2020', 'current_2025'] as const) {
      for (const { register, text } of profileOf(id).deadlines) {
        expect(registerOf(register), register).toBeDefined()
        expect(parseDeadline(text)?.kind, text).toMatch(/^(yearly|every)$/)
      }
    }
  })
})
