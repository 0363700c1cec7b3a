// Periods up to 21/10/2025, under Decree 47/2020. Its open-data chapter ended earlier, on 18/08/2025.
import type { LegalProfile } from './profile.ts'

export const nd47_2020: LegalProfile = {
  id: 'nd47_2020',
  name: 'Theo Nghị định 47/2020/NĐ-CP (các kỳ đến 21/10/2025)',
  from: '2020-05-25',
  to: '2025-10-21',
  status:
    'Nghị định 47/2020/NĐ-CP: các quy định về dữ liệu mở (Điều 17–21) bị bãi bỏ từ 19/08/2025 theo Nghị định 194/2025/NĐ-CP; ' +
    'toàn bộ được thay thế từ 22/10/2025 theo Điều 23 Nghị định 278/2025/NĐ-CP. Có nguồn ghi “còn hiệu lực một phần”: tỉnh xác nhận trước khi in.',
  citations: [
    {
      id: 'nd47',
      text: 'Nghị định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 của Chính phủ về quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước',
      from: '2020-05-25',
      to: '2025-10-21',
      verified: true,
    },
    {
      id: 'nd47-du-lieu-mo',
      text: 'Điều 17 đến Điều 21 Nghị định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 của Chính phủ về quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước',
      from: '2020-05-25',
      to: '2025-08-18',
      verified: true,
    },
    {
      id: 'luat-cntt',
      text: 'Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006',
      from: '2007-01-01',
      to: '2026-06-30',
      verified: true,
    },
    {
      id: 'nd30',
      text: 'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư',
      from: '2020-03-05',
      to: null,
      verified: true,
    },
    {
      id: 'qd20',
      text: 'Quyết định số 20/2020/QĐ-TTg ngày 22 tháng 7 năm 2020 của Thủ tướng Chính phủ về mã định danh điện tử của các cơ quan, tổ chức phục vụ kết nối, chia sẻ dữ liệu với các bộ, ngành, địa phương',
      from: '2020-09-15',
      to: null,
      verified: true,
    },
    {
      id: 'qd142',
      text: 'Quyết định số 142/QĐ-TTg ngày 02 tháng 02 năm 2024 của Thủ tướng Chính phủ phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030',
      from: '2024-02-02',
      to: null,
      verified: false,
    },
  ],
  basisOfReport: {
    'database-list': ['luat-cntt', 'nd47'],
    'open-data-list': ['luat-cntt', 'nd47-du-lieu-mo'],
    'focal-point-list': ['luat-cntt', 'nd47'],
    'data-check-report': ['luat-cntt', 'nd47'],
    'review-results': ['luat-cntt', 'nd47'],
    'check-plan': ['luat-cntt', 'nd47'],
    'posted-data-review': ['luat-cntt', 'nd47-du-lieu-mo'],
    'obstacle-list': ['luat-cntt', 'nd47'],
    'legal-review-list': ['luat-cntt', 'nd47'],
  },
  addressees: [
    { name: 'Sở Thông tin và Truyền thông', from: null, to: '2025-02-28' },
    { name: 'Sở Khoa học và Công nghệ', from: '2025-03-01', to: null },
  ],
  deadlines: [
    {
      register: 'database',
      text: 'trước ngày 31/12 hằng năm',
      why: 'Khoản 4 Điều 16 Nghị định 47/2020/NĐ-CP: tự kiểm tra và báo cáo',
      verified: true,
    },
    {
      register: 'data-check',
      text: 'trước ngày 31/12 hằng năm',
      why: 'Khoản 4 Điều 16 Nghị định 47/2020/NĐ-CP',
      verified: true,
    },
    {
      register: 'open-dataset',
      text: 'định kỳ 6 tháng một lần',
      why: 'Khoản 3 Điều 20 Nghị định 47/2020/NĐ-CP: rà soát danh mục dữ liệu mở',
      verified: true,
    },
  ],
}
