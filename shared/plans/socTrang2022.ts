// Sóc Trăng's draft regulation of 2022, the only one of the five that addresses communes. Number and date are blank in the
// draft. The province ended on 30/06/2025.
import type { Plan } from './plan.ts'

export const socTrang2022: Plan = {
  id: 'soc-trang-2022',
  name: 'Quy chế quản lý, kết nối và chia sẻ dữ liệu số tỉnh Sóc Trăng (dự thảo)',
  number: '',
  issuedOn: null,
  isDraft: true,
  unit: 'Ủy ban nhân dân tỉnh Sóc Trăng',
  fromYear: 2022,
  to: '2025-06-30',
  addresses: ['so_nganh', 'huyen', 'xa'],
  reporting: {
    from: 'Các sở, ngành, UBND huyện và UBND xã',
    to: 'Sở Thông tin và Truyền thông',
    onward: ['UBND tỉnh', 'Chủ tịch UBND tỉnh'],
  },
  signs: {
    'Danh mục cơ sở dữ liệu dùng chung': 'Chủ tịch UBND tỉnh',
    'Kế hoạch cung cấp dữ liệu mở': 'UBND tỉnh',
    'Danh sách đầu mối': 'UBND tỉnh',
    'Kế hoạch kiểm tra, đánh giá dữ liệu': 'Chủ tịch UBND tỉnh',
  },
  obligations: [
    { register: 'data-check', obligation: 'must', boundIf: 'all', place: 'Điều 3.3', timeText: 'hàng năm' },
    {
      register: 'database',
      obligation: 'must',
      boundIf: 'all',
      place: 'Điều 5.2',
      timeText: 'hàng năm hoặc khi có nhu cầu cần thay đổi',
    },
    {
      register: 'open-dataset',
      obligation: 'must',
      boundIf: 'has-database',
      place: 'Điều 10.4',
      timeText: 'định kỳ 03 tháng kể từ thời điểm công bố',
    },
    {
      register: 'focal-point',
      obligation: 'must',
      boundIf: 'has-database',
      place: 'Điều 20.1.b',
      timeText: '',
    },
    {
      register: 'obstacle',
      obligation: 'must',
      boundIf: 'all',
      place: 'Điều 23',
      timeText: '7 ngày làm việc',
    },
  ],
  tasks: [],
  notes: [
    'Bản đang có là dự thảo, chưa có số và ngày.',
    'Tỉnh Sóc Trăng hợp nhất vào thành phố Cần Thơ từ 01/07/2025.',
  ],
}
