// Tuyên Quang's plan of 2022 for Decree 47/2020, with the eight rows of its annex. The body's days are stricter than the
// annex's where both give one, so the body's stand.
import type { Plan, PlanTask, UnitClass } from './plan.ts'

const DEPARTMENT = 'Sở Thông tin và Truyền thông'
const OFFICES = 'Các sở, ban, ngành, UBND huyện, thành phố'
const CLASSES: readonly UnitClass[] = ['so_nganh', 'huyen']

function byDepartment(row: string, title: string, timeText: string, deliverable = ''): PlanTask {
  return { row, title, lead: [DEPARTMENT], leadClass: [], support: [OFFICES], timeText, deliverable }
}
function byOffices(row: string, title: string, timeText: string, deliverable = ''): PlanTask {
  return { row, title, lead: [OFFICES], leadClass: CLASSES, support: [DEPARTMENT], timeText, deliverable }
}

export const tuyenQuang2022: Plan = {
  id: 'tuyen-quang-2022',
  name: 'Kế hoạch quản lý, kết nối và chia sẻ dữ liệu số tỉnh Tuyên Quang năm 2022',
  number: '04/KH-UBND',
  issuedOn: '2022-01-11',
  isDraft: false,
  unit: 'Ủy ban nhân dân tỉnh Tuyên Quang',
  fromYear: 2022,
  to: null,
  addresses: CLASSES,
  reporting: { from: OFFICES, to: DEPARTMENT, onward: ['UBND tỉnh', 'Chủ tịch UBND tỉnh'] },
  signs: {
    'Danh mục cơ sở dữ liệu dùng chung': 'UBND tỉnh',
    'Kế hoạch kiểm tra, đánh giá dữ liệu': 'Chủ tịch UBND tỉnh',
  },
  obligations: [
    { register: 'legal-review', obligation: 'must', boundIf: 'all', place: 'II.1.b', timeText: 'Quý I/2022' },
    { register: 'database', obligation: 'must', boundIf: 'all', place: 'II.2.b', timeText: 'Quý II/2022' },
    {
      register: 'focal-point',
      obligation: 'must',
      boundIf: 'on-shared-list',
      place: 'II.3.a',
      timeText: 'trước ngày 30/4/2022',
    },
    {
      register: 'information-system',
      obligation: 'must',
      boundIf: 'all',
      place: 'II.4.a',
      timeText: 'Quý II/2022',
    },
    { register: 'posted-data', obligation: 'must', boundIf: 'all', place: 'II.6.a', timeText: '' },
    {
      register: 'open-dataset',
      obligation: 'should',
      boundIf: 'all',
      place: 'II.6.b',
      timeText: 'Quý III/2022',
    },
    {
      register: 'data-check',
      obligation: 'must',
      boundIf: 'all',
      place: 'II.7.a',
      timeText: 'trước ngày 20/12 hằng năm',
    },
  ],
  tasks: [
    byDepartment('PL.1', 'Lập, ban hành kế hoạch tuyên truyền Nghị định số 47/2020/NĐ-CP', 'Quý I/2022'),
    byDepartment(
      'PL.2',
      'Rà soát, hoàn thiện văn bản của tỉnh về quản lý, kết nối, chia sẻ dữ liệu',
      'Quý I/2022',
    ),
    byDepartment('PL.3', 'Ban hành danh mục cơ sở dữ liệu kết nối, chia sẻ của tỉnh', 'Quý II/2022'),
    byOffices('PL.4', 'Cử đầu mối kết nối, chia sẻ dữ liệu và gửi danh sách về Sở', 'Quý II/2022'),
    byOffices(
      'PL.5',
      'Rà soát, đánh giá cơ sở dữ liệu, hệ thống thông tin và dịch vụ chia sẻ dữ liệu',
      'Quý II/2022',
    ),
    {
      row: 'PL.6',
      title: 'Xây dựng, duy trì hạ tầng kết nối, chia sẻ dữ liệu trong tỉnh, bảo đảm an toàn',
      lead: [DEPARTMENT],
      leadClass: [],
      support: [OFFICES, 'các cơ quan, đơn vị liên quan'],
      timeText: 'Quý II/2022; Những năm tiếp theo duy trì thường xuyên',
      deliverable: '',
    },
    byDepartment(
      'PL.7',
      'Ban hành quy chế khai thác, sử dụng dữ liệu của các cơ sở dữ liệu của tỉnh',
      'Quý III/2022',
    ),
    byDepartment('PL.8', 'Ban hành và thực hiện kế hoạch cung cấp dữ liệu mở của tỉnh', 'Quý III/2022'),
  ],
  notes: [
    'Danh sách đầu mối: phần nội dung ghi trước ngày 30/4/2022, phụ lục ghi Quý II/2022; theo phần nội dung.',
    'Quy chế của cơ quan (Quý IV/2022) và kiểm tra hằng năm (20/12) chỉ có ở phần nội dung, không có trong phụ lục.',
  ],
}
