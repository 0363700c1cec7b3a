// Open datasets (bộ dữ liệu mở): what an office publishes, how, under which terms, and when it must be looked at again.
// How it is published and what it is checked for stand in files of their own; columns and portals are child registers.
import { SECTORS } from '../profiles/sectors.ts'
import { allowed, commonFields, l, nd47, noteOf, PROVINCE_FORM } from './common.ts'
import { sectorFields } from './databaseStanding.ts'
import { defineRegister, field } from './define.ts'
import { guardFields } from './guardFields.ts'
import { openDatasetChecks } from './openDatasetChecks.ts'
import { openDatasetPublishing } from './openDatasetPublishing.ts'

const LDL21 = 'Điều 21 Luật Dữ liệu số 60/2024/QH15'

const priorityKind = field({
  id: 'priorityKind',
  label: l('Loại dữ liệu mở ưu tiên', 'Priority kind'),
  help: l(
    'Nhóm được ưu tiên mở. Ví dụ: Đã công khai dạng văn bản.',
    'Group to be opened first. Example: already public as documents.',
  ),
  type: 'enum',
  values: [
    allowed('da_cong_khai_van_ban', 'Đã công khai dạng văn bản', 'Already public as documents', [
      'dạng văn bản',
      'công khai dạng văn bản',
    ]),
    allowed(
      'thong_ke_dung_chung',
      'Thống kê, dùng chung, đã đăng trên cổng',
      'Statistics, shared, already on a portal',
      ['thống kê', 'dùng chung', 'đã đăng trên cổng'],
    ),
    allowed('quan_trac_iot', 'Quan trắc, IoT', 'Monitoring, IoT', ['quan trắc', 'IoT', 'cảm biến']),
    allowed('khac', 'Khác', 'Other'),
  ],
  demand: 'P',
  legalBasis: { nd47_2020: 'Kế hoạch của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP' },
  synonyms: ['loại ưu tiên', 'loại dữ liệu mở', 'nhóm ưu tiên'],
})

export const openDataset = defineRegister({
  id: 'open-dataset',
  label: l('Danh mục dữ liệu mở', 'List of open data'),
  singular: l('Bộ dữ liệu mở', 'Open dataset'),
  help: l(
    'Các bộ dữ liệu cơ quan công bố hoặc dự kiến công bố.',
    'Datasets the office publishes or means to publish.',
  ),
  group: 'lists',
  nameField: 'title',
  matchKey: ['title', 'publisher'],
  nilAnswer: true,
  fields: [
    field({
      id: 'title',
      label: l('Tên bộ dữ liệu', 'Title'),
      help: l(
        'Tên dễ hiểu với người dân. Ví dụ: Danh sách cơ sở giáo dục trên địa bàn xã Mẫu.',
        'A name people understand. Example: schools in xã Mẫu.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: nd47('Khoản 2 Điều 17, Điều 19'), current_2025: LDL21 },
      synonyms: [
        'tên tập dữ liệu',
        'tập dữ liệu',
        'bộ dữ liệu',
        'tên dữ liệu',
        'tên dữ liệu mở',
        'danh mục dữ liệu',
        'tên bộ dữ liệu mở',
        'dữ liệu mở',
        'tên tệp',
      ],
      suggestions: {
        by: 'sector',
        of: Object.fromEntries(SECTORS.map((sector) => [sector.id, sector.datasets])),
      },
      width: { grid: 320, report: 34 },
    }),
    field({
      id: 'description',
      label: l('Mô tả', 'Description'),
      help: l(
        'Bộ dữ liệu gồm những thông tin gì. Ví dụ: Tên trường, địa chỉ, số lớp, số học sinh.',
        'What it holds. Example: name, address, classes, pupils.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'P',
      legalBasis: { nd47_2020: PROVINCE_FORM, current_2025: PROVINCE_FORM },
      synonyms: ['mô tả dữ liệu', 'nội dung', 'nội dung dữ liệu', 'mô tả bộ dữ liệu', 'thông tin mô tả'],
    }),
    field({
      id: 'publisher',
      label: l('Cơ quan chủ trì cung cấp', 'Publisher'),
      help: l(
        'Cơ quan chịu trách nhiệm cung cấp. Ví dụ: Ủy ban nhân dân xã Mẫu.',
        'The agency that supplies it. Example: Ủy ban nhân dân xã Mẫu.',
      ),
      type: 'ref',
      target: 'unit',
      depth: 'minimal',
      demand: 'P',
      required: true,
      legalBasis: { nd47_2020: PROVINCE_FORM, current_2025: PROVINCE_FORM },
      synonyms: [
        'đơn vị chủ trì cung cấp',
        'đơn vị chủ trì',
        'cơ quan cung cấp',
        'đơn vị cung cấp',
        'cơ quan chủ quản',
        'cơ quan chủ trì',
        'đơn vị công bố',
        'tổ chức',
        'chủ trì',
      ],
      width: { grid: 240, report: 26 },
    }),
    ...sectorFields(),
    priorityKind,
    noteOf(priorityKind, {
      label: l('Loại ưu tiên: nói rõ', 'Priority kind: details'),
      help: l(
        'Khi chọn “Khác”. Ví dụ: theo đề nghị của hợp tác xã.',
        'When “Other” is chosen. Example: asked for by a cooperative.',
      ),
    }),
    field({
      id: 'existingUrl',
      label: l('Đã đăng trên trang, cổng nào', 'Already posted at'),
      help: l(
        'Địa chỉ nơi dữ liệu đã đăng trước đây. Ví dụ: https://xamau.tinhmau.gov.vn/so-lieu.',
        'Where it was posted before. Example: https://xamau.tinhmau.gov.vn/so-lieu.',
      ),
      type: 'text',
      demand: 'P',
      legalBasis: { nd47_2020: 'Kế hoạch của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP' },
      synonyms: ['đã đăng tại', 'địa chỉ đăng tải', 'URL', 'đường dẫn', 'link', 'địa chỉ'],
    }),
    field({
      id: 'openLabel',
      label: l('Xác định loại dữ liệu', 'Determined as'),
      help: l('Kết quả rà soát. Ví dụ: Dữ liệu mở.', 'Result of the review. Example: open data.'),
      type: 'enum',
      values: [
        allowed('du_lieu_mo', 'Dữ liệu mở', 'Open data', ['mở', 'là dữ liệu mở']),
        allowed('khong_thuoc', 'Không thuộc hạng mục dữ liệu mở', 'Not an item of open data', [
          'không thuộc dữ liệu mở',
          'không',
          'không mở',
        ]),
      ],
      demand: 'P',
      legalBasis: { nd47_2020: 'Kế hoạch của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP' },
      synonyms: ['nhãn công khai', 'xác định', 'nhãn'],
    }),
    ...openDatasetPublishing,
    field({
      id: 'keywords',
      label: l('Từ khóa', 'Keywords'),
      help: l(
        'Ngăn cách bằng dấu chấm phẩy. Ví dụ: trường học; giáo dục.',
        'Separated by semicolons. Example: school; education.',
      ),
      type: 'text',
      demand: 'P',
      legalBasis: { current_2025: PROVINCE_FORM },
      synonyms: ['tag', 'thẻ', 'nhãn từ khóa', 'keyword'],
    }),
    field({
      id: 'records',
      label: l('Số bản ghi', 'Records'),
      help: l('Số dòng dữ liệu. Ví dụ: 42.', 'Rows of data. Example: 42.'),
      type: 'int',
      demand: 'P',
      legalBasis: { current_2025: PROVINCE_FORM },
      synonyms: ['số lượng bản ghi', 'số dòng', 'số lượng'],
    }),
    field({
      id: 'bytes',
      label: l('Kích thước (byte)', 'Size (bytes)'),
      help: l('Kích thước tệp tính bằng byte. Ví dụ: 20480.', 'File size in bytes. Example: 20480.'),
      type: 'int',
      demand: 'P',
      legalBasis: { current_2025: PROVINCE_FORM },
      synonyms: ['kích thước', 'dung lượng', 'kích thước tệp'],
    }),
    field({
      id: 'feedbackContact',
      label: l('Đầu mối tiếp nhận phản hồi', 'Contact for feedback'),
      help: l(
        'Người nhận ý kiến của người dùng. Ví dụ: Nguyễn Văn Mẫu.',
        'Who takes users’ remarks. Example: Nguyễn Văn Mẫu.',
      ),
      type: 'ref',
      target: 'focal-point',
      depth: 'regulated',
      demand: 'L',
      legalBasis: { nd47_2020: nd47('Khoản 2 Điều 19') },
      synonyms: ['người liên hệ', 'thông tin liên hệ', 'đầu mối liên hệ', 'liên hệ', 'tiếp nhận phản hồi'],
      sensitivity: 'personal',
    }),
    field({
      id: 'sourceDb',
      label: l('Cơ sở dữ liệu nguồn', 'Source database'),
      help: l(
        'Bộ dữ liệu được trích từ cơ sở dữ liệu nào. Ví dụ: CSDL ngành giáo dục.',
        'The database it is taken from. Example: education database.',
      ),
      type: 'ref',
      target: 'database',
      depth: 'regulated',
      demand: 'P',
      legalBasis: { nd47_2020: PROVINCE_FORM, current_2025: PROVINCE_FORM },
      synonyms: ['nguồn dữ liệu', 'CSDL nguồn', 'nguồn', 'trích từ CSDL'],
    }),
    ...openDatasetChecks(),
    ...guardFields(),
    ...commonFields(),
  ],
})
