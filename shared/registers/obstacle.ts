// Obstacles (khó khăn, vướng mắc) in connecting and sharing data, with the level that has them, the day each level
// received them and what came of it. The procedure of 47/2020 Điều 47–50 was repealed with it and no other was found: its
// five levels and days stand as what offices know, the days as a setting.
import { allowed, commonFields, l, nd47, noteOf, PROVINCE_FORM } from './common.ts'
import { type AllowedValue, defineRegister, type Field, field } from './define.ts'

/** The levels in order: index + 1 is the level's number. */
export const OBSTACLE_LEVELS: readonly AllowedValue[] = [
  allowed('co_quan_cung_cap', 'Cấp 1: cơ quan cung cấp dữ liệu', 'Level 1: the provider', [
    'cơ quan cung cấp',
    'cơ quan cung cấp dữ liệu',
    '1',
  ]),
  allowed('don_vi_chuyen_trach', 'Cấp 2: đơn vị chuyên trách (Sở)', 'Level 2: the department', [
    'đơn vị chuyên trách',
    'Sở Khoa học và Công nghệ',
    'Sở Thông tin và Truyền thông',
    'Sở KH&CN',
    'Sở TT&TT',
    '2',
  ]),
  allowed('chu_tich_tinh', 'Cấp 3: Chủ tịch UBND tỉnh', 'Level 3: the province’s chairman', [
    'Chủ tịch UBND tỉnh',
    'UBND tỉnh',
    '3',
  ]),
  allowed('bo', 'Cấp 4: bộ', 'Level 4: a ministry', [
    'bộ',
    'Bộ Khoa học và Công nghệ',
    'Bộ Công an',
    'Bộ Thông tin và Truyền thông',
    '4',
  ]),
  allowed('thu_tuong', 'Cấp 5: Thủ tướng Chính phủ', 'Level 5: the Prime Minister', [
    'Thủ tướng',
    'Thủ tướng Chính phủ',
    '5',
  ]),
]

// The day each level received it: Vietnamese and English name of the level, how deep in the form.
const RECEIVED: readonly (readonly [string, string, Field['depth']])[] = [
  ['cơ quan cung cấp dữ liệu', 'the provider', 'minimal'],
  ['đơn vị chuyên trách (Sở)', 'the department', 'minimal'],
  ['Chủ tịch UBND tỉnh', 'the province’s chairman', 'regulated'],
  ['bộ', 'the ministry', 'full'],
  ['Thủ tướng Chính phủ', 'the Prime Minister', 'full'],
]

/** Ids of the days of receipt, level 1 first. */
export const RECEIVED_FIELDS: readonly string[] = RECEIVED.map((_, i) => `receivedAt${i + 1}`)

const kind = field({
  id: 'kind',
  label: l('Loại vướng mắc', 'Kind'),
  help: l('Vướng ở khâu nào. Ví dụ: Hạ tầng kỹ thuật.', 'Where it lies. Example: technical infrastructure.'),
  type: 'enum',
  values: [
    allowed('quyen_nghia_vu', 'Quyền, nghĩa vụ theo pháp luật', 'Rights and duties by law', [
      'pháp lý',
      'quyền, nghĩa vụ',
    ]),
    allowed('ha_tang', 'Hạ tầng kỹ thuật', 'Technical infrastructure', ['kỹ thuật', 'hạ tầng']),
    allowed('tieu_chuan', 'Tiêu chuẩn, quy chuẩn, quy định', 'Standards and rules', [
      'tiêu chuẩn',
      'quy chuẩn',
    ]),
    allowed('chat_luong', 'Chất lượng dữ liệu, sử dụng sau chia sẻ', 'Quality, use after sharing', [
      'chất lượng dữ liệu',
      'chất lượng',
    ]),
    allowed('phuong_an', 'Phương án kết nối', 'Way of connecting', ['phương án kết nối, chia sẻ']),
    allowed('kien_nghi', 'Kiến nghị sửa kế hoạch, quy chế', 'Proposal to change a plan or regulation', [
      'kiến nghị sửa đổi',
      'khó khăn trong thực hiện kế hoạch',
    ]),
    allowed('khac', 'Khác', 'Other'),
  ],
  depth: 'minimal',
  demand: 'L',
  required: true,
  legalBasis: { nd47_2020: nd47('Điều 47'), current_2025: PROVINCE_FORM },
  synonyms: ['loại', 'nhóm vướng mắc', 'loại khó khăn, vướng mắc'],
})

const D49 = { nd47_2020: nd47('Điều 49'), current_2025: PROVINCE_FORM } as const

export const obstacle = defineRegister({
  id: 'obstacle',
  label: l('Khó khăn, vướng mắc', 'Obstacles'),
  singular: l('Vướng mắc', 'Obstacle'),
  help: l(
    'Vướng mắc trong kết nối, chia sẻ dữ liệu: đang ở cấp nào, nhận ngày nào, hạn trả lời, kết quả.',
    'Obstacles in sharing data: which level has them, since when, until when, with what outcome.',
  ),
  group: 'tasks',
  seldom: true,
  nameField: 'description',
  matchKey: ['description'],
  nilAnswer: true,
  events: { field: RECEIVED_FIELDS[0]! },
  fields: [
    field({
      id: 'description',
      label: l('Mô tả vướng mắc', 'Description'),
      help: l(
        'Việc gì, từ khi nào, ảnh hưởng ra sao. Ví dụ: không tra cứu được dữ liệu hộ tịch từ ngày 05/10/2026.',
        'What, since when, with what effect. Example: civil status cannot be looked up since 05/10/2026.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: nd47('Khoản 1 Điều 49'), current_2025: PROVINCE_FORM },
      synonyms: [
        'mô tả',
        'vướng mắc',
        'nội dung vướng mắc',
        'nội dung',
        'khó khăn, vướng mắc',
        'nội dung khó khăn, vướng mắc',
      ],
      width: { grid: 340, report: 40 },
    }),
    kind,
    noteOf(kind, {
      label: l('Loại vướng mắc: nói rõ', 'Kind: details'),
      help: l('Khi chọn “Khác”. Ví dụ: thiếu người làm.', 'When “Other”. Example: too few people.'),
    }),
    field({
      id: 'database',
      label: l('Cơ sở dữ liệu liên quan', 'Database concerned'),
      help: l(
        'Cơ sở dữ liệu đang vướng. Ví dụ: Cơ sở dữ liệu hộ tịch điện tử.',
        'The database. Example: electronic civil status.',
      ),
      type: 'ref',
      target: 'database',
      depth: 'minimal',
      synonyms: ['CSDL liên quan', 'CSDL', 'cơ sở dữ liệu', 'hệ thống liên quan'],
    }),
    field({
      id: 'service',
      label: l('Dịch vụ chia sẻ dữ liệu liên quan', 'Service concerned'),
      help: l(
        'Tên hoặc mã dịch vụ, nếu có. Ví dụ: Dịch vụ tra cứu khai sinh.',
        'Name or code, if any. Example: birth record service.',
      ),
      type: 'text',
      depth: 'regulated',
      synonyms: ['dịch vụ', 'dịch vụ liên quan', 'CSDL/dịch vụ liên quan'],
    }),
    field({
      id: 'reporter',
      label: l('Cơ quan gặp vướng mắc', 'Agency with the obstacle'),
      help: l('Cơ quan phản ánh. Ví dụ: Ủy ban nhân dân xã Mẫu.', 'Who reports. Example: UBND xã Mẫu.'),
      type: 'ref',
      target: 'unit',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: nd47('Khoản 1 Điều 49'), current_2025: PROVINCE_FORM },
      synonyms: ['cơ quan phản ánh', 'cơ quan gặp vướng', 'đơn vị gặp vướng mắc', 'đơn vị phản ánh'],
    }),
    field({
      id: 'provider',
      label: l('Cơ quan cung cấp dữ liệu', 'Providing agency'),
      help: l('Cơ quan có dữ liệu. Ví dụ: Bộ Tư pháp.', 'Who holds the data. Example: Bộ Tư pháp.'),
      type: 'ref',
      target: 'unit',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: nd47('Khoản 1 Điều 49'), current_2025: PROVINCE_FORM },
      synonyms: ['cơ quan cung cấp', 'đơn vị cung cấp dữ liệu'],
    }),
    field({
      id: 'level',
      label: l('Cấp xử lý hiện tại', 'Level now'),
      help: l(
        'Ai đang xử lý. Ví dụ: Cấp 2: đơn vị chuyên trách (Sở).',
        'Who has it now. Example: level 2, the department.',
      ),
      type: 'enum',
      values: OBSTACLE_LEVELS,
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: {
        nd47_2020: 'Điều 48, Điều 49 Nghị định số 47/2020/NĐ-CP',
        current_2025: PROVINCE_FORM,
      },
      synonyms: ['cấp xử lý', 'cấp', 'nơi đang xử lý', 'cơ quan xử lý'],
      initial: 'co_quan_cung_cap',
    }),
    ...RECEIVED.map(([vi, en, depth], i) =>
      field({
        id: RECEIVED_FIELDS[i]!,
        label: l(`Ngày nhận ở cấp ${i + 1}: ${vi}`, `Received at level ${i + 1}: ${en}`),
        help: l(
          `Ngày ${vi} nhận được. Ví dụ: ${String(6 + i * 3).padStart(2, '0')}/10/2026.`,
          `Day ${en} received it. Example: ${String(6 + i * 3).padStart(2, '0')}/10/2026.`,
        ),
        type: 'date',
        depth,
        demand: 'L',
        legalBasis: D49,
        synonyms: [`ngày nhận cấp ${i + 1}`, `ngày nhận ở cấp ${i + 1}`],
      }),
    ),
    field({
      id: 'dueAt',
      label: l('Hạn trả lời', 'Answer due'),
      help: l(
        'Tính theo ngày làm việc từ ngày nhận ở cấp đang xử lý; sửa được khi văn bản ghi hạn khác. Ví dụ: 15/10/2026.',
        'Counted in working days from receipt at the present level; may be overwritten. Example: 15/10/2026.',
      ),
      type: 'date',
      depth: 'minimal',
      demand: 'L',
      legalBasis: {
        nd47_2020: 'Khoản 1, khoản 2 Điều 49 Nghị định số 47/2020/NĐ-CP',
        current_2025: PROVINCE_FORM,
      },
      synonyms: ['hạn', 'thời hạn trả lời', 'thời hạn'],
    }),
    field({
      id: 'resolution',
      label: l('Kết quả, phương án', 'Outcome'),
      help: l(
        'Đã giải quyết thế nào. Ví dụ: cấp lại tài khoản tra cứu cho xã.',
        'How it was settled. Example: the account was issued again.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'L',
      legalBasis: {
        nd47_2020: 'Điều 49, Điều 50 Nghị định số 47/2020/NĐ-CP',
        current_2025: PROVINCE_FORM,
      },
      synonyms: ['kết quả', 'phương án', 'kết quả giải quyết', 'phương án giải quyết'],
    }),
    field({
      id: 'resolutionDoc',
      label: l('Văn bản ban hành phương án', 'Document of the outcome'),
      help: l(
        'Số, ngày văn bản trả lời. Ví dụ: 512/SKHCN-CĐS ngày 14/10/2026.',
        'Number and date. Example: 512/SKHCN-CĐS, 14/10/2026.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      legalBasis: {
        nd47_2020: 'Khoản 2, khoản 3 Điều 50 Nghị định số 47/2020/NĐ-CP',
        current_2025: PROVINCE_FORM,
      },
      synonyms: ['văn bản trả lời', 'văn bản giải quyết'],
    }),
    field({
      id: 'status',
      label: l('Trạng thái', 'Status'),
      help: l('Việc đến đâu. Ví dụ: Đang xử lý.', 'How far it has come. Example: under way.'),
      type: 'enum',
      values: [
        allowed('moi', 'Mới tiếp nhận', 'New', ['mới']),
        allowed('dang_xu_ly', 'Đang xử lý', 'Under way', ['đang giải quyết']),
        allowed('chuyen_cap', 'Đã chuyển cấp trên', 'Passed up', ['chuyển cấp', 'chuyển cấp trên']),
        allowed('da_giai_quyet', 'Đã giải quyết', 'Settled', ['đã xử lý', 'xong']),
        allowed('ket_thuc', 'Kết thúc', 'Closed', ['đóng', 'đã đóng']),
      ],
      depth: 'minimal',
      required: true,
      synonyms: ['tình trạng', 'tình trạng xử lý'],
      initial: 'moi',
    }),
    ...commonFields(),
  ],
})
