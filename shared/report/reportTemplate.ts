// What a province may change in a report without a release: order of columns, headings, extra columns, titles, number
// and symbol, recipients, who signs. Data, parsed on the way in; a template that names an unknown field is refused by
// `checkTemplate`, never half applied.
import { z } from 'zod'
import type { Register } from '../registers/define.ts'
import { err, ok, type Result } from '../result.ts'

const line = z.string().max(500)
const width = z.number().min(3).max(80)

export const templateColumnSchema = z.union([
  z.object({ field: z.string().max(60), heading: line.optional(), width: width.optional() }).strict(),
  /** A column of the province's own, printed empty to be filled in by hand. */
  z.object({ blank: line.min(1), width: width.optional() }).strict(),
])

export const reportTemplateSchema = z
  .object({
    report: z.string().max(60),
    /** `document`: own letterhead and signature. `annex`: goes with a letter; "Phụ lục", top right left free. */
    form: z.enum(['document', 'annex']).optional(),
    title: line.optional(),
    subject: line.optional(),
    /** Symbol after the number, e.g. `BC-UBND`. */
    symbol: z.string().max(60).optional(),
    columns: z.array(templateColumnSchema).min(1).max(60).optional(),
    annexColumns: z.array(templateColumnSchema).min(1).max(60).optional(),
    /** A row (1) (2) (3)… under the headings. */
    columnNumbers: z.boolean().optional(),
    basis: z.array(z.string().max(2_000)).max(20).optional(),
    recipients: z.array(line).max(20).optional(),
    /** Lines over the signature: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`. */
    signerLines: z.array(line).max(5).optional(),
    notes: z.array(z.string().max(2_000)).max(20).optional(),
  })
  .strict()

export type ReportTemplate = z.infer<typeof reportTemplateSchema>
export type TemplateColumn = z.infer<typeof templateColumnSchema>

export type TemplateError =
  | { readonly code: 'template-invalid'; readonly args: { readonly where: string } }
  | { readonly code: 'template-field'; readonly args: { readonly field: string; readonly register: string } }

/**
 * Parses a province's template and holds it against the registers it prints.
 * @param input JSON as it came
 * @param registers of the main table and, if there is one, of the annex
 */
export function checkTemplate(
  input: unknown,
  registers: { readonly main: Register; readonly annex?: Register },
): Result<ReportTemplate, TemplateError> {
  const parsed = reportTemplateSchema.safeParse(input)
  if (!parsed.success) {
    return err({ code: 'template-invalid', args: { where: parsed.error.issues[0]?.path.join('.') ?? '' } })
  }
  const pairs = [
    [parsed.data.columns, registers.main],
    [parsed.data.annexColumns, registers.annex],
  ] as const
  for (const [columns, register] of pairs) {
    for (const column of columns ?? []) {
      if (!('field' in column)) continue
      if (!register?.fields.some((f) => f.id === column.field)) {
        return err({ code: 'template-field', args: { field: column.field, register: register?.id ?? '' } })
      }
    }
  }
  return ok(parsed.data)
}
