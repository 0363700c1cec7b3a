import type { Field, Register } from '../../shared/registers/define.ts'
import { registers } from '../../shared/registers/registry.ts'
import { isRequiredOfAll } from '../../shared/registers/required.ts'
import { type Command, UsageError } from './Command.ts'

/** Every register with its fields, as one JSON object: what a province's tools build on. */
export const registersCommand: Command = async (positionals, flags) => {
  if (positionals.length > 0) throw new UsageError('Lệnh registers không nhận tham số.')
  if (!flags.json) {
    for (const register of registers.filter((r) => !r.system)) {
      process.stdout.write(
        `${register.id.padEnd(16)} ${register.label.vi} (${register.fields.length} trường)\n`,
      )
    }
    return 0
  }
  const described = registers.map((register) => ({
    id: register.id,
    label: register.label,
    singular: register.singular,
    parent: register.parent ?? null,
    system: register.system === true,
    group: register.group ?? null,
    period: register.period?.field ?? null,
    nilAnswer: register.nilAnswer,
    fields: register.fields.map((field) => ({
      id: field.id,
      label: field.label,
      type: field.type,
      values: field.values?.map(({ id, label, onlyIn }) => ({ id, label, onlyIn: onlyIn ?? null })) ?? null,
      target: field.target ?? null,
      required: field.required,
      requiredWhere: requiredWhere(register, field),
      depth: field.depth,
      demand: field.demand,
      legalBasis: field.legalBasis,
      sensitivity: field.sensitivity,
      writer: field.writer,
    })),
  }))
  process.stdout.write(`${JSON.stringify({ registers: described }, null, 2)}\n`)
  return 0
}

/** When a record is asked for the field; null: never. Profiles: those whose law names it, or all where none does. */
function requiredWhere(register: Register, field: Field) {
  if (!field.required) return null
  const named = Object.keys(field.legalBasis)
  return {
    profiles: named.length > 0 ? named : 'all',
    /** Asked only while another field holds one of these. */
    when: field.when ?? null,
    /** Not asked where one of these is filled. */
    unless: field.answeredBy ?? [],
    /** Asked also of records that only refer to another agency's original. */
    ofReferences: isRequiredOfAll(register, field),
  }
}
