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

/** Below this a column is left for the officer to choose. */
export const PROPOSE_FROM = 0.6

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

const namesMemo = new WeakMap<Register, ReadonlyMap<FieldId, readonly Name[]>>()

function namesOf(register: Register): ReadonlyMap<FieldId, readonly Name[]> {
  let names = namesMemo.get(register)
  if (!names) {
    names = new Map(register.fields.map((field) => [field.id, fieldNames(field)]))
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

/** The same letters under other marks are another word: "đơn vị tính" is not "đơn vị tỉnh". Bare letters tell nothing. */
function differsInMarks(heading: ReadonlyMap<string, string>, name: ReadonlyMap<string, string>): boolean {
  for (const [word, marks] of heading) {
    const own = name.get(word)
    if (marks !== '' && own && own !== marks) return true
  }
  return false
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
}

function toHeading(text: string): Heading {
  const full = headingKey(text)
  const bare = headingKey(withoutBrackets(text))
  return { full, bare, words: new Set((bare || full).split(' ')), marks: wordMarks(text) }
}

function confidence(names: readonly Name[], heading: Heading): number {
  let best = 0
  for (const name of names) {
    if (name.weight <= best) continue
    let score = 0
    if (name.key === heading.full) score = name.weight
    else if (name.key === heading.bare) score = name.weight * 0.97
    else score = likeness(name, heading) * name.weight
    if (score > best && differsInMarks(heading.marks, name.marks)) score *= 0.7
    if (score > best) best = score
  }
  return best
}

function likeness(name: Name, heading: Heading): number {
  const { words } = heading
  const key = heading.bare || heading.full
  if (key === '') return 0
  let shared = 0
  for (const word of words) if (name.words.has(word)) shared++
  const dice = (2 * shared) / (words.size + name.words.size)
  // All of the field's own words are there with others around them, or the other way: two words at least, for one
  // word ("cơ sở dữ liệu") stands in every heading of a register.
  const contains = (shared === name.words.size || shared === words.size) && (shared >= 2 || words.size <= 2)
  const byWords = shared < 2 && words.size > 1 && !contains ? 0 : contains ? 0.45 + 0.5 * dice : 0.75 * dice
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
  for (const names of namesOf(register).values()) for (const { key } of names) keys.add(key)
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
    const own = leaf === header ? null : toHeading(leaf)
    for (const field of options.fields ?? register.fields) {
      const names = namesOf(register).get(field.id) ?? []
      const sure = Math.max(confidence(names, whole), own ? confidence(names, own) * 0.96 : 0)
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
