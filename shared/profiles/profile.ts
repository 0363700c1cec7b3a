// A legal profile (bộ căn cứ pháp lý) is data: citations with effect dates, addressees, deadlines, what a report cites.
import type { ProfileId, RegisterId } from '../registers/define.ts'

export type Citation = {
  readonly id: string
  /** As printed: "Nghị định số 278/2025/NĐ-CP ngày 22 tháng 10 năm 2025 của Chính phủ …". */
  readonly text: string
  /** ISO dates; null: not known or still in force. */
  readonly from: string | null
  readonly to: string | null
  /** False where the text, its date or its present force is not confirmed: shown as a setting, never printed as a fact. */
  readonly verified: boolean
}

/** Who receives reports, from and to a day; null: from the beginning, or still. */
export type Addressee = { readonly name: string; readonly from: string | null; readonly to: string | null }

/** When a list is due, in the words of a text; parsed by shared/deadlines. */
export type Deadline = {
  readonly register: RegisterId
  /** e.g. “trước ngày 20/12 hằng năm”. */
  readonly text: string
  /** Where it comes from, as shown beside it. */
  readonly why: string
  /** False: custom, to be confirmed or changed by the province. */
  readonly verified: boolean
}

export type LegalProfile = {
  readonly id: ProfileId
  readonly name: string
  readonly from: string | null
  readonly to: string | null
  /** The status text a province confirms, e.g. of Decree 47/2020. */
  readonly status: string
  readonly citations: readonly Citation[]
  /** Report id → ids of citations it prints as căn cứ. */
  readonly basisOfReport: Readonly<Record<string, readonly string[]>>
  /** Who receives reports when; one for every day. */
  readonly addressees: readonly Addressee[]
  readonly deadlines: readonly Deadline[]
}

/** The addressee on a day (`YYYY-MM-DD`). */
export function addresseeOn(profile: LegalProfile, iso: string): string {
  const found = profile.addressees.find(
    (a) => (a.from === null || a.from <= iso) && (a.to === null || iso <= a.to),
  )
  if (!found) throw new Error(`${profile.id} has no addressee on ${iso}`)
  return found.name
}

/**
 * What a report cites, in the profile's order: verified citations in force by the end of its period, or on its own day where
 * that comes first. A report on an earlier period, written later, cites what stood then; one on a present period never
 * cites what has ended, whatever the profile.
 * @param iso the report's day, `YYYY-MM-DD`
 * @param periodEnd last day of the period it is about; null where it is about no period
 */
export function citationsOn(
  profile: LegalProfile,
  report: string,
  iso: string,
  periodEnd: string | null = null,
): readonly Citation[] {
  const cited = profile.basisOfReport[report] ?? []
  const day = citingDay(iso, periodEnd)
  return profile.citations.filter((c) => cited.includes(c.id) && c.verified && inForceOn(c, day))
}

/** The day whose law a report cites. */
export function citingDay(iso: string, periodEnd: string | null): string {
  return periodEnd !== null && periodEnd < iso ? periodEnd : iso
}

/** Whether a citation was in force on a day, as far as its dates are known. */
export function inForceOn(citation: Citation, iso: string): boolean {
  return (citation.from === null || citation.from <= iso) && (citation.to === null || iso <= citation.to)
}
