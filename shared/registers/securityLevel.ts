// The security level (cấp độ an ninh mạng) of a system, one current record each: what Mẫu số 08 of Decree 331/2026 asks in
// its columns (5) to (12), what the level rests on, and the dossier. The yearly report counts these and keeps no copy.
import { allowed, commonFields, l } from './common.ts'
import { defineRegister, type Field, field } from './define.ts'

const D331 = (place: string) => ({ current_2025: `${place} Nghị định số 331/2026/NĐ-CP` })
const MAU_08 = { current_2025: 'Điều 35 Nghị định số 331/2026/NĐ-CP, Mẫu số 08' } as const

const LEVELS = [1, 2, 3, 4, 5].map((n) => allowed(`cap_${n}`, `${n}`, `${n}`, [`cấp ${n}`, `cấp độ ${n}`]))

/** Whether a level was approved, as column (6) of the form says it. */
export const APPROVED = 'da_phe_duyet'

const COLUMNS: readonly Field[] = [
  field({
    id: 'proposedLevel',
    label: l('Cấp độ đề xuất', 'Level proposed'),
    help: l('1 đến 5. Ví dụ: 2.', '1 to 5. Example: 2.'),
    type: 'enum',
    values: LEVELS,
    depth: 'minimal',
    demand: 'L',
    required: true,
    legalBasis: MAU_08,
    synonyms: ['cấp độ', 'đề xuất cấp độ', 'cấp độ an ninh mạng', 'cấp độ an toàn thông tin', 'cấp độ ATTT'],
  }),
  field({
    id: 'approvalState',
    label: l('Tình trạng phê duyệt cấp độ', 'Approval'),
    help: l(
      'Hồ sơ đang ở bước nào. Ví dụ: Đã gửi thẩm định.',
      'How far the dossier is. Example: sent for appraisal.',
    ),
    type: 'enum',
    values: [
      allowed('du_thao', 'Đang dự thảo', 'Being drafted', ['dự thảo', 'chưa']),
      allowed('da_gui', 'Đã gửi thẩm định', 'Sent for appraisal', ['gửi thẩm định', 'đang thẩm định']),
      allowed('da_tham_dinh', 'Đã thẩm định', 'Appraised', ['thẩm định xong']),
      allowed(APPROVED, 'Đã được phê duyệt', 'Approved', ['đã phê duyệt', 'phê duyệt']),
    ],
    depth: 'minimal',
    demand: 'L',
    required: true,
    legalBasis: MAU_08,
    synonyms: ['tình trạng phê duyệt', 'trạng thái hồ sơ', 'tình trạng hồ sơ'],
  }),
  field({
    id: 'approvalDecision',
    label: l('Quyết định phê duyệt cấp độ', 'Decision of approval'),
    help: l(
      'Số, ngày, cơ quan phê duyệt. Ví dụ: 45/QĐ-UBND ngày 12/05/2026 của UBND xã Mẫu.',
      'Number, date, body. Example: 45/QĐ-UBND, 12/05/2026.',
    ),
    type: 'text',
    depth: 'minimal',
    demand: 'L',
    legalBasis: MAU_08,
    synonyms: ['quyết định phê duyệt', 'QĐ phê duyệt'],
    when: { field: 'approvalState', is: [APPROVED] },
  }),
  field({
    id: 'regulation',
    label: l('Quy chế bảo đảm an ninh mạng cho hệ thống', 'Security regulation'),
    help: l(
      'Số, ngày, cơ quan ban hành; phải có trước khi phê duyệt. Ví dụ: 30/QĐ-UBND ngày 02/03/2026 của UBND xã Mẫu.',
      'Number, date, body; it comes before approval. Example: 30/QĐ-UBND, 02/03/2026.',
    ),
    type: 'text',
    depth: 'minimal',
    demand: 'L',
    legalBasis: D331('Khoản 7 Điều 30'),
    synonyms: [
      'quy chế bảo đảm ANM cho hệ thống',
      'quy chế bảo đảm an ninh mạng',
      'quy chế ANM',
      'quy chế bảo đảm ATTT',
    ],
  }),
  field({
    id: 'plannedApprovalAt',
    label: l('Dự kiến thời điểm phê duyệt hồ sơ đề xuất cấp độ', 'Approval expected'),
    help: l('Khi chưa phê duyệt. Ví dụ: 30/06/2027.', 'While it is not approved. Example: 30/06/2027.'),
    type: 'date',
    depth: 'minimal',
    demand: 'L',
    legalBasis: MAU_08,
    synonyms: ['dự kiến thời điểm phê duyệt HSĐXCĐ', 'dự kiến phê duyệt', 'thời điểm phê duyệt dự kiến'],
  }),
  field({
    id: 'implementation',
    label: l('Đã triển khai đầy đủ phương án bảo đảm an ninh mạng', 'Security plan carried out'),
    help: l('Ví dụ: Đã triển khai một số hạng mục.', 'Example: some items.'),
    type: 'enum',
    values: [
      allowed('chua', 'Chưa triển khai', 'Not begun', ['chưa']),
      allowed('mot_so', 'Đã triển khai một số hạng mục', 'Some items', ['một số hạng mục', 'một phần']),
      allowed('day_du', 'Đã triển khai đầy đủ', 'In full', ['đầy đủ', 'đã triển khai', 'hoàn thành']),
    ],
    depth: 'minimal',
    demand: 'L',
    required: true,
    legalBasis: MAU_08,
    synonyms: ['đã triển khai đầy đủ PA BĐANM', 'triển khai phương án', 'tình trạng triển khai phương án'],
  }),
  field({
    id: 'plannedImplementationAt',
    label: l('Dự kiến thời điểm triển khai đầy đủ phương án', 'Full security plan expected'),
    help: l(
      'Khi chưa triển khai đầy đủ. Ví dụ: 31/12/2027.',
      'While it is not carried out in full. Example: 31/12/2027.',
    ),
    type: 'date',
    depth: 'minimal',
    demand: 'L',
    legalBasis: MAU_08,
    synonyms: ['dự kiến thời điểm triển khai đầy đủ PA BĐANM', 'dự kiến triển khai đầy đủ'],
    when: { field: 'implementation', is: ['chua', 'mot_so'] },
  }),
  field({
    id: 'checks',
    label: l('Đã kiểm tra, đánh giá an ninh mạng', 'Security checks made'),
    help: l(
      'Chọn được cả hai; để trống nếu chưa. Ví dụ: Định kỳ.',
      'Both may be chosen; empty when none. Example: regular.',
    ),
    type: 'multi',
    values: [
      allowed('truoc_khi_su_dung', 'Trước khi đưa vào sử dụng', 'Before it went into use', [
        'trước khi sử dụng',
      ]),
      allowed('dinh_ky', 'Định kỳ', 'Regularly', ['kiểm tra định kỳ', 'hằng năm']),
    ],
    depth: 'minimal',
    demand: 'L',
    legalBasis: MAU_08,
    synonyms: ['đã kiểm tra, đánh giá ANM', 'kiểm tra, đánh giá', 'kiểm tra ANM'],
  }),
]

const CRITERIA: readonly Field[] = [
  field({
    id: 'approvedLevel',
    label: l('Cấp độ được duyệt', 'Level approved'),
    help: l('Theo quyết định. Ví dụ: 2.', 'As decided. Example: 2.'),
    type: 'enum',
    values: LEVELS,
    depth: 'regulated',
    demand: 'L',
    legalBasis: D331('Điều 18'),
    synonyms: ['cấp độ phê duyệt', 'cấp độ đã phê duyệt'],
    when: { field: 'approvalState', is: [APPROVED] },
  }),
  field({
    id: 'basisText',
    label: l('Căn cứ cấp độ', 'Basis of the level'),
    help: l(
      'Điều, khoản, điểm của nghị định. Ví dụ: khoản 1 Điều 12.',
      'Place in the decree. Example: clause 1, article 12.',
    ),
    type: 'text',
    depth: 'regulated',
    demand: 'L',
    legalBasis: D331('Điểm b khoản 4 Điều 22'),
    synonyms: ['căn cứ xác định cấp độ', 'căn cứ đề xuất'],
  }),
  ...(
    [
      [
        'subjectsBasic',
        'Số chủ thể dữ liệu cá nhân cơ bản',
        'Subjects of basic personal data',
        '4200',
        'số chủ thể dữ liệu cơ bản',
      ],
      [
        'subjectsSensitive',
        'Số chủ thể dữ liệu cá nhân nhạy cảm',
        'Subjects of sensitive personal data',
        '300',
        'số chủ thể dữ liệu nhạy cảm',
      ],
    ] as const
  ).map(([id, vi, en, example, synonym]) =>
    field({
      id,
      label: l(vi, en),
      help: l(
        `Ước tính số người có dữ liệu trong hệ thống. Ví dụ: ${example}.`,
        `People whose data it holds. Example: ${example}.`,
      ),
      type: 'int',
      depth: 'regulated',
      demand: 'L',
      legalBasis: D331('Điều 12, Điều 13'),
      synonyms: [synonym],
    }),
  ),
  ...(
    [
      [
        'handlesTthc',
        'Giải quyết thủ tục hành chính',
        'Handles administrative procedures',
        'Điểm b khoản 2 Điều 13',
      ],
      [
        'conditionalService',
        'Cung cấp dịch vụ trực tuyến kinh doanh có điều kiện',
        'Conditional online service',
        'Khoản 2 Điều 13',
      ],
      [
        'sharedInfra',
        'Hạ tầng phục vụ nhiều cơ quan hoặc cả tỉnh',
        'Infrastructure of several agencies',
        'Khoản 3 Điều 13',
      ],
      ['stateSecret', 'Xử lý bí mật nhà nước', 'Handles state secrets', 'Khoản 1 Điều 13'],
    ] as const
  ).map(([id, vi, en, place]) =>
    field({
      id,
      label: l(vi, en),
      help: l(
        'Có hoặc Không; quyết định cấp độ tối thiểu. Ví dụ: Không.',
        'Yes or no; it decides the least level. Example: no.',
      ),
      type: 'bool',
      depth: 'regulated',
      demand: 'L',
      legalBasis: D331(place),
    }),
  ),
  field({
    id: 'dossier',
    label: l('Hồ sơ đề xuất cấp độ đã có', 'Parts of the dossier'),
    help: l(
      'Cấp 1, 2 được lập chung một hồ sơ cho nhiều hệ thống. Ví dụ: Thuyết minh; Phương án bảo đảm an ninh mạng.',
      'Levels 1 and 2 may share one dossier. Example: description; plan.',
    ),
    type: 'multi',
    values: [
      allowed('thuyet_minh', 'Thuyết minh tổng quan', 'Description', ['thuyết minh']),
      allowed('thiet_ke', 'Tài liệu thiết kế', 'Design', ['thiết kế']),
      allowed('de_xuat', 'Đề xuất cấp độ, rủi ro sơ bộ', 'Level and first risks', ['đề xuất cấp độ']),
      allowed('phuong_an', 'Phương án bảo đảm an ninh mạng', 'Security plan', ['phương án', 'PA BĐANM']),
    ],
    depth: 'regulated',
    demand: 'L',
    legalBasis: D331('Điều 21, Điều 22'),
    synonyms: ['hồ sơ', 'hồ sơ đề xuất cấp độ', 'HSĐXCĐ'],
  }),
  field({
    id: 'appraisedAt',
    label: l('Ngày thẩm định', 'Appraised on'),
    help: l('Ngày có ý kiến thẩm định. Ví dụ: 10/04/2026.', 'Day of the appraisal. Example: 10/04/2026.'),
    type: 'date',
    depth: 'regulated',
    demand: 'L',
    legalBasis: D331('Điều 18'),
  }),
  field({
    id: 'approvedAt',
    label: l('Ngày phê duyệt', 'Approved on'),
    help: l('Ngày ký quyết định. Ví dụ: 12/05/2026.', 'Day of the decision. Example: 12/05/2026.'),
    type: 'date',
    depth: 'regulated',
    demand: 'L',
    legalBasis: D331('Điều 18'),
    when: { field: 'approvalState', is: [APPROVED] },
  }),
]

export const securityLevel = defineRegister({
  id: 'security-level',
  label: l('Cấp độ an ninh mạng của hệ thống', 'Security levels'),
  short: l('Cấp độ an ninh mạng', 'Security levels'),
  singular: l('Cấp độ an ninh mạng', 'Security level'),
  help: l(
    'Mỗi hệ thống một dòng: cấp độ, hồ sơ, phê duyệt, phương án, kiểm tra. Báo cáo Mẫu số 08 lấy từ đây.',
    'One row a system: level, dossier, approval, plan, checks. Mẫu số 08 is drawn from here.',
  ),
  nameField: 'system',
  matchKey: ['system'],
  parent: { register: 'information-system', field: 'system' },
  nilAnswer: false,
  fields: [
    field({
      id: 'system',
      label: l('Hệ thống thông tin', 'System'),
      help: l(
        'Chọn trong danh mục. Ví dụ: Trang thông tin điện tử xã Mẫu.',
        'From the list. Example: the commune’s site.',
      ),
      type: 'ref',
      target: 'information-system',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: MAU_08,
      synonyms: ['tên HTTT', 'HTTT', 'tên hệ thống', 'tên hệ thống thông tin'],
    }),
    ...COLUMNS,
    ...CRITERIA,
    ...commonFields(),
  ],
})
