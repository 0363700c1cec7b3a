// The yearly data check (kiểm tra, đánh giá, duy trì dữ liệu), one a unit and year: its period, what it concludes, who gets
// it. What each database was found to be stands in dataCheckDatabase.ts, what is to be done in dataCheckAction.ts.
import { allowed, commonFields, l, nd47, PROVINCE_FORM } from './common.ts'
import { type AllowedValue, defineRegister, field } from './define.ts'

const D16 = { nd47_2020: nd47('Khoản 3 Điều 16'), current_2025: PROVINCE_FORM } as const

/** How good a database, or the office's data as a whole, was found to be. */
export const GRADES: readonly AllowedValue[] = [
  allowed('tot', 'Tốt', 'Good'),
  allowed('kha', 'Khá', 'Fair'),
  allowed('can_khac_phuc', 'Cần khắc phục', 'To be mended', ['khắc phục', 'trung bình']),
  allowed('kem', 'Kém', 'Poor', ['yếu']),
]

export const dataCheck = defineRegister({
  id: 'data-check',
  label: l('Kiểm tra, đánh giá dữ liệu hằng năm', 'Yearly data check'),
  short: l('Kiểm tra dữ liệu', 'Data check'),
  singular: l('Đợt kiểm tra dữ liệu', 'Data check'),
  help: l(
    'Mỗi năm một đợt: kiểm tra từng cơ sở dữ liệu do cơ quan chủ quản, kết luận và đề xuất hoạt động duy trì.',
    'Once a year: each database of the office’s own is checked, with a conclusion and what is to be done.',
  ),
  group: 'checks',
  period: { field: 'year' },
  nameField: 'name',
  matchKey: ['name', 'year'],
  nilAnswer: true,
  reopened: { fresh: ['conclusion', 'grade', 'shortcomings', 'packageId'] },
  fields: [
    field({
      id: 'name',
      label: l('Tên đợt kiểm tra', 'Name'),
      help: l(
        'Tên để nhận ra đợt này. Ví dụ: Kiểm tra, đánh giá dữ liệu năm 2026.',
        'What to call it. Example: data check of 2026.',
      ),
      type: 'text',
      depth: 'minimal',
      required: true,
      synonyms: ['đợt kiểm tra', 'tên báo cáo', 'báo cáo'],
      width: { grid: 280, report: 30 },
    }),
    field({
      id: 'unit',
      label: l('Cơ quan, đơn vị được kiểm tra', 'Agency checked'),
      help: l(
        'Cơ quan có dữ liệu được kiểm tra. Ví dụ: Ủy ban nhân dân xã Mẫu.',
        'Whose data are checked. Example: Ủy ban nhân dân xã Mẫu.',
      ),
      type: 'ref',
      target: 'unit',
      depth: 'minimal',
      synonyms: ['cơ quan, đơn vị', 'cơ quan', 'đơn vị', 'tên cơ quan', 'tên đơn vị'],
    }),
    field({
      id: 'year',
      label: l('Năm', 'Year'),
      help: l('Năm kiểm tra. Ví dụ: 2026.', 'Year of the check. Example: 2026.'),
      type: 'int',
      format: 'year',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: nd47('Khoản 1 Điều 16'), current_2025: PROVINCE_FORM },
      synonyms: ['năm kiểm tra', 'năm báo cáo', 'kỳ báo cáo'],
    }),
    field({
      id: 'periodFrom',
      label: l('Kỳ số liệu từ ngày', 'Figures from'),
      help: l(
        'Thường là 15/12 năm trước. Ví dụ: 15/12/2025.',
        'Usually 15/12 of the year before. Example: 15/12/2025.',
      ),
      type: 'date',
      depth: 'minimal',
      demand: 'L',
      legalBasis: { nd47_2020: nd47('Khoản 1 Điều 16'), current_2025: PROVINCE_FORM },
      synonyms: ['số liệu từ ngày', 'kỳ số liệu từ', 'từ ngày'],
    }),
    field({
      id: 'periodTo',
      label: l('Kỳ số liệu đến ngày', 'Figures to'),
      help: l(
        'Thường là 14/12 năm kiểm tra. Ví dụ: 14/12/2026.',
        'Usually 14/12 of the year. Example: 14/12/2026.',
      ),
      type: 'date',
      depth: 'minimal',
      demand: 'L',
      legalBasis: { nd47_2020: nd47('Khoản 1 Điều 16'), current_2025: PROVINCE_FORM },
      synonyms: ['số liệu đến ngày', 'kỳ số liệu đến', 'đến ngày'],
    }),
    field({
      id: 'plan',
      label: l('Theo kế hoạch kiểm tra', 'By the plan'),
      help: l(
        'Kế hoạch mà đợt này thực hiện, nếu có. Ví dụ: Kế hoạch kiểm tra dữ liệu năm 2026.',
        'The plan it answers, if any. Example: check plan of 2026.',
      ),
      type: 'ref',
      target: 'check-plan',
      depth: 'regulated',
      demand: 'P',
      legalBasis: {
        nd47_2020: 'Kế hoạch của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP',
        current_2025: PROVINCE_FORM,
      },
      synonyms: ['kế hoạch kiểm tra', 'kế hoạch'],
    }),
    field({
      id: 'conclusion',
      label: l('Đánh giá chung', 'Overall finding'),
      help: l(
        'Kết luận của cả đợt. Ví dụ: dữ liệu được cập nhật đều, hai CSDL còn thiếu mã dùng chung.',
        'The conclusion. Example: kept up to date; two databases lack shared codes.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: D16,
      synonyms: ['kết luận', 'kết luận chung', 'kết quả kiểm tra, đánh giá'],
    }),
    field({
      id: 'grade',
      label: l('Xếp loại chung', 'Overall grade'),
      help: l('Xếp loại của cả đợt. Ví dụ: Khá.', 'Grade of the whole. Example: fair.'),
      type: 'enum',
      values: GRADES,
      depth: 'regulated',
      synonyms: ['xếp loại', 'mức xếp loại'],
    }),
    field({
      id: 'shortcomings',
      label: l('Tồn tại, nguyên nhân', 'Shortcomings and causes'),
      help: l(
        'Việc chưa được và vì sao. Ví dụ: dữ liệu hộ kinh doanh nhập chậm do thiếu người.',
        'What falls short and why. Example: late entry for lack of people.',
      ),
      type: 'longtext',
      depth: 'regulated',
      synonyms: ['tồn tại', 'hạn chế, nguyên nhân', 'tồn tại, hạn chế'],
    }),
    field({
      id: 'proposals',
      label: l('Đề xuất, kiến nghị', 'Proposals'),
      help: l(
        'Đề nghị với cấp trên. Ví dụ: đề nghị Sở hỗ trợ chuẩn hóa mã thôn.',
        'What is asked of superiors. Example: help with hamlet codes.',
      ),
      type: 'longtext',
      depth: 'regulated',
      demand: 'L',
      legalBasis: D16,
      synonyms: ['đề xuất', 'kiến nghị', 'kiến nghị, đề xuất'],
    }),
    field({
      id: 'preparedBy',
      label: l('Người lập biểu', 'Prepared by'),
      help: l('Họ tên người lập. Ví dụ: Nguyễn Thị Mẫu An.', 'Who made it. Example: Nguyễn Thị Mẫu An.'),
      type: 'text',
      depth: 'regulated',
      sensitivity: 'personal',
      synonyms: ['người lập', 'cán bộ lập biểu'],
    }),
    field({
      id: 'approvedBy',
      label: l('Thủ trưởng', 'Head who approved it'),
      help: l(
        'Người ký báo cáo. Ví dụ: Trần Văn Mẫu, Chủ tịch UBND xã.',
        'Who signs. Example: Trần Văn Mẫu, chairman.',
      ),
      type: 'text',
      depth: 'regulated',
      sensitivity: 'personal',
      synonyms: ['người duyệt', 'người ký', 'thủ trưởng đơn vị', 'lãnh đạo duyệt'],
    }),
    field({
      id: 'dueAt',
      label: l('Hạn gửi', 'Due'),
      help: l(
        'Ngày cuối cùng phải gửi, theo văn bản của tỉnh. Ví dụ: 19/12/2026.',
        'Last day to send it, as the province asks. Example: 19/12/2026.',
      ),
      type: 'date',
      depth: 'minimal',
      demand: 'L',
      legalBasis: { nd47_2020: nd47('Khoản 4 Điều 16'), current_2025: PROVINCE_FORM },
      synonyms: ['hạn gửi báo cáo', 'thời hạn gửi', 'hạn nộp'],
    }),
    field({
      id: 'sentTo',
      label: l('Nơi nhận báo cáo', 'Sent to'),
      help: l(
        'Nơi gửi báo cáo; chọn được nhiều. Ví dụ: Sở Khoa học và Công nghệ.',
        'Who receives it. Example: Sở Khoa học và Công nghệ.',
      ),
      type: 'multi',
      values: [
        allowed('so_khcn', 'Sở Khoa học và Công nghệ', 'Department of Science and Technology', ['Sở KH&CN']),
        {
          ...allowed('so_tttt', 'Sở Thông tin và Truyền thông', 'Department of Information', ['Sở TT&TT']),
          onlyIn: 'nd47_2020',
        },
        allowed('cong_an_tinh', 'Công an tỉnh', 'Provincial police', ['công an tỉnh, thành phố']),
        allowed('ubnd_tinh', 'Ủy ban nhân dân tỉnh', 'Provincial People’s Committee', ['UBND tỉnh']),
        allowed('trung_tam_cntt', 'Trung tâm CNTT của bộ', 'The ministry’s IT centre', [
          'Trung tâm CNTT',
          'Trung tâm Công nghệ thông tin',
        ]),
      ],
      depth: 'regulated',
      demand: 'L',
      legalBasis: {
        nd47_2020: nd47('Khoản 4 Điều 16'),
        current_2025: 'Khoản 6 Điều 85 Nghị định số 224/2026/NĐ-CP',
      },
      synonyms: ['nơi nhận', 'gửi đến', 'cơ quan nhận báo cáo'],
    }),
    field({
      id: 'sentAt',
      label: l('Ngày gửi', 'Sent on'),
      help: l('Ngày gửi báo cáo. Ví dụ: 16/12/2026.', 'Day it was sent. Example: 16/12/2026.'),
      type: 'date',
      synonyms: ['ngày gửi báo cáo', 'đã gửi ngày'],
    }),
    field({
      id: 'packageId',
      label: l('Mã gói dữ liệu gửi tỉnh', 'Package sent'),
      help: l(
        'Mã trên Phiếu xác nhận tiếp nhận, nếu gửi bằng gói. Ví dụ: 7KQ2-M4XD-9HTA.',
        'Code on the receipt, if sent as a package. Example: 7KQ2-M4XD-9HTA.',
      ),
      type: 'text',
      synonyms: ['mã gói', 'mã xác nhận'],
    }),
    ...commonFields(),
  ],
})
