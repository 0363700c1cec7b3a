// One cell, read as its field's type. What cannot be read for certain is a problem with a sentence, never a guess; an
// empty cell and a dotted fill-in line are nothing.
import type { AllowedValue, Field, Reference, RegisterId, Value } from '../registers/define.ts'
import { BOUNDS } from '../registers/schema.ts'
import { err, ok, type Result } from '../result.ts'
import { cleanText, foldKey } from '../text/fold.ts'
import { type CellProblem, cellProblem } from './cellProblem.ts'
import { parseDate } from './parseDate.ts'
import { type Grouping, parseInteger } from './parseInteger.ts'
import { type Cell, cellText, plainNumber } from './workbook.ts'

/** A record's id by the name that an office wrote, or null: the text is kept either way. */
export type ResolveName = (target: RegisterId, text: string) => string | null

export type ParsedCell = {
  /** null: the cell says nothing. */
  readonly value: Value
  /** Text beside an allowed value ("Khác: nhận qua Zalo"), for the field's note. */
  readonly note?: string
}

export type ParseContext = {
  readonly resolve?: ResolveName
  readonly grouping?: Grouping
  /** The register has a note field beside this one. */
  readonly hasNote?: boolean
}

const NOTHING: ParsedCell = { value: null }

export function parseCell(
  field: Field,
  cell: Cell,
  context: ParseContext = {},
): Result<ParsedCell, CellProblem> {
  if (cell === null) return ok(NOTHING)
  if (typeof cell === 'object') {
    if (cell.k === 'error') return err(cellProblem('cell-error', { text: cell.v }))
    if (cell.k === 'formula') return err(cellProblem('formula-without-value'))
  }
  const text = tidyText(
    shownText(cell),
    field.type === 'longtext' || field.type === 'refs' || field.type === 'multi',
  )
  if (isFillIn(text)) return ok(NOTHING)
  const limit = BOUNDS[field.type === 'text' ? 'text' : field.type === 'ref' ? 'reference' : 'longtext']
  if (text.length > limit) return err(cellProblem('text-too-long', { length: text.length, limit }))
  switch (field.type) {
    case 'text':
    case 'longtext':
      return ok({ value: field.format === 'phone' ? tidyPhone(text) : text })
    case 'int':
      return wrap(parseInteger(cell, context.grouping ?? null))
    case 'date':
      return wrap(parseDate(cell))
    case 'bool':
      return parseBool(cell, text, context)
    case 'enum':
      return parseEnum(field, text, context)
    case 'multi':
      return parseMulti(field, text, context)
    case 'ref':
      return ok({ value: toReference(field, text, context) })
    case 'refs':
      return ok({ value: splitOutside(text, /[;\n]/).map((part) => toReference(field, part, context)) })
  }
}

/** As shown, but for whole numbers without their thousands' marks: a code that Excel took for a number. */
function shownText(cell: Cell): string {
  if (
    cell &&
    typeof cell === 'object' &&
    cell.k === 'number' &&
    Number.isInteger(cell.v) &&
    /[.,\s]/.test(cell.w)
  ) {
    return plainNumber(cell.v)
  }
  return cellText(cell)
}

function wrap(read: Result<Value, CellProblem>): Result<ParsedCell, CellProblem> {
  return read.ok ? ok({ value: read.value }) : read
}

/**
 * True when cleaning would change nothing: no control or invisible sign, no loose blank, nothing that may not be NFC.
 * A loop, not a pattern: it runs on every cell of a list.
 */
function isTidy(text: string): boolean {
  let before = 32
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 || (code === 32 && before === 32)) return false
    if (code >= 0x7f && (code <= 0xa0 || (code >= 0x300 && code <= 0x36f) || code >= 0x2000)) return false
    before = code
  }
  return before !== 32 || text === ''
}

/** What is stored: NFC, no invisible marks, blanks at line ends cut; on one line unless the field has several. */
export function tidyText(text: string, lines: boolean): string {
  if (isTidy(text)) return text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: footnote marks and the like come with text from Word
  const clean = cleanText(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  if (!lines) return clean.replace(/\s+/g, ' ').trim()
  return clean.replace(/[^\S\n]+\n/g, '\n').trim()
}

/** Dotted lines, dashes and underscores that stand where something was to be filled in. */
export function isFillIn(text: string): boolean {
  return text === '' || /^[.…_\-–—\s/]+$/.test(text)
}

/** A telephone number as digits, its lost leading zero put back; other text stays as it was. */
export function tidyPhone(text: string): string {
  if (!/^[+(]?[\d\s.()\-–]+$/.test(text)) return text
  const digits = text.replace(/[^\d+]/g, '')
  // Nine digits that begin with 3, 5, 7, 8, 9 (mobile) or 2 in ten (landline) lost the zero to a number cell.
  if (!/^\+?\d{8,15}$/.test(digits)) return text
  return /^([35789]\d{8}|2\d{9})$/.test(digits) ? `0${digits}` : digits
}

const YES = new Set(['x', 'co', 'yes', 'true', '1', 'dung', 'v', 'da co', 'ok', 'da'])
const NO = new Set(['khong', 'no', 'false', '0', 'chua', 'sai', 'khong co', 'chua co'])

/** A mark that means yes by being there: x, ✓, +. */
export function isMark(text: string): boolean {
  return /^[xX×✓✔☑]$/.test(text.trim())
}

function parseBool(cell: Cell, text: string, context: ParseContext): Result<ParsedCell, CellProblem> {
  if (typeof cell === 'boolean') return ok({ value: cell })
  if (isMark(text)) return ok({ value: true })
  const key = foldKey(text)
  if (YES.has(key)) return ok({ value: true })
  if (NO.has(key)) return ok({ value: false })
  const split = /^(có|không|co|khong)\s*[:,;(\-–.]\s*(.+?)\)?$/is.exec(text)
  if (split && context.hasNote) return ok({ value: YES.has(foldKey(split[1]!)), note: split[2]! })
  return err(cellProblem('bool-unreadable', { text }))
}

function parseEnum(field: Field, text: string, context: ParseContext): Result<ParsedCell, CellProblem> {
  const values = field.values ?? []
  const whole = findAllowed(values, text)
  if (whole) return ok({ value: whole.id })
  // "Khác: nhận qua Zalo", "Hằng năm (trước 31/12)": the value, then text of the office's own.
  for (const cut of cuts(text)) {
    const found = findAllowed(values, cut.head)
    if (found && context.hasNote) return ok({ value: found.id, note: cut.rest })
  }
  const other = values.find((v) => v.id === 'khac')
  if (other && context.hasNote) return ok({ value: other.id, note: text })
  return err(unknownValue(field, text))
}

function parseMulti(field: Field, text: string, context: ParseContext): Result<ParsedCell, CellProblem> {
  const values = field.values ?? []
  const whole = findAllowed(values, text)
  if (whole) return ok({ value: [whole.id] })
  const found = new Set<string>()
  const notes: string[] = []
  for (const part of splitOutside(text, /[;\n]/)) {
    const one = findAllowed(values, part)
    if (one) {
      found.add(one.id)
      continue
    }
    const parts = longestRuns(values, splitOutside(part, /[,/+]/))
    for (const run of parts) {
      if (typeof run !== 'string') found.add(run.id)
      else if (context.hasNote) notes.push(run)
      else return err(unknownValue(field, run))
    }
  }
  if (notes.length > 0) {
    const other = values.find((v) => v.id === 'khac')
    if (other) found.add(other.id)
    else if (found.size === 0) return err(unknownValue(field, text))
  }
  const ids = [...found].sort()
  return ok(notes.length > 0 ? { value: ids, note: notes.join('; ') } : { value: ids })
}

/** Joins neighbours again where only together they are an allowed value whose label holds a comma. */
function longestRuns(values: readonly AllowedValue[], parts: readonly string[]): (AllowedValue | string)[] {
  const runs: (AllowedValue | string)[] = []
  for (let i = 0; i < parts.length; ) {
    let end = parts.length
    let found: AllowedValue | undefined
    for (; end > i; end--) {
      found = findAllowed(values, parts.slice(i, end).join(', '))
      if (found) break
    }
    runs.push(found ?? parts[i]!)
    i = found ? end : i + 1
  }
  return runs
}

const memo = new WeakMap<readonly AllowedValue[], Map<string, AllowedValue>>()

/** By identifier, label in either language, synonym, or letter; folded. */
export function findAllowed(values: readonly AllowedValue[], text: string): AllowedValue | undefined {
  let byKey = memo.get(values)
  if (!byKey) {
    byKey = new Map()
    // Labels before synonyms before letters: a shorter spelling never takes a label's place.
    const spellings: ((v: AllowedValue) => readonly string[])[] = [
      (v) => [v.label.vi, v.id],
      (v) => [v.label.en],
      (v) => v.synonyms ?? [],
      (v) => (v.letter ? [v.letter] : []),
    ]
    for (const spell of spellings) {
      for (const value of values) {
        for (const spelling of spell(value)) {
          const key = foldKey(spelling)
          if (key && !byKey.has(key)) byKey.set(key, value)
        }
      }
    }
    memo.set(values, byKey)
  }
  return byKey.get(foldKey(text))
}

function* cuts(text: string): Generator<{ head: string; rest: string }> {
  for (const match of text.matchAll(/[:;,(\-–\n]/g)) {
    const rest = text
      .slice(match.index + 1)
      .trim()
      .replace(match[0] === '(' ? /\)$/ : /^$/, '')
    if (match.index > 0 && rest) yield { head: text.slice(0, match.index), rest }
  }
}

function unknownValue(field: Field, text: string): CellProblem {
  const labels = (field.values ?? []).map((v) => v.label.vi)
  const allowed = labels.slice(0, 8).join('; ') + (labels.length > 8 ? '…' : '')
  return cellProblem('value-unknown', { text, label: field.label.vi, allowed })
}

function toReference(field: Field, text: string, context: ParseContext): Reference {
  const line = text.replace(/\s+/g, ' ').trim()
  return { text: line, id: context.resolve?.(field.target!, line) ?? null }
}

/** Parts between separators, blanks and bullets cut, brackets left whole. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const char of text) {
    if (char === '(') depth++
    if (char === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && separator.test(char)) {
      parts.push(part)
      part = ''
    } else part += char
  }
  parts.push(part)
  return parts
    .map((p) =>
      p
        .trim()
        .replace(/^[-+•*]\s+/, '')
        .trim(),
    )
    .filter((p) => p !== '')
}
