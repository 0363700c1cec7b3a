// The four layers of protection of a system (mô hình bảo vệ bốn lớp): each there, not there or not needed, and since when.
import { allowed, l, PROVINCE_FORM } from './common.ts'
import { type Field, field } from './define.ts'

const BASIS = {
  nd47_2020: 'Chỉ thị số 14/CT-TTg ngày 07 tháng 6 năm 2019 của Thủ tướng Chính phủ',
  current_2025: PROVINCE_FORM,
} as const

const STATES = [
  allowed('co', 'Có', 'Yes', ['x', 'đã có', 'đã triển khai']),
  allowed('khong', 'Không', 'No', ['chưa', 'chưa có', 'chưa triển khai']),
  allowed('khong_can', 'Không cần', 'Not needed', ['không áp dụng', 'không thuộc diện']),
]

const LAYERS = [
  [
    'layerOnSite',
    'Lớp 1: lực lượng tại chỗ',
    'Layer 1: people on site',
    'bộ phận của cơ quan trực tiếp bảo vệ',
  ],
  [
    'layerMonitoring',
    'Lớp 2: giám sát, bảo vệ chuyên nghiệp',
    'Layer 2: professional monitoring',
    'doanh nghiệp hoặc trung tâm của tỉnh giám sát',
  ],
  [
    'layerInspection',
    'Lớp 3: kiểm tra, đánh giá độc lập định kỳ',
    'Layer 3: independent checks',
    'đơn vị khác kiểm tra hằng năm',
  ],
  [
    'layerNational',
    'Lớp 4: kết nối, chia sẻ với hệ thống giám sát quốc gia',
    'Layer 4: national monitoring',
    'đã gửi dữ liệu giám sát',
  ],
] as const

export const systemProtectionFields: readonly Field[] = LAYERS.flatMap(([id, vi, en, example]) => [
  field({
    id,
    label: l(vi, en),
    help: l(`Có, không, hoặc không cần. Ví dụ: ${example}.`, 'Yes, no, or not needed.'),
    type: 'enum',
    values: STATES,
    demand: 'P',
    legalBasis: BASIS,
    synonyms: [vi.replace(/^Lớp \d: /, '')],
  }),
  field({
    id: `${id}Since`,
    label: l(`${vi.slice(0, 5)}: từ ngày`, `${en.slice(0, 7)}: since`),
    help: l('Ngày bắt đầu. Ví dụ: 01/03/2025.', 'First day. Example: 01/03/2025.'),
    type: 'date',
    demand: 'P',
    legalBasis: BASIS,
    when: { field: id, is: ['co'] },
  }),
])
