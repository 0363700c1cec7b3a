// The first lines of an official document in the layout of Decree 30/2020/NĐ-CP, Phụ lục I: agency and motto (boxes 1,
// 2), number and symbol, place and date (3, 4), name of the document (5a), citations (6). Blanks stay dotted until the
// document is signed: văn thư writes the number and the date afterwards.
import { CELL_PADDING_PX, FACE_RESERVE } from './columnWidths.ts'
import { textWidthPx } from './fontMetrics.ts'
import type { Row } from './sheetXml.ts'
import { type Geometry, ruleUnder, type Span, spanRow, spanWidthPx } from './spanRow.ts'

export type Letterhead = {
  /** Superior's name, printed over the agency's; empty for none. */
  readonly superior: string
  readonly agency: string
  readonly placeName: string
  /** ISO day of signing, or null while it is not signed. */
  readonly date: string | null
  /** Number given by văn thư, or null. */
  readonly number: number | null
  readonly symbol: string
  readonly title: string
  readonly subject: string
  /** Lines in brackets under the subject. */
  readonly notes: readonly string[]
  readonly basis: readonly string[]
  readonly draft: boolean
}

/** What boxes 1 to 4 need. */
export type HeadBoxes = Pick<
  Letterhead,
  'superior' | 'agency' | 'placeName' | 'date' | 'number' | 'symbol' | 'draft'
>

const CENTRED = { align: 'center', vertical: 'center' } as const

/** `ngày 05 tháng 02 năm 2026`: days below 10 and months 1 and 2 take a leading zero (Phụ lục I, II.4). */
export function dateLine(placeName: string, iso: string | null): string {
  const match = iso ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) : null
  const place = placeName ? `${placeName}, ` : ''
  if (!match) return `${place}ngày …… tháng …… năm 20……`
  const month = Number(match[2])
  return `${place}ngày ${match[3]} tháng ${month <= 2 ? `0${month}` : month} năm ${match[1]}`
}

/** `Số: 05/BC-UBND`; dots while văn thư has given no number (Phụ lục I, II.3). */
export function numberLine(number: number | null, symbol: string): string {
  const shown = number === null ? '………' : String(number).padStart(2, '0')
  return `Số: ${shown}/${symbol || '………'}`
}

/** A People's Committee's name stands on two lines, both bold, without a superior above it. */
export function agencyLines(superior: string, agency: string): { superior: string; agency: string[] } {
  const committee = /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(.+)$/iu.exec(agency.normalize('NFC').trim())
  if (committee) return { superior: '', agency: ['ỦY BAN NHÂN DÂN', committee[1]!.toUpperCase()] }
  return { superior: superior.toUpperCase(), agency: [agency.toUpperCase()] }
}

/** Citations as Decree 30 writes them: "Căn cứ …;" and a full stop after the last. */
export function basisLines(basis: readonly string[]): string[] {
  return basis.map((text, i) => {
    const plain = text.trim().replace(/[;.,\s]+$/, '')
    const cited = /^(căn cứ|theo|thực hiện|xét)\s/iu.test(plain) ? plain : `Căn cứ ${plain}`
    return `${cited}${i === basis.length - 1 ? '.' : ';'}`
  })
}

/** Texts of boxes 1 and 2. */
export function letterheadLines(head: Pick<Letterhead, 'superior' | 'agency'>): {
  readonly superior: string
  readonly agency: readonly string[]
  readonly nation: string
  readonly motto: string
} {
  return {
    ...agencyLines(head.superior, head.agency),
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  }
}

/** Boxes 1 to 4, and a letter's “V/v …” (5b) under its number. */
export function boxRows(geometry: Geometry, head: HeadBoxes, about?: string): Row[] {
  const last = geometry.widthsPx.length - 1
  const left = (text: string, bold: boolean): Span => ({
    from: 0,
    to: geometry.split - 1,
    text,
    style: { sizePt: 13, bold, ...CENTRED },
  })
  const right = (text: string, style: Span['style']): Span => ({
    from: geometry.split,
    to: last,
    text,
    style: { sizePt: 13, ...CENTRED, ...style },
  })
  const names = letterheadLines(head)
  const lines = [
    ...(names.superior ? [left(names.superior, false)] : []),
    ...names.agency.map((text) => left(text, true)),
  ]
  // A portrait page has no room for thirteen points in one line (12 to 13 are allowed).
  const room = spanWidthPx(geometry, geometry.split, last) - CELL_PADDING_PX
  const isNarrow = textWidthPx(names.nation, { sizePt: 13, bold: true }) > room * FACE_RESERVE
  const nation = right(names.nation, { sizePt: isNarrow ? 12 : 13, bold: true })
  const motto = right(names.motto, { sizePt: 14, bold: true })

  const rows: Row[] = []
  const agencyEnd = lines[lines.length - 1]!
  for (let i = 0; i < Math.max(lines.length, 2); i++) {
    const spans = [lines[i], [nation, motto][i]].filter((s) => s !== undefined)
    rows.push(spanRow(geometry, spans, 18.75))
  }
  rows.push({ values: [], styles: [], heightPt: 7.5 })
  // Each line is ruled right under its text: in the row after it.
  const ruleIn = (row: number, rule: ReturnType<typeof ruleUnder>) => {
    rows[row] = { ...rows[row]!, rules: [...(rows[row]!.rules ?? []), rule] }
  }
  ruleIn(lines.length, ruleUnder(geometry, agencyEnd, 0.45, 2))
  ruleIn(2, ruleUnder(geometry, motto, 1, 2))

  rows.push(
    spanRow(geometry, [
      left(numberLine(head.number, head.symbol), false),
      right(dateLine(head.placeName, head.date), { italic: true }),
    ]),
  )
  if (about) {
    rows.push({ values: [], styles: [], heightPt: 6 })
    rows.push(spanRow(geometry, [{ ...left(about, false), style: { sizePt: 12, ...CENTRED } }]))
  }
  if (head.draft) {
    rows.push({ values: [], styles: [], heightPt: 4.5 })
    rows.push(spanRow(geometry, [left('DỰ THẢO', true)], 21))
  }
  rows.push({ values: [], styles: [], heightPt: 9 })
  return rows
}

/** Box 5a with its rule, notes in brackets, citations (6). */
export function titleRows(
  geometry: Geometry,
  head: Pick<Letterhead, 'title' | 'subject' | 'notes' | 'basis'>,
): Row[] {
  const last = geometry.widthsPx.length - 1
  const line = (text: string, style: Span['style']): Span => ({
    from: 0,
    to: last,
    text,
    style: { ...CENTRED, ...style },
  })
  const rows = [spanRow(geometry, [line(head.title.toUpperCase(), { sizePt: 14, bold: true })])]
  let end = line(head.title.toUpperCase(), { sizePt: 14, bold: true })
  if (head.subject) {
    end = line(head.subject, { sizePt: 14, bold: true })
    rows.push(spanRow(geometry, [end]))
  }
  rows.push({
    values: [],
    styles: [],
    heightPt: 9,
    rules: [ruleUnder(geometry, { ...end, text: end.text.slice(0, 60) }, 0.4, 2)],
  })
  for (const note of head.notes) rows.push(spanRow(geometry, [line(note, { sizePt: 13, italic: true })]))
  for (const text of basisLines(head.basis))
    rows.push(spanRow(geometry, [line(text, { sizePt: 13, italic: true, align: 'left' })], 18))
  rows.push({ values: [], styles: [], heightPt: 7.5 })
  return rows
}

/** Head of an annex (Phụ lục I, III.1): "Phụ lục", its name, the guide line; the top right is left free for văn thư's mark. */
export function annexRows(
  geometry: Geometry,
  annex: { label: string; title: string; guide: string; notes: readonly string[] },
): Row[] {
  const last = geometry.widthsPx.length - 1
  const line = (text: string, style: Span['style']): Span => ({
    from: 0,
    to: last,
    text,
    style: { ...CENTRED, ...style },
  })
  return [
    { values: [], styles: [], heightPt: 30 },
    spanRow(geometry, [line(annex.label, { sizePt: 14, bold: true })]),
    spanRow(geometry, [line(annex.title.toUpperCase(), { sizePt: 14, bold: true })]),
    spanRow(geometry, [line(annex.guide, { sizePt: 13, italic: true })]),
    ...annex.notes.map((note) => spanRow(geometry, [line(note, { sizePt: 12, italic: true })])),
    { values: [], styles: [], heightPt: 7.5 },
  ]
}
