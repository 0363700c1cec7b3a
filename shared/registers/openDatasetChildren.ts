// What hangs on an open dataset: its columns, and one row for each portal that it was published on.
import { allowed, l } from './common.ts'
import { defineRegister, field } from './define.ts'

const dataset = (vi: string, en: string) =>
  field({
    id: 'dataset',
    label: l('Thuộc bộ dữ liệu', 'Of dataset'),
    help: l(vi, en),
    type: 'ref',
    target: 'open-dataset',
    depth: 'minimal',
    demand: 'P',
    required: true,
    legalBasis: {
      nd47_2020: 'Quy chế, biểu mẫu của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP',
      current_2025: 'Danh mục, biểu mẫu do tỉnh ban hành',
    },
    synonyms: ['bộ dữ liệu', 'tên bộ dữ liệu', 'tập dữ liệu'],
  })

export const datasetField = defineRegister({
  id: 'dataset-field',
  label: l('Trường dữ liệu', 'Dataset fields'),
  singular: l('Trường dữ liệu', 'Dataset field'),
  help: l(
    'Các cột của bộ dữ liệu mở, để người dùng hiểu từng cột.',
    'The dataset’s columns, so that users understand each.',
  ),
  nameField: 'name',
  matchKey: ['name', 'dataset'],
  parent: { register: 'open-dataset', field: 'dataset' },
  nilAnswer: false,
  fields: [
    field({
      id: 'name',
      label: l('Tên trường', 'Field name'),
      help: l('Tên cột trong tệp. Ví dụ: ten_truong.', 'Column name in the file. Example: ten_truong.'),
      type: 'text',
      depth: 'minimal',
      required: true,
      synonyms: ['tên cột', 'trường', 'trường dữ liệu', 'trường thông tin'],
    }),
    dataset(
      'Bộ dữ liệu chứa cột này. Ví dụ: Danh sách cơ sở giáo dục.',
      'The dataset of this column. Example: list of schools.',
    ),
    field({
      id: 'type',
      label: l('Kiểu dữ liệu', 'Type'),
      help: l('Kiểu của cột. Ví dụ: Số.', 'Type of the column. Example: number.'),
      type: 'enum',
      values: [
        allowed('chuoi', 'Chuỗi ký tự', 'Text', ['text', 'string', 'ký tự', 'varchar', 'nvarchar']),
        allowed('so_nguyen', 'Số nguyên', 'Integer', ['int', 'integer', 'số']),
        allowed('so_thuc', 'Số thập phân', 'Decimal', ['decimal', 'float', 'number', 'double']),
        allowed('ngay', 'Ngày', 'Date', ['date', 'ngày tháng']),
        allowed('ngay_gio', 'Ngày giờ', 'Date and time', ['datetime', 'timestamp']),
        allowed('dung_sai', 'Đúng/sai', 'Yes/no', ['bool', 'boolean', 'logic']),
        allowed('toa_do', 'Tọa độ, hình học', 'Geometry', ['geometry', 'tọa độ']),
        allowed('ma_danh_muc', 'Mã danh mục', 'Code', ['mã', 'danh mục']),
      ],
      depth: 'minimal',
      synonyms: ['kiểu', 'loại dữ liệu', 'định dạng'],
    }),
    field({
      id: 'description',
      label: l('Mô tả', 'Description'),
      help: l(
        'Cột này nói gì. Ví dụ: Tên đầy đủ của trường học.',
        'What the column says. Example: the school’s full name.',
      ),
      type: 'longtext',
      depth: 'minimal',
      synonyms: ['diễn giải', 'ý nghĩa'],
    }),
    field({
      id: 'key',
      label: l('Là khóa', 'Is a key'),
      help: l(
        'Chọn nếu cột nhận biết duy nhất mỗi dòng. Ví dụ: mã trường.',
        'Tick if it identifies each row. Example: school code.',
      ),
      type: 'bool',
      synonyms: ['khóa', 'khóa chính', 'primary key'],
    }),
    field({
      id: 'masked',
      label: l('Đã che', 'Masked'),
      help: l(
        'Chọn nếu giá trị đã được che hoặc khử nhận dạng. Ví dụ: số điện thoại chỉ còn 3 số cuối.',
        'Tick if values are masked. Example: phones show three digits.',
      ),
      type: 'bool',
      synonyms: ['che', 'ẩn', 'khử nhận dạng'],
    }),
  ],
})

export const publication = defineRegister({
  id: 'publication',
  label: l('Công bố trên các cổng', 'Publications'),
  short: l('Công bố', 'Publications'),
  singular: l('Lần công bố', 'Publication'),
  help: l(
    'Mỗi cổng một dòng: địa chỉ, ngày, số văn bản, làm bằng chứng đã công bố.',
    'One row a portal: address, date and letter, as evidence.',
  ),
  nameField: 'portal',
  matchKey: ['portal', 'dataset'],
  parent: { register: 'open-dataset', field: 'dataset' },
  nilAnswer: false,
  fields: [
    field({
      id: 'portal',
      label: l('Cổng, trang công bố', 'Portal'),
      help: l(
        'Tên cổng. Ví dụ: Cổng dữ liệu tỉnh Mẫu.',
        'Name of the portal. Example: Cổng dữ liệu tỉnh Mẫu.',
      ),
      type: 'text',
      depth: 'minimal',
      required: true,
      synonyms: ['cổng', 'nơi công bố', 'trang'],
    }),
    dataset(
      'Bộ dữ liệu đã công bố. Ví dụ: Danh sách cơ sở giáo dục.',
      'The dataset published. Example: list of schools.',
    ),
    field({
      id: 'address',
      label: l('Địa chỉ', 'Address'),
      help: l(
        'Đường dẫn đến bộ dữ liệu. Ví dụ: https://dulieu.tinhmau.gov.vn/truong-hoc.',
        'Link to the dataset. Example: https://dulieu.tinhmau.gov.vn/truong-hoc.',
      ),
      type: 'text',
      format: 'url',
      depth: 'minimal',
      synonyms: ['URL', 'đường dẫn', 'link'],
    }),
    field({
      id: 'publishedAt',
      label: l('Ngày công bố', 'Published on'),
      help: l('Ngày đăng lên cổng này. Ví dụ: 15/05/2026.', 'Date it appeared there. Example: 15/05/2026.'),
      type: 'date',
      depth: 'minimal',
      required: true,
      synonyms: ['ngày đăng', 'thời điểm công bố'],
    }),
    field({
      id: 'letterNo',
      label: l('Số văn bản gửi công bố', 'Letter number'),
      help: l(
        'Số, ngày công văn. Ví dụ: 88/UBND-VHXH ngày 14/05/2026.',
        'Number and date. Example: 88/UBND-VHXH, 14/05/2026.',
      ),
      type: 'text',
      depth: 'regulated',
      synonyms: ['số công văn', 'số văn bản', 'văn bản'],
    }),
  ],
})
