// A report composed once, as data: parts of pages (a portrait letter, landscape annexes) made of the boxes of Decree
// 30/2020/NĐ-CP, paragraphs and tables. The workbook, Word and PDF writers all draw this and decide nothing about content.
// Tables are walked while they are written, so that a long list never stands in memory.
import type { HeadBoxes, Letterhead } from './letterhead.ts'
import type { CellValue } from './sheetXml.ts'
import type { Signature } from './signatureBlock.ts'
import type { Table } from './tableRows.ts'

/** A table's row with its cells made: tables of records and of computed figures look alike to a writer. */
export type PaperRow = { readonly id: string; readonly values: readonly CellValue[] }
export type PaperTable = Table<PaperRow>

export type Paragraph = {
  readonly kind: 'paragraph'
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** Body text is justified with an indented first line (Phụ lục I, II.6); others stand as said. */
  readonly align?: 'left' | 'center' | 'justify'
  readonly indent?: boolean
  /** Never the last line of a page: a heading stays with what it heads. */
  readonly keepNext?: boolean
}

export type Block =
  /** Boxes 1 to 4; `about` is a letter's box 5b, “V/v …”. */
  | {
      readonly kind: 'letterhead'
      readonly head: HeadBoxes
      readonly about?: string
    }
  /** Box 5a, the period and notes in brackets, box 6. */
  | ({ readonly kind: 'title' } & Pick<Letterhead, 'title' | 'subject' | 'notes' | 'basis'>)
  /** Head of an annex (Phụ lục I, III.1). */
  | {
      readonly kind: 'annexTitle'
      readonly label: string
      readonly title: string
      readonly guide: string
      readonly notes: readonly string[]
    }
  /** Box 9a. */
  | { readonly kind: 'addressees'; readonly names: readonly string[] }
  | Paragraph
  | {
      readonly kind: 'table'
      readonly table: PaperTable
      /** Across the table when it has no rows. */
      readonly nothing: string
      /** Line under the table, for so many rows. */
      readonly closing?: (count: number) => string
    }
  | { readonly kind: 'signature'; readonly signature: Signature }

export type PaperPart = {
  /** Name of the sheet in a workbook. */
  readonly sheet: string
  readonly landscape: boolean
  /** The same document on paper turned round: its pages are numbered on from the part before. */
  readonly continues?: true
  readonly blocks: readonly Block[]
}

export type Paper = {
  readonly title: string
  /** Name of the agency, kept in the file's properties. */
  readonly creator: string
  /** At the foot of every page, e.g. `4K7Q-92MD`: what ties paper and data; empty for a letter without data of its own. */
  readonly contentCode: string
  readonly draft: boolean
  /** Each numbers its pages from 1, unless it continues the one before. */
  readonly parts: readonly PaperPart[]
}

/** The line at the foot of every page. */
export function footerText(paper: Pick<Paper, 'contentCode' | 'draft'>): string {
  const code = paper.contentCode ? `Mã nội dung: ${paper.contentCode}` : ''
  return [paper.draft ? 'DỰ THẢO' : '', code].filter(Boolean).join('   ')
}

/** The same table with its cells made row by row, whatever its records are. */
export function paperTable<R>(table: Table<R>): PaperTable {
  const { columns, records, idOf } = table
  return {
    columnNumbers: table.columnNumbers,
    columns: columns.map((column, i) => ({ ...column, value: (row: PaperRow) => row.values[i] ?? null })),
    idOf: (row) => row.id,
    records: {
      *[Symbol.iterator]() {
        let ordinal = 0
        for (const record of records) {
          ordinal++
          yield { id: idOf(record), values: columns.map((column) => column.value(record, ordinal)) }
        }
      },
    },
  }
}

/** “Kính gửi: …” for one; a line each, with a dash, for several (Phụ lục I, II.9.a). */
export function addresseeLines(names: readonly string[]): string[] {
  const plain = names.map((name) => name.trim().replace(/[;.\s]+$/, ''))
  if (plain.length <= 1) return plain.map((name) => `Kính gửi: ${name}.`)
  return ['Kính gửi:', ...plain.map((name, i) => `- ${name}${i === plain.length - 1 ? '.' : ';'}`)]
}
