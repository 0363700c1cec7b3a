// The plan of the Ministry of Science and Technology of 2020 for Decree 47/2020, with the rows of its annex. Its number and
// date are blank in our copy. Reports go to its IT centre in two steps: offices first, then the ministry.
import type { Plan, PlanTask } from './plan.ts'

const CENTRE = 'Trung tâm CNTT'
const OWNERS = 'Các đơn vị chủ quản CSDL của Bộ'
const UNITS = 'Các đơn vị trực thuộc Bộ'

function byCentre(
  row: string,
  title: string,
  timeText: string,
  deliverable: string,
  support = [OWNERS],
): PlanTask {
  return { row, title, lead: [CENTRE], leadClass: [], support, timeText, deliverable }
}
function byOwners(
  row: string,
  title: string,
  timeText: string,
  deliverable: string,
  support: readonly string[] = [CENTRE],
): PlanTask {
  return { row, title, lead: [OWNERS], leadClass: ['chu_quan_csdl'], support, timeText, deliverable }
}

const ON_USE = 'Khi CSDL đưa vào khai thác'
const YEARLY = 'Hằng năm'
const SIX_MONTHLY = 'Định kỳ 6 tháng một lần'

export const boKhcn2020: Plan = {
  id: 'bo-khcn-2020',
  name: 'Kế hoạch thực hiện Nghị định số 47/2020/NĐ-CP của Bộ Khoa học và Công nghệ',
  number: '',
  issuedOn: null,
  isDraft: false,
  unit: 'Bộ Khoa học và Công nghệ',
  fromYear: 2020,
  to: null,
  addresses: ['don_vi_truc_thuoc', 'chu_quan_csdl'],
  reporting: {
    from: 'Các đơn vị thuộc Bộ',
    to: 'Trung tâm Công nghệ thông tin',
    onward: [
      'Lãnh đạo Bộ',
      'Bộ trưởng',
      'Ban Chỉ đạo xây dựng Chính phủ điện tử của Bộ',
      'Bộ Thông tin và Truyền thông',
    ],
  },
  signs: {
    'Danh mục cơ sở dữ liệu của Bộ': 'Bộ trưởng',
    'Danh mục dữ liệu mở': 'Bộ trưởng',
    'Kế hoạch cung cấp dữ liệu mở': 'Bộ trưởng',
    'Kế hoạch kiểm tra, đánh giá dữ liệu': 'Ban Chỉ đạo xây dựng Chính phủ điện tử của Bộ',
  },
  obligations: [
    {
      register: 'database',
      obligation: 'must',
      boundIf: 'has-database',
      place: 'Phụ lục II.1',
      timeText: '2020',
    },
    {
      register: 'information-system',
      obligation: 'must',
      boundIf: 'has-database',
      place: 'Phụ lục II.1',
      timeText: '2020',
    },
    {
      register: 'data-check',
      obligation: 'must',
      boundIf: 'has-database',
      place: 'Phụ lục II.4',
      timeText: 'trước 25/12',
    },
    {
      register: 'focal-point',
      obligation: 'must',
      boundIf: 'has-database',
      place: 'Phụ lục II.7',
      timeText: '2020',
    },
    { register: 'legal-review', obligation: 'must', boundIf: 'all', place: 'III.4.b', timeText: '' },
  ],
  tasks: [
    {
      row: 'PL.I.1',
      title: 'Đề xuất danh mục cơ sở dữ liệu quốc gia thuộc phạm vi của Bộ',
      lead: ['Cục Thông tin KH&CN quốc gia'],
      leadClass: [],
      support: [UNITS],
      timeText: '2020',
      deliverable: 'Hồ sơ đề xuất cơ sở dữ liệu quốc gia',
    },
    byCentre(
      'PL.I.2',
      'Lập danh mục CSDL dùng chung của Bộ và của ngành',
      '2020',
      'Quyết định của Bộ trưởng',
    ),
    byCentre(
      'PL.I.3',
      'Ban hành Danh mục dữ liệu mở của Bộ; rà soát, sửa đổi định kỳ 6 tháng một lần',
      '2021-2025',
      'Quyết định của Bộ trưởng',
    ),
    byCentre('PL.I.4', 'Ban hành kế hoạch cung cấp dữ liệu mở của Bộ', '2021', 'Quyết định của Bộ trưởng'),
    byCentre(
      'PL.I.5',
      'Xây dựng chiến lược dữ liệu của Bộ theo chiến lược quốc gia',
      '2021-2025',
      'Quyết định của Bộ trưởng',
    ),
    byCentre(
      'PL.I.6',
      'Lập kế hoạch kiểm tra, đánh giá dữ liệu của Bộ',
      YEARLY,
      'Quyết định của Ban Chỉ đạo xây dựng Chính phủ điện tử của Bộ',
    ),
    byCentre(
      'PL.I.7',
      'Ban hành danh mục dữ liệu chia sẻ theo hình thức mặc định; rà soát, sửa đổi định kỳ 6 tháng một lần',
      '2021-2025',
      'Quyết định của Bộ trưởng',
    ),
    byOwners(
      'PL.I.8',
      'Lập quy chế khai thác, sử dụng dữ liệu của từng CSDL',
      ON_USE,
      'Quy chế khai thác, sử dụng dữ liệu',
    ),
    byOwners(
      'PL.I.9',
      'Quy định cấu trúc dữ liệu trao đổi và quy trình chia sẻ dữ liệu chuyên ngành',
      ON_USE,
      'Quyết định của Bộ hoặc của đơn vị chủ quản CSDL',
      [CENTRE, 'Văn phòng Bộ'],
    ),
    byOwners(
      'PL.II.1',
      'Rà soát, tổng hợp, đánh giá hiện trạng dữ liệu và hệ thống thông tin',
      '2020',
      'Báo cáo kết quả rà soát, đánh giá',
      [],
    ),
    byOwners(
      'PL.II.2',
      'Lập kế hoạch hoàn thiện, nâng cấp, chuẩn hóa dữ liệu',
      'Khi có yêu cầu',
      'Kế hoạch; báo cáo thực hiện kế hoạch',
    ),
    byCentre(
      'PL.II.3',
      'Đăng ký, cung cấp thông tin về dữ liệu, dữ liệu mở trên cổng dữ liệu quốc gia',
      YEARLY,
      'Công văn đăng ký; kết nối với cổng dữ liệu quốc gia',
    ),
    byOwners(
      'PL.II.4',
      'Kiểm tra, đánh giá, duy trì dữ liệu; quản lý chất lượng dữ liệu',
      YEARLY,
      'Báo cáo của đơn vị gửi về trước 25/12; Báo cáo của Bộ trước 31/12 hằng năm',
    ),
    byCentre(
      'PL.II.5',
      'Rà soát văn bản để sửa đổi, thay thế cho phù hợp',
      '2021',
      'Kết quả rà soát và kế hoạch sửa đổi văn bản',
      ['Vụ Pháp chế', 'Văn phòng Bộ', OWNERS],
    ),
    byOwners(
      'PL.II.6',
      'Thiết lập, công bố hình thức chia sẻ và khả năng đáp ứng kết nối',
      '1 ngày làm việc kể từ khi dịch vụ chia sẻ dữ liệu sẵn sàng tiếp nhận kết nối chia sẻ dữ liệu',
      'Danh sách dịch vụ chia sẻ dữ liệu kèm mô tả, đã công bố',
    ),
    byOwners(
      'PL.II.7',
      'Cử cán bộ đầu mối quản lý, chia sẻ dữ liệu trong Bộ',
      '2020',
      'Công văn cử đầu mối gửi Trung tâm CNTT',
    ),
    byOwners(
      'PL.II.8',
      'Tiếp nhận phản hồi, xác định ưu tiên và công bố dữ liệu mở',
      SIX_MONTHLY,
      'Tổng hợp ý kiến; tiếp thu, điều chỉnh danh mục dữ liệu mở',
    ),
    byCentre(
      'PL.III.1',
      'Xây dựng, duy trì hạ tầng kết nối, chia sẻ dữ liệu',
      YEARLY,
      'Báo cáo hạ tầng kết nối; thời gian báo cáo theo yêu cầu Bộ TT&TT',
    ),
    byOwners(
      'PL.III.2',
      'Bảo đảm an toàn, bảo vệ và xác thực dữ liệu ở các hệ thống tham gia chia sẻ',
      YEARLY,
      'Báo cáo bảo vệ, xác thực dữ liệu gửi Trung tâm CNTT',
      [UNITS],
    ),
    byCentre(
      'PL.IV.1',
      'Tập huấn quản lý, kết nối, chia sẻ và an toàn dữ liệu',
      YEARLY,
      'Báo cáo kết quả tập huấn',
      [UNITS],
    ),
    byCentre(
      'PL.IV.2',
      'Theo dõi, đôn đốc, kiểm tra việc kết nối, chia sẻ dữ liệu',
      YEARLY,
      'Báo cáo kiểm tra, đánh giá',
    ),
  ],
  notes: ['Đơn vị gửi báo cáo kiểm tra trước 25/12; Bộ hoàn thành báo cáo trước 31/12.'],
}
