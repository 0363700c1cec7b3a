// Text as XML 1.0 can carry it inside a workbook. What XML cannot hold (control signs, CR) goes as `_xHHHH_`, the
// escape of ECMA-376 part 1 §22.9.2.19, so that it is read back as it was; lone halves of a surrogate pair become U+FFFD.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs to be escaped
const PLAIN = /^[^\u0000-\u0008\u000b-\u001f"&<>_\ud800-\udfff\ufffe\uffff]*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const UNCARRIED = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

function escapeCode(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** The text escaped for element content or a double-quoted attribute. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(UNCARRIED, escapeCode)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The text escaped for a Word document, which knows no escape of control signs: what XML cannot hold is left out. */
export function wordText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .toWellFormed()
    .replace(UNCARRIED, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
