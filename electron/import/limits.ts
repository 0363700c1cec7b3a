// How much of an office PC one imported file may take. The figures hold for a PC with 4 GB (a list of 10,000 rows and 30
// columns takes a third of them); tests make them smaller.

export type ImportLimits = {
  /** Size of the file itself. */
  readonly fileBytes: number
  /** Parts inside a zip container. */
  readonly entries: number
  /** Bytes of all parts once inflated, as declared and as counted. */
  readonly inflatedBytes: number
  /** Inflated to compressed; held against a container only above `ratioFromBytes`. */
  readonly ratio: number
  readonly ratioFromBytes: number
  readonly sheets: number
  /** Cells that hold something, in the whole workbook. */
  readonly cells: number
  /** Last used column of a row. */
  readonly columns: number
  readonly cellChars: number
  readonly heapMb: number
  readonly rssBytes: number
  readonly timeoutMs: number
}

export const IMPORT_LIMITS: ImportLimits = {
  fileBytes: 50 * 1024 * 1024,
  entries: 1_000,
  inflatedBytes: 128 * 1024 * 1024,
  ratio: 100,
  ratioFromBytes: 4 * 1024 * 1024,
  sheets: 255,
  cells: 4_000_000,
  columns: 16_384,
  cellChars: 40_000,
  heapMb: 512,
  rssBytes: 700 * 1024 * 1024,
  timeoutMs: 20_000,
}

/** Why a workbook was not read. The code is a key of shared/messages/sentences.ts. */
export type WorkbookRefusal = {
  readonly code:
    | 'import-not-found'
    | 'import-too-large'
    | 'import-empty'
    | 'import-encrypted'
    | 'import-truncated'
    | 'import-damaged'
    | 'import-bomb'
    | 'import-too-many-parts'
    | 'import-too-many-cells'
    | 'import-not-a-workbook'
    | 'import-html'
    | 'import-unsupported'
    | 'import-macro-hidden'
    | 'import-memory'
    | 'import-timeout'
    | 'import-cancelled'
  readonly args?: Readonly<Record<string, string | number>>
}
