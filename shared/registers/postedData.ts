// Data already posted on portals and websites, reviewed: is each open data or not, and were users told. Kept apart from
// open datasets: what does not belong to the open category has no place there. A row that does becomes one in one press,
// and names it.
import { allowed, commonFields, l, nd47, noteOf, PROVINCE_FORM } from './common.ts'
import { defineRegister, field } from './define.ts'
import { guardFields } from './guardFields.ts'

const PLAN = 'Kế hoạch của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP'
const BASIS = { nd47_2020: PLAN, current_2025: PROVINCE_FORM } as const

const channel = field({
  id: 'channel',
  label: l('Kênh đăng tải', 'Channel'),
  help: l(
    'Nơi dữ liệu đang được đăng. Ví dụ: Trang thông tin điện tử của xã.',
    'Where it is posted. Example: the commune’s website.',
  ),
  type: 'enum',
  values: [
    allowed('trang_co_quan', 'Trang thông tin điện tử của cơ quan', 'The office’s website', [
      'trang thông tin điện tử',
      'website',
      'trang của cơ quan',
    ]),
    allowed('cong_tinh', 'Cổng thông tin điện tử của tỉnh', 'Provincial portal', [
      'cổng thông tin điện tử',
      'cổng của tỉnh',
    ]),
    allowed('cong_du_lieu', 'Cổng dữ liệu của tỉnh', 'Provincial data portal', ['cổng dữ liệu tỉnh']),
    allowed('cong_quoc_gia', 'Cổng dữ liệu quốc gia', 'National data portal', ['data.gov.vn']),
    allowed('mang_xa_hoi', 'Mạng xã hội (Zalo, Facebook)', 'Social network', [
      'Zalo',
      'Facebook',
      'mạng xã hội',
    ]),
    allowed('khac', 'Khác', 'Other'),
  ],
  depth: 'minimal',
  demand: 'P',
  legalBasis: BASIS,
  synonyms: ['kênh', 'nơi đăng', 'nơi đăng tải', 'cổng, trang đăng tải'],
})

export const postedData = defineRegister({
  id: 'posted-data',
  label: l('Rà soát dữ liệu đã đăng tải', 'Review of posted data'),
  short: l('Dữ liệu đã đăng tải', 'Posted data'),
  singular: l('Dữ liệu đã đăng tải', 'Posted data'),
  help: l(
    'Dữ liệu cơ quan đã đăng trên cổng, trang thông tin: xác định là dữ liệu mở hay không và thông báo cho người sử dụng.',
    'Data the office has posted: whether each is open data, and whether users were told.',
  ),
  group: 'tasks',
  nameField: 'name',
  matchKey: ['name', 'address'],
  nilAnswer: true,
  fields: [
    field({
      id: 'name',
      label: l('Tên dữ liệu đã đăng tải', 'Name'),
      help: l(
        'Tên như đang đăng. Ví dụ: Danh sách trường học trên địa bàn.',
        'As posted. Example: list of schools.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'P',
      required: true,
      legalBasis: BASIS,
      synonyms: ['tên dữ liệu', 'tên', 'dữ liệu đã đăng', 'nội dung đăng tải', 'thông tin, dữ liệu'],
      width: { grid: 280, report: 30 },
    }),
    field({
      id: 'address',
      label: l('Địa chỉ', 'Address'),
      help: l(
        'Đường dẫn đến dữ liệu. Ví dụ: https://xamau.tinhmau.gov.vn/truong-hoc.',
        'Link. Example: https://xamau.tinhmau.gov.vn/truong-hoc.',
      ),
      type: 'text',
      format: 'url',
      depth: 'minimal',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['URL', 'đường dẫn', 'link', 'địa chỉ đăng tải'],
    }),
    channel,
    noteOf(channel, {
      label: l('Kênh đăng tải: nói rõ', 'Channel: details'),
      help: l('Khi chọn “Khác”. Ví dụ: màn hình tại trụ sở.', 'When “Other”. Example: lobby screen.'),
    }),
    field({
      id: 'form',
      label: l('Dạng dữ liệu', 'Form'),
      help: l('Dữ liệu được đăng ở dạng nào. Ví dụ: Bảng.', 'How it is posted. Example: table.'),
      type: 'enum',
      values: [
        allowed('van_ban', 'Văn bản', 'Document', ['PDF', 'Word', 'bài viết', 'tệp văn bản']),
        allowed('bang', 'Bảng', 'Table', ['Excel', 'CSV', 'bảng biểu', 'bảng số liệu']),
        allowed('dich_vu', 'Dịch vụ', 'Service', ['API', 'dịch vụ dữ liệu']),
      ],
      depth: 'minimal',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['dạng', 'định dạng', 'hình thức đăng tải'],
    }),
    field({
      id: 'sourceDb',
      label: l('Cơ sở dữ liệu nguồn', 'Source database'),
      help: l(
        'Cơ sở dữ liệu mà dữ liệu được lấy ra. Ví dụ: Cơ sở dữ liệu ngành giáo dục.',
        'The database it comes from. Example: education database.',
      ),
      type: 'ref',
      target: 'database',
      depth: 'regulated',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['CSDL nguồn', 'nguồn dữ liệu', 'nguồn'],
    }),
    field({
      id: 'postedAt',
      label: l('Ngày đăng tải', 'Posted on'),
      help: l(
        'Ngày đăng lần đầu, nếu biết. Ví dụ: 15/03/2024.',
        'First posted, if known. Example: 15/03/2024.',
      ),
      type: 'date',
      depth: 'regulated',
      synonyms: ['ngày đăng', 'thời điểm đăng tải'],
    }),
    field({
      id: 'reviewedAt',
      label: l('Ngày rà soát', 'Reviewed on'),
      help: l('Ngày xem lại dữ liệu này. Ví dụ: 10/11/2026.', 'Day of the review. Example: 10/11/2026.'),
      type: 'date',
      depth: 'regulated',
      synonyms: ['thời điểm rà soát'],
    }),
    field({
      id: 'classification',
      label: l('Xác định loại dữ liệu', 'Decided as'),
      help: l(
        'Kết luận của cơ quan. Ví dụ: Không thuộc hạng mục dữ liệu mở.',
        'The office’s conclusion. Example: not in the open category.',
      ),
      type: 'enum',
      values: [
        allowed('du_lieu_mo', 'Dữ liệu mở', 'Open data', ['mở', 'là dữ liệu mở']),
        allowed('khong_thuoc', 'Không thuộc hạng mục dữ liệu mở', 'Not in the open category', [
          'không thuộc dữ liệu mở',
          'không mở',
          'không phải dữ liệu mở',
        ]),
        allowed('chua_xac_dinh', 'Chưa xác định', 'Not decided', ['chưa rõ', 'đang xem xét']),
      ],
      depth: 'minimal',
      demand: 'P',
      required: true,
      legalBasis: BASIS,
      synonyms: ['xác định', 'loại dữ liệu', 'kết quả rà soát', 'kết luận', 'phân loại'],
      initial: 'chua_xac_dinh',
    }),
    field({
      id: 'reason',
      label: l('Lý do', 'Reason'),
      help: l(
        'Vì sao xác định như vậy. Ví dụ: có tên và điện thoại của người dân.',
        'Why. Example: names and phones of residents.',
      ),
      type: 'longtext',
      depth: 'regulated',
      synonyms: ['lý do xác định', 'giải trình'],
    }),
    field({
      id: 'noticeWay',
      label: l('Cách thông báo cho người sử dụng', 'How users were told'),
      help: l(
        'Đã nói rõ cho người sử dụng bằng cách nào. Ví dụ: Ghi chú “không thuộc dữ liệu mở” ngay trên trang.',
        'How users were told. Example: a note on the page itself.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['cách thông báo', 'hình thức thông báo', 'đã thông báo cho người sử dụng', 'thông báo'],
    }),
    field({
      id: 'noticeAt',
      label: l('Ngày thông báo', 'Users told on'),
      help: l('Ngày đăng thông báo. Ví dụ: 12/11/2026.', 'Day of the notice. Example: 12/11/2026.'),
      type: 'date',
      depth: 'minimal',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['thời điểm thông báo'],
    }),
    field({
      id: 'dataset',
      label: l('Đã chuyển thành bộ dữ liệu mở', 'Open dataset made of it'),
      help: l(
        'Bộ dữ liệu trong danh mục dữ liệu mở. Ví dụ: Danh sách cơ sở giáo dục.',
        'The dataset in the open-data list. Example: list of schools.',
      ),
      type: 'ref',
      target: 'open-dataset',
      depth: 'minimal',
      demand: 'P',
      legalBasis: { nd47_2020: nd47('Điều 18'), current_2025: PROVINCE_FORM },
      synonyms: ['bộ dữ liệu mở', 'bộ dữ liệu', 'chuyển thành bộ dữ liệu'],
    }),
    ...guardFields(),
    ...commonFields(),
  ],
})
