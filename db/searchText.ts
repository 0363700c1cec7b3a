// What of a record can be found by search, as the full-text index takes it: once with its marks and once folded.
import type { Field, FieldId, Reference, Value } from '../shared/registers/define.ts'
import { foldVietnamese } from '../shared/text/fold.ts'
import { DistinctWords } from './DistinctWords.ts'

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

/**
 * The indexed texts of a record: its name in lower case with its marks, the name folded, and the words of everything,
 * folded, each once: the index answers which record has a word, not where or how often.
 */
export type SearchText = { readonly name: string; readonly foldedName: string; readonly words: string }

const distinct = new DistinctWords()

/** Takes one record's values one at a time, so that a row is gone through once for its columns and its search text. */
export class SearchTextMaker {
  readonly #nameField: FieldId
  #name = ''

  constructor(nameField: FieldId) {
    this.#nameField = nameField
    distinct.clear()
  }

  add(field: Field, value: Value): void {
    const text = valueText(field, value)
    if (text === '') return
    if (field.id === this.#nameField) this.#name = text
    distinct.add(text)
  }

  done(): SearchText {
    const name = this.#name
    return {
      name: name.normalize('NFC').toLowerCase(),
      foldedName: foldVietnamese(name),
      words: distinct.take(),
    }
  }
}

/** Words as the index cuts them: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []
}
