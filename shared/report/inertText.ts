// Text that a spreadsheet would run as a formula leaves the app as text, and comes back as it was. In .xlsx it is a
// string cell with the quote-prefix mark, so that editing it does not wake it either; in CSV, which has no types, an
// apostrophe goes before it. Covers the six signs of ASVS 1.2.10, CR, NUL, leading blanks and full-width signs.

// biome-ignore lint/suspicious/noControlCharactersInRegex: control signs are what some programs skip before a formula
const STARTS_FORMULA = /^[\s\u0000-\u001f\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\u0000＝＋－−﹢﹣﹦﹫＠]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const NEEDS_MARK = /^'*[\s\u0000-\u001f\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\u0000＝＋－−﹢﹣﹦﹫＠]/

/** True when a spreadsheet might take the text for a formula or a command (DDE). */
export function startsFormula(text: string): boolean {
  const first = text.charCodeAt(0)
  // Letters and digits, the common case, cannot start one.
  if ((first >= 48 && first <= 57) || (first >= 65 && first <= 90) || (first >= 97 && first <= 122))
    return false
  return STARTS_FORMULA.test(text)
}

/** The text as a CSV field that no spreadsheet runs: quoted always, with an apostrophe when it needs one. */
export function textToCsv(text: string): string {
  return `"${markInert(text).replaceAll('"', '""')}"`
}

/** Puts an apostrophe before a text that starts a formula, or that already looks like a marked one. */
export function markInert(text: string): string {
  return NEEDS_MARK.test(text) ? `'${text}` : text
}

/** Takes markInert's apostrophe off again: `unmarkInert(markInert(t)) === t` for every t. Used when reading CSV. */
export function unmarkInert(text: string): string {
  return text.startsWith("'") && NEEDS_MARK.test(text) ? text.slice(1) : text
}
