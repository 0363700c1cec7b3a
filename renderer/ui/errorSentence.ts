// A refusal's sentence for the screen. Codes come from the core as data; one that this page does not know (an older
// page before a newer core) is still shown, with its code, and never swallowed.
import { sentences } from '../../shared/messages/sentences.ts'
import type { Label } from '../../shared/registers/define.ts'
import { fillLabel, type Language } from './language.ts'

export type ShownError = {
  readonly code: string
  readonly args?: Readonly<Record<string, string | number>> | undefined
}

/** What happened, whether the work is safe, what to do next. */
export function errorSentence(error: ShownError, language: Language): string {
  const table: Readonly<Record<string, Label>> = sentences
  const label = table[error.code]
  if (label) return withoutPlaces(fillLabel(label, language, error.args))
  return fillLabel(sentences.internal, language, { where: error.code, ...error.args })
}

/** A refusal that came without its details must not show `{name}` to anybody. */
function withoutPlaces(sentence: string): string {
  return sentence.replace(/ \([^()]*\{\w+\}[^()]*\)/g, '').replace(/\{\w+\}/g, '…')
}
