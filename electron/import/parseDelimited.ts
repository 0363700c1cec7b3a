// Text tables: which letters (UTF-8, UTF-16, Windows-1258) and which separator (`;` `,` tab) are found from the content.
// Every cell stays text: nothing is turned into a number or a date here, so "0012" and "1.10" survive.
import type { Cell, SheetRow } from '../../shared/excel/workbook.ts'

/** Which UTF-16 the bytes are, by their byte-order mark or by the zeros that Latin letters leave; null: neither. */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 400)
  let even = 0
  let odd = 0
  for (const [i, byte] of head.entries()) {
    if (byte === 0 && i % 2 === 0) even++
    else if (byte === 0) odd++
  }
  if (odd > head.length / 4 && even * 8 < odd) return 'utf-16le'
  return even > head.length / 4 && odd * 8 < even ? 'utf-16be' : null
}

/** The text of a delimited file: UTF-16, else UTF-8 when valid, else Windows-1258. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = findUtf16(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Windows-1258 writes tones as combining marks after the letter; NFC puts them together.
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  }
}

/** The separator that gives the first lines the same, largest number of columns; a `sep=;` line decides by itself. */
export function findSeparator(text: string): string {
  const declared = /^sep=(.)\r?\n/.exec(text)
  if (declared) return declared[1]!
  let best = ','
  let bestScore = 0
  for (const separator of [';', ',', '\t']) {
    const widths = parseRows(text.slice(0, 20_000), separator, 30).map((row) => row.length)
    const widest = Math.max(0, ...widths)
    if (widest < 2) continue
    const alike = widths.filter((w) => w === widest).length / widths.length
    const score = alike * 10 + Math.min(widest, 20) / 20
    if (score > bestScore) {
      best = separator
      bestScore = score
    }
  }
  return best
}

/** Used rows of a delimited text (RFC 4180, line breaks inside quotes kept). */
export function parseDelimited(text: string): SheetRow[] {
  const separator = findSeparator(text)
  const body = text.replace(/^sep=.\r?\n/, '')
  const skipped = body.length === text.length ? 0 : 1
  const rows: SheetRow[] = []
  for (const [i, texts] of parseRows(body, separator, Number.POSITIVE_INFINITY).entries()) {
    const cells: Cell[] = texts.map((t) => (t.trim() === '' ? null : t))
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop()
    if (cells.length > 0) rows.push({ row: i + 1 + skipped, cells })
  }
  return rows
}

function parseRows(text: string, separator: string, limit: number): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length && rows.length < limit) {
    let cell: string
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1)
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
      // What follows a closing quote before the separator belongs to a badly quoted cell: keep it.
      const rest = plainEnd(text, at, separator)
      cell += text.slice(at, rest)
      at = rest
    } else {
      const end = plainEnd(text, at, separator)
      cell = text.slice(at, end)
      at = end
    }
    row.push(cell)
    const next = text[at]
    if (next === separator) {
      at++
      continue
    }
    if (next === '\r' && text[at + 1] === '\n') at++
    at++
    if (at > text.length && row.length === 1 && row[0] === '') break
    rows.push(row)
    row = []
  }
  return rows
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return text.length
}

function plainEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const c = text[at]
    if (c === separator || c === '\n' || c === '\r') return at
  }
  return text.length
}
