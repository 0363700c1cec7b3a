// Cell styles by what they look like, collected into the styles part of a workbook. One font family throughout:
// Times New Roman, as Decree 30/2020 asks. Must never hold more styles than were asked for.
import { xmlText } from './xml.ts'

export type CellStyle = {
  readonly sizePt?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  readonly vertical?: 'top' | 'center' | 'bottom'
  readonly wrap?: boolean
  readonly border?: boolean
  /** Fill and text colours, six hex digits. */
  readonly fill?: string
  readonly color?: string
  /** Number format code, e.g. `dd/mm/yyyy`, `#,##0`, `@`. */
  readonly format?: string
  /** Set on text that starts like a formula: editing the cell does not turn it into one. */
  readonly quotePrefix?: boolean
}

export const FONT = 'Times New Roman'

/** Size of the workbook's Normal style; column widths are counted in its digits. */
export const NORMAL_PT = 12

/** Collects styles while a workbook is written; index 0 is plain 12 pt. */
export type StyleTable = {
  /** Index for a cell's `s`; the same look gives the same index. */
  readonly indexOf: (style: CellStyle) => number
  /** xl/styles.xml of all looks asked for so far. */
  readonly toXml: () => string
}

function pool(first: readonly string[]): { index: (xml: string) => number; all: string[] } {
  const all = [...first]
  return {
    all,
    index: (xml) => {
      const found = all.indexOf(xml)
      return found >= 0 ? found : all.push(xml) - 1
    },
  }
}

function fontXml(style: CellStyle): string {
  const color = style.color ? `<color rgb="FF${style.color}"/>` : '<color rgb="FF000000"/>'
  return `<font>${style.bold ? '<b/>' : ''}${style.italic ? '<i/>' : ''}<sz val="${style.sizePt ?? NORMAL_PT}"/>${color}<name val="${FONT}"/><family val="1"/></font>`
}

const SIDE = (side: string) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`
const BORDER = `<border>${['left', 'right', 'top', 'bottom'].map(SIDE).join('')}<diagonal/></border>`
const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>'

export function styleTable(): StyleTable {
  const fonts = pool([fontXml({})])
  const fills = pool([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ])
  const borders = pool([NO_BORDER])
  const formats = pool([])
  const cells = pool(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'])
  const known = new Map<string, number>()

  function cellXml(style: CellStyle): string {
    const font = fonts.index(fontXml(style))
    const fill = style.fill
      ? fills.index(
          `<fill><patternFill patternType="solid"><fgColor rgb="FF${style.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0
    const border = style.border ? borders.index(BORDER) : 0
    const format = style.format === '@' ? 49 : style.format ? 164 + formats.index(style.format) : 0
    const align = `<alignment horizontal="${style.align ?? 'left'}" vertical="${style.vertical ?? 'top'}"${style.wrap ? ' wrapText="1"' : ''}/>`
    return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${style.quotePrefix ? ' quotePrefix="1"' : ''}>${align}</xf>`
  }

  return {
    indexOf(style) {
      const key = JSON.stringify(style)
      let index = known.get(key)
      if (index === undefined) {
        index = cells.index(cellXml(style))
        known.set(key, index)
      }
      return index
    },
    toXml() {
      const list = (tag: string, items: readonly string[]) =>
        items.length ? `<${tag} count="${items.length}">${items.join('')}</${tag}>` : ''
      const numFmts = formats.all.map(
        (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${xmlText(code)}"/>`,
      )
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list('numFmts', numFmts)}${list('fonts', fonts.all)}${list('fills', fills.all)}${list('borders', borders.all)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', cells.all)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
    },
  }
}
