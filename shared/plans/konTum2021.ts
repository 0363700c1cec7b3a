// Kon Tum's plan of 2021 for Decree 47/2020. Our copy shows no number, no date and no annex of tasks. The province ended on
// 30/06/2025.
import type { Plan } from './plan.ts'

export const konTum2021: Plan = {
  id: 'kon-tum-2021',
  name: 'Kế hoạch quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước tỉnh Kon Tum',
  number: '',
  issuedOn: null,
  isDraft: false,
  unit: 'Ủy ban nhân dân tỉnh Kon Tum',
  fromYear: 2021,
  to: '2025-06-30',
  addresses: ['so_nganh', 'don_vi_truc_thuoc', 'huyen'],
  reporting: {
    from: 'Các đơn vị, địa phương',
    to: 'Sở Thông tin và Truyền thông',
    onward: [
      'UBND tỉnh',
      'Chủ tịch UBND tỉnh',
      'Bộ Thông tin và Truyền thông (văn bản ngoài thẩm quyền của tỉnh)',
    ],
  },
  signs: {
    'Danh mục cơ sở dữ liệu dùng chung': 'UBND tỉnh',
    'Kế hoạch kiểm tra, đánh giá dữ liệu': 'Chủ tịch UBND tỉnh',
  },
  obligations: [
    { register: 'legal-review', obligation: 'must', boundIf: 'all', place: 'II.1.b', timeText: '' },
    {
      register: 'focal-point',
      obligation: 'must',
      boundIf: 'has-database',
      place: 'II.3.a',
      timeText: 'trước ngày 15 tháng 10 năm 2021',
    },
    { register: 'database', obligation: 'must', boundIf: 'all', place: 'II.4.a', timeText: '' },
    { register: 'information-system', obligation: 'must', boundIf: 'all', place: 'II.4.a', timeText: '' },
    { register: 'posted-data', obligation: 'must', boundIf: 'all', place: 'II.5.a', timeText: '' },
    { register: 'open-dataset', obligation: 'should', boundIf: 'all', place: 'II.5.b', timeText: '' },
    {
      register: 'check-plan',
      obligation: 'must',
      boundIf: 'all',
      place: 'II.6.a',
      timeText: 'thực hiện từ năm 2021',
    },
    {
      register: 'data-check',
      obligation: 'must',
      boundIf: 'all',
      place: 'II.6.a',
      timeText: 'trước ngày 20/12 hằng năm để tổng hợp; thực hiện từ năm 2021',
    },
    {
      register: 'obstacle',
      obligation: 'must',
      boundIf: 'has-database',
      place: 'III.3.c',
      timeText: '7 ngày làm việc',
    },
  ],
  tasks: [],
  notes: [
    'Văn bản ghi Nghị định 47/2020/NĐ-CP ngày 29/4/2020; ngày đúng là 09/4/2020.',
    'Mục III.1 gồm các điểm a, b, d: giữ đúng chữ của văn bản.',
    'Tỉnh Kon Tum hợp nhất vào tỉnh Quảng Ngãi từ 01/07/2025.',
  ],
}
