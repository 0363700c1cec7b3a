// The text that Excel, LibreOffice and WPS put on the clipboard: tabs between cells, line ends between rows, a cell
// with a tab, a line end or a leading quote in quotes.

/** Cells → clipboard text, in the form Excel reads back cell by cell. */
export function cellsToTsv(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(quote).join('\t')).join('\r\n')
}

function quote(cell: string): string {
  return /[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Clipboard text → cells; the line end that closes the last row adds no row. */
export function tsvToCells(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const [cell, next] = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at)
    rows[rows.length - 1]!.push(cell)
    if (next >= text.length) break
    if (text[next] === '\t') at = next + 1
    else {
      at = text.startsWith('\r\n', next) ? next + 2 : next + 1
      if (at >= text.length) break
      rows.push([])
    }
  }
  return rows
}

function readPlain(text: string, at: number): [string, number] {
  let end = at
  while (end < text.length && !'\t\n\r'.includes(text[end]!)) end++
  return [text.slice(at, end), end]
}

function readQuoted(text: string, at: number): [string, number] {
  let cell = ''
  let end = at + 1
  for (;;) {
    const close = text.indexOf('"', end)
    // A quote that never closes is a cell that merely begins with one.
    if (close < 0) return readPlain(text, at)
    cell += text.slice(end, close)
    if (text[close + 1] === '"') {
      cell += '"'
      end = close + 2
      continue
    }
    const after = text[close + 1]
    if (after !== undefined && !'\t\n\r'.includes(after)) return readPlain(text, at)
    return [cell.replaceAll('\r\n', '\n'), close + 1]
  }
}
