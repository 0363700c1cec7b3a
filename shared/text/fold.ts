// Folding: the same key for every way a Vietnamese word is typed — with or without marks, NFC or NFD, đ or d, old or
// new tone position (Hòa/Hoà), capitals, NBSP. Used by search, import and references alike, so that they agree.

/** NFC text with line ends, NBSP and zero-width marks made plain; what is stored. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0|\u202f/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
}

/** Lower case, no marks, đ→d, blanks run together and trimmed: two spellings of one name give one key. */
export function foldVietnamese(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[\s\u00a0\u200b\u2060\ufeff]+/g, ' ')
    .trim()
}

/** foldVietnamese with everything but letters and digits dropped: for comparing headings and keys. */
export function foldKey(text: string): string {
  return foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
