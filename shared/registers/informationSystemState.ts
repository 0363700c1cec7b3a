// What kind of system it is, how it is connected and shares, and what the review of systems found. Sources: the forms of
// provinces' reviews and of the police's statistics, Decree 331/2026 (kinds), Decree 194/2025 Điều 21 (connection).
import { allowed, l, noteOf, PROVINCE_FORM, YES_PARTLY_NO } from './common.ts'
import { type Field, field } from './define.ts'

const REVIEW = { nd47_2020: PROVINCE_FORM, current_2025: PROVINCE_FORM } as const
const D331 = (place: string) => ({ current_2025: `${place} Nghị định số 331/2026/NĐ-CP` })
const CONNECTION = (point: string) => ({
  nd47_2020: `Điểm ${point} khoản 2 Điều 27 Nghị định số 47/2020/NĐ-CP`,
  current_2025: 'Điều 21 Nghị định số 194/2025/NĐ-CP',
})

const systemType = field({
  id: 'systemType',
  label: l('Loại hình hệ thống thông tin', 'Kind of system'),
  help: l(
    'Theo đối tượng phục vụ; có loại hình mới coi là đã phân loại. Ví dụ: Phục vụ hoạt động nội bộ.',
    'By whom it serves; a system without a kind is not classified. Example: internal.',
  ),
  type: 'enum',
  values: [
    allowed('noi_bo', 'Phục vụ hoạt động nội bộ', 'Internal', ['nội bộ', 'hệ thống nội bộ']),
    allowed('phuc_vu_nguoi_dan', 'Phục vụ người dân, doanh nghiệp', 'Serving citizens and businesses', [
      'phục vụ người dân',
      'người dân, doanh nghiệp',
      'phục vụ người dân và doanh nghiệp',
    ]),
    allowed('ha_tang', 'Hạ tầng thông tin', 'Infrastructure', ['cơ sở hạ tầng thông tin', 'hạ tầng']),
    allowed('dieu_khien', 'Điều khiển công nghiệp', 'Industrial control', [
      'hệ thống điều khiển công nghiệp',
    ]),
    allowed('khac', 'Khác', 'Other'),
  ],
  depth: 'minimal',
  demand: 'L',
  required: true,
  legalBasis: D331('Khoản 2 Điều 9'),
  synonyms: ['loại hình', 'loại hình HTTT', 'loại HTTT', 'phân loại'],
})

const legacy = field({
  id: 'fromLegacyUnit',
  label: l('Phần mềm, dữ liệu cũ trước sáp nhập', 'Left from before a merger'),
  help: l(
    'Còn của huyện, xã cũ hay đã chuyển về cơ quan mới. Ví dụ: Có.',
    'Whether it stems from a unit that was merged. Example: yes.',
  ),
  type: 'bool',
  demand: 'P',
  legalBasis: { current_2025: PROVINCE_FORM },
  synonyms: ['phần mềm cũ', 'phần mềm cũ trước sáp nhập'],
})

/** What it is and for whom. */
export const systemKindFields: readonly Field[] = [
  systemType,
  noteOf(systemType, {
    label: l('Loại hình: nói rõ', 'Kind: details'),
    help: l('Khi chọn “Khác”. Ví dụ: camera an ninh.', 'When “Other” is chosen. Example: cameras.'),
  }),
  field({
    id: 'infoType',
    label: l('Loại thông tin xử lý', 'Information it handles'),
    help: l(
      'Chọn được nhiều. Ví dụ: Thông tin riêng; Thông tin cá nhân.',
      'Several may be chosen. Example: private; personal.',
    ),
    type: 'multi',
    values: [
      allowed('cong_cong', 'Thông tin công cộng', 'Public', ['công cộng', 'công khai']),
      allowed('rieng', 'Thông tin riêng', 'Private', ['riêng']),
      allowed('ca_nhan', 'Thông tin cá nhân', 'Personal', ['cá nhân', 'dữ liệu cá nhân']),
      allowed('bi_mat_nha_nuoc', 'Thông tin bí mật nhà nước', 'State secrets', ['bí mật nhà nước', 'mật']),
    ],
    depth: 'minimal',
    demand: 'L',
    required: true,
    legalBasis: D331('Khoản 1 Điều 9'),
    synonyms: ['loại thông tin', 'thông tin xử lý'],
  }),
  field({
    id: 'scopeScaleUsers',
    label: l('Phạm vi, quy mô, đối tượng phục vụ', 'Scope, scale, users'),
    help: l(
      'Dùng ở đâu, bao nhiêu người, phục vụ ai. Ví dụ: toàn xã, 25 tài khoản, cán bộ, công chức.',
      'Where, how many, for whom. Example: the commune, 25 accounts, staff.',
    ),
    type: 'longtext',
    depth: 'regulated',
    demand: 'L',
    required: true,
    legalBasis: D331('Điểm c khoản 3 Điều 22'),
    synonyms: ['phạm vi', 'quy mô', 'đối tượng phục vụ', 'phạm vi, quy mô'],
  }),
  field({
    id: 'tier',
    label: l('Cấp hệ thống', 'Tier'),
    help: l('Hệ thống của cấp nào. Ví dụ: Cấp tỉnh.', 'Whose system it is. Example: province.'),
    type: 'enum',
    values: [
      allowed('bo', 'Bộ, ngành', 'Ministry', ['bộ', 'trung ương', 'cấp bộ']),
      allowed('tinh', 'Tỉnh', 'Province', ['cấp tỉnh', 'thành phố']),
      allowed('xa', 'Xã', 'Commune', ['cấp xã', 'phường', 'đặc khu']),
    ],
    depth: 'regulated',
    demand: 'P',
    legalBasis: REVIEW,
    synonyms: ['cấp', 'cấp quản lý'],
  }),
  field({
    id: 'yearDeployed',
    label: l('Năm đưa vào sử dụng', 'In use since (year)'),
    help: l('Năm bắt đầu dùng. Ví dụ: 2019.', 'First year of use. Example: 2019.'),
    type: 'int',
    format: 'year',
    depth: 'regulated',
    demand: 'P',
    legalBasis: REVIEW,
    synonyms: ['năm triển khai', 'năm triển khai/năm đưa vào sử dụng', 'năm'],
  }),
  field({
    id: 'acquisition',
    label: l('Hình thức đầu tư', 'How it was acquired'),
    help: l(
      'Có được bằng cách nào. Ví dụ: Dùng chung do cấp trên cấp.',
      'How the office came by it. Example: given by a superior.',
    ),
    type: 'enum',
    values: [
      allowed('mua_sam', 'Mua sắm', 'Bought', ['mua']),
      allowed('thue', 'Thuê', 'Hired', ['thuê dịch vụ', 'thuê dịch vụ CNTT']),
      allowed('tu_phat_trien', 'Tự phát triển', 'Own development', ['tự xây dựng']),
      allowed('dung_chung', 'Dùng chung do cấp trên cấp', 'Shared, given by a superior', [
        'dùng chung',
        'cấp trên cấp',
        'được cấp',
      ]),
    ],
    depth: 'regulated',
    demand: 'P',
    legalBasis: REVIEW,
    synonyms: ['hình thức', 'hình thức mua sắm'],
  }),
  field({
    id: 'newTechnology',
    label: l('Ứng dụng công nghệ mới, hiện đại', 'New technology'),
    help: l('Công nghệ nổi bật, nếu có. Ví dụ: nhận dạng chữ viết.', 'If any. Example: text recognition.'),
    type: 'text',
    demand: 'P',
    legalBasis: { current_2025: PROVINCE_FORM },
    synonyms: ['công nghệ mới'],
  }),
  field({
    id: 'networkScope',
    label: l('Phạm vi hoạt động trên hệ thống mạng', 'Network it runs on'),
    help: l('Mạng đang chạy. Ví dụ: mạng truyền số liệu chuyên dùng.', 'Example: the state’s data network.'),
    type: 'text',
    demand: 'P',
    legalBasis: { current_2025: PROVINCE_FORM },
    synonyms: ['phạm vi hoạt động', 'phạm vi mạng'],
  }),
  legacy,
  noteOf(legacy, {
    label: l('Phần mềm, dữ liệu cũ: nói rõ', 'From before a merger: details'),
    help: l(
      'Của đơn vị nào, dự kiến xử lý. Ví dụ: của thị trấn Mẫu cũ, chuyển xong trong năm 2026.',
      'Of which unit, what is planned.',
    ),
    is: [true],
  }),
]

/** How it is connected and shares. */
export const systemSharingFields: readonly Field[] = [
  field({
    id: 'databases',
    label: l('Cơ sở dữ liệu liên quan', 'Databases'),
    help: l(
      'Cơ sở dữ liệu mà hệ thống dùng. Ví dụ: Cơ sở dữ liệu hộ tịch điện tử.',
      'Those it works with. Example: civil status.',
    ),
    type: 'refs',
    target: 'database',
    depth: 'regulated',
    synonyms: ['CSDL liên quan', 'CSDL', 'cơ sở dữ liệu'],
  }),
  ...(
    [
      [
        'hasShareStructure',
        'Có cấu trúc dữ liệu chia sẻ, được khai thác',
        'Has a structure of shared data',
        'a',
      ],
      ['hasConnComponent', 'Có thành phần kết nối, dịch vụ chia sẻ', 'Has a connection component', 'b'],
      ['hasConnOps', 'Có quản lý, vận hành, duy trì kết nối', 'Its connection is run and maintained', 'c'],
    ] as const
  ).map(([id, vi, en, point]) =>
    field({
      id,
      label: l(vi, en),
      help: l('Có, một phần hoặc không. Ví dụ: Một phần.', 'Yes, partly or no. Example: partly.'),
      type: 'enum',
      values: YES_PARTLY_NO,
      depth: 'regulated',
      demand: 'L',
      required: true,
      legalBasis: CONNECTION(point),
    }),
  ),
  field({
    id: 'connectionStatus',
    label: l('Hiện trạng kết nối', 'Connection today'),
    help: l(
      'Đang kết nối qua đâu. Ví dụ: LGSP tỉnh.',
      'What it is connected through. Example: the province’s LGSP.',
    ),
    type: 'enum',
    values: [
      allowed('chua', 'Chưa kết nối', 'Not connected', ['chưa', 'không']),
      allowed('lgsp', 'LGSP tỉnh', 'Provincial LGSP', ['LGSP']),
      allowed('ndxp', 'NDXP', 'NDXP'),
      allowed('ndop', 'NDOP, Agent Node', 'NDOP, Agent Node', ['NDOP', 'NDOP-Agent Node', 'Agent Node']),
      allowed('truc_tiep', 'Trực tiếp', 'Direct', ['kết nối trực tiếp']),
    ],
    depth: 'regulated',
    demand: 'P',
    legalBasis: REVIEW,
    synonyms: ['tình trạng kết nối', 'kết nối'],
  }),
  field({
    id: 'integrationAbility',
    label: l('Khả năng tích hợp, kết nối liên thông, chia sẻ, dùng chung', 'Ability to integrate and share'),
    help: l('Nói ngắn. Ví dụ: có API, liên thông với Cổng dịch vụ công.', 'In short. Example: has an API.'),
    type: 'longtext',
    demand: 'P',
    legalBasis: { current_2025: PROVINCE_FORM },
    synonyms: ['khả năng tích hợp', 'khả năng kết nối', 'khả năng chia sẻ'],
  }),
  field({
    id: 'analyticsApp',
    label: l('Là ứng dụng tổng hợp, phân tích dữ liệu', 'Compiles and analyses data'),
    help: l('Ví dụ: bảng điều hành. Chọn Có hoặc Không.', 'Example: a dashboard. Yes or no.'),
    type: 'bool',
    demand: 'P',
    legalBasis: { nd47_2020: 'Chiến lược dữ liệu của tỉnh đến năm 2030', current_2025: PROVINCE_FORM },
    synonyms: ['ứng dụng phân tích dữ liệu', 'tổng hợp, phân tích dữ liệu'],
  }),
]

/** What the review of systems found. */
export const systemReviewFields: readonly Field[] = [
  field({
    id: 'digitalCriteria',
    label: l('Tiêu chí hệ thống số đáp ứng', 'Traits of a digital system that it has'),
    help: l(
      'Theo thứ tự các tiêu chí tại Điều 22; chọn tiêu chí đã đáp ứng. Ví dụ: Tiêu chí 1; Tiêu chí 3.',
      'By their order in Điều 22. Example: trait 1; trait 3.',
    ),
    type: 'multi',
    values: [1, 2, 3, 4, 5, 6, 7].map((n) =>
      allowed(`tieu_chi_${n}`, `Tiêu chí ${n}`, `Trait ${n}`, [`${n}`]),
    ),
    demand: 'L',
    legalBasis: { current_2025: 'Điều 22 Nghị định số 224/2026/NĐ-CP' },
    synonyms: ['tiêu chí hệ thống số'],
  }),
  field({
    id: 'reviewStatus',
    label: l('Tình trạng rà soát', 'Review'),
    help: l('Đã rà soát hệ thống này chưa. Ví dụ: Đã hoàn thành.', 'Whether it was reviewed. Example: done.'),
    type: 'enum',
    values: [
      allowed('chua', 'Chưa', 'Not yet', ['chưa rà soát']),
      allowed('dang', 'Đang', 'Under way', ['đang rà soát']),
      allowed('xong', 'Đã hoàn thành', 'Done', ['xong', 'đã rà soát', 'hoàn thành']),
    ],
    depth: 'regulated',
    demand: 'P',
    legalBasis: REVIEW,
    synonyms: ['rà soát'],
  }),
  field({
    id: 'proposal',
    label: l('Đánh giá trùng lặp, đề xuất', 'Proposal'),
    help: l('Sau rà soát đề xuất gì. Ví dụ: Tiếp tục sử dụng.', 'What is proposed. Example: keep.'),
    type: 'enum',
    values: [
      allowed('tiep_tuc', 'Tiếp tục sử dụng', 'Keep', ['TiếpTục', 'tiếp tục']),
      allowed('nang_cap', 'Nâng cấp', 'Upgrade', ['NângCấp']),
      allowed('hop_nhat', 'Hợp nhất', 'Merge', ['HợpNhất', 'gộp']),
      allowed('thay_the', 'Thay thế', 'Replace', ['ThayThế']),
      allowed('ket_thuc', 'Kết thúc sử dụng', 'Retire', ['LoạiBỏ', 'loại bỏ', 'kết thúc']),
    ],
    depth: 'regulated',
    demand: 'P',
    legalBasis: REVIEW,
    synonyms: ['đề xuất', 'đánh giá trùng lặp', 'trùng lặp'],
  }),
]
