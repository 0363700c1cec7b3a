// Sơn La's plan of 2024, which carries out the national data strategy to 2030 (QĐ 142/QĐ-TTg) and so runs across the change
// of law. Our copy shows no number and no date. What it sets as a target (mục tiêu) is a wish.
import type { Plan, PlanTask, UnitClass } from './plan.ts'

const DEPARTMENT = 'Sở Thông tin và Truyền thông'
const PROVINCE_OFFICE = 'Văn phòng Ủy ban nhân dân tỉnh'
const SECTORS = 'Các sở, ngành liên quan'
const ALL = 'Các sở, ngành, địa phương'
const CLASSES: readonly UnitClass[] = ['so_nganh', 'huyen']
const ALWAYS = 'Thường xuyên'

function byDepartment(row: string, title: string, timeText: string): PlanTask {
  return { row, title, lead: [DEPARTMENT], leadClass: [], support: [SECTORS], timeText, deliverable: '' }
}
function byAll(
  row: string,
  title: string,
  timeText: string,
  support: readonly string[] = [DEPARTMENT],
): PlanTask {
  return { row, title, lead: [ALL], leadClass: CLASSES, support, timeText, deliverable: '' }
}
function bySectors(row: string, title: string, timeText: string, support: readonly string[]): PlanTask {
  return { row, title, lead: ['Các sở, ngành'], leadClass: ['so_nganh'], support, timeText, deliverable: '' }
}
function byPolice(row: string, title: string): PlanTask {
  return {
    row,
    title,
    lead: ['Công an tỉnh', 'Các sở, ngành chủ quản các cơ sở dữ liệu'],
    leadClass: ['chu_quan_csdl'],
    support: [DEPARTMENT],
    timeText: ALWAYS,
    deliverable: '',
  }
}

export const sonLa2024: Plan = {
  id: 'son-la-2024',
  name: 'Kế hoạch thực hiện Chiến lược dữ liệu quốc gia đến năm 2030 trên địa bàn tỉnh Sơn La',
  number: '',
  issuedOn: null,
  isDraft: false,
  unit: 'Ủy ban nhân dân tỉnh Sơn La',
  fromYear: 2024,
  to: '2030-12-31',
  addresses: CLASSES,
  reporting: {
    from: 'Các sở, ban, ngành; UBND các huyện, thành phố',
    to: DEPARTMENT,
    onward: ['UBND tỉnh', 'Ban Chỉ đạo chuyển đổi số tỉnh'],
  },
  signs: {},
  obligations: [
    { register: 'data-leader', obligation: 'must', boundIf: 'all', place: 'IV.1', timeText: '' },
    { register: 'focal-point', obligation: 'must', boundIf: 'all', place: 'IV.1', timeText: '' },
    {
      register: 'open-dataset',
      obligation: 'should',
      boundIf: 'all',
      place: 'II.2.c',
      timeText: 'đến năm 2030',
    },
    { register: 'task', obligation: 'must', boundIf: 'all', place: 'VI.1', timeText: '' },
    {
      register: 'security-level',
      obligation: 'must',
      boundIf: 'has-database',
      place: 'Phụ lục V.1',
      timeText: ALWAYS,
    },
  ],
  tasks: [
    byAll(
      'PL.I.1',
      'Rà soát, bổ sung Danh mục cơ sở dữ liệu mở; cung cấp dữ liệu mở theo lộ trình',
      'Hàng năm',
    ),
    byAll(
      'PL.I.2',
      'Ban hành quy chuẩn cho các loại dữ liệu thuộc danh mục dữ liệu lớn của ngành',
      'Theo hướng dẫn, lộ trình của Bộ chủ quản',
    ),
    byDepartment('PL.I.3', 'Hướng dẫn kỹ thuật kết nối, tích hợp, chia sẻ dữ liệu', ALWAYS),
    byDepartment('PL.II.1', 'Xây dựng trung tâm dữ liệu của tỉnh', '2024 - 2030'),
    byDepartment(
      'PL.II.2',
      'Kết nối trung tâm dữ liệu của tỉnh với trung tâm dữ liệu của Chính phủ',
      '2026 - 2030',
    ),
    byAll(
      'PL.II.3',
      'Phát triển hạ tầng viễn thông, Internet; dùng chung trung tâm dữ liệu, tránh lãng phí',
      ALWAYS,
    ),
    byDepartment('PL.III.1', 'Triển khai Cổng dữ liệu mở của tỉnh', '2025 - 2030'),
    byDepartment('PL.III.2', 'Xây dựng hệ thống tổng hợp dữ liệu của tỉnh', '2025 - 2030'),
    bySectors('PL.III.3', 'Xây dựng dữ liệu chuyên ngành của từng ngành', '2024-2030', [
      'UBND các huyện, thành phố',
    ]),
    byAll('PL.III.4', 'Triển khai ứng dụng tổng hợp, phân tích, chia sẻ dữ liệu chung', ALWAYS),
    byAll('PL.III.5', 'Thu thập, khai thác dữ liệu lớn phát sinh tại cơ quan', ALWAYS),
    byAll('PL.III.6', 'Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính', ALWAYS, [PROVINCE_OFFICE]),
    byDepartment(
      'PL.IV.1',
      'Duy trì nền tảng tích hợp, chia sẻ dữ liệu của tỉnh, liên thông với nền tảng quốc gia',
      ALWAYS,
    ),
    byDepartment(
      'PL.IV.2',
      'Chuẩn hóa cấu trúc, định danh hệ thống thông tin; kết nối các cơ sở dữ liệu của tỉnh',
      '2024-2030',
    ),
    byAll('PL.IV.3', 'Hợp tác, chia sẻ dữ liệu với bộ, ngành và tỉnh khác', ALWAYS, [
      DEPARTMENT,
      PROVINCE_OFFICE,
    ]),
    bySectors('PL.IV.4', 'Cơ chế khuyến khích doanh nghiệp, người dân mở và chia sẻ dữ liệu', ALWAYS, [
      DEPARTMENT,
      PROVINCE_OFFICE,
    ]),
    byAll('PL.IV.5', 'Chia sẻ dữ liệu giữa các đơn vị để giải quyết thủ tục và chỉ đạo điều hành', ALWAYS, [
      DEPARTMENT,
      PROVINCE_OFFICE,
    ]),
    byPolice('PL.V.1', 'Phê duyệt cấp độ an toàn thông tin cho các hệ thống cơ sở dữ liệu'),
    byPolice('PL.V.2', 'Bảo vệ các hệ thống cơ sở dữ liệu theo mô hình bảo vệ 4 lớp'),
  ],
  notes: [
    'Phụ lục ghi “Danh mục cơ sở dữ liệu mở”; phần nội dung ghi “Danh mục dữ liệu dùng chung, dữ liệu mở”.',
    'Phụ lục V do Công an tỉnh chủ trì; phần nội dung không nêu Công an tỉnh.',
    'Mục III.1 gồm các điểm a, b, c, e: giữ đúng chữ của văn bản.',
    'Căn cứ là Quyết định 142/QĐ-TTg, không phải Nghị định 47/2020/NĐ-CP.',
    'Kết quả báo cáo lồng ghép trong báo cáo chuyển đổi số định kỳ.',
  ],
}
