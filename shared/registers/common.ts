// Words that several registers share: label and value shorthands, allowed values met in more than one register, and the
// columns that every record carries. Must never hold a field of one register only.
import { type AllowedValue, type Field, field, type Label } from './define.ts'

/** A label in Vietnamese and English. */
export function l(vi: string, en: string): Label {
  return { vi, en }
}

/** An allowed value; `synonyms` are the other ways offices write it. */
export function allowed(id: string, vi: string, en: string, synonyms: readonly string[] = []): AllowedValue {
  return { id, label: l(vi, en), synonyms }
}

/** Citation of Decree 47/2020, in force 25/05/2020 to 21/10/2025. */
export function nd47(place: string): string {
  return `${place} Nghị định số 47/2020/NĐ-CP`
}

/** Where no text in force names the item, the province's own list or form asks for it. */
export const PROVINCE_FORM = 'Danh mục, biểu mẫu do tỉnh ban hành'

export const FREQUENCIES: readonly AllowedValue[] = [
  allowed('thoi_gian_thuc', 'Thời gian thực', 'Real time', [
    'realtime',
    'real-time',
    'theo thời gian thực',
    'liên tục',
  ]),
  allowed('ngay', 'Hằng ngày', 'Daily', [
    'ngày',
    'hàng ngày',
    'theo ngày',
    '1 lần/ngày',
    'ngày/lần',
    'thường xuyên hằng ngày',
  ]),
  allowed('tuan', 'Hằng tuần', 'Weekly', ['tuần', 'hàng tuần', 'theo tuần', '1 lần/tuần', 'tuần/lần']),
  allowed('thang', 'Hằng tháng', 'Monthly', [
    'tháng',
    'hàng tháng',
    'theo tháng',
    '1 tháng/lần',
    '1 lần/tháng',
    'tháng/lần',
    '01 tháng/lần',
  ]),
  allowed('quy', 'Hằng quý', 'Quarterly', [
    'quý',
    'hàng quý',
    'theo quý',
    '3 tháng/lần',
    '1 lần/quý',
    'quý/lần',
    '03 tháng/lần',
    '3 tháng',
  ]),
  allowed('sau_thang', '6 tháng một lần', 'Every six months', [
    '6 tháng',
    '6 tháng/lần',
    '06 tháng/lần',
    '06 tháng',
    'nửa năm',
    'sáu tháng',
    '2 lần/năm',
  ]),
  allowed('nam', 'Hằng năm', 'Yearly', [
    'năm',
    'hàng năm',
    'theo năm',
    '1 năm/lần',
    '1 lần/năm',
    'năm/lần',
    '12 tháng',
    '01 năm/lần',
  ]),
  allowed('khi_phat_sinh', 'Khi phát sinh', 'On event', [
    'khi có phát sinh',
    'khi có thay đổi',
    'khi có biến động',
    'theo phát sinh',
    'đột xuất',
    'theo sự kiện',
    'không thường xuyên',
    'không định kỳ',
  ]),
]

export const DISCLOSURES: readonly AllowedValue[] = [
  { ...allowed('cong_khai', 'Công khai', 'Public', ['public', 'được công khai']), letter: 'C' },
  {
    ...allowed('cong_khai_co_dieu_kien', 'Công khai có điều kiện', 'Public under conditions', [
      'có điều kiện',
      'hạn chế',
      'restricted',
    ]),
    letter: 'H',
  },
  {
    ...allowed('khong_cong_khai', 'Không công khai', 'Not public', [
      'không',
      'không được công khai',
      'non public',
    ]),
    letter: 'K',
  },
]

export const YES_PARTLY_NO: readonly AllowedValue[] = [
  allowed('co', 'Có', 'Yes', ['đạt', 'đáp ứng', 'x', 'yes', 'phù hợp', 'tuân thủ']),
  allowed('mot_phan', 'Một phần', 'Partly', ['đạt một phần', 'đáp ứng một phần', 'partly']),
  allowed('khong', 'Không', 'No', ['chưa', 'không đạt', 'chưa đáp ứng', 'no', 'chưa phù hợp']),
]

export const PERSONAL_DATA: readonly AllowedValue[] = [
  { ...allowed('khong', 'Không', 'None', ['không có', 'no', 'không chứa']), letter: 'K' },
  {
    ...allowed('co_ban', 'Có, dữ liệu cá nhân cơ bản', 'Basic personal data', [
      'cơ bản',
      'có',
      'dữ liệu cá nhân cơ bản',
      'x',
    ]),
    letter: 'B',
  },
  {
    ...allowed('nhay_cam', 'Có, dữ liệu cá nhân nhạy cảm', 'Sensitive personal data', [
      'nhạy cảm',
      'dữ liệu cá nhân nhạy cảm',
    ]),
    letter: 'N',
  },
]

/** The free text beside a choice, shown while the choice is one of `is` (default: khác), or always. */
export function noteOf(
  of: Field,
  input: {
    label: Label
    help: Label
    is?: readonly (string | boolean)[] | 'always'
    synonyms?: readonly string[]
  },
): Field {
  return field({
    id: `${of.id}Note`,
    label: input.label,
    help: input.help,
    type: 'longtext',
    depth: of.depth,
    demand: of.demand,
    legalBasis: of.legalBasis,
    synonyms: input.synonyms ?? [],
    ...(input.is === 'always' ? {} : { when: { field: of.id, is: input.is ?? ['khac'] } }),
  })
}

/** Columns at the end of every register that an office fills in. */
export function commonFields(): Field[] {
  return [
    field({
      id: 'suppliedBy',
      label: l('Phòng, đơn vị cung cấp số liệu', 'Room or unit that supplied the data'),
      help: l(
        'Phòng, trường học, trạm y tế… đã gửi số liệu này. Ví dụ: Phòng Kinh tế.',
        'The room, school or health station that sent it. Example: Phòng Kinh tế.',
      ),
      type: 'ref',
      target: 'unit',
      synonyms: ['phòng cung cấp', 'bộ phận cung cấp', 'đơn vị gửi số liệu', 'người cung cấp'],
    }),
    field({
      id: 'sourceDoc',
      label: l('Văn bản nguồn', 'Source document'),
      help: l(
        'Số, ngày, trích yếu của văn bản. Ví dụ: 125/UBND-VHXH ngày 05/03/2026 về rà soát cơ sở dữ liệu.',
        'Number, date and subject. Example: 125/UBND-VHXH, 05/03/2026, review of databases.',
      ),
      type: 'text',
      synonyms: [
        'văn bản',
        'số văn bản',
        'căn cứ',
        'nguồn minh chứng',
        'nguồn/minh chứng',
        'tài liệu kèm theo',
      ],
    }),
    field({
      id: 'note',
      label: l('Ghi chú', 'Note'),
      help: l(
        'Điều cần nói thêm. Ví dụ: đang chờ tỉnh nâng cấp.',
        'Anything else to say. Example: waiting for the province’s upgrade.',
      ),
      type: 'longtext',
      depth: 'regulated',
      synonyms: ['chú thích', 'diễn giải', 'note', 'ghi chú thêm'],
    }),
    field({
      id: 'legalProfile',
      label: l('Bộ căn cứ pháp lý', 'Legal profile'),
      help: l(
        'Để trống để theo bộ căn cứ của cơ quan. Chọn khi bản ghi thuộc kỳ trước. Ví dụ: Nghị định 47/2020.',
        'Leave empty to follow the office’s profile. Choose for records of an earlier period. Example: Decree 47/2020.',
      ),
      type: 'enum',
      values: [
        allowed('nd47_2020', 'Theo Nghị định 47/2020 (đến 21/10/2025)', 'Decree 47/2020 (to 21/10/2025)', [
          '47/2020',
          'NĐ 47',
        ]),
        allowed('current_2025', 'Theo quy định hiện hành (từ 2025)', 'Rules in force since 2025', [
          'hiện hành',
          '278/2025',
        ]),
      ],
    }),
    field({
      id: 'legacyUnit',
      label: l('Từ đơn vị trước sắp xếp (trước 01/07/2025)', 'From a unit abolished on 01/07/2025'),
      help: l(
        'Chọn nếu bản ghi do huyện hoặc xã cũ lập. Ví dụ: dữ liệu nhận bàn giao của UBND huyện.',
        'Tick if an abolished district or commune made it. Example: data handed over by a district.',
      ),
      type: 'bool',
      synonyms: ['trước sáp nhập', 'trước sắp xếp'],
    }),
  ]
}
