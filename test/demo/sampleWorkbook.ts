// Last year's list as an office really has it: letterhead, a merged two-row header, a row of column numbers, group rows,
// a date typed wrong, a name left out, a total and a footnote.
import { writeFileSync } from 'node:fs'
import { utils, write } from 'xlsx'

type Cell = string | number | null

const rows: Cell[][] = [
  ['ỦY BAN NHÂN DÂN', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['XÃ MẪU', null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
  [],
  ['DANH SÁCH CƠ SỞ DỮ LIỆU CỦA XÃ NĂM 2025'],
  [],
  [
    'STT',
    'Tên cơ sở dữ liệu',
    'Nội dung quản lý',
    null,
    'Nguồn dữ liệu',
    'Chủ quản CSDL',
    'Năm bắt đầu',
    'Ngày đưa vào khai thác',
    'Ghi chú',
  ],
  [null, null, 'Mục đích', 'Phạm vi', null, null, null, null, null],
  ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)'],
  ['I', 'Lĩnh vực Tư pháp - Hộ tịch'],
  [
    1,
    'Sổ đăng ký khai sinh đã số hóa',
    'Tra cứu, cấp bản sao trích lục',
    'Toàn xã',
    'Sổ giấy từ năm 1990',
    'UBND xã Mẫu',
    2021,
    '15/03/2021',
    null,
  ],
  [
    2,
    'Sổ đăng ký kết hôn đã số hóa',
    null,
    'Toàn xã',
    'Sổ giấy từ năm 1995',
    'UBND xã Mẫu',
    2021,
    '15/03/2021',
    null,
  ],
  [
    3,
    'Sổ chứng thực điện tử',
    'Theo dõi việc chứng thực bản sao, chữ ký',
    'Toàn xã',
    'Nhập trực tiếp',
    'UBND xã Mẫu',
    2022,
    '31/02/2022',
    null,
  ],
  ['II', 'Lĩnh vực Văn hóa - Xã hội'],
  [
    4,
    'Danh sách đối tượng bảo trợ xã hội',
    'Chi trả trợ cấp hằng tháng',
    '12 thôn',
    'Hồ sơ đề nghị',
    'UBND xã Mẫu',
    2019,
    '01/01/2019',
    null,
  ],
  [
    5,
    null,
    'Theo dõi giảm nghèo',
    '12 thôn',
    'Rà soát hằng năm',
    'UBND xã Mẫu',
    2020,
    '01/06/2020',
    'Chưa rõ tên chính thức',
  ],
  [
    6,
    'Danh sách di tích, lễ hội',
    'Quản lý di tích, lễ hội trên địa bàn',
    'Toàn xã',
    'Hồ sơ di tích',
    'UBND xã Mẫu',
    2018,
    null,
    null,
  ],
  ['III', 'Lĩnh vực Kinh tế'],
  [
    7,
    'Danh sách hộ kinh doanh',
    'Theo dõi đăng ký hộ kinh doanh',
    'Toàn xã',
    'Hồ sơ đăng ký',
    'UBND xã Mẫu',
    2017,
    '20/11/2017',
    null,
  ],
  [
    8,
    'Sổ theo dõi dịch bệnh gia súc, gia cầm',
    'Phòng, chống dịch',
    '12 thôn',
    'Báo cáo của thú y xã',
    'UBND xã Mẫu',
    2020,
    '10/02/2020',
    null,
  ],
  [null, 'Tổng cộng: 8 cơ sở dữ liệu'],
  ['Ghi chú: số liệu đến 31/12/2025.'],
]

/** Writes the list to `file` (.xlsx). */
export function writeSampleWorkbook(file: string): void {
  const sheet = utils.aoa_to_sheet(rows)
  const merge = (top: number, left: number, bottom: number, right: number) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  })
  sheet['!merges'] = [
    merge(3, 0, 3, 8),
    ...[0, 1, 4, 5, 6, 7, 8].map((column) => merge(5, column, 6, column)),
    merge(5, 2, 5, 3),
  ]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'CSDL 2025')
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}
