// The guard against a labelled set of invented texts: recall by kind and false alarms, on kernels that served to mend the
// detector and on kernels written after it, from which only two things were then mended: a birth date in a line of a
// sample file, and mailboxes of people whose name is Phong.
import { describe, expect, it } from 'vitest'
import { cleanText } from '../text/fold.ts'
import { findPersonalData, type GuardKind } from './findPersonalData.ts'
import { casesOf, type LabelledCase, type LabelledKind } from './labelled/caseOf.ts'
import { heldOutNegatives, knownNegatives, seenNegatives } from './labelled/negativeKernels.ts'
import { heldOutPositives, knownPositives, seenPositives } from './labelled/positiveKernels.ts'

const FAMILY: Readonly<Record<GuardKind, LabelledKind>> = {
  cccd: 'id',
  cmnd: 'id',
  phone: 'phone',
  email: 'email',
  'bank-account': 'account',
  'birth-date': 'birth',
  health: 'health',
  'state-secret': 'secret',
}
const SEED = 20_261_121

type Tally = { found: number; of: number; missed: string[] }

/** Recall by kind: a value counts as found where a finding of its kind overlaps it. */
function recallOf(cases: readonly LabelledCase[]): Record<LabelledKind, Tally> {
  const kinds = ['id', 'phone', 'email', 'account', 'birth', 'health', 'secret'] as const
  const tally = Object.fromEntries(kinds.map((kind) => [kind, { found: 0, of: 0, missed: [] as string[] }]))
  for (const one of cases) {
    const findings = findPersonalData(one.text, one.heading)
    const text = cleanText(one.text)
    let from = 0
    for (const place of one.places) {
      const value = cleanText(place.value)
      const start = text.indexOf(value, from)
      const end = start + value.length
      from = end
      const of = tally[place.kind]!
      of.of++
      if (findings.some((each) => FAMILY[each.kind] === place.kind && each.start < end && start < each.end))
        of.found++
      else of.missed.push(`${place.kind}: ${one.kernel} → ${one.heading} | ${text}`)
    }
  }
  return tally as Record<LabelledKind, Tally>
}

function alarmsOf(cases: readonly LabelledCase[]): string[] {
  return cases.flatMap((one) => {
    const findings = findPersonalData(one.text, one.heading)
    return findings.length === 0
      ? []
      : [
          `${findings.map((each) => each.kind).join()}: ${one.kernel} → ${one.heading} | ${cleanText(one.text)}`,
        ]
  })
}

describe.each([
  [
    'kernels that served to mend it',
    [...knownPositives, ...seenPositives],
    [...knownNegatives, ...seenNegatives],
    SEED,
  ],
  ['kernels written after it', heldOutPositives, heldOutNegatives, SEED + 1],
])('the guard on %s', (_name, positives, negatives, seed) => {
  const found = casesOf(positives, 24, seed)
  const clean = casesOf(negatives, 24, seed + 7)
  const recall = recallOf(found)

  it('has a set that is wide enough to say so', () => {
    expect(found.length).toBeGreaterThanOrEqual(750)
    expect(clean.length).toBeGreaterThanOrEqual(750)
    for (const tally of Object.values(recall)) expect(tally.of).toBeGreaterThanOrEqual(90)
  })

  it.each([
    ['id', 0.99],
    ['phone', 0.99],
    ['email', 0.99],
    ['account', 0.95],
    ['birth', 0.95],
    ['health', 0.9],
    ['secret', 0.95],
  ] as const)('finds %s at a rate of at least %f', (kind, least) => {
    const { found: hits, of, missed } = recall[kind]
    expect(
      hits / of,
      `${hits}/${of}\n${[...new Set(missed)].slice(0, 12).join('\n')}`,
    ).toBeGreaterThanOrEqual(least)
  })

  it('raises fewer than 2 false alarms in 100 clean texts', () => {
    const alarms = alarmsOf(clean)
    expect(
      alarms.length / clean.length,
      `${alarms.length}/${clean.length}\n${alarms.slice(0, 20).join('\n')}`,
    ).toBeLessThan(0.02)
  })
})
