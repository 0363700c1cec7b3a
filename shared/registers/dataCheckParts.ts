// The contents of one database's yearly check, by 47/2020 Điều 16.2: a) inventory, b) compliance, c) accuracy, integrity,
// abnormal data, d) upkeep and logs, đ) sharing, e) anything else.
import { allowed, l, nd47, PROVINCE_FORM, YES_PARTLY_NO } from './common.ts'
import { type AllowedValue, type Field, field } from './define.ts'

const place = (letter: string) =>
  ({ nd47_2020: nd47(`Điểm ${letter} khoản 2 Điều 16`), current_2025: PROVINCE_FORM }) as const

/** b) What is held against standards, each passed, failed or without meaning for this database. */
const PASSED: readonly AllowedValue[] = [
  allowed('dat', 'Đạt', 'Passed', ['x', 'có', 'tuân thủ', 'đáp ứng']),
  allowed('chua_dat', 'Chưa đạt', 'Failed', ['không đạt', 'không', 'chưa', 'chưa đáp ứng']),
  allowed('khong_ap_dung', 'Không áp dụng', 'Does not apply', ['không có']),
]

const LEVELS: readonly AllowedValue[] = [
  allowed('tot', 'Tốt', 'Good', ['cao', 'đạt']),
  allowed('kha', 'Khá', 'Fair'),
  allowed('trung_binh', 'Trung bình', 'Middling', ['vừa']),
  allowed('yeu', 'Yếu', 'Poor', ['thấp', 'kém', 'chưa đạt']),
]

// Id, label, English, example, English example, synonyms.
const STANDARDS: readonly (readonly [string, string, string, string, string, readonly string[]])[] = [
  [
    'complianceTechnical',
    'Tiêu chuẩn, quy chuẩn kỹ thuật',
    'Technical standards',
    'cấu trúc dữ liệu theo quy chuẩn của bộ',
    'structure follows the ministry’s standard',
    ['tiêu chuẩn, quy chuẩn', 'tiêu chuẩn kỹ thuật'],
  ],
  [
    'complianceCodeLists',
    'Mã danh mục dùng chung',
    'Shared code lists',
    'dùng mã đơn vị hành chính hiện hành',
    'uses current administrative codes',
    ['danh mục dùng chung', 'dùng mã danh mục dùng chung'],
  ],
  [
    'complianceSecurity',
    'An toàn, an ninh mạng',
    'Security',
    'hệ thống chứa CSDL đã được phê duyệt cấp độ',
    'the system’s level is approved',
    ['an toàn thông tin', 'an ninh mạng'],
  ],
  [
    'compliancePersonalData',
    'Bảo vệ dữ liệu cá nhân',
    'Personal data protection',
    'chỉ người được giao mới xem được số định danh',
    'only those assigned see identity numbers',
    ['dữ liệu cá nhân'],
  ],
  [
    'complianceRegulation',
    'Quy chế khai thác, sử dụng',
    'Regulation on use',
    'đã có quy chế và làm đúng',
    'there is one and it is followed',
    ['quy chế', 'quy định khai thác, sử dụng'],
  ],
]

/** The fields of `STANDARDS`: where one has failed, a reason is owed. */
export const COMPLIANCE_FIELDS: readonly string[] = ['compliance', ...STANDARDS.map(([id]) => id)]

/** a) Inventory: counts, change against last year, in words. */
function inventory(): Field[] {
  const count = (
    id: string,
    label: Field['label'],
    help: Field['help'],
    synonyms: readonly string[],
    depth: Field['depth'] = 'minimal',
  ) => field({ id, label, help, type: 'int', depth, demand: 'L', legalBasis: place('a'), synonyms })
  return [
    {
      ...count(
        'itemCount',
        l('a) Số hạng mục dữ liệu', 'a) Data items'),
        l(
          'Ứng dụng đếm từ sổ và đề nghị; sửa được. Ví dụ: 12.',
          'Counted from the registers and proposed. Example: 12.',
        ),
        ['số hạng mục', 'số hạng mục dữ liệu', 'số lượng hạng mục'],
      ),
      required: true,
    },
    count(
      'recordCount',
      l('a) Số bản ghi', 'a) Records'),
      l('Số bản ghi khi kiểm kê. Ví dụ: 12450.', 'Records at the inventory. Example: 12450.'),
      ['số bản ghi', 'số lượng bản ghi', 'tổng số bản ghi'],
    ),
    signed(
      'itemChange',
      l('a) Tăng, giảm hạng mục so với năm trước', 'a) Items against last year'),
      l('Số âm là giảm. Ví dụ: -2.', 'Minus means fewer. Example: -2.'),
      ['tăng giảm hạng mục', 'tăng/giảm hạng mục'],
    ),
    signed(
      'recordChange',
      l('a) Tăng, giảm bản ghi so với năm trước', 'a) Records against last year'),
      l('Số âm là giảm. Ví dụ: 1250.', 'Minus means fewer. Example: 1250.'),
      ['tăng giảm bản ghi', 'tăng/giảm bản ghi', 'tăng/giảm', 'tăng, giảm'],
    ),
    field({
      id: 'inventory',
      label: l('a) Kiểm kê hạng mục nội dung', 'a) Inventory'),
      help: l(
        'Kết quả kiểm kê bằng lời. Ví dụ: đủ 12 hạng mục, thêm hạng mục tọa độ thửa đất.',
        'The inventory in words. Example: all 12 items; coordinates were added.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'L',
      legalBasis: place('a'),
      synonyms: ['kiểm kê', 'kiểm kê hạng mục', 'kiểm kê hạng mục nội dung', 'kiểm kê dữ liệu'],
    }),
  ]
}

function signed(id: string, label: Field['label'], help: Field['help'], synonyms: readonly string[]): Field {
  return field({
    id,
    label,
    help,
    type: 'int',
    signed: true,
    depth: 'regulated',
    demand: 'L',
    legalBasis: place('a'),
    synonyms,
  })
}

/** b) Compliance. */
function compliance(): Field[] {
  return [
    field({
      id: 'compliance',
      label: l('b) Tuân thủ tiêu chuẩn, quy chuẩn, quy định', 'b) Compliance'),
      help: l('Kết luận chung của mục b. Ví dụ: Chưa đạt.', 'The whole of part b. Example: failed.'),
      type: 'enum',
      values: PASSED,
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: place('b'),
      synonyms: [
        'tuân thủ',
        'tuân thủ tiêu chuẩn, quy chuẩn, quy định',
        'mức độ tuân thủ',
        'tuân thủ quy định',
      ],
    }),
    field({
      id: 'complianceList',
      label: l('b) Tiêu chuẩn, quy định đã đối chiếu', 'b) Standards compared'),
      help: l(
        'Văn bản, tiêu chuẩn đã dùng để đối chiếu. Ví dụ: Quyết định số 19/2025/QĐ-TTg về mã đơn vị hành chính.',
        'What it was held against. Example: administrative codes of QĐ 19/2025.',
      ),
      type: 'longtext',
      depth: 'regulated',
      demand: 'L',
      legalBasis: place('b'),
      synonyms: ['tiêu chuẩn áp dụng', 'văn bản đối chiếu', 'danh mục tiêu chuẩn'],
    }),
    ...STANDARDS.map(([id, vi, en, exampleVi, exampleEn, synonyms]) =>
      field({
        id,
        label: l(`b) ${vi}`, `b) ${en}`),
        help: l(`Đạt hay chưa. Ví dụ: Đạt – ${exampleVi}.`, `Passed or not. Example: passed – ${exampleEn}.`),
        type: 'enum',
        values: PASSED,
        demand: 'L',
        legalBasis: place('b'),
        synonyms: [vi.toLowerCase(), ...synonyms],
      }),
    ),
    field({
      id: 'complianceReason',
      label: l('b) Lý do chưa đạt', 'b) Reason for failing'),
      help: l(
        'Vì sao chưa đạt và thiếu gì. Ví dụ: còn dùng mã xã cũ ở 320 bản ghi.',
        'Why, and what is missing. Example: 320 records carry old codes.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'L',
      legalBasis: place('b'),
      synonyms: ['lý do chưa đạt', 'lý do', 'nguyên nhân chưa đạt'],
    }),
  ]
}

/** c) Quality: accuracy, integrity, abnormal data. */
function quality(): Field[] {
  const judged = (id: string, vi: string, en: string, synonyms: readonly string[]) => [
    field({
      id,
      label: l(`c) ${vi}`, `c) ${en}`),
      help: l('Mức đánh giá. Ví dụ: Khá.', 'How it was judged. Example: fair.'),
      type: 'enum',
      values: LEVELS,
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: place('c'),
      synonyms: [vi.toLowerCase(), ...synonyms],
    }),
    field({
      id: `${id}Percent`,
      label: l(`c) Tỷ lệ ${vi.slice(3)} (%)`, `c) ${en} (%)`),
      help: l('Tỷ lệ bản ghi đạt, từ 0 đến 100. Ví dụ: 97.', 'Share of records, 0 to 100. Example: 97.'),
      type: 'int',
      depth: 'regulated',
      demand: 'L',
      legalBasis: place('c'),
      synonyms: [`tỷ lệ ${vi.slice(3)}`, `tỷ lệ ${vi.toLowerCase()}`],
    }),
  ]
  return [
    ...judged('accuracy', 'Độ chính xác', 'Accuracy', ['tính chính xác']),
    field({
      id: 'accuracyMethod',
      label: l('c) Cách đánh giá', 'c) How it was judged'),
      help: l(
        'Kiểm tra toàn bộ hay chọn mẫu, bao nhiêu. Ví dụ: chọn 200 bản ghi, đối chiếu hồ sơ giấy.',
        'All or a sample. Example: 200 records against paper files.',
      ),
      type: 'text',
      depth: 'regulated',
      demand: 'L',
      legalBasis: place('c'),
      synonyms: ['cách đánh giá', 'phương pháp đánh giá', 'cách kiểm tra'],
    }),
    ...judged('integrity', 'Độ toàn vẹn', 'Integrity', ['tính toàn vẹn', 'mức độ toàn vẹn']),
    {
      ...field({
        id: 'anomalies',
        label: l('c) Số dữ liệu bất thường', 'c) Abnormal records'),
        help: l('Số bản ghi bất thường đã thấy. Ví dụ: 14.', 'Abnormal records found. Example: 14.'),
        type: 'int',
        depth: 'minimal',
        demand: 'L',
        legalBasis: place('c'),
        synonyms: ['dữ liệu bất thường', 'số dữ liệu bất thường', 'số bản ghi bất thường'],
      }),
      required: true,
    },
    field({
      id: 'anomalyKinds',
      label: l('c) Loại bất thường', 'c) Kinds of abnormality'),
      help: l(
        'Chọn được nhiều. Ví dụ: Trùng lặp; Sai định dạng.',
        'Several. Example: doubles; wrong format.',
      ),
      type: 'multi',
      values: [
        allowed('bo_trong', 'Bỏ trống', 'Empty', ['null', 'thiếu giá trị', 'trống']),
        allowed('ngoai_lai', 'Giá trị ngoại lai', 'Outlier', ['ngoại lai']),
        allowed('trung', 'Trùng lặp', 'Double', ['trùng']),
        allowed('sai_dinh_dang', 'Sai định dạng', 'Wrong format'),
        allowed('sai_tham_chieu', 'Sai tham chiếu', 'Broken reference'),
        allowed('mau_thuan', 'Mâu thuẫn logic', 'Contradiction', ['mâu thuẫn']),
        allowed('qua_cu', 'Quá cũ', 'Out of date', ['lỗi thời', 'chưa cập nhật']),
        allowed('lech_quoc_gia', 'Lệch với CSDL quốc gia', 'Differs from a national database', [
          'lệch CSDL quốc gia',
        ]),
      ],
      depth: 'regulated',
      demand: 'D',
      synonyms: ['loại dữ liệu bất thường', 'nhóm lỗi', 'loại lỗi'],
    }),
    field({
      id: 'anomalyNote',
      label: l('c) Dữ liệu bất thường: nói rõ', 'c) Abnormal data: details'),
      help: l(
        'Bản ghi nào, lỗi gì. Ví dụ: 9 hộ kinh doanh trùng mã số thuế.',
        'Which, and what is wrong. Example: 9 businesses share a tax code.',
      ),
      type: 'longtext',
      depth: 'regulated',
      demand: 'L',
      legalBasis: place('c'),
      synonyms: ['mô tả bất thường', 'danh sách bất thường'],
    }),
  ]
}

/** d) Upkeep, updating, logs. */
function upkeep(): Field[] {
  return [
    field({
      id: 'upkeep',
      label: l('d) Duy trì, vận hành, cập nhật', 'd) Upkeep and updating'),
      help: l(
        'Ai cập nhật, bao lâu một lần, có gián đoạn không. Ví dụ: cập nhật hằng ngày, ngừng 2 ngày do mất điện.',
        'Who updates, how often, any break. Example: daily; two days’ power cut.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: place('d'),
      synonyms: [
        'duy trì, vận hành',
        'duy trì, vận hành, cập nhật',
        'tình hình duy trì, vận hành',
        'vận hành, cập nhật',
      ],
    }),
    field({
      id: 'upkeepLogs',
      label: l('d) Có nhật ký cập nhật, khai thác', 'd) Logs are kept'),
      help: l('Chọn khi hệ thống ghi nhật ký. Ví dụ: Có.', 'Tick if logs are kept. Example: yes.'),
      type: 'bool',
      depth: 'minimal',
      demand: 'L',
      legalBasis: place('d'),
      synonyms: ['nhật ký', 'nhật ký cập nhật, khai thác', 'có nhật ký'],
    }),
    field({
      id: 'lastUpdatedAt',
      label: l('d) Ngày cập nhật gần nhất', 'd) Last updated on'),
      help: l(
        'Ngày có bản ghi mới nhất. Ví dụ: 12/12/2026.',
        'Day of the newest record. Example: 12/12/2026.',
      ),
      type: 'date',
      depth: 'minimal',
      demand: 'L',
      legalBasis: place('d'),
      synonyms: ['ngày cập nhật gần nhất', 'cập nhật gần nhất', 'ngày cập nhật'],
    }),
  ]
}

/** đ) Sharing: to whom, for what, as the regulation allows. */
function sharing(): Field[] {
  const of = place('đ')
  return [
    field({
      id: 'sharing',
      label: l('đ) Chia sẻ dữ liệu', 'đ) Sharing'),
      help: l(
        'Dịch vụ hoặc cách chia sẻ trong kỳ; mỗi dịch vụ một dòng. Ví dụ: gửi danh sách cho Phòng Kinh tế hằng quý.',
        'Services or ways of sharing, one a line. Example: list to the economic room each quarter.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: of,
      synonyms: ['chia sẻ', 'chia sẻ dữ liệu', 'tình hình chia sẻ', 'kết nối, chia sẻ dữ liệu'],
    }),
    field({
      id: 'sharingUsers',
      label: l('đ) Đối tượng khai thác', 'đ) Users'),
      help: l(
        'Ai đã khai thác trong kỳ. Ví dụ: Công an xã, Phòng Văn hóa - Xã hội.',
        'Who used it. Example: commune police.',
      ),
      type: 'longtext',
      depth: 'regulated',
      demand: 'L',
      legalBasis: of,
      synonyms: ['đối tượng khai thác', 'đối tượng', 'đối tượng khai thác, sử dụng'],
    }),
    field({
      id: 'sharingPurpose',
      label: l('đ) Mục đích khai thác', 'đ) Purposes'),
      help: l('Để làm gì. Ví dụ: xác minh hộ nghèo.', 'What for. Example: verifying poor households.'),
      type: 'longtext',
      depth: 'regulated',
      demand: 'L',
      legalBasis: of,
      synonyms: ['mục đích khai thác', 'mục đích', 'mục đích sử dụng'],
    }),
    field({
      id: 'sharingConforms',
      label: l('đ) Phù hợp quy chế', 'đ) As the regulation allows'),
      help: l(
        'Đối tượng và mục đích có đúng quy chế không. Ví dụ: Có.',
        'Whether users and purposes conform. Example: yes.',
      ),
      type: 'enum',
      values: YES_PARTLY_NO,
      depth: 'minimal',
      demand: 'L',
      legalBasis: of,
      synonyms: ['phù hợp quy chế', 'đúng quy chế'],
    }),
  ]
}

/** a) to e), in the order of the law. */
export function dataCheckParts(): Field[] {
  return [
    ...inventory(),
    ...compliance(),
    ...quality(),
    ...upkeep(),
    ...sharing(),
    field({
      id: 'other',
      label: l('e) Nội dung khác', 'e) Other'),
      help: l(
        'Nội dung khác theo hướng dẫn của tỉnh. Ví dụ: kết quả đánh giá rủi ro dữ liệu.',
        'Anything else the province asks. Example: result of a risk assessment.',
      ),
      type: 'longtext',
      depth: 'regulated',
      demand: 'L',
      legalBasis: place('e'),
      synonyms: ['nội dung khác', 'nội dung kiểm tra khác'],
    }),
  ]
}
