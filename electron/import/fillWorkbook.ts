// A superior's own blank .xlsx, filled from a register and otherwise as it came: letterhead, widths, styles, sums, other
// sheets, pictures. Nothing of the file is run; formulas that reach outside the workbook do not leave again.
import type { BlankPlan } from '../../shared/excel/planBlank.ts'
import { address, cellText, type Sheet } from '../../shared/excel/workbook.ts'
import type { Field, Register, Value, Values } from '../../shared/registers/define.ts'
import { displayValue } from '../../shared/registers/displayValue.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { foldKey } from '../../shared/text/fold.ts'
import { type FilledCell, fillSheetXml } from './fillSheet.ts'
import { IMPORT_LIMITS, type WorkbookRefusal } from './limits.ts'
import { dropOutsideFormulas } from './markSheet.ts'
import { shiftAnchors, shiftReferences } from './shiftRows.ts'
import { attribute, decodeXml, type SheetPart, sheetParts } from './workbookParts.ts'
import { openParts, packParts } from './workbookZip.ts'

export type FillRefusal = WorkbookRefusal | { readonly code: 'blank-not-xlsx'; readonly args?: undefined }

/**
 * @param bytes the blank as it came
 * @param records in the order in which they are listed
 * @param officeName put after "Đơn vị: ……" over the table
 */
export function fillWorkbook(
  bytes: Uint8Array,
  name: string,
  sheet: Sheet,
  plan: BlankPlan,
  register: Register,
  records: readonly Values[],
  officeName: string,
): Result<{ name: string; bytes: Uint8Array }, FillRefusal> {
  const opened = openParts(bytes, name, IMPORT_LIMITS)
  if (!opened.ok) return opened
  const parts = opened.value
  const text = (path: string) => parts.get(path)?.toString('utf8')
  const part = sheetParts(text).find((one) => one.name === sheet.name)
  const xml = part && text(part.path)
  if (!part || xml === undefined) return err({ code: 'blank-not-xlsx' })
  const lists = choiceLists(xml)
  const columns = plan.columns.flatMap(({ index, field }) => {
    const found = register.fields.find((one) => one.id === field)
    return found ? [{ index, field: found, choices: lists.get(index) ?? [] }] : []
  })
  const rows = records.map((values, i) => {
    const cells = new Map<number, FilledCell>()
    if (plan.ordinal !== null) cells.set(plan.ordinal, { number: i + 1 })
    for (const { index, field, choices } of columns)
      cells.set(index, cellOf(field, values[field.id] ?? null, choices))
    return cells
  })
  const isDateStyle = dateStyles(text('xl/styles.xml') ?? '')
  const filled = fillSheetXml(
    xml,
    { firstRow: plan.firstRow, slots: plan.slots, rows, singles: officeLines(sheet, plan, officeName) },
    isDateStyle,
  )
  if (filled === null) return err({ code: 'blank-not-xlsx' })
  parts.set(part.path, Buffer.from(dropOutsideFormulas(filled.xml)))
  if (filled.insertion.count > 0) moveAround(parts, part, filled.insertion)
  recalculate(parts)
  return ok({ name: filledName(name), bytes: packParts(parts) })
}

function cellOf(field: Field, value: Value, choices: readonly string[]): FilledCell {
  if (value === null) return { text: '' }
  if (field.type === 'int' && typeof value === 'number') return { number: value }
  if (field.type === 'date' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return { day: value }
  const written = displayValue(field, value)
  return { text: choiceFor(field, value, written, choices) }
}

/** The form's own word for a value, where it lets only certain words be chosen. */
function choiceFor(field: Field, value: Value, written: string, choices: readonly string[]): string {
  if (choices.length === 0) return written
  const allowed = field.values?.find((one) => one.id === value)
  const names = [written, ...(allowed ? [allowed.label.en, allowed.id, ...(allowed.synonyms ?? [])] : [])]
  if (value === true) names.push('x', 'yes', '1')
  const keys = new Set(names.map(foldKey))
  return choices.find((choice) => keys.has(foldKey(choice))) ?? written
}

/** Words written out in the sheet's own drop-down lists, by column. */
function choiceLists(xml: string): Map<number, readonly string[]> {
  const lists = new Map<number, readonly string[]>()
  for (const [whole] of xml.matchAll(/<(?:\w+:)?dataValidation\b[\s\S]*?<\/(?:\w+:)?dataValidation>/g)) {
    const written = /<(?:\w+:)?formula1>"([^<]*)"<\/|<(?:\w+:)?formula1>&quot;([^<]*)&quot;<\//.exec(whole)
    const words = decodeXml(written?.[1] ?? written?.[2] ?? '')
      .split(',')
      .map((word) => word.trim())
    if (words.length < 2) continue
    for (const [, letters] of (attribute(whole, 'sqref') ?? '').matchAll(/([A-Z]{1,3})\d+/g)) {
      let n = 0
      for (const letter of letters!) n = n * 26 + letter.charCodeAt(0) - 64
      lists.set(n - 1, words)
    }
  }
  return lists
}

/** "Đơn vị báo cáo: ………" over the table takes the office's name. */
function officeLines(sheet: Sheet, plan: BlankPlan, officeName: string): Map<string, string> {
  const lines = new Map<string, string>()
  for (const row of sheet.rows) {
    if (row.row >= plan.headerRows[0]) break
    for (const [c, cell] of row.cells.entries()) {
      const found = /^\s*((?:Tên )?(?:cơ quan|đơn vị)(?: báo cáo| thực hiện| lập)?)\s*:\s*[.…_\s]*$/iu.exec(
        cellText(cell),
      )
      if (found) lines.set(address(row.row, c), `${found[1]}: ${officeName}`)
    }
  }
  return lines
}

// Excel's own date formats, and custom ones that show a day or a month beside a year.
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57])

function dateStyles(styles: string): (style: number) => boolean {
  const custom = new Map<number, string>()
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g))
    custom.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
  const xfs = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(styles)?.[1] ?? ''
  const formats = [...xfs.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].map(([tag]) =>
    Number(attribute(tag, 'numFmtId') ?? 0),
  )
  return (style) => {
    const format = formats[style] ?? 0
    return (
      DATE_FORMATS.has(format) ||
      /d.*y|y.*d|m.*y/i.test((custom.get(format) ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, ''))
    )
  }
}

/** What lies outside the sheet's own part and names its rows: names, pictures, notes, formulas of other sheets. */
function moveAround(
  parts: Map<string, Buffer>,
  part: SheetPart,
  insertion: { readonly after: number; readonly count: number },
): void {
  const own = new Set([`${part.name}!`, `'${part.name.replaceAll("'", "''")}'!`])
  const isOwn = (prefix: string | undefined) => prefix !== undefined && own.has(decodeXml(prefix))
  const change = (path: string, edit: (xml: string) => string) => {
    const xml = parts.get(path)?.toString('utf8')
    if (xml !== undefined) parts.set(path, Buffer.from(edit(xml)))
  }
  const folder = part.path.slice(0, part.path.lastIndexOf('/') + 1)
  const relations = parts.get(`${folder}_rels/${part.path.slice(folder.length)}.rels`)?.toString('utf8') ?? ''
  for (const [tag] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    const target = (attribute(tag, 'Target') ?? '').replace(/^\/?(?:\.\.\/)?/, '')
    const path = [target, `xl/${target}`].find((one) => parts.has(one))
    if (!path) continue
    if (/drawing/i.test(target)) change(path, (xml) => shiftAnchors(xml, insertion))
    if (/comments|tables\//i.test(target)) {
      change(path, (xml) =>
        xml.replace(
          /(\sref=")([^"]*)"/g,
          (_, head: string, ref: string) => `${head}${shiftReferences(ref, insertion)}"`,
        ),
      )
    }
  }
  for (const path of parts.keys()) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(path) && path !== part.path) {
      change(path, (xml) =>
        xml.replace(
          /(<(?:\w+:)?f\b[^>]*>)([^<]*)(<\/)/g,
          (_, open: string, formula: string, close: string) =>
            `${open}${shiftReferences(formula, insertion, isOwn)}${close}`,
        ),
      )
    }
    if (/^xl\/workbook\.xml$/.test(path)) {
      change(path, (xml) =>
        xml.replace(
          /(<(?:\w+:)?definedName\b[^>]*>)([^<]*)(<\/)/g,
          (_, open: string, ref: string, close: string) =>
            `${open}${shiftReferences(ref, insertion, isOwn)}${close}`,
        ),
      )
    }
  }
}

/** Sums are worked out anew when the file is opened: their old results and their old order no longer hold. */
function recalculate(parts: Map<string, Buffer>): void {
  const drop = (path: string, pattern: RegExp) => {
    const xml = parts.get(path)?.toString('utf8')
    if (xml !== undefined) parts.set(path, Buffer.from(xml.replace(pattern, '')))
  }
  if (parts.delete('xl/calcChain.xml')) {
    drop('[Content_Types].xml', /<Override\b[^>]*calcChain[^>]*\/>/)
    drop('xl/_rels/workbook.xml.rels', /<Relationship\b[^>]*calcChain[^>]*\/>/)
  }
  for (const path of parts.keys()) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(path))
      drop(path, /(?<=<\/(?:\w+:)?f>)<((?:\w+:)?)v>[^<]*<\/\1v>/g)
  }
  const workbook = parts.get('xl/workbook.xml')?.toString('utf8')
  if (workbook === undefined) return
  const calculated = /<((?:\w+:)?)calcPr\b/.test(workbook)
    ? workbook.replace(/<((?:\w+:)?)calcPr\b(?![^>]*fullCalcOnLoad)/, '<$1calcPr fullCalcOnLoad="1"')
    : workbook
  parts.set('xl/workbook.xml', Buffer.from(calculated))
}

/** It stays with the officer and goes back to who sent it: its own name, with a word before the extension. */
function filledName(name: string): string {
  return `${name.replace(/^.*[\\/]/, '').replace(/\.xls[xm]?$/i, '')} - đã điền.xlsx`
}
