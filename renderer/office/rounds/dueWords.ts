// Days as an officer says them: the weekday first, because a deadline on a Sunday is worked towards on a Friday.
import type { Round } from '../../../shared/ipc/roundCalls.ts'
import { formatIsoDate } from '../../ui/dates.ts'
import type { Language } from '../../ui/language.ts'

const WEEKDAYS = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

/** `2026-12-18` → `thứ Sáu 18/12/2026`. */
export function weekdayAndDay(iso: string, language: Language): string {
  const weekday = WEEKDAYS[language][new Date(`${iso}T00:00:00Z`).getUTCDay()]
  return `${weekday} ${formatIsoDate(iso)}`
}

/** What a round is worked towards, and the last day when that is another one. */
export function dueDays(round: Pick<Round, 'lastDay' | 'lastWorkingDay'>): {
  readonly workUntil: string | null
  readonly offDay: string | null
} {
  const workUntil = round.lastWorkingDay ?? round.lastDay
  return { workUntil, offDay: workUntil !== round.lastDay ? round.lastDay : null }
}
