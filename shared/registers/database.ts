// Databases (cơ sở dữ liệu) that an office owns, operates, feeds or only uses: the catalogue of 47/2020 Điều 11 and its
// successors. What it holds, how it is shared and what the
// office's part in it is stand in databaseContent.ts, databaseSharing.ts and databaseStanding.ts.
import { allowed, commonFields, l, nd47, PERSONAL_DATA, PROVINCE_FORM } from './common.ts'
import { databaseContentFields } from './databaseContent.ts'
import { databaseSharingFields } from './databaseSharing.ts'
import { databaseStandingFields } from './databaseStanding.ts'
import { defineRegister, field } from './define.ts'

const ND278 = 'Nghị định số 278/2025/NĐ-CP'

export const database = defineRegister({
  id: 'database',
  label: l('Danh mục cơ sở dữ liệu', 'List of databases'),
  singular: l('Cơ sở dữ liệu', 'Database'),
  help: l(
    'Các cơ sở dữ liệu cơ quan làm chủ quản, vận hành, nhập liệu hoặc chỉ khai thác. Hệ thống của bộ, tỉnh thì chọn từ danh sách của tỉnh.',
    'Databases the office owns, operates, feeds or only uses. Pick systems of ministries and the province from the province’s list.',
  ),
  nameField: 'name',
  reference: {
    when: [
      { field: 'recordKind', is: ['tham_chieu'] },
      { field: 'officeRole', is: ['nhap_cap_nhat', 'chi_khai_thac'] },
    ],
    required: ['name', 'dbOwner', 'officeRole'],
  },
  matchKey: ['name', 'dbOwner'],
  nilAnswer: true,
  fields: [
    field({
      id: 'name',
      label: l('Tên cơ sở dữ liệu', 'Database name'),
      help: l(
        'Tên đầy đủ, chính thức. Ví dụ: Cơ sở dữ liệu hộ tịch điện tử.',
        'Full official name. Example: electronic civil status database.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: {
        nd47_2020: nd47('Điểm a khoản 4 Điều 11'),
        current_2025: `Điều 8 ${ND278}; Quyết định số 2439/QĐ-TTg`,
      },
      synonyms: [
        'tên CSDL',
        'CSDL',
        'cơ sở dữ liệu',
        'tên',
        'tên hệ thống',
        'tên CSDL/HTTT',
        'tên phần mềm',
        'tên phần mềm, CSDL',
        'tên cơ sở dữ liệu dùng chung',
        'tên đối tượng',
      ],
      width: { grid: 300, report: 30 },
    }),
    field({
      id: 'code',
      label: l('Mã cơ sở dữ liệu', 'Database code'),
      help: l(
        'Mã nội bộ của cơ quan, nếu có. Ví dụ: CSDL-01.',
        'The office’s own code, if any. Example: CSDL-01.',
      ),
      type: 'text',
      depth: 'regulated',
      synonyms: ['mã CSDL', 'mã', 'ký hiệu CSDL', 'mã đối tượng'],
    }),
    ...databaseStandingFields.role,
    field({
      id: 'dbKind',
      label: l('Loại cơ sở dữ liệu', 'Kind of database'),
      help: l(
        'Theo phạm vi dùng chung. Ví dụ: Dùng chung của địa phương.',
        'By how widely it is shared. Example: shared within the province.',
      ),
      type: 'enum',
      values: [
        allowed('quoc_gia', 'CSDL quốc gia', 'National database', ['quốc gia', 'cơ sở dữ liệu quốc gia']),
        allowed('dung_chung_bo', 'Dùng chung của bộ', 'Shared within a ministry', [
          'của bộ',
          'bộ',
          'CSDL của bộ',
        ]),
        allowed('dung_chung_nganh', 'Dùng chung của ngành', 'Shared within a sector', [
          'của ngành',
          'ngành',
          'CSDL ngành',
        ]),
        allowed('dung_chung_dia_phuong', 'Dùng chung của địa phương', 'Shared within the province', [
          'của địa phương',
          'của tỉnh',
          'địa phương',
          'tỉnh',
        ]),
        allowed('noi_bo_httt', 'Nội bộ một hệ thống thông tin', 'Inside one information system', [
          'nội bộ',
          'khác',
          'dùng riêng',
        ]),
        {
          ...allowed('chuyen_nganh', 'Chuyên ngành', 'Sector-specific', ['CSDL chuyên ngành']),
          onlyIn: 'current_2025',
        },
        { ...allowed('du_lieu_chu', 'Dữ liệu chủ', 'Master data'), onlyIn: 'current_2025' },
        { ...allowed('tong_hop', 'Tổng hợp', 'Synthetic', ['CSDL tổng hợp']), onlyIn: 'current_2025' },
      ],
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: nd47('Khoản 1 Điều 11'), current_2025: 'Quyết định số 2439/QĐ-TTg' },
      synonyms: ['loại CSDL', 'phân loại CSDL', 'loại', 'phân loại'],
    }),
    ...databaseContentFields,
    field({
      id: 'dbOwner',
      label: l('Chủ quản cơ sở dữ liệu', 'Owner'),
      help: l(
        'Cơ quan có thẩm quyền quản lý cơ sở dữ liệu. Ví dụ: Bộ Tư pháp.',
        'The agency that manages it. Example: Ministry of Justice.',
      ),
      type: 'ref',
      target: 'unit',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: nd47('Khoản 4 Điều 16, khoản 2 Điều 24'), current_2025: ND278 },
      synonyms: [
        'chủ quản',
        'cơ quan chủ quản',
        'đơn vị chủ quản',
        'chủ quản CSDL',
        'đơn vị quản lý',
        'sở/đơn vị chủ quản',
        'đơn vị nghiệp vụ quản lý',
        'chủ quản dữ liệu',
        'cơ quan quản lý',
        'cơ quan chủ trì',
      ],
    }),
    field({
      id: 'operator',
      label: l('Đơn vị vận hành', 'Operator'),
      help: l(
        'Đơn vị trực tiếp vận hành. Ví dụ: Trung tâm Chuyển đổi số tỉnh Mẫu.',
        'The unit that runs it. Example: the province’s digital centre.',
      ),
      type: 'ref',
      target: 'unit',
      depth: 'regulated',
      demand: 'P',
      legalBasis: { nd47_2020: nd47('Điều 11'), current_2025: 'Nghị định số 331/2026/NĐ-CP, Mẫu số 08' },
      synonyms: [
        'vận hành',
        'cơ quan vận hành',
        'đơn vị quản lý, vận hành',
        'đơn vị trực tiếp',
        'đơn vị con',
        'đơn vị sử dụng',
      ],
    }),
    ...databaseSharingFields,
    field({
      id: 'personalData',
      label: l('Chứa dữ liệu cá nhân', 'Holds personal data'),
      help: l(
        'Họ tên, số định danh, sức khỏe… Ví dụ: Có, dữ liệu cá nhân cơ bản.',
        'Names, identity numbers, health. Example: basic.',
      ),
      type: 'enum',
      values: PERSONAL_DATA,
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: {
        nd47_2020: nd47('Khoản 1 Điều 20'),
        current_2025: 'Điều 3, Điều 4 Nghị định số 356/2025/NĐ-CP',
      },
      synonyms: ['dữ liệu cá nhân', 'có dữ liệu cá nhân', 'thông tin cá nhân'],
    }),
    field({
      id: 'recordCount',
      label: l('Số bản ghi', 'Number of records'),
      help: l(
        'Số bản ghi tại thời điểm rà soát. Ví dụ: 12450.',
        'Records held at the review. Example: 12450.',
      ),
      type: 'int',
      demand: 'P',
      legalBasis: { nd47_2020: PROVINCE_FORM, current_2025: PROVINCE_FORM },
      synonyms: ['số lượng bản ghi', 'số lượng', 'tổng số bản ghi', 'dung lượng bản ghi'],
    }),
    field({
      id: 'sinceYear',
      label: l('Năm bắt đầu', 'Since year'),
      help: l('Năm bắt đầu triển khai. Ví dụ: 2021.', 'The year it began. Example: 2021.'),
      type: 'int',
      format: 'year',
      depth: 'regulated',
      demand: 'P',
      legalBasis: { nd47_2020: PROVINCE_FORM, current_2025: PROVINCE_FORM },
      synonyms: [
        'năm triển khai',
        'năm đưa vào sử dụng',
        'năm',
        'năm triển khai/năm đưa vào sử dụng',
        'năm xây dựng',
      ],
    }),
    field({
      id: 'status',
      label: l('Trạng thái', 'Status'),
      help: l('Tình trạng hiện nay. Ví dụ: Đang sử dụng.', 'Present state. Example: in use.'),
      type: 'enum',
      values: [
        allowed('dang_su_dung', 'Đang sử dụng', 'In use', [
          'đang hoạt động',
          'đang vận hành',
          'hoạt động',
          'sử dụng',
          'đang khai thác',
        ]),
        allowed('dang_xay_dung', 'Đang xây dựng', 'Being built', [
          'xây dựng',
          'dự kiến',
          'đang triển khai',
          'thử nghiệm',
        ]),
        allowed('ngung', 'Ngừng sử dụng', 'No longer used', [
          'ngừng',
          'kết thúc',
          'dừng',
          'không sử dụng',
          'kết thúc sử dụng',
        ]),
        allowed('hop_nhat', 'Đã hợp nhất', 'Merged', ['hợp nhất', 'gộp', 'thay thế']),
      ],
      depth: 'minimal',
      required: true,
      synonyms: ['tình trạng', 'hiện trạng', 'trạng thái vòng đời', 'tình trạng sử dụng'],
    }),
    ...databaseStandingFields.list,
    ...commonFields(),
  ],
})
