// What one record is asked for: the register's declaration, the record's legal profile, and whether it only refers to
// another agency's original. The rule, the form's stars, the template's marks and the draft flag all ask here.
import type { Demand, Field, ProfileId, Register, Values } from './define.ts'
import { isEmpty, isShown } from './schema.ts'

/** The profile a record is judged by: its own before the office's. */
export function profileOfValues(values: Values, office: ProfileId): ProfileId {
  const own = values.legalProfile
  return own === 'nd47_2020' || own === 'current_2025' ? own : office
}

/** True for a record that refers to another agency's original: picked from a list, or only fed or used by the office. */
export function isReference(register: Register, values: Values): boolean {
  const deciding = register.reference?.when.find(({ field }) => !isEmpty(values[field]))
  return deciding?.is.includes(String(values[deciding.field])) ?? false
}

/** True where the field is asked of every record of the register, references to other agencies' records included. */
export function isRequiredOfAll(register: Register, field: Field): boolean {
  return field.required && (register.reference?.required.includes(field.id) ?? true)
}

/**
 * Whether this record is asked for the field, whatever it holds.
 * @param office the office's legal profile; a field that only the other profile's law names is not asked for
 */
export function isRequired(register: Register, field: Field, values: Values, office: ProfileId): boolean {
  if (!field.required || field.writer !== 'office' || !isShown(field, values)) return false
  if (!isRequiredOfAll(register, field) && isReference(register, values)) return false
  const profile = profileOfValues(values, office)
  return Object.keys(field.legalBasis).length === 0 || field.legalBasis[profile] !== undefined
}

/** Whether this record lacks the field: asked for, empty, and not answered by a field that says the same. */
export function isGap(register: Register, field: Field, values: Values, office: ProfileId): boolean {
  return (
    isRequired(register, field, values, office) &&
    isEmpty(values[field.id]) &&
    !(field.answeredBy ?? []).some((id) => !isEmpty(values[id]))
  )
}

// A text of law, as citations begin: an article of one, its name, or a decision of the Prime Minister.
const LAW = /^(?:Điểm|Khoản|Điều|Luật|Nghị định) |^Quyết định số \S+QĐ-TTg/

/** Who asks for the field under one profile: law only where that profile cites law, else a form or nobody but this app. */
export function demandUnder(field: Field, profile: ProfileId): Demand {
  const basis = field.legalBasis[profile]
  if (basis === undefined) return Object.keys(field.legalBasis).length === 0 ? field.demand : 'D'
  return field.demand === 'L' && !LAW.test(basis) ? 'P' : field.demand
}
