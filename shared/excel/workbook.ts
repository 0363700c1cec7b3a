// A workbook as the parser hands it over: what was in the cells, nothing guessed. Compact on purpose (plain text and
// plain numbers stay primitives), because 300,000 cells cross a process boundary. It never holds styles or formulas.

/** A cell that is more than plain text or a plain number. `w` is the text as Excel shows it. */
export type RichCell =
  | { readonly k: 'number'; readonly v: number; readonly w: string; readonly f?: true }
  /** `v` is `YYYY-MM-DD`; `w` is dd/mm/yyyy. */
  | { readonly k: 'date'; readonly v: string; readonly w: string; readonly f?: true }
  | { readonly k: 'text'; readonly v: string; readonly f: true }
  | { readonly k: 'error'; readonly v: string }
  /** A formula that was saved without its result. */
  | { readonly k: 'formula'; readonly v: null }

/** null: empty · string: text · number: a number in General format · boolean. */
export type Cell = null | string | number | boolean | RichCell

export type CellKind = 'empty' | 'text' | 'number' | 'bool' | RichCell['k']

/** One used row. `row` is 1-based; `cells[c]` is column c, 0-based, trailing empty cells cut. */
export type SheetRow = { readonly row: number; readonly cells: readonly Cell[]; readonly hidden?: true }

/** A merged area, 1-based rows and 0-based columns, both ends within. */
export type Merge = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** In which letters the sheet's text was typed before conversion; `mixed` when cells differ. */
export type TextEncoding = 'unicode' | 'tcvn3' | 'vni' | 'mixed'

export type Sheet = {
  readonly name: string
  /** Used rows only, in order. */
  readonly rows: readonly SheetRow[]
  /** Used columns: 1 + the last column that holds anything. */
  readonly width: number
  readonly merges: readonly Merge[]
  readonly hidden: boolean
  /** 0-based. Hidden rows and columns are read like any other. */
  readonly hiddenColumns: readonly number[]
  /** Cells whose text was converted to Unicode. */
  readonly converted: number
  readonly encoding: TextEncoding
}

export type FileKind = 'xlsx' | 'xls' | 'ods' | 'csv'

export type Workbook = {
  readonly name: string
  readonly kind: FileKind
  /** The file carried macros; they were left unread. */
  readonly macros: boolean
  readonly sheets: readonly Sheet[]
}

export function cellKind(cell: Cell | undefined): CellKind {
  if (cell === null || cell === undefined) return 'empty'
  if (typeof cell === 'string') return 'text'
  if (typeof cell === 'number') return 'number'
  if (typeof cell === 'boolean') return 'bool'
  return cell.k
}

/** The text as Excel shows it; '' for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return plainNumber(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (cell.k === 'number' || cell.k === 'date') return cell.w
  return cell.v ?? ''
}

/** All digits of a number, never `1e+21`: codes and telephone numbers must survive. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) >= 1e21) return BigInt(value).toString()
  return String(value)
}

/** Excel's letters of a 0-based column: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  let name = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  }
  return name
}

/** 0-based column of Excel's letters: A → 0. */
export function columnIndex(letters: string): number {
  let n = 0
  for (const letter of letters.toUpperCase()) n = n * 26 + (letter.charCodeAt(0) - 64)
  return n - 1
}

/** `C7`, from a 1-based row and a 0-based column. */
export function address(row: number, column: number): string {
  return `${columnName(column)}${row}`
}
