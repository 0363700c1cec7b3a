// Workbooks for import tests, made in code: plain lists, and containers that no honest program would write.
import { crc32, deflateRawSync } from 'node:zlib'
import { xmlText } from '../shared/report/xml.ts'

export type FixtureCell = string | number | boolean | null | { readonly xml: string }

export type FixtureSheet = {
  readonly name: string
  readonly rows: readonly (readonly FixtureCell[])[]
  /** A1 ranges. */
  readonly merges?: readonly string[]
  readonly dimension?: string
  readonly state?: 'hidden'
  /** XML of `<cols>` and the like, before the rows. */
  readonly before?: string
}

export type ZipEntry = {
  readonly name: string
  readonly data: Buffer
  /** Declared size, when it lies. */
  readonly declared?: number
  readonly flags?: number
  readonly stored?: boolean
  readonly at?: number
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A zip as told, lies included. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const packed = entry.stored ? entry.data : deflateRawSync(entry.data)
    const name = Buffer.from(entry.name)
    const size = entry.declared ?? entry.data.length
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(entry.flags ?? 0, 6)
    local.writeUInt16LE(entry.stored ? 0 : 8, 8)
    local.writeUInt32LE(crc32(entry.data), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    local.copy(central, 8, 6, 28)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(entry.at ?? offset, 42)
    if (entry.at === undefined) chunks.push(local, name, packed)
    directory.push(central, name)
    if (entry.at === undefined) offset += 30 + name.length + packed.length
  }
  const size = directory.reduce((sum, b) => sum + b.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, ...directory, end])
}

/** An .xlsx of inline strings and numbers. `{ xml }` puts a cell's inner XML as it is. */
export function makeXlsx(sheets: readonly FixtureSheet[], extra: readonly ZipEntry[] = []): Buffer {
  return makeZip([...xlsxEntries(sheets), ...extra])
}

export function xlsxEntries(sheets: readonly FixtureSheet[]): ZipEntry[] {
  const part = (name: string, text: string): ZipEntry => ({ name, data: Buffer.from(text) })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const list = sheets.map((sheet, i) => ({ sheet, n: i + 1 }))
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${list.map(({ n }) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${list.map(({ sheet, n }) => `<sheet name="${xmlText(sheet.name)}" sheetId="${n}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${list.map(({ n }) => `<Relationship Id="rId${n}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part(
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...list.map(({ sheet, n }) => part(`xl/worksheets/sheet${n}.xml`, sheetXml(sheet))),
  ]
}

function sheetXml(sheet: FixtureSheet): string {
  const rows = sheet.rows.map((cells, r) => {
    const inner = cells.map((cell, c) => cellXml(`${letters(c)}${r + 1}`, cell)).join('')
    return inner ? `<row r="${r + 1}">${inner}</row>` : ''
  })
  const merges = sheet.merges?.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<worksheet xmlns="${MAIN}">${sheet.dimension ? `<dimension ref="${sheet.dimension}"/>` : ''}${sheet.before ?? ''}<sheetData>${rows.join('')}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`
}

function cellXml(at: string, cell: FixtureCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'object') return `<c r="${at}" ${cell.xml}</c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
}

function letters(index: number): string {
  let name = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}
