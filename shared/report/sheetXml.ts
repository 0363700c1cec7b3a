// One worksheet as XML, in blocks of rows. Texts are string cells, never formulas; a text that starts like a
// formula also carries the quote-prefix mark. Row heights are the caller's: programs do not fit them on opening.
import type { CellStyle, StyleTable } from './cellStyle.ts'
import { startsFormula } from './inertText.ts'
import type { SharedText } from './sharedText.ts'
import { xmlText } from './xml.ts'

/** Text, number (dates as Excel serials with a date format), or nothing. */
export type CellValue = string | number | null

export type Row = {
  readonly values: readonly CellValue[]
  /** One a column; the same object for the same look, for speed. A column without a style and value is left out. */
  readonly styles: readonly (CellStyle | undefined)[]
  readonly heightPt?: number
  /** Columns joined, over one or more rows from this one. */
  readonly merges?: readonly { readonly from: number; readonly to: number; readonly rows?: number }[]
  /** Repeated at the top of every page; such rows stand together. */
  readonly printTitle?: boolean
  readonly pageBreakBefore?: boolean
  readonly hidden?: boolean
  /** Lines ruled in this row, from the sheet's left edge and the row's top, in pixels. */
  readonly rules?: readonly { readonly leftPx: number; readonly topPx: number; readonly widthPx: number }[]
}

export type Validation = {
  readonly column: number
  /** 1-based. */
  readonly firstRow: number
  readonly lastRow: number
  /** Address of the allowed values, e.g. `'Giá trị'!$A$1:$A$4`; without it only the note is shown. */
  readonly list?: string
  readonly title: string
  readonly note: string
}

export type Page = {
  readonly landscape: boolean
  /** False leaves wide sheets on several pages side by side instead of making them small. */
  readonly fitWidth?: boolean
  /** Margins in millimetres. */
  readonly marginsMm: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }
  /** Codes of ECMA-376 §18.3.1.46; `first` differ from the rest. */
  readonly firstFooter: string
  readonly header: string
  readonly footer: string
}

export type Sheet = {
  readonly name: string
  readonly hidden?: boolean
  readonly columns: readonly { readonly widthPx: number; readonly hidden?: boolean }[]
  readonly rows: Iterable<Row>
  readonly page?: Page
  /** Columns that are printed, from the first; needs `page`. */
  readonly printColumns?: number
  /** Rows above this one stay in view. */
  readonly freezeRows?: number
  readonly validations?: readonly Validation[]
  /** True when a row rules a line: known before rows are made. */
  readonly ruled?: boolean
}

/** `A`, `B` … `XFD` of a 0-based column. */
export function columnName(index: number): string {
  let name = ''
  for (let n = index; n >= 0; n = Math.floor(n / 26) - 1) name = String.fromCharCode(65 + (n % 26)) + name
  return name
}

/** Width of the widest digit of Times New Roman 12 at 96 dpi: the unit of column widths. */
export const DIGIT_PX = 8
const EMU_PER_PX = 9525
const BLOCK_CHARS = 1 << 19
const MM_PER_INCH = 25.4
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export function sheetParts(
  sheet: Sheet,
  index: number,
  styles: StyleTable,
  texts: SharedText,
): {
  readonly blocks: () => Generator<{ xml: string; rows: number }>
  readonly definedNames: () => string[]
  readonly drawingXml: () => string
} {
  const columns = sheet.columns.map((_, i) => columnName(i))
  const merges: string[] = []
  const breaks: number[] = []
  const rules: string[] = []
  let titleRows: [number, number] | null = null
  let last = 0

  // One look-up by identity for each style object; the table itself compares by content.
  const plain = new Map<CellStyle, number>()
  const prefixed = new Map<CellStyle, number>()
  function styleIndex(style: CellStyle, prefix: boolean): number {
    const known = prefix ? prefixed : plain
    let found = known.get(style)
    if (found === undefined) {
      found = styles.indexOf(prefix ? { ...style, quotePrefix: true } : style)
      known.set(style, found)
    }
    return found
  }

  function rowXml(row: Row, number: number): string {
    let xml = `<row r="${number}"${row.heightPt ? ` ht="${row.heightPt}" customHeight="1"` : ''}${row.hidden ? ' hidden="1"' : ''}>`
    for (let i = 0; i < columns.length; i++) {
      const value = row.values[i]
      const style = row.styles[i]
      if (typeof value === 'string' && value !== '') {
        const s = style ? styleIndex(style, startsFormula(value)) : 0
        const shared = texts.indexOf(value)
        if (shared >= 0) {
          xml += `<c r="${columns[i]}${number}" s="${s}" t="s"><v>${shared}</v></c>`
          continue
        }
        const space =
          value.charCodeAt(0) <= 32 || value.charCodeAt(value.length - 1) <= 32 || value.includes('\n')
        xml += `<c r="${columns[i]}${number}" s="${s}" t="inlineStr"><is><t${space ? ' xml:space="preserve"' : ''}>${xmlText(value)}</t></is></c>`
      } else if (typeof value === 'number') {
        xml += `<c r="${columns[i]}${number}" s="${style ? styleIndex(style, false) : 0}"><v>${value}</v></c>`
      } else if (style) {
        xml += `<c r="${columns[i]}${number}" s="${styleIndex(style, false)}"/>`
      }
    }
    return `${xml}</row>`
  }

  function note(row: Row, number: number): void {
    for (const m of row.merges ?? []) {
      if (m.to > m.from || (m.rows ?? 1) > 1)
        merges.push(`${columns[m.from]}${number}:${columns[m.to]}${number + (m.rows ?? 1) - 1}`)
    }
    if (row.pageBreakBefore) breaks.push(number - 1)
    if (row.printTitle) titleRows = [titleRows?.[0] ?? number, number]
    for (const rule of row.rules ?? []) rules.push(ruleXml(sheet, rule, number, rules.length + 1))
  }

  return {
    *blocks() {
      let xml = headXml(sheet, index)
      let rows = 0
      for (const row of sheet.rows) {
        last++
        rows++
        note(row, last)
        xml += rowXml(row, last)
        if (xml.length < BLOCK_CHARS) continue
        yield { xml, rows }
        xml = ''
        rows = 0
      }
      yield { xml: xml + tailXml(sheet, merges, breaks), rows }
    },
    definedNames() {
      const name = `'${sheet.name.replaceAll("'", "''")}'`
      const out: string[] = []
      if (sheet.printColumns && last > 0) {
        const area = `${name}!$A$1:$${columnName(sheet.printColumns - 1)}$${last}`
        out.push(
          `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${xmlText(area)}</definedName>`,
        )
      }
      if (titleRows) {
        const rows = `${name}!$${titleRows[0]}:$${titleRows[1]}`
        out.push(
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(rows)}</definedName>`,
        )
      }
      return out
    },
    drawingXml() {
      return `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${rules.join('')}</xdr:wsDr>`
    },
  }
}

function ruleXml(
  sheet: Sheet,
  rule: { leftPx: number; topPx: number; widthPx: number },
  row: number,
  id: number,
): string {
  let column = 0
  let left = rule.leftPx
  while (column < sheet.columns.length - 1 && left >= sheet.columns[column]!.widthPx)
    left -= sheet.columns[column++]!.widthPx
  const cx = Math.round(rule.widthPx * EMU_PER_PX)
  const from = `<xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${Math.round(left * EMU_PER_PX)}</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>${Math.round(rule.topPx * EMU_PER_PX)}</xdr:rowOff></xdr:from>`
  return `<xdr:oneCellAnchor>${from}<xdr:ext cx="${cx}" cy="0"/><xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="${id + 1}" name="Line ${id}"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></xdr:spPr></xdr:cxnSp><xdr:clientData/></xdr:oneCellAnchor>`
}

function headXml(sheet: Sheet, index: number): string {
  const fit =
    sheet.page && sheet.page.fitWidth !== false ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''
  const pane = sheet.freezeRows
    ? `<pane ySplit="${sheet.freezeRows}" topLeftCell="A${sheet.freezeRows + 1}" activePane="bottomLeft" state="frozen"/>`
    : ''
  const cols = sheet.columns.map(
    (c, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${c.widthPx / DIGIT_PX}"${c.hidden ? ' hidden="1"' : ''} customWidth="1"/>`,
  )
  return `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${fit}<sheetViews><sheetView showGridLines="${sheet.page ? 0 : 1}"${index === 0 ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/><cols>${cols.join('')}</cols><sheetData>`
}

function validationXml(v: Validation): string {
  const name = columnName(v.column)
  const list = v.list
    ? ' type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" errorTitle="Giá trị ngoài danh mục" error="Chọn một giá trị trong danh sách, hoặc bấm Có để giữ chữ đã gõ; khi nhập vào sổ sẽ hỏi lại."'
    : ''
  // Excel refuses longer prompts.
  const title = xmlText(v.title.slice(0, 32))
  const note = xmlText(v.note.slice(0, 255))
  return `<dataValidation${list} showInputMessage="1" promptTitle="${title}" prompt="${note}" sqref="${name}${v.firstRow}:${name}${v.lastRow}">${v.list ? `<formula1>${xmlText(v.list)}</formula1>` : ''}</dataValidation>`
}

function tailXml(sheet: Sheet, merges: readonly string[], breaks: readonly number[]): string {
  let xml = '</sheetData>'
  if (merges.length)
    xml += `<mergeCells count="${merges.length}">${merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`
  if (sheet.validations?.length) {
    xml += `<dataValidations count="${sheet.validations.length}">${sheet.validations.map(validationXml).join('')}</dataValidations>`
  }
  if (sheet.page) {
    const { marginsMm: m, landscape, header, footer, firstFooter } = sheet.page
    const inch = (mm: number) => (mm / MM_PER_INCH).toFixed(4)
    xml += `<printOptions horizontalCentered="1"/><pageMargins left="${inch(m.left)}" right="${inch(m.right)}" top="${inch(m.top)}" bottom="${inch(m.bottom)}" header="${inch(10)}" footer="${inch(9)}"/>`
    xml += `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}"${sheet.page.fitWidth === false ? '' : ' fitToWidth="1" fitToHeight="0"'} firstPageNumber="1" useFirstPageNumber="1"/>`
    xml += `<headerFooter differentFirst="1" scaleWithDoc="0"><oddHeader>${xmlText(header)}</oddHeader><oddFooter>${xmlText(footer)}</oddFooter><firstHeader></firstHeader><firstFooter>${xmlText(firstFooter)}</firstFooter></headerFooter>`
  }
  if (breaks.length) {
    xml += `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.map((b) => `<brk id="${b}" max="16383" man="1"/>`).join('')}</rowBreaks>`
  }
  if (sheet.ruled) xml += '<drawing r:id="rId1"/>'
  return `${xml}</worksheet>`
}
