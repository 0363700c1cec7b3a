// An Excel list as a commune has it: letterhead, a two-row merged header, a column-number row, group rows, a total, a
// footnote, and a few cells that cannot be right. Given as a grid of cells; whoever needs a file writes the bytes.

/** A rectangle of merged cells; rows and columns count from 0. */
export type Merge = {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export type SampleList = {
  readonly sheet: string
  readonly register: 'database'
  /** Rows of cells from A1 on; null is an empty cell. Numbers are numbers, dates are text dd/mm/yyyy. */
  readonly cells: readonly (readonly (string | number | null)[])[]
  readonly merges: readonly Merge[]
  /** What a reader of the list must find in it. */
  readonly dataRows: number
  readonly badCells: readonly { readonly cell: string; readonly why: string }[]
}

const HEADER_TOP = [
  'STT',
  'Tên CSDL',
  'Cơ quan chủ quản',
  'Vai trò của đơn vị',
  'Thông tin về dữ liệu',
  null,
  null,
  null,
  'Cập nhật',
  null,
  'Khả năng chia sẻ',
  'Dữ liệu cá nhân',
  'Năm triển khai',
  'Số bản ghi',
  'Ngày đưa vào khai thác',
  'Ghi chú',
]
const HEADER_BELOW = [
  null,
  null,
  null,
  null,
  'Mục đích',
  'Phạm vi dữ liệu',
  'Nội dung',
  'Nguồn dữ liệu',
  'Cách thu thập',
  'Tần suất',
  null,
  null,
  null,
  null,
  null,
  null,
]
const WIDTH = HEADER_TOP.length

type Line = readonly [string, string, string, string, string, string, string, number]
// Name, owner, role, purpose, collection, frequency, personal data, year.
const MINISTRY: readonly Line[] = [
  [
    'Cơ sở dữ liệu quốc gia về dân cư',
    'Bộ Công an',
    'Chỉ khai thác',
    'Tra cứu, xác minh thông tin công dân',
    'Nhận từ hệ thống khác',
    'Thời gian thực',
    'Cơ bản',
    2021,
  ],
  [
    'Cơ sở dữ liệu về cư trú',
    'Bộ Công an',
    'Nhập, cập nhật',
    'Đăng ký, quản lý cư trú',
    'Nhập trực tiếp',
    'Khi có thay đổi',
    'Cơ bản',
    2021,
  ],
  [
    'Cơ sở dữ liệu hộ tịch điện tử',
    'Bộ Tư pháp',
    'Nhập, cập nhật',
    'Đăng ký và quản lý hộ tịch',
    'Nhập trực tiếp',
    'Khi phát sinh',
    'Nhạy cảm',
    2016,
  ],
  [
    'Phần mềm chứng thực điện tử',
    'Bộ Tư pháp',
    'Nhập, cập nhật',
    'Chứng thực bản sao điện tử',
    'Nhập trực tiếp',
    'Hàng ngày',
    'Cơ bản',
    2020,
  ],
  [
    'Cơ sở dữ liệu đất đai (VBDLIS)',
    'Bộ Nông nghiệp và Môi trường',
    'Nhập, cập nhật',
    'Quản lý thửa đất và biến động',
    'Số hóa',
    'Khi có biến động',
    'Cơ bản',
    2022,
  ],
  [
    'Cơ sở dữ liệu hộ nghèo, hộ cận nghèo',
    'Bộ Nông nghiệp và Môi trường',
    'Nhập, cập nhật',
    'Rà soát, theo dõi hộ nghèo',
    'Nhập trực tiếp',
    '1 năm/lần',
    'Nhạy cảm',
    2022,
  ],
  [
    'Phần mềm thống kê, kiểm kê đất đai',
    'Bộ Nông nghiệp và Môi trường',
    'Nhập, cập nhật',
    'Thống kê đất đai hằng năm',
    'Nhập trực tiếp',
    'Hàng năm',
    'Không',
    2019,
  ],
  [
    'Hệ thống thông tin bảo trợ xã hội',
    'Bộ Y tế',
    'Nhập, cập nhật',
    'Chi trả trợ cấp xã hội',
    'Nhập trực tiếp',
    'Hàng tháng',
    'Nhạy cảm',
    2019,
  ],
  [
    'Cơ sở dữ liệu trẻ em',
    'Bộ Y tế',
    'Nhập, cập nhật',
    'Theo dõi trẻ em',
    'Nhập trực tiếp',
    '3 tháng/lần',
    'Nhạy cảm',
    2018,
  ],
  [
    'Hệ thống thông tin tiêm chủng quốc gia',
    'Bộ Y tế',
    'Nhập, cập nhật',
    'Quản lý tiêm chủng',
    'Nhập trực tiếp',
    'Hàng ngày',
    'Nhạy cảm',
    2017,
  ],
  [
    'Cơ sở dữ liệu người có công',
    'Bộ Nội vụ',
    'Nhập, cập nhật',
    'Quản lý chế độ người có công',
    'Nhập trực tiếp',
    'Khi phát sinh',
    'Nhạy cảm',
    2020,
  ],
  [
    'Cơ sở dữ liệu lao động, việc làm',
    'Bộ Nội vụ',
    'Nhập, cập nhật',
    'Thu thập cung, cầu lao động',
    'Nhập trực tiếp',
    '6 tháng/lần',
    'Cơ bản',
    2021,
  ],
  [
    'Phần mềm phổ cập giáo dục, xóa mù chữ',
    'Bộ Giáo dục và Đào tạo',
    'Nhập, cập nhật',
    'Điều tra phổ cập giáo dục',
    'Nhập trực tiếp',
    'Hằng năm',
    'Cơ bản',
    2014,
  ],
  [
    'Cơ sở dữ liệu quốc gia về tài sản công',
    'Bộ Tài chính',
    'Nhập, cập nhật',
    'Kê khai tài sản công',
    'Nhập trực tiếp',
    'Hằng năm',
    'Không',
    2018,
  ],
]
const PROVINCE: readonly Line[] = [
  [
    'Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh',
    'Ủy ban nhân dân tỉnh Mẫu',
    'Nhập, cập nhật',
    'Tiếp nhận, trả kết quả hồ sơ',
    'Tự kê khai',
    'Thời gian thực',
    'Cơ bản',
    2019,
  ],
  [
    'Hệ thống quản lý văn bản và điều hành',
    'Ủy ban nhân dân tỉnh Mẫu',
    'Nhập, cập nhật',
    'Gửi, nhận, xử lý văn bản',
    'Nhập trực tiếp',
    'Hàng ngày',
    'Không',
    2015,
  ],
  [
    'Hệ thống thông tin báo cáo của tỉnh',
    'Ủy ban nhân dân tỉnh Mẫu',
    'Nhập, cập nhật',
    'Báo cáo định kỳ',
    'Nhập trực tiếp',
    'Hàng tháng',
    'Không',
    2020,
  ],
]
const COMMUNE: readonly Line[] = [
  [
    'Danh sách hộ kinh doanh trên địa bàn xã',
    'Ủy ban nhân dân xã Mẫu',
    'Chủ quản',
    'Theo dõi hộ kinh doanh',
    'Nhập trực tiếp',
    'Khi phát sinh',
    'Cơ bản',
    2016,
  ],
  [
    'Sổ theo dõi công trình hạ tầng do xã quản lý',
    'Ủy ban nhân dân xã Mẫu',
    'Chủ quản',
    'Quản lý, duy tu công trình',
    'Nhập trực tiếp',
    'Hằng năm',
    'Không',
    2010,
  ],
  [
    'Số liệu sản xuất nông nghiệp theo vụ',
    'Ủy ban nhân dân xã Mẫu',
    'Chủ quản',
    'Báo cáo sản xuất nông nghiệp',
    'Nhập trực tiếp',
    'Hàng quý',
    'Không',
    2012,
  ],
  [
    'Danh mục di tích, lễ hội, nhà văn hóa',
    'Ủy ban nhân dân xã Mẫu',
    'Chủ quản',
    'Quản lý di tích, lễ hội',
    'Số hóa',
    'Khi có thay đổi',
    'Không',
    2013,
  ],
  [
    'Sổ theo dõi đơn thư',
    'Ủy ban nhân dân xã Mẫu',
    'Chủ quản',
    'Theo dõi đơn thư',
    'Nhập trực tiếp',
    'Hàng ngày',
    'Cơ bản',
    2011,
  ],
  [
    'Danh sách hợp tác xã, tổ hợp tác',
    'Ủy ban nhân dân xã Mẫu',
    'Chủ quản',
    'Hỗ trợ kinh tế tập thể',
    'Nhập trực tiếp',
    'Hằng năm',
    'Không',
    2018,
  ],
  [
    'Danh bạ thôn',
    'Ủy ban nhân dân xã Mẫu',
    'Chủ quản',
    'Điều hành công việc ở thôn',
    'Nhập trực tiếp',
    'Khi phát sinh',
    'Cơ bản',
    2025,
  ],
]

// Field by data row (from 1), column, what the officer wrote there, why it cannot be taken as it is.
const SLIPS: readonly (readonly [number, number, string, string])[] = [
  [4, 14, '31/02/2020', 'không có ngày này'],
  [9, 9, 'thỉnh thoảng', 'không phải tần suất nào'],
  [16, 13, 'khoảng hai nghìn', 'không phải số'],
  [20, 3, 'cấp phát', 'không phải vai trò nào'],
]

function blankRow(): (string | number | null)[] {
  return Array.from({ length: WIDTH }, () => null)
}

function withCell(column: number, text: string): (string | number | null)[] {
  const row = blankRow()
  row[column] = text
  return row
}

function dataRow(
  [name, owner, role, purpose, collected, frequency, personal, year]: Line,
  number: number,
): (string | number | null)[] {
  const own = role === 'Chủ quản'
  return [
    number,
    name,
    owner,
    role,
    purpose,
    own ? 'Toàn xã (14 thôn)' : 'Dữ liệu của xã Mẫu',
    `Thông tin phục vụ ${purpose.charAt(0).toLowerCase()}${purpose.slice(1)}`,
    own ? 'Báo cáo của thôn' : 'Hồ sơ thủ tục hành chính',
    collected,
    frequency,
    own ? 'Cần hoàn thiện' : 'Sẵn sàng',
    personal,
    year,
    ((number * 37) % 900) + 20,
    `${String((number % 27) + 1).padStart(2, '0')}/0${(number % 8) + 1}/${year}`,
    number % 6 === 0 ? 'Đang rà soát lại' : null,
  ]
}

function columnName(column: number): string {
  return String.fromCharCode(65 + column)
}

/** The list, the same at every call. Twenty-four rows of data, four of them with a cell that cannot be right. */
export function sampleList(): SampleList {
  const cells: (string | number | null)[][] = [
    withCell(0, 'ỦY BAN NHÂN DÂN'),
    withCell(0, 'XÃ MẪU'),
    withCell(9, 'Mẫu, ngày 14 tháng 11 năm 2026'),
    blankRow(),
    withCell(0, 'BIỂU RÀ SOÁT HIỆN TRẠNG CƠ SỞ DỮ LIỆU'),
    withCell(0, '(Số liệu mẫu, để dùng thử)'),
    [...HEADER_TOP],
    [...HEADER_BELOW],
    HEADER_TOP.map((_, i) => `(${i + 1})`),
  ]
  cells[0]![9] = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
  cells[1]![9] = 'Độc lập - Tự do - Hạnh phúc'
  const badCells: { cell: string; why: string }[] = []
  let number = 0
  for (const [group, lines] of [
    ['I. Hệ thống của bộ, ngành', MINISTRY],
    ['II. Hệ thống của tỉnh', PROVINCE],
    ['III. Dữ liệu của xã', COMMUNE],
  ] as const) {
    cells.push(withCell(0, group))
    for (const line of lines) {
      const row = dataRow(line, ++number)
      for (const [at, column, text, why] of SLIPS.filter((slip) => slip[0] === number)) {
        row[column] = text
        badCells.push({ cell: `${columnName(column)}${cells.length + 1}`, why: `hàng ${at}: ${why}` })
      }
      cells.push(row)
    }
  }
  cells.push(
    withCell(0, `Tổng cộng: ${number} cơ sở dữ liệu`),
    withCell(0, 'Ghi chú: số liệu chốt ngày 14/11/2026.'),
  )
  return {
    sheet: 'Hien trang CSDL',
    register: 'database',
    cells,
    merges: merges(cells),
    dataRows: number,
    badCells,
  }
}

function merges(cells: readonly (readonly (string | number | null)[])[]): Merge[] {
  const whole = (row: number): Merge => ({ row, column: 0, rows: 1, columns: WIDTH })
  const groups = cells.flatMap((row, i) => (i > 8 && typeof row[0] === 'string' ? [whole(i)] : []))
  // Headings over two rows, but for the two that stand over several columns.
  const tall = HEADER_TOP.flatMap((text, column) =>
    text !== null && HEADER_BELOW[column] === null ? [{ row: 6, column, rows: 2, columns: 1 }] : [],
  )
  return [
    { row: 0, column: 0, rows: 1, columns: 5 },
    { row: 1, column: 0, rows: 1, columns: 5 },
    { row: 0, column: 9, rows: 1, columns: 7 },
    { row: 1, column: 9, rows: 1, columns: 7 },
    whole(4),
    whole(5),
    ...tall,
    { row: 6, column: 4, rows: 1, columns: 4 },
    { row: 6, column: 8, rows: 1, columns: 2 },
    ...groups,
  ]
}
