// Tasks (nhiệm vụ) that a plan gives: the columns of the annexes of Tuyên Quang, Bộ KH&CN and Sơn La, and how each stands.
// The lead may be several agencies, or a class of them. The time stays word for word as the plan has it; the rule and the
// due day read from it stand beside it and never replace it.
import { allowed, commonFields, l } from './common.ts'
import { type AllowedValue, defineRegister, field } from './define.ts'

const PLAN = 'Kế hoạch của cơ quan có thẩm quyền, phụ lục phân công nhiệm vụ'
const BASIS = { nd47_2020: PLAN, current_2025: PLAN } as const

/** Classes of agencies that plans name instead of agencies. */
export const UNIT_CLASSES: readonly AllowedValue[] = [
  allowed('so_nganh', 'Các sở, ban, ngành', 'Departments', ['sở, ban, ngành', 'các sở, ngành', 'sở, ngành']),
  allowed('huyen', 'UBND các huyện, thành phố (trước 01/07/2025)', 'Districts (before 01/07/2025)', [
    'UBND các huyện, thành phố',
    'UBND huyện, thành phố',
    'UBND cấp huyện',
  ]),
  allowed('xa', 'UBND các xã, phường, đặc khu', 'Communes and wards', [
    'UBND cấp xã',
    'UBND xã, phường',
    'UBND các xã, phường, thị trấn',
  ]),
  allowed('don_vi_truc_thuoc', 'Các đơn vị trực thuộc', 'Units under the agency', [
    'đơn vị trực thuộc',
    'các đơn vị thuộc Bộ',
    'các đơn vị thuộc tỉnh',
    'đơn vị',
    'các đơn vị',
  ]),
  allowed('chu_quan_csdl', 'Các cơ quan, đơn vị chủ quản cơ sở dữ liệu', 'Owners of databases', [
    'các đơn vị chủ quản CSDL',
    'chủ quản CSDL',
    'các sở, ngành chủ quản CSDL',
    'các đơn vị chủ quản cơ sở dữ liệu',
  ]),
  allowed('tat_ca', 'Các cơ quan, đơn vị, địa phương', 'All agencies', [
    'tất cả',
    'tất cả các cơ quan, đơn vị',
    'các cơ quan, đơn vị',
    'các đơn vị, địa phương',
  ]),
]

export const task = defineRegister({
  id: 'task',
  label: l('Nhiệm vụ theo kế hoạch', 'Tasks of plans'),
  short: l('Nhiệm vụ', 'Tasks'),
  singular: l('Nhiệm vụ', 'Task'),
  help: l(
    'Các việc được giao trong kế hoạch của tỉnh, của bộ hoặc của cơ quan: ai chủ trì, ai phối hợp, đến khi nào, ra sản phẩm gì.',
    'Work given by plans: who leads, who supports, by when, with what product.',
  ),
  group: 'tasks',
  nameField: 'title',
  matchKey: ['title', 'timeText'],
  nilAnswer: true,
  fields: [
    field({
      id: 'title',
      label: l('Nội dung thực hiện', 'Work to be done'),
      help: l(
        'Chép đúng chữ của kế hoạch. Ví dụ: Rà soát cơ sở dữ liệu, hệ thống thông tin đã và đang thực hiện.',
        'In the plan’s own words. Example: review databases and systems.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'P',
      required: true,
      legalBasis: BASIS,
      synonyms: [
        'nhiệm vụ, giải pháp',
        'nhiệm vụ',
        'nội dung',
        'tên nhiệm vụ',
        'nội dung công việc',
        'công việc',
        'nội dung nhiệm vụ',
        'nhiệm vụ/giải pháp',
      ],
      width: { grid: 340, report: 40 },
    }),
    field({
      id: 'category',
      label: l('Nhóm nhiệm vụ', 'Group'),
      help: l(
        'Nhóm việc theo quản trị dữ liệu. Ví dụ: Kiểm tra, đánh giá dữ liệu.',
        'Kind of work. Example: checking data.',
      ),
      type: 'enum',
      values: [
        allowed('chien_luoc_ke_hoach', 'Chiến lược, kế hoạch', 'Strategy, plans', ['kế hoạch']),
        allowed('van_ban_quy_dinh', 'Văn bản, quy định, cấu trúc dữ liệu', 'Texts, data structures', [
          'thể chế',
          'văn bản',
          'quy định',
        ]),
        allowed('cung_cap_chia_se', 'Cung cấp, chia sẻ dữ liệu', 'Supplying and sharing', [
          'chia sẻ dữ liệu',
          'kết nối, chia sẻ',
        ]),
        allowed(
          'dieu_phoi',
          'Điều phối, giám sát, giải quyết vướng mắc',
          'Coordination, settling obstacles',
          ['điều phối'],
        ),
        allowed('kiem_tra', 'Kiểm tra, đánh giá, duy trì dữ liệu', 'Checking and maintaining data', [
          'kiểm tra, đánh giá',
          'kiểm tra',
        ]),
        allowed('tich_hop_phan_tich', 'Tích hợp, phân tích dữ liệu', 'Integration, analysis', [
          'tích hợp',
          'phân tích dữ liệu',
        ]),
        allowed('ra_soat_van_ban', 'Rà soát văn bản', 'Review of legal texts'),
        allowed('danh_muc', 'Danh mục dữ liệu, cơ sở dữ liệu', 'Lists of data', ['danh mục']),
        allowed('dau_moi', 'Đầu mối, lãnh đạo phụ trách', 'Focal points, leaders', ['đầu mối']),
        allowed('csdl_httt', 'Cơ sở dữ liệu, hệ thống thông tin', 'Databases, systems', [
          'CSDL',
          'HTTT',
          'CSDL/HTTT',
        ]),
        allowed('quy_che', 'Quy chế khai thác, sử dụng', 'Regulations on use', ['quy chế']),
        allowed('du_lieu_mo', 'Dữ liệu mở', 'Open data'),
        allowed('an_toan', 'An toàn, an ninh mạng, bảo vệ dữ liệu', 'Security, data protection', [
          'an toàn thông tin',
          'an ninh mạng',
        ]),
        allowed('dao_tao', 'Tuyên truyền, đào tạo, tập huấn', 'Training', ['tập huấn', 'đào tạo']),
        allowed('khac', 'Khác', 'Other'),
      ],
      depth: 'full',
      legalBasis: { nd47_2020: 'Khoản 1 Điều 14 Nghị định số 47/2020/NĐ-CP' },
      synonyms: ['nhóm', 'nhóm việc', 'lĩnh vực nhiệm vụ', 'loại nhiệm vụ'],
    }),
    field({
      id: 'lead',
      label: l('Đơn vị chủ trì', 'Lead'),
      help: l(
        'Một hoặc nhiều cơ quan, đúng chữ của kế hoạch. Ví dụ: Công an tỉnh; các sở, ngành chủ quản CSDL.',
        'One or several agencies, in the plan’s words. Example: Công an tỉnh; các sở, ngành chủ quản CSDL.',
      ),
      type: 'refs',
      target: 'unit',
      depth: 'minimal',
      demand: 'P',
      required: true,
      answeredBy: ['leadClass'],
      legalBasis: BASIS,
      synonyms: [
        'cơ quan chủ trì',
        'chủ trì',
        'cơ quan, đơn vị chủ trì',
        'đơn vị/cơ quan chủ trì',
        'đơn vị thực hiện',
        'cơ quan thực hiện',
      ],
    }),
    field({
      id: 'leadClass',
      label: l('Chủ trì là nhóm cơ quan', 'Lead is a class of agencies'),
      help: l(
        'Khi kế hoạch giao cho cả một nhóm; chọn được nhiều. Ví dụ: Các sở, ban, ngành.',
        'When the plan names a class. Example: all departments.',
      ),
      type: 'multi',
      values: UNIT_CLASSES,
      depth: 'regulated',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['nhóm cơ quan chủ trì', 'nhóm đơn vị chủ trì'],
    }),
    field({
      id: 'support',
      label: l('Đơn vị phối hợp', 'Support'),
      help: l(
        'Các cơ quan phối hợp, cách nhau bằng dấu chấm phẩy. Ví dụ: Sở Khoa học và Công nghệ; Công an tỉnh.',
        'Supporting agencies. Example: Sở Khoa học và Công nghệ; Công an tỉnh.',
      ),
      type: 'refs',
      target: 'unit',
      depth: 'minimal',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['cơ quan phối hợp', 'phối hợp', 'cơ quan, đơn vị phối hợp', 'đơn vị/cơ quan phối hợp'],
    }),
    field({
      id: 'timeText',
      label: l('Thời gian thực hiện', 'Time, as written'),
      help: l(
        'Chép đúng chữ của kế hoạch. Ví dụ: Quý II/2022; những năm tiếp theo duy trì thường xuyên.',
        'In the plan’s own words. Example: Quý II/2022; những năm tiếp theo duy trì thường xuyên.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'P',
      required: true,
      legalBasis: BASIS,
      synonyms: [
        'thời gian hoàn thành',
        'thời gian',
        'thời hạn',
        'thời gian thực hiện/hoàn thành',
        'tiến độ',
      ],
      width: { grid: 180, report: 18 },
    }),
    field({
      id: 'timeRule',
      label: l('Cách tính thời hạn', 'Rule read from it'),
      help: l(
        'Ứng dụng đọc từ chữ ở trên và đề nghị; chọn được nhiều khi có hai thời hạn nối nhau. Ví dụ: Một lần; sau đó thường xuyên.',
        'Read from the words above and proposed; several when one clock follows another. Example: once, then continuous.',
      ),
      type: 'multi',
      values: [
        allowed('mot_lan', 'Một lần, có hạn', 'Once, by a day', ['một lần', 'có thời hạn']),
        allowed('hang_nam', 'Hằng năm', 'Yearly', ['hàng năm', 'mỗi năm']),
        allowed('dinh_ky', 'Định kỳ theo tháng', 'Every so many months', ['định kỳ', 'định kỳ 6 tháng']),
        allowed('thuong_xuyen', 'Thường xuyên', 'Continuous', ['liên tục']),
        allowed('giai_doan', 'Trong một giai đoạn', 'Within a span of years', ['giai đoạn']),
        allowed('theo_su_kien', 'Khi có sự kiện', 'On an event', ['khi phát sinh', 'theo sự kiện']),
        allowed('theo_yeu_cau', 'Khi có yêu cầu', 'On request', ['theo yêu cầu']),
        allowed('chua_co_han', 'Chưa có ngày cụ thể', 'No day given', ['chưa có hạn', 'không có thời hạn']),
      ],
      depth: 'full',
      synonyms: ['loại thời hạn'],
    }),
    field({
      id: 'dueDate',
      label: l('Hạn hoàn thành', 'Due day'),
      help: l(
        'Ngày cuối cùng phải xong ở lần tới. Ví dụ: 30/06/2026.',
        'The last day, of the next time. Example: 30/06/2026.',
      ),
      type: 'date',
      depth: 'regulated',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['hạn', 'ngày đến hạn', 'hạn chót', 'ngày phải hoàn thành'],
    }),
    field({
      id: 'deliverable',
      label: l('Sản phẩm dự kiến hoàn thành', 'Expected product'),
      help: l(
        'Thứ chứng tỏ việc đã xong. Ví dụ: Quyết định ban hành; Báo cáo; Công văn cử đầu mối.',
        'What shows it done. Example: decision; report; letter naming the focal point.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: [
        'sản phẩm',
        'sản phẩm dự kiến',
        'kết quả, sản phẩm',
        'sản phẩm hoàn thành',
        'dự kiến sản phẩm',
        'kết quả dự kiến',
      ],
    }),
    field({
      id: 'status',
      label: l('Tình trạng', 'Status'),
      help: l('Tình trạng hiện nay. Ví dụ: Đang thực hiện.', 'Present state. Example: under way.'),
      type: 'enum',
      values: [
        allowed('chua', 'Chưa thực hiện', 'Not begun', ['chưa', 'chưa triển khai', 'chưa bắt đầu']),
        allowed('dang', 'Đang thực hiện', 'Under way', ['đang', 'đang triển khai', 'đang làm']),
        allowed('xong', 'Đã hoàn thành', 'Done', ['xong', 'hoàn thành', 'đã thực hiện', 'đã xong']),
        allowed('qua_han', 'Quá hạn', 'Overdue', ['trễ hạn', 'chậm']),
      ],
      depth: 'minimal',
      synonyms: ['trạng thái', 'kết quả thực hiện', 'tình trạng thực hiện', 'tình hình thực hiện'],
    }),
    field({
      id: 'doneAt',
      label: l('Ngày hoàn thành', 'Done on'),
      help: l('Ngày việc đã xong. Ví dụ: 25/06/2026.', 'The day it was done. Example: 25/06/2026.'),
      type: 'date',
      depth: 'minimal',
      synonyms: ['ngày xong', 'hoàn thành ngày'],
    }),
    field({
      id: 'product',
      label: l('Sản phẩm đã hoàn thành', 'Product made'),
      help: l(
        'Số, ngày văn bản hoặc nơi xem sản phẩm. Ví dụ: 45/BC-UBND ngày 25/06/2026.',
        'Number and date, or where it is. Example: 45/BC-UBND, 25/06/2026.',
      ),
      type: 'text',
      depth: 'minimal',
      synonyms: ['sản phẩm thực tế', 'văn bản sản phẩm', 'kết quả đạt được'],
    }),
    field({
      id: 'basisDoc',
      label: l('Căn cứ giao nhiệm vụ', 'Given by'),
      help: l(
        'Số, ngày của kế hoạch. Ví dụ: Kế hoạch số 04/KH-UBND ngày 11/01/2022.',
        'Number and date of the plan. Example: Kế hoạch số 04/KH-UBND, 11/01/2022.',
      ),
      type: 'text',
      depth: 'regulated',
      synonyms: ['căn cứ', 'kế hoạch', 'văn bản giao', 'văn bản giao nhiệm vụ'],
    }),
    field({
      id: 'planRow',
      label: l('Mục trong kế hoạch', 'Place in the plan'),
      help: l(
        'Chỗ của việc này trong kế hoạch, để đối chiếu. Ví dụ: Phụ lục, dòng 5.',
        'Where it stands in the plan. Example: annex, row 5.',
      ),
      type: 'text',
      synonyms: ['mục', 'dòng phụ lục', 'điểm, khoản'],
    }),
    // Its own basis stands for the source document.
    ...commonFields().filter((f) => f.id !== 'sourceDoc'),
  ],
})
