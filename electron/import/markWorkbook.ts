// The officer's own workbook back, with its bad cells red and noted and a sheet "Lỗi nhập" that lists them. An .xlsx keeps
// everything else that is in it; other kinds come back as an .xlsx of the same cells. Formulas that reach outside the
// workbook do not leave again.
import { address, columnIndex, type Workbook } from '../../shared/excel/workbook.ts'
import { xmlText } from '../../shared/report/xml.ts'
import { ok, type Result } from '../../shared/result.ts'
import { IMPORT_LIMITS, type ImportLimits, type WorkbookRefusal } from './limits.ts'
import { type BadCells, dropOutsideFormulas, markSheetXml } from './markSheet.ts'
import { plainWorkbookParts } from './plainWorkbook.ts'
import { addContentType, addNotes, type Note, type PartTexts } from './workbookNotes.ts'
import { sheetParts } from './workbookParts.ts'
import { openParts, packParts } from './workbookZip.ts'

/** One bad cell. `cell` is Excel's address. */
export type CellMark = { readonly sheet: string; readonly cell: string; readonly message: string }

export type MarkedWorkbook = { readonly name: string; readonly bytes: Uint8Array }

const ERROR_SHEET = 'Lỗi nhập'
/** More notes than this make a workbook that Excel opens slowly; the error sheet lists every mark all the same. */
const MAX_NOTES = 5_000

/**
 * @param bytes the file as it was read
 * @param workbook what readWorkbook gave for it
 * @param marks every bad cell
 */
export function markWorkbook(
  bytes: Uint8Array,
  workbook: Workbook,
  marks: readonly CellMark[],
  limits: ImportLimits = IMPORT_LIMITS,
): Result<MarkedWorkbook, WorkbookRefusal> {
  const name = markedName(workbook)
  if (workbook.kind === 'xlsx') {
    const parts = openParts(bytes, workbook.name, limits)
    if (!parts.ok) return parts
    const edited = applyMarks(parts.value, marks)
    if (edited) return ok({ name, bytes: packParts(parts.value) })
  }
  const parts = new Map<string, Buffer>()
  for (const [path, text] of plainWorkbookParts(workbook)) parts.set(path, Buffer.from(text))
  if (!applyMarks(parts, marks)) throw new Error('a plain workbook could not be marked')
  return ok({ name: name.replace(/\.xlsm$/i, '.xlsx'), bytes: packParts(parts) })
}

/** Plain ASCII is not asked of a file that stays with the officer: its own name, with a word before the extension. */
function markedName(workbook: Workbook): string {
  const base = workbook.name.replace(/^.*[\\/]/, '')
  const dot = base.lastIndexOf('.')
  const stem = dot > 0 ? base.slice(0, dot) : base
  return `${stem} - lỗi nhập${/\.xlsm$/i.test(base) && workbook.kind === 'xlsx' ? '.xlsm' : '.xlsx'}`
}

/** False when a sheet cannot be edited as text; nothing is left half edited then, as the caller starts anew. */
function applyMarks(parts: Map<string, Buffer>, marks: readonly CellMark[]): boolean {
  const texts: PartTexts = {
    get: (path) => parts.get(path)?.toString('utf8'),
    set: (path, text) => void parts.set(path, Buffer.from(text)),
  }
  const sheets = sheetParts((path) => texts.get(path))
  const styles = new RedStyles(texts)
  if (!styles.usable || sheets.length === 0) return false
  for (const [i, sheet] of sheets.entries()) {
    const xml = texts.get(sheet.path)
    if (xml === undefined) continue
    const own = marks.filter((mark) => mark.sheet === sheet.name)
    const { bad, notes } = groupMarks(own)
    const marked = own.length === 0 ? xml : markSheetXml(xml, bad, (from) => styles.red(from))
    if (marked === null) return false
    const noted = addNotes(texts, sheet.path, marked, notes.slice(0, MAX_NOTES), i + 1)
    const safe = dropOutsideFormulas(noted)
    if (safe !== xml) texts.set(sheet.path, safe)
  }
  styles.save()
  addErrorSheet(
    texts,
    sheets.map((sheet) => sheet.name),
    marks,
  )
  return true
}

function groupMarks(marks: readonly CellMark[]): { bad: BadCells; notes: Note[] } {
  const bad = new Map<number, Set<number>>()
  const messages = new Map<string, string[]>()
  for (const { cell, message } of marks) {
    const split = /^([A-Z]+)(\d+)$/.exec(cell)
    if (!split) continue
    const [row, column] = [Number(split[2]), columnIndex(split[1]!)]
    const columns = bad.get(row)
    if (columns) columns.add(column)
    else bad.set(row, new Set([column]))
    const said = messages.get(cell)
    if (said) said.push(message)
    else messages.set(cell, [message])
  }
  const notes: Note[] = []
  for (const [row, columns] of bad) {
    for (const column of columns)
      notes.push({ row, column, text: messages.get(address(row, column))!.join('\n') })
  }
  return { bad, notes }
}

/** Copies of the workbook's own cell styles with a red fill: a marked date stays a date. */
class RedStyles {
  readonly usable: boolean
  readonly #texts: PartTexts
  readonly #path = 'xl/styles.xml'
  readonly #xfs: string[]
  readonly #made = new Map<number, number>()
  readonly #fill: number
  #xml: string

  constructor(texts: PartTexts) {
    this.#texts = texts
    this.#xml = texts.get(this.#path) ?? ''
    const xfs = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(this.#xml)?.[1]
    const fills = /<fills\b[^>]*>([\s\S]*?)<\/fills>/.exec(this.#xml)?.[1]
    this.usable = xfs !== undefined && fills !== undefined
    this.#xfs = xfs?.match(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g) ?? []
    this.#fill = fills?.match(/<fill\b[^>]*?(?:\/>|>[\s\S]*?<\/fill>)/g)?.length ?? 0
  }

  red(from: number): number {
    let made = this.#made.get(from)
    if (made === undefined) {
      const xf = (this.#xfs[from] ?? '<xf/>').replace(/\s(fillId|applyFill)="[^"]*"/g, '')
      made = this.#xfs.push(xf.replace(/^<xf\b/, `<xf fillId="${this.#fill}" applyFill="1"`)) - 1
      this.#made.set(from, made)
    }
    return made
  }

  save(): void {
    if (this.#made.size === 0) return
    const fill =
      '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>'
    this.#xml = this.#xml
      .replace(
        /<fills\b[^>]*>([\s\S]*?)<\/fills>/,
        (_, body: string) => `<fills count="${this.#fill + 1}">${body}${fill}</fills>`,
      )
      .replace(
        /<cellXfs\b[^>]*>[\s\S]*?<\/cellXfs>/,
        () => `<cellXfs count="${this.#xfs.length}">${this.#xfs.join('')}</cellXfs>`,
      )
    this.#texts.set(this.#path, this.#xml)
  }
}

function addErrorSheet(texts: PartTexts, names: readonly string[], marks: readonly CellMark[]): void {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const workbookPath = /<Relationship\b[^>]*officeDocument"[^>]*>/.exec(texts.get('_rels/.rels') ?? '')?.[0]
  const path = (/Target="\/?([^"]+)"/.exec(workbookPath ?? '')?.[1] ?? 'xl/workbook.xml').replace(/^\.\//, '')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  let name = ERROR_SHEET
  for (let n = 2; names.includes(name); n++) name = `${ERROR_SHEET} (${n})`
  const rows = [['Trang tính', 'Ô', 'Cần sửa'], ...marks.map((mark) => [mark.sheet, mark.cell, mark.message])]
  const data = rows.map(
    (cells, r) =>
      `<row r="${r + 1}">${cells.map((text, c) => textCell(address(r + 1, c), text)).join('')}</row>`,
  )
  texts.set(
    `${folder}worksheets/loi-nhap.xml`,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${main}"><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="8" customWidth="1"/><col min="3" max="3" width="100" customWidth="1"/></cols><sheetData>${data.join('')}</sheetData></worksheet>`,
  )
  addContentType(
    texts,
    `<Override PartName="/${folder}worksheets/loi-nhap.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  const relationsPath = `${folder}_rels/${path.slice(folder.length)}.rels`
  const relations = texts.get(relationsPath) ?? ''
  texts.set(
    relationsPath,
    relations.replace(
      /<\/Relationships>\s*$/,
      `<Relationship Id="rIdLoiNhap" Type="${relation}/worksheet" Target="/${folder}worksheets/loi-nhap.xml"/></Relationships>`,
    ),
  )
  const workbook = texts.get(path) ?? ''
  const ids = [...workbook.matchAll(/sheetId="(\d+)"/g)].map((m) => Number(m[1]))
  const prefix = /<(\w+:)?workbook\b/.exec(workbook)?.[1] ?? ''
  const sheet = `<${prefix}sheet xmlns:loi="${relation}" name="${name}" sheetId="${Math.max(0, ...ids) + 1}" loi:id="rIdLoiNhap"/>`
  texts.set(
    path,
    workbook.replace(/<\/(?:\w+:)?sheets>/, (end) => sheet + end),
  )
}

function textCell(at: string, text: string): string {
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}
