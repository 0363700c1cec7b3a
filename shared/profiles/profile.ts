// A legal profile (bộ căn cứ pháp lý) is data: citations with effect dates, addressees, what a report cites.
import type { ProfileId } from '../registers/define.ts'

export type Citation = {
  readonly id: string
  /** As printed: "Nghị định số 278/2025/NĐ-CP ngày 22 tháng 10 năm 2025 của Chính phủ …". */
  readonly text: string
  /** ISO dates; null: not known or still in force. */
  readonly from: string | null
  readonly to: string | null
  /** False where domain.md marks it NV: shown as a setting, never printed as a fact. */
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
  /** Default addressee of reports, e.g. "Sở Khoa học và Công nghệ". */
  readonly addressee: string
}
