// Which column is which field, by its heading: accent-, case- and tone-position-blind, by the words that offices use for
// the same thing, forgiving a slip of the pen. A proposal only: the officer corrects it, and it is remembered.

import type { ColumnProposal } from '../ipc/contract.ts'
import type { Field, FieldId, Register } from '../registers/define.ts'
import { foldKey } from '../text/fold.ts'
import { isOrdinalHeading } from './findHeader.ts'

/** Heading of the hidden column by which a workbook of ours finds its records again. */
export const ID_HEADING = '_id'
/** The pseudo field of that column. */
export const ID_FIELD: FieldId = '$id'

/** Below this a column is left for the officer to choose: a column too few is seen at once, a wrong one is not. */
export const PROPOSE_FROM = 0.75
/** From here a column may be taken without a person's look. */
export const SURE_FROM = 0.85

export type RememberedMapping = Readonly<Record<string, FieldId | null>>

// The same thing in other words; folded, longest first.
const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(co so du lieu|csdl)\b/g, 'csdl'],
  [/\b(he thong thong tin|httt)\b/g, 'httt'],
  [/\b(tap du lieu|bo du lieu|dataset)\b/g, 'tapdulieu'],
  [/\b(thu dien tu|hop thu|e mail|email|mail)\b/g, 'email'],
  [/\b(so dien thoai|dien thoai|sdt|so dt|dtdd|dt|di dong)\b/g, 'dienthoai'],
  [/\b(co quan don vi|don vi co quan|co quan|don vi|to chuc)\b/g, 'donvi'],
  [/\b(hang nam|hang thang|hang ngay)\b/g, 'hang'],
  [/\b(tan suat|tan xuat|ky|dinh ky|chu ky)\b/g, 'tansuat'],
]
const FILLER = /\b(cua|cac|cho|va|hoac|theo|duoc|tai|thuoc|ve|neu co|nhu|the|of|and)\b/g

/** Key of a heading: folded, abbreviations and equal terms made one, filler dropped. */
export function headingKey(text: string): string {
  let key = foldKey(text)
  for (const [pattern, word] of SAME_WORDS) key = key.replace(pattern, word)
  return key.replace(FILLER, ' ').replace(/\s+/g, ' ').trim()
}

type Name = {
  readonly key: string
  readonly words: ReadonlySet<string>
  readonly weight: number
  /** Folded word → its marks as written, tone at the end of the word wherever it was put. */
  readonly marks: ReadonlyMap<string, string>
}

type Names = {
  readonly byField: ReadonlyMap<FieldId, readonly Name[]>
  /** What a word tells: 1 for one that no other field of the register has, less the more fields have it. */
  readonly worth: ReadonlyMap<string, number>
}

// What kind of thing a heading asks for. A heading with one of these that the field's name lacks asks for another thing:
// "tên doanh nghiệp" is no answer to "doanh nghiệp".
const KINDS = new Set([
  'ten',
  'ma',
  'so',
  'ngay',
  'nam',
  'tong',
  'ty',
  'loai',
  'dia',
  'ly',
  'email',
  'dienthoai',
])

const namesMemo = new WeakMap<Register, Names>()

function namesOf(register: Register): Names {
  let names = namesMemo.get(register)
  if (!names) {
    const byField = new Map(register.fields.map((field) => [field.id, fieldNames(field)]))
    const fieldsWith = new Map<string, number>()
    for (const own of byField.values()) {
      for (const word of new Set(own.flatMap((name) => [...name.words])))
        fieldsWith.set(word, (fieldsWith.get(word) ?? 0) + 1)
    }
    const worth = new Map([...fieldsWith].map(([word, count]) => [word, 1 / Math.sqrt(count)]))
    names = { byField, worth }
    namesMemo.set(register, names)
  }
  return names
}

function fieldNames(field: Field): Name[] {
  const found = new Map<string, { weight: number; text: string }>()
  const add = (text: string, weight: number) => {
    const key = headingKey(text)
    if (key && (found.get(key)?.weight ?? 0) < weight) found.set(key, { weight, text })
  }
  add(field.label.vi, 1)
  add(field.label.en, 0.98)
  add(field.id, 0.98)
  for (const synonym of field.synonyms) add(synonym, 0.97)
  add(withoutBrackets(field.label.vi), 0.95)
  for (const part of field.label.vi.split(/[,/]/)) if (headingKey(part).includes(' ')) add(part, 0.85)
  return [...found].map(([key, { weight, text }]) => ({
    key,
    words: new Set(key.split(' ')),
    weight,
    marks: wordMarks(text),
  }))
}

function wordMarks(text: string): Map<string, string> {
  const marks = new Map<string, string>()
  for (const word of text
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d]+/u)) {
    const own = (word.match(/\p{M}/gu) ?? []).sort().join('')
    const key = foldKey(word)
    if (key) marks.set(key, own)
  }
  return marks
}

/**
 * How many words are the same letters under other marks, and so other words: "đơn vị tính" is not "đơn vị tỉnh". Bare
 * letters tell nothing where nobody wrote marks.
 */
function wordsInOtherMarks(heading: Heading, name: Name): number {
  let others = 0
  for (const [word, marks] of heading.marks) {
    const own = name.marks.get(word)
    if (
      own !== undefined &&
      own !== marks &&
      (marks !== '' || heading.written) &&
      (own !== '' || marks === '')
    )
      others++
  }
  return others
}

function withoutBrackets(text: string): string {
  return text.replace(/[([][^)\]]*[)\]]/g, ' ')
}

/** A heading made ready to be compared, once for all fields. */
type Heading = {
  readonly full: string
  readonly bare: string
  readonly words: ReadonlySet<string>
  readonly marks: ReadonlyMap<string, string>
  /** The whole heading was written with marks, so that a bare word in it is meant to be bare. */
  readonly written: boolean
}

function toHeading(text: string, whole: string = text): Heading {
  const full = headingKey(text)
  const bare = headingKey(withoutBrackets(text))
  return {
    full,
    bare,
    words: new Set((bare || full).split(' ')),
    marks: wordMarks(text),
    written: /\p{M}|đ/iu.test(whole.normalize('NFD')),
  }
}

function confidence(names: readonly Name[], worth: Names['worth'], heading: Heading): number {
  let best = 0
  for (const name of names) {
    if (name.weight <= best) continue
    let score = 0
    if (name.key === heading.full) score = name.weight
    else if (name.key === heading.bare) score = name.weight * 0.97
    else score = likeness(name, heading, worth) * name.weight
    if (score <= best) continue
    const others = wordsInOtherMarks(heading, name)
    // One slip of the pen among several words is forgiven.
    if (others > 0) score *= others === 1 && name.marks.size >= 4 ? 0.85 : 0.6
    if (score > best) best = score
  }
  return best
}

/** 0–0.95 for headings that are not the name itself: two shared words at least, that tell most of what both say. */
function likeness(name: Name, heading: Heading, worth: Names['worth']): number {
  const { words } = heading
  const key = heading.bare || heading.full
  if (key === '') return 0
  const worthOf = (word: string) => worth.get(word) ?? 1
  let shared = 0
  let sharedWorth = 0
  let own = 0
  let asksOther = false
  for (const word of words) {
    own += worthOf(word)
    if (name.words.has(word)) {
      shared++
      sharedWorth += worthOf(word)
    } else if (KINDS.has(word)) asksOther = true
  }
  if (asksOther) return 0
  let named = 0
  for (const word of name.words) named += worthOf(word)
  const byWords = shared >= 2 ? 0.95 * ((2 * sharedWorth) / (own + named)) : 0
  const distance =
    key.length > 5 && Math.abs(key.length - name.key.length) <= 3 ? editDistance(key, name.key, 3) : 9
  const bySpelling = distance <= Math.max(1, Math.floor(key.length / 8)) ? 0.88 - 0.04 * distance : 0
  return Math.max(byWords, bySpelling)
}

function editDistance(a: string, b: string, most: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, previous[j]! + 1, row[j - 1]! + 1))
    }
    if (Math.min(...row) > most) return most + 1
    previous = row
  }
  return previous[b.length]!
}

/** 1 for a text that is, folded, one of the register's own headings or their synonyms, else 0: what findHeader asks. */
export function knowsHeading(register: Register): (heading: string) => number {
  const keys = new Set<string>([ID_HEADING])
  for (const names of namesOf(register).byField.values()) for (const { key } of names) keys.add(key)
  return (heading) =>
    heading.length <= 100 && (keys.has(headingKey(heading)) || heading === ID_HEADING) ? 1 : 0
}

/** Key under which a sheet's mapping is remembered: its headings, folded, in order. */
export function headerSignature(headers: readonly string[]): string {
  return headers.map(foldKey).join('|').replace(/\|+$/, '')
}

/**
 * One proposal a column; each field at most once, surest first.
 * @param headers joined headings by column, '' where there is none
 * @param leaves the lowest heading of each column alone
 * @param remembered fields by folded heading, as the officer last corrected them; they count as certain
 * @param fields the fields that may be proposed; default all of the register
 */
export function proposeColumns(
  register: Register,
  headers: readonly string[],
  options: {
    readonly leaves?: readonly string[]
    readonly remembered?: RememberedMapping
    readonly fields?: readonly Field[]
  } = {},
): ColumnProposal[] {
  const columns: { index: number; header: string; field: FieldId | null; confidence: number }[] = headers.map(
    (header, index) => ({ index, header, field: null, confidence: 0 }),
  )
  const taken = new Set<FieldId>()
  const settle = (index: number, field: FieldId | null, confidence: number) => {
    const column = columns[index]!
    column.field = field
    column.confidence = Math.round(confidence * 100) / 100
    if (field) taken.add(field)
  }
  const open = new Set<number>()
  for (const { index, header } of columns) {
    if (header.trim() === '') continue
    const key = foldKey(header)
    const remembered =
      options.remembered && Object.hasOwn(options.remembered, key) ? options.remembered[key] : undefined
    if (header.trim().toLowerCase() === ID_HEADING && !taken.has(ID_FIELD)) settle(index, ID_FIELD, 1)
    else if (remembered !== undefined && (remembered === null || !taken.has(remembered)))
      settle(index, remembered, 1)
    else if (!isOrdinalHeading(header)) open.add(index)
  }
  const pairs: { index: number; field: FieldId; confidence: number }[] = []
  for (const index of open) {
    const header = headers[index]!
    const leaf = options.leaves?.[index] ?? header
    const whole = toHeading(header)
    const own = leaf === header ? null : toHeading(leaf, header)
    const { byField, worth } = namesOf(register)
    for (const field of options.fields ?? register.fields) {
      const names = byField.get(field.id) ?? []
      const sure = Math.max(confidence(names, worth, whole), own ? confidence(names, worth, own) * 0.96 : 0)
      if (sure >= PROPOSE_FROM) pairs.push({ index, field: field.id, confidence: sure })
    }
  }
  // Surest first; equal ones by the field's place in the register, then by the column's.
  const order = new Map(register.fields.map((f, i) => [f.id, i]))
  pairs.sort(
    (a, b) => b.confidence - a.confidence || order.get(a.field)! - order.get(b.field)! || a.index - b.index,
  )
  for (const { index, field, confidence } of pairs) {
    if (!open.has(index) || taken.has(field)) continue
    open.delete(index)
    settle(index, field, confidence)
  }
  return columns
}
