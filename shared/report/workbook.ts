// Writes an .xlsx workbook (ECMA-376, transitional) as a stream of bytes: rows are turned into XML as they are pulled,
// so memory does not grow with their number. Holds what official reports need and no more: styles, merges, print
// set-up, lists of allowed values, notes, ruled lines. Never writes a formula: every text is a string cell.
import { styleTable } from './cellStyle.ts'
import { sharedText } from './sharedText.ts'
import { type Sheet, sheetParts } from './sheetXml.ts'
import { xmlText } from './xml.ts'
import { type Deflate, zipWriter } from './zipWriter.ts'

export type Workbook = {
  readonly title: string
  /** Name of the agency, kept in the file's properties. */
  readonly creator: string
  readonly sheets: readonly Sheet[]
}

export type WriteOptions = {
  /** Receives the file's bytes in order. A returned promise is awaited: that is the back-pressure. */
  readonly sink: (bytes: Uint8Array) => void | Promise<void>
  /** A quicker raw DEFLATE than the built-in one, where the platform has it. */
  readonly deflate?: Deflate
  readonly crc32?: (bytes: Uint8Array, start: number) => number
  /** Called now and then with the rows written so far. */
  readonly onRows?: (rows: number) => void
  /** Lets the platform breathe between blocks of rows; without it the writer never yields. */
  readonly pause?: () => Promise<void>
  readonly signal?: AbortSignal
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypes(sheets: readonly Sheet[]): string {
  const parts = sheets.map((sheet, i) => {
    const n = i + 1
    const drawing = sheet.ruled
      ? `<Override PartName="/xl/drawings/drawing${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`
      : ''
    return `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEETML}.worksheet+xml"/>${drawing}`
  })
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETML}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${SHEETML}.sharedStrings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${parts.join('')}</Types>`
}

function relationships(
  items: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): string {
  const rows = items.map((r) => `<Relationship Id="${r.id}" Type="${r.type}" Target="${r.target}"/>`)
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`
}

function workbookXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const list = sheets.map(
    (s, i) =>
      `<sheet name="${xmlText(s.name)}" sheetId="${i + 1}"${s.hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  )
  const defined = names.length ? `<definedNames>${names.join('')}</definedNames>` : ''
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets>${defined}</workbook>`
}

/**
 * Writes the workbook to `options.sink`.
 * @returns the number of bytes and of rows written
 * @throws what the signal was aborted with; the bytes written until then are no workbook
 */
export async function writeWorkbook(
  workbook: Workbook,
  options: WriteOptions,
): Promise<{ bytes: number; rows: number }> {
  const styles = styleTable()
  const texts = sharedText()
  const zip = zipWriter(options)
  const { sheets } = workbook
  await zip.add('[Content_Types].xml', contentTypes(sheets))
  await zip.add(
    '_rels/.rels',
    relationships([
      { id: 'rId1', type: `${OFFICE}/officeDocument`, target: 'xl/workbook.xml' },
      { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    ]),
  )
  await zip.add(
    'docProps/core.xml',
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(workbook.title)}</dc:title><dc:creator>${xmlText(workbook.creator)}</dc:creator></cp:coreProperties>`,
  )
  let rows = 0
  const names: string[] = []
  for (const [i, sheet] of sheets.entries()) {
    const n = i + 1
    const parts = sheetParts(sheet, i, styles, texts)
    const entry = zip.open(`xl/worksheets/sheet${n}.xml`)
    for (const block of parts.blocks()) {
      options.signal?.throwIfAborted()
      await entry.push(block.xml)
      rows += block.rows
      options.onRows?.(rows)
      await options.pause?.()
    }
    await entry.close()
    names.push(...parts.definedNames())
    if (!sheet.ruled) continue
    const drawing = parts.drawingXml()
    await zip.add(`xl/drawings/drawing${n}.xml`, drawing)
    await zip.add(
      `xl/worksheets/_rels/sheet${n}.xml.rels`,
      relationships([{ id: 'rId1', type: `${OFFICE}/drawing`, target: `../drawings/drawing${n}.xml` }]),
    )
  }
  await zip.add('xl/styles.xml', styles.toXml())
  await zip.add('xl/sharedStrings.xml', texts.toXml())
  await zip.add('xl/workbook.xml', workbookXml(sheets, names))
  await zip.add(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map((_, i) => ({
        id: `rId${i + 1}`,
        type: `${OFFICE}/worksheet`,
        target: `worksheets/sheet${i + 1}.xml`,
      })),
      { id: `rId${sheets.length + 1}`, type: `${OFFICE}/styles`, target: 'styles.xml' },
      { id: `rId${sheets.length + 2}`, type: `${OFFICE}/sharedStrings`, target: 'sharedStrings.xml' },
    ]),
  )
  return { bytes: await zip.finish(), rows }
}
