// Common words that several rooms show: states, decisions, severities. One word a concept, on screen and on paper.
import type { Problem } from '../ipc/contract.ts'
import type { Label } from '../registers/define.ts'

type State = 'draft' | 'awaiting-signature' | 'sent' | 'received' | 'returned' | 'accepted'

/** Where a record or a hand-in stands, in the officer's words. */
export const stateWords: Readonly<Record<State, Label>> = {
  draft: { vi: 'Đang soạn', en: 'Draft' },
  'awaiting-signature': { vi: 'Chờ ký', en: 'Awaiting signature' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  received: { vi: 'Tỉnh đã nhận', en: 'Received by the province' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  accepted: { vi: 'Chấp nhận', en: 'Accepted' },
}

export const severityWords: Readonly<Record<Problem['severity'], Label>> = {
  error: { vi: 'Cần sửa', en: 'To mend' },
  warning: { vi: 'Cần xem lại', en: 'To look at' },
  info: { vi: 'Lưu ý', en: 'Note' },
}

/** The three depths of a form. */
export const depthWords = {
  minimal: { vi: 'Tối thiểu', en: 'Minimal' },
  regulated: { vi: 'Theo quy định', en: 'As regulated' },
  full: { vi: 'Đầy đủ', en: 'Full' },
} as const satisfies Record<string, Label>

export const words = {
  nil: { vi: 'Không phát sinh', en: 'Nothing to report' },
  draftList: { vi: 'DỰ THẢO', en: 'DRAFT' },
  receipt: { vi: 'Phiếu xác nhận tiếp nhận', en: 'Receipt' },
  bundle: { vi: 'Gói dữ liệu gửi tỉnh', en: 'Data package' },
  handin: { vi: 'Lần nộp báo cáo', en: 'Hand-in' },
  remark: { vi: 'Góp ý của tỉnh', en: 'Remark of the province' },
  sealed: { vi: 'Đã niêm phong', en: 'Sealed' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
} as const satisfies Record<string, Label>
