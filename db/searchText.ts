// What of a record can be found by search, as the full-text index takes it: once with its marks and once folded.
import type { Field, Reference, Value } from '../shared/registers/define.ts'
import { foldVietnamese } from '../shared/text/fold.ts'

/** A value as people write it: labels of allowed values, dd/mm/yyyy, a reference's text. '' for nothing. */
export function valueText(field: Field, value: Value | undefined): string {
  if (value === null || value === undefined) return ''
  switch (field.type) {
    case 'enum':
      return labelOf(field, String(value))
    case 'multi':
      return (value as readonly string[]).map((v) => labelOf(field, v)).join('; ')
    case 'ref':
      return (value as Reference).text
    case 'refs':
      return (value as readonly Reference[]).map((r) => r.text).join('; ')
    case 'bool':
      return ''
    case 'date': {
      const [y, m, d] = String(value).split('-')
      return d ? `${d}/${m}/${y}` : String(value)
    }
    default:
      return String(value)
  }
}

const labels = new WeakMap<Field, Map<string, string>>()

function labelOf(field: Field, id: string): string {
  let known = labels.get(field)
  if (!known) {
    known = new Map(field.values?.map((v) => [v.id, v.label.vi]))
    labels.set(field, known)
  }
  return known.get(id) ?? id
}

export type SearchText = { readonly name: string; readonly foldedName: string; readonly folded: string }

/** The indexed texts of a record: its name in lower case with its marks, the name folded, and everything folded. */
export function searchTextOf(
  fields: Iterable<Field>,
  nameField: string,
  values: Readonly<Record<string, Value>>,
): SearchText {
  let name = ''
  let rest = ''
  for (const field of fields) {
    const value = values[field.id]
    if (value === null || value === undefined) continue
    const text = valueText(field, value)
    if (text === '') continue
    if (field.id === nameField) name = text
    else rest += `\n${text}`
  }
  const foldedName = foldVietnamese(name)
  return {
    name: name.normalize('NFC').toLowerCase(),
    foldedName,
    folded: `${foldedName} ${foldVietnamese(rest)}`,
  }
}

/** Words as the index cuts them: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []
}
