import { registers } from '../../shared/registers/registry.ts'
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
    nilAnswer: register.nilAnswer,
    fields: register.fields.map((field) => ({
      id: field.id,
      label: field.label,
      type: field.type,
      values: field.values?.map(({ id, label, onlyIn }) => ({ id, label, onlyIn: onlyIn ?? null })) ?? null,
      target: field.target ?? null,
      required: field.required,
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
