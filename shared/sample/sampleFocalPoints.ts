// The sample's focal points: the commune's one in force, those before, and one for each room and unit under it. Nobody
// here exists: names are made of “Mẫu” and numbers start with 0900 000.
import type { SampleRecord } from './record.ts'
import { unitLink } from './sampleUnits.ts'

// Key, unit, name, position, number, from, until.
const ROWS: readonly (readonly [string, string, string, string, string, string, string | null])[] = [
  ['xa', 'xa', 'Nguyễn Thị Mẫu An', 'Công chức Văn phòng HĐND và UBND', '01', '2026-01-12', null],
  ['xa-2025', 'xa', 'Trần Văn Mẫu Bình', 'Chánh Văn phòng HĐND và UBND', '02', '2025-07-10', '2026-01-11'],
  ['dong', 'xa-dong', 'Lê Văn Mẫu Cường', 'Công chức Văn phòng - Thống kê', '03', '2022-04-20', '2025-06-30'],
  ['tay', 'xa-tay', 'Phạm Thị Mẫu Dung', 'Công chức Văn hóa - Xã hội', '04', '2022-04-25', '2025-06-30'],
  ['vp', 'vp', 'Hoàng Văn Mẫu Đức', 'Công chức Văn phòng', '05', '2026-02-02', null],
  ['kt', 'kt', 'Vũ Thị Mẫu Giang', 'Phó Trưởng phòng Kinh tế', '06', '2026-02-02', null],
  ['vhxh', 'vhxh', 'Đặng Văn Mẫu Hải', 'Công chức phụ trách chuyển đổi số', '07', '2026-02-02', null],
  ['hcc', 'hcc', 'Bùi Thị Mẫu Khanh', 'Phó Giám đốc Trung tâm', '08', '2026-02-02', null],
  ['cax', 'cax', 'Đỗ Văn Mẫu Lâm', 'Cán bộ tổng hợp', '09', '2026-02-03', null],
  ['tyt', 'tyt', 'Ngô Thị Mẫu Mai', 'Phó Trưởng trạm Y tế', '10', '2026-02-03', null],
  ['mn', 'mn', 'Dương Thị Mẫu Nga', 'Phó Hiệu trưởng', '11', '2026-02-05', null],
  ['th', 'th', 'Lý Văn Mẫu Phong', 'Giáo viên tin học', '12', '2026-02-05', null],
  ['thcs', 'thcs', 'Hồ Văn Mẫu Quân', 'Giáo viên tin học', '13', '2026-02-05', null],
]

export const sampleFocalPoints: readonly SampleRecord[] = ROWS.map(
  ([key, unit, fullName, position, number, startAt, endAt]) => ({
    key: `fp-${key}`,
    register: 'focal-point',
    set: {
      unit: unitLink(unit),
      kind: 'nguoi',
      fullName,
      position,
      duty:
        unit === 'xa'
          ? 'Đầu mối kết nối, chia sẻ dữ liệu của UBND xã'
          : 'Tổng hợp, cung cấp số liệu của đơn vị cho đầu mối của xã',
      phone: `09000000${number}`,
      email: `mau${number}@xamau.example`,
      level: 'co_quan',
      appointDoc: `${10 + Number(number)}/${unit === 'xa' ? 'QĐ-UBND' : 'TB-VP'} ngày ${startAt.split('-').reverse().join('/')}`,
      startAt,
      endAt,
      publishedWhere: unit === 'xa' ? ['trang_co_quan'] : null,
      publishedAt: unit === 'xa' ? startAt : null,
      approved: unit === 'xa',
      approvedNote: unit === 'xa' ? 'Danh sách do UBND tỉnh Mẫu phê duyệt (mẫu)' : null,
      legacyUnit: unit === 'xa-dong' || unit === 'xa-tay',
    },
  }),
)
