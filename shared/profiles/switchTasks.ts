// What a change of legal profile asks an office to do again, as data: what, why, and where. Nothing is ever converted in
// silence; each row is for a person to look at and decide. Old records keep the citation they were made under.
import type { FieldId, Label, ProfileId, RegisterId } from '../registers/define.ts'

/** As a grid filters its records. */
export type SwitchFilter =
  | { readonly field: FieldId; readonly op: 'is'; readonly value: string }
  | { readonly field: FieldId; readonly op: 'contains'; readonly text: string }
  | { readonly field: FieldId; readonly op: 'empty' | 'filled' }

export type SwitchTask = {
  readonly id: string
  readonly from: ProfileId
  readonly to: ProfileId
  readonly what: Label
  readonly why: Label
  readonly register: RegisterId
  readonly filter: readonly SwitchFilter[]
  /** False: custom or not confirmed; the province says whether and how. */
  readonly verified: boolean
}

const TO_CURRENT = { from: 'nd47_2020', to: 'current_2025' } as const

function sharingMethod(id: string, accessClass: string, vi: string, en: string): SwitchTask {
  return {
    ...TO_CURRENT,
    id,
    what: {
      vi: `Chọn phương thức chia sẻ mới cho hạng mục “${vi}”`,
      en: `Choose the new way of sharing for items “${en}”`,
    },
    why: {
      vi: 'Nghị định 278/2025/NĐ-CP (Điều 7) nêu bốn phương thức, không còn phân loại mặc định, đặc thù. Cán bộ xác nhận từng hạng mục.',
      en: 'Decree 278/2025 names four ways and no longer these classes. A person confirms each item.',
    },
    register: 'data-item',
    filter: [
      { field: 'accessClass', op: 'is', value: accessClass },
      { field: 'shareMethodNew', op: 'empty' },
    ],
    verified: true,
  }
}

export const switchTaskList: readonly SwitchTask[] = [
  sharingMethod('method-default', 'chia_se_mac_dinh', 'Chia sẻ mặc định', 'Shared by default'),
  sharingMethod(
    'method-special',
    'theo_yeu_cau_dac_thu',
    'Chia sẻ theo yêu cầu đặc thù',
    'Shared on specific request',
  ),
  {
    ...TO_CURRENT,
    id: 'disclosure',
    what: { vi: 'Phân loại công khai cho từng hạng mục', en: 'Class each item for disclosure' },
    why: {
      vi: 'Luật Dữ liệu (Điều 21) chia dữ liệu thành công khai, công khai có điều kiện, không công khai.',
      en: 'The Data Law (article 21) has three classes of disclosure.',
    },
    register: 'data-item',
    filter: [{ field: 'disclosure', op: 'empty' }],
    verified: true,
  },
  {
    ...TO_CURRENT,
    id: 'security-regime',
    what: {
      vi: 'Đối chiếu lại cấp độ đã duyệt với quy định mới về cấp độ an ninh mạng',
      en: 'Hold each approved level against the new regime',
    },
    why: {
      vi: 'Cấp độ trước đây theo Nghị định 85/2016/NĐ-CP; nay theo Nghị định 331/2026/NĐ-CP. Tỉnh xác nhận cách chuyển tiếp.',
      en: 'Levels were approved under Decree 85/2016; Decree 331/2026 now holds. The province confirms the way over.',
    },
    register: 'security-level',
    filter: [{ field: 'approvedLevel', op: 'filled' }],
    verified: false,
  },
  {
    ...TO_CURRENT,
    id: 'addressee',
    what: {
      vi: 'Đổi cơ quan nhận báo cáo đang ghi là Sở Thông tin và Truyền thông',
      en: 'Change the receiver of reports from the former department',
    },
    why: {
      vi: 'Sở Thông tin và Truyền thông đã hợp nhất; Nghị định 224/2026/NĐ-CP (khoản 6 Điều 85) giao Sở Khoa học và Công nghệ.',
      en: 'The department was merged; Decree 224/2026 (85.6) names the Department of Science and Technology.',
    },
    register: 'unit',
    filter: [{ field: 'reportTo', op: 'contains', text: 'Thông tin và Truyền thông' }],
    verified: true,
  },
  {
    ...TO_CURRENT,
    id: 'district',
    what: {
      vi: 'Chuyển hồ sơ của cấp huyện cho cơ quan tiếp nhận',
      en: 'Hand district records to a receiving agency',
    },
    why: {
      vi: 'Cấp huyện kết thúc hoạt động từ 01/07/2025; mỗi hồ sơ cần một xã hoặc sở tiếp nhận.',
      en: 'Districts ended on 01/07/2025; each record needs a commune or department that takes it over.',
    },
    register: 'unit',
    filter: [
      { field: 'level', op: 'is', value: 'huyen' },
      { field: 'validTo', op: 'empty' },
    ],
    verified: true,
  },
  {
    ...TO_CURRENT,
    id: 'open-timers',
    what: {
      vi: 'Hỏi tỉnh thời hạn rà soát và cập nhật dữ liệu mở',
      en: 'Ask the province how often open data is reviewed and updated',
    },
    why: {
      vi: 'Hạn rà soát 6 tháng, cập nhật 3 tháng của Nghị định 47/2020/NĐ-CP bị bãi bỏ từ 19/08/2025; chưa xác nhận quy định thay thế.',
      en: 'The 6 and 3 months of Decree 47/2020 ended on 19/08/2025; no successor is confirmed.',
    },
    register: 'open-dataset',
    filter: [],
    verified: false,
  },
  {
    ...TO_CURRENT,
    id: 'check-deadline',
    what: {
      vi: 'Hỏi tỉnh hạn báo cáo kiểm tra, đánh giá dữ liệu hằng năm',
      en: 'Ask the province when the yearly check is due',
    },
    why: {
      vi: 'Hạn “trước ngày 31/12” nằm ở Điều 16 Nghị định 47/2020/NĐ-CP đã hết hiệu lực; tỉnh đặt hạn khác.',
      en: '“Before 31/12” stood in article 16 of Decree 47/2020, which ended; the province sets another day.',
    },
    register: 'data-check',
    filter: [],
    verified: false,
  },
  {
    ...TO_CURRENT,
    id: 'focal-basis',
    what: {
      vi: 'Xem lại văn bản cử đầu mối đang có',
      en: 'Look again at the documents that name focal points',
    },
    why: {
      vi: 'Điều 7 Nghị định 47/2020/NĐ-CP hết hiệu lực và chưa tìm thấy điều thay thế; căn cứ nay là văn bản của tỉnh.',
      en: 'Article 7 of Decree 47/2020 ended without a known successor; the province’s document is the basis now.',
    },
    register: 'focal-point',
    filter: [],
    verified: false,
  },
]

export type SwitchTaskCount = SwitchTask & { readonly count: number }

/**
 * What is to be done again when an office goes from one profile to the other, with how many records each row is about.
 * @param countOf live records of the row's register that its filter leaves
 * @returns rows without a record are left out; nothing when the profile stays
 */
export function switchTasks(
  from: ProfileId,
  to: ProfileId,
  countOf: (task: SwitchTask) => number,
): readonly SwitchTaskCount[] {
  return switchTaskList
    .filter((task) => task.from === from && task.to === to)
    .map((task) => ({ ...task, count: countOf(task) }))
    .filter(({ count }) => count > 0)
}
