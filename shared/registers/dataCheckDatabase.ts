// One database in a yearly data check: a block of the report. Every content of 47/2020 Điều 16.2 (dataCheckParts.ts), what
// it comes to and how the database is graded.
import { commonFields, l, nd47, PROVINCE_FORM } from './common.ts'
import { GRADES } from './dataCheck.ts'
import { dataCheckParts } from './dataCheckParts.ts'
import { defineRegister, field } from './define.ts'

const D16 = { nd47_2020: nd47('Khoản 4 Điều 16'), current_2025: PROVINCE_FORM } as const

/** Judgements and counts are of their check; what the texts describe mostly stands from year to year. */
const RESULTS = dataCheckParts()
  .filter(({ type }) => type === 'enum' || type === 'multi' || type === 'int' || type === 'bool')
  .map(({ id }) => id)

export const dataCheckDatabase = defineRegister({
  id: 'data-check-database',
  label: l('Kết quả kiểm tra từng cơ sở dữ liệu', 'Check of each database'),
  short: l('Từng cơ sở dữ liệu', 'Each database'),
  singular: l('Kết quả kiểm tra cơ sở dữ liệu', 'Database checked'),
  help: l(
    'Mỗi cơ sở dữ liệu do cơ quan chủ quản một dòng, theo các nội dung a) đến e).',
    'One row for each database of the office’s own, with contents a) to e).',
  ),
  nameField: 'database',
  matchKey: ['database', 'check'],
  parent: { register: 'data-check', field: 'check' },
  nilAnswer: false,
  reopened: { fresh: ['conclusion', 'grade', ...RESULTS] },
  fields: [
    field({
      id: 'database',
      label: l('Cơ sở dữ liệu được kiểm tra', 'Database checked'),
      help: l(
        'Cơ sở dữ liệu trong danh mục. Ví dụ: Danh sách hộ kinh doanh trên địa bàn.',
        'From the list of databases. Example: list of household businesses.',
      ),
      type: 'ref',
      target: 'database',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: D16,
      synonyms: ['cơ sở dữ liệu', 'CSDL', 'tên cơ sở dữ liệu', 'tên CSDL', 'CSDL được kiểm tra'],
      width: { grid: 280, report: 28 },
    }),
    field({
      id: 'check',
      label: l('Thuộc đợt kiểm tra', 'Of the check'),
      help: l(
        'Đợt kiểm tra. Ví dụ: Kiểm tra, đánh giá dữ liệu năm 2026.',
        'The check. Example: data check of 2026.',
      ),
      type: 'ref',
      target: 'data-check',
      depth: 'minimal',
      required: true,
      synonyms: ['đợt kiểm tra', 'tên đợt kiểm tra'],
    }),
    ...dataCheckParts(),
    field({
      id: 'conclusion',
      label: l('Kết luận', 'Conclusion'),
      help: l(
        'Kết luận về cơ sở dữ liệu này. Ví dụ: dùng được, cần chuẩn hóa mã thôn.',
        'What was found. Example: usable; hamlet codes to be put right.',
      ),
      type: 'longtext',
      depth: 'regulated',
      demand: 'L',
      legalBasis: { nd47_2020: nd47('Khoản 3 Điều 16'), current_2025: PROVINCE_FORM },
      synonyms: ['đánh giá', 'kết luận chung', 'nhận xét'],
    }),
    field({
      id: 'grade',
      label: l('Xếp loại', 'Grade'),
      help: l('Xếp loại cơ sở dữ liệu. Ví dụ: Khá.', 'How it is graded. Example: fair.'),
      type: 'enum',
      values: GRADES,
      depth: 'minimal',
      required: true,
      synonyms: ['mức xếp loại', 'xếp loại chung'],
    }),
    ...commonFields(),
  ],
})
