// An .xlsx made from what was read, for files that are not one (.xls, .ods, .csv) or cannot be edited in place: values
// and merged areas, everything as text or plain numbers, nothing as a formula.
import { address, type Cell, cellText, type Sheet, type Workbook } from '../../shared/excel/workbook.ts'
import { xmlText } from '../../shared/report/xml.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The container's parts, text by name. */
export function plainWorkbookParts(workbook: Workbook): Map<string, string> {
  const sheets = workbook.sheets.map((sheet, i) => ({
    sheet,
    file: `sheet${i + 1}.xml`,
    id: `rId${i + 1}`,
    number: i + 1,
  }))
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts = new Map<string, string>([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheets.map((s) => `<Override PartName="/xl/worksheets/${s.file}" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets.map((s) => `<sheet name="${xmlText(s.sheet.name)}" sheetId="${s.number}" r:id="${s.id}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((s) => `<Relationship Id="${s.id}" Type="${DOCUMENT}/worksheet" Target="worksheets/${s.file}"/>`).join('')}<Relationship Id="rIdStyles" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf quotePrefix="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ])
  for (const { sheet, file } of sheets) parts.set(`xl/worksheets/${file}`, sheetXml(sheet))
  return parts
}

function sheetXml(sheet: Sheet): string {
  const rows = sheet.rows.map(
    ({ row, cells }) =>
      `<row r="${row}">${cells.map((cell, c) => (cell === null ? '' : cellXml(address(row, c), cell))).join('')}</row>`,
  )
  const merges = sheet.merges.map(
    (m) => `<mergeCell ref="${address(m.top, m.left)}:${address(m.bottom, m.right)}"/>`,
  )
  const merged =
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`
}

function cellXml(at: string, cell: Cell): string {
  const number =
    typeof cell === 'number' ? cell : cell && typeof cell === 'object' && cell.k === 'number' ? cell.v : null
  if (number !== null) return `<c r="${at}"><v>${number}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(cell))}</t></is></c>`
}
