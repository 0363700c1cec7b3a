// Texts that ended, by their number: those that the profiles cite, and others that offices still quote. Nobody may print one
// as law of a day after its last.
import type { Citation } from './profile.ts'
import { profiles } from './profiles.ts'

/** Quoted by offices, cited by no report. `verified: false`: its end is not confirmed, the province's to say. */
export const repealedTexts: readonly Citation[] = [
  {
    id: 'nd64-2007',
    text: 'Nghị định số 64/2007/NĐ-CP của Chính phủ về ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước',
    from: null,
    to: '2026-06-30',
    verified: true,
  },
  {
    id: 'nd42-2022',
    text: 'Nghị định số 42/2022/NĐ-CP của Chính phủ về cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng',
    from: null,
    to: '2026-06-30',
    verified: true,
  },
  {
    id: 'nd13-2023',
    text: 'Nghị định số 13/2023/NĐ-CP của Chính phủ về bảo vệ dữ liệu cá nhân',
    from: null,
    to: '2025-12-31',
    verified: false,
  },
  {
    id: 'nd85-2016',
    text: 'Nghị định số 85/2016/NĐ-CP của Chính phủ về bảo đảm an toàn hệ thống thông tin theo cấp độ',
    from: null,
    to: '2026-06-30',
    verified: false,
  },
]

/** Numbers of texts, e.g. "47/2020/NĐ-CP", "142/QĐ-TTg", as they are written. */
export function numbersIn(text: string): string[] {
  return text.normalize('NFC').match(/\d+(?:\/\d{4})?\/\p{L}[\p{L}\d-]*/gu) ?? []
}

export type Ended = { readonly number: string; readonly to: string; readonly verified: boolean }

/** By number; a text that some profile still cites without an end is in force. */
const ENDED: ReadonlyMap<string, Ended> = (() => {
  const last = new Map<string, Citation>()
  for (const citation of [...profiles.flatMap((profile) => profile.citations), ...repealedTexts]) {
    const number = numbersIn(citation.text)[0]?.toUpperCase()
    if (!number) continue
    const known = last.get(number)
    if (known && (known.to === null || (citation.to !== null && known.to >= citation.to))) continue
    last.set(number, citation)
  }
  return new Map(
    [...last].flatMap(([number, { to, verified }]) =>
      to === null ? [] : [[number, { number, to, verified }]],
    ),
  )
})()

/** The first text named there that ended before the day; undefined when all may stand. @param day `YYYY-MM-DD` */
export function repealedIn(text: string, day: string): Ended | undefined {
  for (const number of numbersIn(text)) {
    const ended = ENDED.get(number.toUpperCase())
    if (ended && ended.to < day) return { ...ended, number }
  }
  return undefined
}

/** Whether the text that a citation is of, named first, ended before the day. */
export function citesRepealed(citation: string, day: string): boolean {
  const number = numbersIn(citation)[0]
  return number !== undefined && repealedIn(number, day) !== undefined
}
