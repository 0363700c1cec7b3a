// Decides, change by change, what the province does with what an office sent: applied, held until an upgrade or until
// what it builds on has come, or refused with a reason that travels back. Pure: everything it needs is handed in.
import { MESSAGE_LIMITS, VALUE_LIMITS } from '../../shared/bundle/limits.ts'
import type { Change } from '../../shared/change/change.ts'
import { DELETED, sameRef } from '../../shared/change/change.ts'
import type { Field, Register, RegisterId, Value } from '../../shared/registers/define.ts'
import type { ChangeOutcome } from '../store/schema.ts'

export type Judgement = { readonly outcome: ChangeOutcome; readonly reason: RefusedReason | HeldReason | '' }

export type HeldReason = 'unknown-register' | 'unknown-record'
export type RefusedReason =
  | 'bad-shape'
  | 'bad-value'
  | 'unknown-record'
  | 'wrong-register'
  | 'not-yours'
  | 'province-field'

/** What is known of the record that a change is about; null when the province has never seen it. */
export type KnownRecord = { readonly register: RegisterId; readonly outcome: ChangeOutcome } | null

export type JudgeContext = {
  readonly registerOf: (id: RegisterId) => Register | undefined
  readonly recordOf: (change: Change) => KnownRecord
  /** The record's device belongs to this office, and has sent nothing so far as that sequence. */
  readonly mayStillCome: (change: Change) => boolean
}

const APPLIED: Judgement = { outcome: 'applied', reason: '' }

export function judgeChange(change: Change, context: JudgeContext): Judgement {
  if (!hasSoundShape(change)) return refused('bad-shape')
  const isCreating = sameRef(change.ref, change.record)
  if (isCreating && !change.recordId) return refused('bad-shape')
  if (!isCreating) {
    const known = context.recordOf(change)
    if (!known) return context.mayStillCome(change) ? held('unknown-record') : refused('unknown-record')
    if (known.outcome === 'refused') return refused('unknown-record')
    if (known.register !== change.register) return refused('wrong-register')
    if (known.outcome === 'held') return held('unknown-record')
  }
  const register = context.registerOf(change.register)
  if (!register) return held('unknown-register')
  if (isCreating && register.id === 'remark') return refused('not-yours')
  return judgeValues(change, register)
}

function judgeValues(change: Change, register: Register): Judgement {
  const fields = new Map(register.fields.map((f) => [f.id, f]))
  for (const [id, value] of Object.entries(change.set)) {
    if (id === DELETED) {
      if (typeof value !== 'boolean') return refused('bad-value')
      continue
    }
    const field = fields.get(id)
    if (field?.writer === 'province') return refused('province-field')
    // A field that this version does not know is a newer app's: kept as it came, within the same bounds.
    if (field ? !isValueOf(field, value) : !isSomeValue(value)) return refused('bad-value')
  }
  return APPLIED
}

/** Is that a value of the field's type? Allowed values are not checked: a newer app may know more of them. */
export function isValueOf(field: Field, value: Value): boolean {
  if (value === null) return true
  switch (field.type) {
    case 'text':
    case 'longtext':
    case 'enum':
      return isText(value, VALUE_LIMITS.text)
    case 'int':
      return Number.isSafeInteger(value)
    case 'bool':
      return typeof value === 'boolean'
    case 'date':
      return isText(value, 10) && isIsoDate(value as string)
    case 'multi':
      return isListOf(value, (v) => isText(v, VALUE_LIMITS.item))
    case 'ref':
      return isReference(value)
    case 'refs':
      return isListOf(value, isReference)
  }
}

function isSomeValue(value: Value): boolean {
  if (value === null || typeof value === 'boolean' || Number.isSafeInteger(value)) return true
  return (
    isText(value, VALUE_LIMITS.text) ||
    isReference(value) ||
    isListOf(value, (v) => isText(v, VALUE_LIMITS.item) || isReference(v))
  )
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= VALUE_LIMITS.items && value.every(isItem)
}

function isReference(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { text, id } = value as { text?: unknown; id?: unknown }
  return isText(text, VALUE_LIMITS.item) && (id === null || isText(id, MESSAGE_LIMITS.idBytes))
}

/** PostgreSQL stores no NUL, and no lone surrogate is text. */
function isText(value: unknown, maxLength: number): boolean {
  return (
    typeof value === 'string' && value.length <= maxLength && !value.includes('\0') && value.isWellFormed()
  )
}

function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Registers, fields and numbers were bounded when the bundle was opened; this is what only a table cannot hold. */
function hasSoundShape(change: Change): boolean {
  return (
    isText(change.actor, MESSAGE_LIMITS.idBytes) &&
    Number.isSafeInteger(change.at) &&
    Number.isSafeInteger(change.seen)
  )
}

function held(reason: HeldReason): Judgement {
  return { outcome: 'held', reason }
}

function refused(reason: RefusedReason): Judgement {
  return { outcome: 'refused', reason }
}
