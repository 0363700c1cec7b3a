// The rules in force since 22/10/2025, each citation with its own effect date. Days that no text in force names are
// custom, marked so, and the province's to change.
import type { LegalProfile } from './profile.ts'

export const current_2025: LegalProfile = {
  id: 'current_2025',
  name: 'Theo các quy định hiện hành về dữ liệu (từ 2025)',
  from: '2025-10-22',
  to: null,
  status:
    'Theo các quy định hiện hành về dữ liệu: Luật Dữ liệu, Nghị định 165/2025/NĐ-CP, Nghị định 194/2025/NĐ-CP, Nghị định 278/2025/NĐ-CP. ' +
    'Nghị định 47/2020/NĐ-CP đã được thay thế. Thời hạn rà soát 6 tháng, cập nhật 3 tháng là thông lệ; tỉnh xác nhận hoặc đặt hạn khác.',
  citations: [
    {
      id: 'luat-du-lieu',
      text: 'Luật Dữ liệu ngày 30 tháng 11 năm 2024',
      from: '2025-07-01',
      to: null,
      verified: true,
    },
    {
      id: 'nd165',
      text: 'Nghị định số 165/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ quy định chi tiết một số điều và biện pháp thi hành Luật Dữ liệu',
      from: '2025-07-01',
      to: null,
      verified: true,
    },
    {
      id: 'nd194',
      text: 'Nghị định số 194/2025/NĐ-CP ngày 03 tháng 7 năm 2025 của Chính phủ quy định chi tiết một số điều của Luật Giao dịch điện tử về cơ sở dữ liệu quốc gia, kết nối và chia sẻ dữ liệu, dữ liệu mở phục vụ giao dịch điện tử của cơ quan nhà nước',
      from: '2025-08-19',
      to: null,
      verified: true,
    },
    {
      id: 'nd278',
      text: 'Nghị định số 278/2025/NĐ-CP ngày 22 tháng 10 năm 2025 của Chính phủ quy định về kết nối, chia sẻ dữ liệu bắt buộc giữa các cơ quan thuộc hệ thống chính trị',
      from: '2025-10-22',
      to: null,
      verified: true,
    },
    {
      id: 'qd2439',
      text: 'Quyết định số 2439/QĐ-TTg ngày 04 tháng 11 năm 2025 của Thủ tướng Chính phủ ban hành Khung kiến trúc dữ liệu quốc gia, Khung quản trị, quản lý dữ liệu quốc gia, Từ điển dữ liệu dùng chung',
      from: '2025-11-04',
      to: null,
      verified: false,
    },
    {
      id: 'nd30',
      text: 'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư',
      from: '2020-03-05',
      to: null,
      verified: true,
    },
    {
      id: 'luat-bvdlcn',
      text: 'Luật Bảo vệ dữ liệu cá nhân ngày 26 tháng 6 năm 2025',
      from: '2026-01-01',
      to: null,
      verified: true,
    },
    {
      id: 'nd356',
      text: 'Nghị định số 356/2025/NĐ-CP của Chính phủ quy định chi tiết và biện pháp thi hành Luật Bảo vệ dữ liệu cá nhân',
      from: '2026-01-01',
      to: null,
      verified: false,
    },
    {
      id: 'luat-cds',
      text: 'Luật Chuyển đổi số năm 2025',
      from: '2026-07-01',
      to: null,
      verified: false,
    },
    {
      id: 'nd224',
      text: 'Nghị định số 224/2026/NĐ-CP của Chính phủ thi hành Luật Chuyển đổi số',
      from: '2026-07-01',
      to: null,
      verified: false,
    },
    {
      id: 'nd331',
      text: 'Nghị định số 331/2026/NĐ-CP ngày 19 tháng 8 năm 2026 của Chính phủ',
      from: '2026-08-19',
      to: null,
      verified: false,
    },
    {
      id: 'qd19-2025',
      text: 'Quyết định số 19/2025/QĐ-TTg của Thủ tướng Chính phủ ban hành Bảng danh mục và mã số các đơn vị hành chính Việt Nam',
      from: '2025-07-01',
      to: null,
      verified: false,
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
    'database-list': ['luat-du-lieu', 'nd165', 'nd278'],
    'open-data-list': ['luat-du-lieu', 'nd165', 'nd194'],
    'focal-point-list': ['luat-du-lieu', 'nd278'],
    'data-check-report': ['luat-du-lieu', 'nd165'],
    'review-results': ['luat-du-lieu', 'nd165', 'nd194', 'nd278'],
    'check-plan': ['luat-du-lieu', 'nd165'],
    'posted-data-review': ['luat-du-lieu', 'nd194'],
    'obstacle-list': ['luat-du-lieu', 'nd278'],
    'legal-review-list': ['luat-du-lieu', 'nd278'],
  },
  addressees: [{ name: 'Sở Khoa học và Công nghệ', from: null, to: null }],
  deadlines: [
    {
      register: 'database',
      text: 'trước ngày 20/12 hằng năm',
      why: 'Thông lệ của các tỉnh; tỉnh có thể đặt hạn khác',
      verified: false,
    },
    {
      register: 'security-report',
      text: 'trước ngày 20/12 hằng năm',
      why: 'Điểm a khoản 4 Điều 35 Nghị định 331/2026/NĐ-CP (Mẫu số 08); tỉnh xác nhận',
      verified: false,
    },
    {
      register: 'data-check',
      text: 'trước ngày 20/12 hằng năm',
      why: 'Thông lệ của các tỉnh; tỉnh có thể đặt hạn khác',
      verified: false,
    },
    {
      register: 'open-dataset',
      text: 'định kỳ 6 tháng một lần',
      why: 'Thông lệ rà soát danh mục dữ liệu mở; tỉnh có thể đặt hạn khác',
      verified: false,
    },
  ],
}
