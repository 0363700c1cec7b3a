// A refusal as one sentence in the reader's language: what happened, whether the work is safe, what to do next.
import type { Language } from '../registers/displayValue.ts'
import { type ErrorCode, sentences } from './sentences.ts'

/** True for a code that this version has a sentence for. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(sentences, code)
}

/**
 * The sentence of a code with its `{places}` filled. A place without a value reads “…” (a sync's state names only its
 * code); a code from a newer core gets the general sentence that names it.
 * @param args values for the places, never secrets.
 */
export function sentence(
  code: ErrorCode | (string & {}),
  args: Readonly<Record<string, string | number>> = {},
  language: Language = 'vi',
): string {
  const known = isErrorCode(code)
  const values = known ? args : { where: code }
  const text = sentences[known ? code : 'internal'][language]
  return text.replace(/\{(\w+)\}/g, (_place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : '…',
  )
}
