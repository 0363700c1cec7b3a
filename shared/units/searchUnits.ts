// Finding a unit by what an officer types: without marks, đ or d, Hòa or Hoà, "ubnd xa ...", "tp", words in any order.
import type { UnitChoice } from '../ipc/contract.ts'
import { foldKey } from '../text/fold.ts'
import { departmentsOf, ministries } from './agencies.ts'
import { parseUnits } from './unitData.ts'

/** A unit with the keys it is found by, made once. */
export type SearchableUnit = {
  readonly unit: UnitChoice
  /** Folded words of the name alone and of the name with its superior's, each with a blank before every word and one at the end. */
  readonly nameKey: string
  readonly wholeKey: string
  /** Folded name without "Ủy ban nhân dân xã", for equality. */
  readonly coreKey: string
  /** The name with its marks, tones at the ends of words. */
  readonly marked: string
}

// What officers write for the words of unit names; matched as whole words of the folded query.
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['tp', 'thanh pho'],
  ['tx', 'thi xa'],
  ['tt', 'thi tran'],
  ['hcm', 'ho chi minh'],
  ['tphcm', 'thanh pho ho chi minh'],
  ['khcn', 'khoa hoc va cong nghe'],
  ['tttt', 'thong tin va truyen thong'],
  ['gddt', 'giao duc va dao tao'],
  ['tnmt', 'tai nguyen va moi truong'],
  ['nnmt', 'nong nghiep va moi truong'],
  ['vp', 'van phong'],
])
// A single letter before a name: "p. Ba Đình", "x Hòa Bình".
const TYPE_LETTERS: ReadonlyMap<string, string> = new Map([
  ['x', 'xa'],
  ['p', 'phuong'],
  ['q', 'quan'],
  ['h', 'huyen'],
  ['t', 'tinh'],
])
const COMMITTEE = /\b(?:uy ban nhan dan|ub nhan dan|ubnd)\b/g
const TYPE = /^(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh) /

/** Every unit that set-up offers, from the two shipped files' contents. */
export function shippedUnits(currentCsv: string, historicCsv: string): SearchableUnit[] {
  const current = parseUnits(currentCsv, false)
  const historic = parseUnits(historicCsv, true)
  return [
    ...current,
    ...departmentsOf(current),
    ...ministries(),
    ...historic,
    ...departmentsOf(historic),
  ].map(searchable)
}

/** The words "Ủy ban nhân dân" say nothing of which unit is meant. */
function withoutCommittee(folded: string): string {
  return folded.replace(COMMITTEE, '').replace(/ +/g, ' ').trim()
}

export function searchable(unit: UnitChoice): SearchableUnit {
  const name = foldKey(unit.name)
  const short = withoutCommittee(name)
  return {
    unit,
    nameKey: ` ${short}`,
    wholeKey: ` ${short} ${withoutCommittee(foldKey(unit.parentName))} `,
    coreKey: short.replace(TYPE, ''),
    marked: toneAtEnd(unit.name),
  }
}

/**
 * Units whose name, with the superior's to tell them apart, holds every word typed (the last may be unfinished). Best
 * first: the whole name with its marks, the whole name, its beginning, then the rest; provinces before communes.
 * @param query as typed; empty gives the provinces
 */
export function searchUnits(
  units: readonly SearchableUnit[],
  query: string,
  options: { readonly historic: boolean; readonly limit: number },
): UnitChoice[] {
  const folded = withoutCommittee(foldKey(query))
  const pool = (u: SearchableUnit) => u.unit.historic === options.historic
  if (folded === '') {
    return units
      .filter((u) => pool(u) && u.unit.level === 'tinh')
      .slice(0, options.limit)
      .map((u) => u.unit)
  }
  const words = expand(folded).split(' ')
  const needles = words.map((word, i) => (i < words.length - 1 && word.length < 3 ? ` ${word} ` : ` ${word}`))
  const core = words.join(' ').replace(TYPE, '')
  const marked = toneAtEnd(query)
    .replace(/^(?:ủy|uỷ) ban nhân dân\s+/u, '')
    .trim()
  // By score, in the list's own order within one: cheaper than sorting thousands of hits of a single letter.
  const found: UnitChoice[][] = []
  for (const candidate of units) {
    if (!pool(candidate) || !needles.every((needle) => candidate.wholeKey.includes(needle))) continue
    const score = scoreOf(candidate, words, core, marked)
    found[score] ??= []
    found[score].push(candidate.unit)
  }
  return Object.values(found).flat().slice(0, options.limit)
}

function expand(folded: string): string {
  const words = folded.split(' ')
  return words
    .map(
      (word, i) =>
        ABBREVIATIONS.get(word) ?? (i === 0 && words.length > 1 ? TYPE_LETTERS.get(word) : undefined) ?? word,
    )
    .join(' ')
}

const LEVEL_ORDER: Record<UnitChoice['level'], number> = {
  tinh: 0,
  bo: 1,
  so_nganh: 2,
  huyen: 3,
  xa: 4,
  don_vi_su_nghiep: 5,
}

function scoreOf(candidate: SearchableUnit, words: readonly string[], core: string, marked: string): number {
  const whole = words.join(' ')
  const name = candidate.nameKey.slice(1)
  const tier =
    name === whole
      ? 0
      : candidate.coreKey === core
        ? 1
        : name.startsWith(whole) || candidate.coreKey.startsWith(core)
          ? 2
          : words.every((word) => candidate.nameKey.includes(` ${word}`))
            ? 3
            : 4
  // A whole word's marks count for more than those of an unfinished one: "Đông" is not the beginning of "Đồng".
  const marks =
    marked === ''
      ? 40
      : `${candidate.marked} `.includes(`${marked} `)
        ? 0
        : candidate.marked.includes(marked)
          ? 20
          : 40
  return tier * 100 + marks + LEVEL_ORDER[candidate.unit.level]
}

/** Lower case NFC with every tone moved to the end of its word, so that Hòa and Hoà are one. */
function toneAtEnd(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => {
      const tones = word.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []
      return word.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') + tones.join('')
    })
    .join(' ')
    .normalize('NFC')
}
