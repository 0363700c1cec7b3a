// What a database is for, what it covers and holds, and how the data comes in and is kept up: 47/2020 Điều 11.4.b and c.
import { allowed, FREQUENCIES, l, nd47, noteOf, PROVINCE_FORM } from './common.ts'
import { type Field, field } from './define.ts'

const collectMechanism = field({
  id: 'collectMechanism',
  label: l('Cơ chế thu thập', 'Collection'),
  help: l(
    'Dữ liệu vào cơ sở dữ liệu bằng cách nào. Ví dụ: Nhập trực tiếp.',
    'How data comes in. Example: typed in directly.',
  ),
  type: 'enum',
  values: [
    allowed('nhap_truc_tiep', 'Nhập trực tiếp', 'Typed in', [
      'nhập tay',
      'cập nhật trực tiếp',
      'cán bộ nhập',
    ]),
    allowed('nhan_tu_he_thong_khac', 'Nhận từ hệ thống khác', 'From another system', [
      'kết nối',
      'đồng bộ',
      'liên thông',
    ]),
    allowed('so_hoa_ho_so_giay', 'Số hóa hồ sơ giấy', 'Digitised from paper', ['số hóa', 'quét', 'scan']),
    allowed('to_chuc_ca_nhan_khai', 'Tổ chức, cá nhân tự khai', 'Declared by people and organisations', [
      'kê khai',
      'người dân khai',
      'tự kê khai',
      'dịch vụ công trực tuyến',
    ]),
    allowed('khac', 'Khác', 'Other'),
  ],
  depth: 'regulated',
  demand: 'L',
  required: true,
  legalBasis: {
    nd47_2020: nd47('Điểm c khoản 4 Điều 11'),
    current_2025: 'Điều 11 Luật Dữ liệu số 60/2024/QH15',
  },
  synonyms: [
    'thu thập',
    'cách thu thập',
    'phương thức thu thập',
    'cơ chế thu thập dữ liệu',
    'hình thức thu thập',
  ],
})

const updateMechanism = field({
  id: 'updateMechanism',
  label: l('Cơ chế, tần suất cập nhật', 'Updating'),
  help: l(
    'Bao lâu dữ liệu được cập nhật một lần. Ví dụ: Hằng ngày.',
    'How often it is updated. Example: daily.',
  ),
  type: 'enum',
  values: [
    ...FREQUENCIES,
    allowed('khong_cap_nhat', 'Không cập nhật', 'Not updated', ['không', 'dừng cập nhật', 'ngừng cập nhật']),
    allowed('khac', 'Khác', 'Other'),
  ],
  depth: 'regulated',
  demand: 'L',
  required: true,
  legalBasis: { nd47_2020: nd47('Điểm c khoản 4 Điều 11'), current_2025: PROVINCE_FORM },
  synonyms: [
    'cập nhật',
    'tần suất cập nhật',
    'tần suất',
    'cơ chế cập nhật',
    'thời gian cập nhật',
    'chu kỳ cập nhật',
  ],
})

/** In the order of the law. */
export const databaseContentFields: readonly Field[] = [
  field({
    id: 'purpose',
    label: l('Mục đích', 'Purpose'),
    help: l(
      'Dữ liệu dùng để làm gì. Ví dụ: Quản lý đăng ký khai sinh, kết hôn, khai tử.',
      'What the data is for. Example: registration of births, marriages and deaths.',
    ),
    type: 'longtext',
    depth: 'regulated',
    demand: 'L',
    required: true,
    legalBasis: { nd47_2020: nd47('Điểm b khoản 4 Điều 11'), current_2025: PROVINCE_FORM },
    synonyms: ['mục đích sử dụng', 'mục đích của CSDL', 'mục tiêu'],
  }),
  field({
    id: 'scope',
    label: l('Phạm vi', 'Scope'),
    help: l(
      'Địa bàn, thời gian, đối tượng mà dữ liệu bao quát. Ví dụ: Toàn xã, từ năm 2016.',
      'Area, time and subjects covered. Example: the whole commune since 2016.',
    ),
    type: 'longtext',
    depth: 'regulated',
    demand: 'L',
    required: true,
    legalBasis: { nd47_2020: nd47('Điểm b khoản 4 Điều 11'), current_2025: PROVINCE_FORM },
    synonyms: [
      'phạm vi dữ liệu',
      'phạm vi sử dụng',
      'phạm vi áp dụng',
      'phạm vi hoạt động',
      'phạm vi hoạt động trên hệ thống mạng',
    ],
  }),
  field({
    id: 'content',
    label: l('Nội dung', 'Content'),
    help: l(
      'Những thông tin chính đang lưu. Ví dụ: Thông tin người được khai sinh, cha, mẹ; số đăng ký.',
      'The main information held. Example: child, parents, registration number.',
    ),
    type: 'longtext',
    depth: 'regulated',
    demand: 'L',
    required: true,
    legalBasis: { nd47_2020: nd47('Điểm b khoản 4 Điều 11'), current_2025: PROVINCE_FORM },
    synonyms: [
      'nội dung dữ liệu',
      'thông tin chính',
      'danh mục cụ thể',
      'nội dung chính',
      'chức năng',
      'mô tả',
    ],
  }),
  collectMechanism,
  noteOf(collectMechanism, {
    label: l('Cơ chế thu thập: nói rõ', 'Collection: details'),
    help: l(
      'Nói thêm về cách thu thập; cần có khi chọn “Khác”. Ví dụ: công chức Tư pháp nhập từ sổ hộ tịch.',
      'More on how data comes in; needed for “Other”. Example: typed in from the paper register.',
    ),
    is: 'always',
  }),
  updateMechanism,
  noteOf(updateMechanism, {
    label: l('Cơ chế cập nhật: nói rõ', 'Updating: details'),
    help: l(
      'Nói thêm về cách cập nhật; cần có khi chọn “Khác”. Ví dụ: theo vụ sản xuất.',
      'More on how it is updated; needed for “Other”. Example: by crop season.',
    ),
    is: 'always',
  }),
  field({
    id: 'dataSource',
    label: l('Nguồn dữ liệu', 'Source of the data'),
    help: l(
      'Dữ liệu lấy từ đâu. Ví dụ: Tờ khai của người dân; sổ hộ tịch giấy.',
      'Where it comes from. Example: people’s declarations; paper registers.',
    ),
    type: 'longtext',
    depth: 'regulated',
    demand: 'L',
    required: true,
    legalBasis: { nd47_2020: nd47('Điểm c khoản 4 Điều 11'), current_2025: PROVINCE_FORM },
    synonyms: ['nguồn', 'nguồn cung cấp dữ liệu', 'nguồn dữ liệu đầu vào'],
  }),
]
