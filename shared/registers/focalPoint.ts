// Focal points (cán bộ đầu mối) for connecting and sharing data. Exactly one in force; a person, or at province level an
// agency. Only the five published fields leave the office as a list.
import { allowed, commonFields, l, noteOf } from './common.ts'
import { defineRegister, field } from './define.ts'

const D7 = 'Khoản 1 Điều 7 Nghị định số 47/2020/NĐ-CP'
const PROVINCE = 'Văn bản của tỉnh về đầu mối kết nối, chia sẻ dữ liệu'

const publishedWhere = field({
  id: 'publishedWhere',
  label: l('Nơi công khai', 'Published on'),
  help: l(
    'Nơi đã đăng thông tin đầu mối; chọn được nhiều. Ví dụ: Trang của cơ quan.',
    'Where the contact is published. Example: the office’s own page.',
  ),
  type: 'multi',
  values: [
    allowed('cong_du_lieu_quoc_gia', 'Cổng dữ liệu quốc gia', 'National data portal', [
      'data.gov.vn',
      'cổng quốc gia',
    ]),
    allowed('cong_du_lieu_tinh', 'Cổng dữ liệu tỉnh', 'Provincial data portal', [
      'cổng dữ liệu của tỉnh',
      'cổng tỉnh',
    ]),
    allowed('trang_co_quan', 'Trang thông tin của cơ quan', 'The office’s own page', [
      'trang của cơ quan',
      'website',
      'trang thông tin điện tử',
      'cổng thông tin điện tử',
    ]),
    allowed('khac', 'Khác', 'Other'),
  ],
  depth: 'regulated',
  demand: 'L',
  legalBasis: { nd47_2020: 'Điều 7 Nghị định số 47/2020/NĐ-CP', current_2025: PROVINCE },
  synonyms: ['nơi công bố', 'kênh công khai', 'công khai tại'],
})

const approved = field({
  id: 'approved',
  label: l('Đã được UBND tỉnh phê duyệt trong danh sách', 'Approved on the province’s list'),
  help: l(
    'Chọn khi tên đầu mối có trong danh sách được phê duyệt. Ví dụ: Có.',
    'Tick when the list with this name is approved. Example: yes.',
  ),
  type: 'bool',
  demand: 'P',
  legalBasis: { nd47_2020: 'Quy chế của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP', current_2025: PROVINCE },
  synonyms: ['phê duyệt', 'đã phê duyệt'],
})

export const focalPoint = defineRegister({
  id: 'focal-point',
  label: l(
    'Danh sách đầu mối phụ trách kết nối, chia sẻ dữ liệu',
    'Focal points for connecting and sharing data',
  ),
  short: l('Danh sách đầu mối', 'Focal points'),
  singular: l('Cán bộ đầu mối', 'Focal point'),
  help: l(
    'Mỗi cơ quan có đúng một đầu mối đang phụ trách. Người cũ giữ lại với ngày kết thúc.',
    'Each office has exactly one in force. Former ones stay, with their end date.',
  ),
  group: 'lists',
  nameField: 'fullName',
  matchKey: ['fullName', 'unit'],
  nilAnswer: false,
  fields: [
    field({
      id: 'unit',
      label: l('Cơ quan, đơn vị', 'Agency'),
      help: l(
        'Cơ quan của đầu mối. Ví dụ: Ủy ban nhân dân xã Mẫu.',
        'The focal point’s agency. Example: Ủy ban nhân dân xã Mẫu.',
      ),
      type: 'ref',
      target: 'unit',
      depth: 'minimal',
      demand: 'P',
      legalBasis: { nd47_2020: D7, current_2025: PROVINCE },
      synonyms: ['đơn vị', 'cơ quan', 'tên đơn vị', 'tên cơ quan', 'đơn vị công tác', 'cơ quan/đơn vị'],
    }),
    field({
      id: 'kind',
      label: l('Đầu mối là', 'The focal point is'),
      help: l(
        'Cấp tỉnh có thể giao cho một cơ quan làm đầu mối. Ví dụ: Người.',
        'At province level an agency may be the focal point. Example: a person.',
      ),
      type: 'enum',
      values: [
        allowed('nguoi', 'Người', 'A person', ['cá nhân', 'cán bộ', 'công chức']),
        allowed('co_quan', 'Cơ quan', 'An agency', ['đơn vị', 'tổ chức']),
      ],
      depth: 'regulated',
      demand: 'P',
      legalBasis: {
        nd47_2020: 'Quy chế của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP',
        current_2025: PROVINCE,
      },
      synonyms: ['loại đầu mối'],
      initial: 'nguoi',
    }),
    field({
      id: 'fullName',
      label: l('Họ và tên', 'Full name'),
      help: l(
        'Họ và tên đầu mối, hoặc tên cơ quan đầu mối. Ví dụ: Nguyễn Văn Mẫu.',
        'Name of the person, or of the agency. Example: Nguyễn Văn Mẫu.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: D7, current_2025: PROVINCE },
      synonyms: [
        'họ tên',
        'họ và tên cán bộ đầu mối',
        'tên cán bộ',
        'cán bộ đầu mối',
        'người phụ trách',
        'họ tên đầu mối',
      ],
      sensitivity: 'personal',
    }),
    field({
      id: 'position',
      label: l('Chức vụ', 'Position'),
      help: l(
        'Chức vụ, vị trí việc làm. Ví dụ: Công chức Văn phòng HĐND và UBND.',
        'Post held. Example: officer of the People’s Committee office.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: D7, current_2025: PROVINCE },
      synonyms: ['chức danh', 'vị trí', 'chức vụ, vị trí', 'chức vụ/vị trí công tác'],
      sensitivity: 'personal',
    }),
    field({
      id: 'duty',
      label: l('Chức năng, nhiệm vụ đầu mối', 'Duty as focal point'),
      help: l(
        'Việc được giao. Ví dụ: Đầu mối kết nối, chia sẻ dữ liệu của UBND xã.',
        'What the person is charged with. Example: connects and shares the commune’s data.',
      ),
      type: 'longtext',
      depth: 'regulated',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: D7, current_2025: PROVINCE },
      synonyms: ['chức năng', 'nhiệm vụ', 'chức năng, nhiệm vụ', 'nhiệm vụ được giao'],
    }),
    field({
      id: 'phone',
      label: l('Điện thoại', 'Phone'),
      help: l(
        'Số cơ quan hoặc di động công vụ. Ví dụ: 0900 000 001.',
        'Office or duty mobile number. Example: 0900 000 001.',
      ),
      type: 'text',
      format: 'phone',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: D7, current_2025: PROVINCE },
      synonyms: [
        'số điện thoại',
        'SĐT',
        'ĐT',
        'di động',
        'điện thoại liên hệ',
        'số ĐT',
        'điện thoại di động',
      ],
      sensitivity: 'personal',
    }),
    field({
      id: 'email',
      label: l('Thư điện tử', 'Email'),
      help: l(
        'Nên dùng hộp thư công vụ. Ví dụ: nvmau@xamau.gov.vn.',
        'Prefer the official mailbox. Example: nvmau@xamau.gov.vn.',
      ),
      type: 'text',
      format: 'email',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: D7, current_2025: PROVINCE },
      synonyms: ['email', 'e-mail', 'hộp thư', 'địa chỉ email', 'thư công vụ', 'hòm thư'],
      sensitivity: 'personal',
    }),
    field({
      id: 'level',
      label: l('Cấp đầu mối', 'Level'),
      help: l(
        'Đầu mối của cơ quan hay của cả tỉnh. Ví dụ: Cấp cơ quan, đơn vị.',
        'For one office or for the province. Example: office.',
      ),
      type: 'enum',
      values: [
        allowed('co_quan', 'Cấp cơ quan, đơn vị', 'Office', ['cơ quan', 'đơn vị', 'cấp cơ quan']),
        allowed('tinh', 'Cấp tỉnh', 'Province', ['tỉnh']),
      ],
      depth: 'regulated',
      demand: 'P',
      legalBasis: {
        nd47_2020: 'Kế hoạch, quy chế của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP',
        current_2025: 'Điểm đ khoản 3 Điều 8 Nghị định số 224/2026/NĐ-CP',
      },
      synonyms: ['cấp', 'cấp đầu mối dữ liệu'],
      initial: 'co_quan',
    }),
    field({
      id: 'skill',
      label: l('Năng lực chuyên môn', 'Professional skill'),
      help: l(
        'Trình độ, chuyên ngành. Ví dụ: Đại học Công nghệ thông tin.',
        'Training. Example: degree in information technology.',
      ),
      type: 'text',
      demand: 'P',
      legalBasis: { nd47_2020: 'Quy chế của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP' },
      synonyms: ['trình độ', 'chuyên môn', 'trình độ chuyên môn'],
    }),
    field({
      id: 'appointDoc',
      label: l('Văn bản cử đầu mối', 'Document of appointment'),
      help: l(
        'Số, ngày. Ví dụ: 45/QĐ-UBND ngày 12/01/2026.',
        'Number and date. Example: 45/QĐ-UBND, 12/01/2026.',
      ),
      type: 'text',
      depth: 'regulated',
      demand: 'P',
      legalBasis: {
        nd47_2020: 'Kế hoạch của bộ, tỉnh thực hiện Nghị định số 47/2020/NĐ-CP',
        current_2025: PROVINCE,
      },
      synonyms: ['quyết định cử', 'công văn cử', 'văn bản cử', 'quyết định phân công'],
    }),
    field({
      id: 'startAt',
      label: l('Ngày cử', 'From'),
      help: l('Ngày bắt đầu phụ trách. Ví dụ: 12/01/2026.', 'First day in charge. Example: 12/01/2026.'),
      type: 'date',
      depth: 'regulated',
      synonyms: ['ngày bắt đầu', 'từ ngày', 'ngày phân công'],
    }),
    field({
      id: 'endAt',
      label: l('Ngày thay đổi, kết thúc', 'Until'),
      help: l(
        'Để trống nếu đang phụ trách. Ví dụ: 30/06/2026.',
        'Empty while in charge. Example: 30/06/2026.',
      ),
      type: 'date',
      depth: 'regulated',
      synonyms: ['ngày kết thúc', 'đến ngày', 'ngày thay đổi'],
    }),
    publishedWhere,
    noteOf(publishedWhere, {
      label: l('Nơi công khai: nói rõ', 'Published on: details'),
      help: l(
        'Khi chọn “Khác”. Ví dụ: bảng tin tại trụ sở.',
        'When “Other” is chosen. Example: notice board.',
      ),
    }),
    field({
      id: 'publishedAt',
      label: l('Ngày công khai', 'Published on date'),
      help: l(
        'Ngày đăng thông tin đầu mối. Ví dụ: 15/01/2026.',
        'Date the contact was published. Example: 15/01/2026.',
      ),
      type: 'date',
      depth: 'regulated',
      demand: 'L',
      legalBasis: { nd47_2020: 'Khoản 2 Điều 7 Nghị định số 47/2020/NĐ-CP' },
      synonyms: ['ngày công bố', 'ngày đăng'],
    }),
    approved,
    noteOf(approved, {
      label: l('Văn bản phê duyệt danh sách', 'Approval document'),
      help: l(
        'Số, ngày. Ví dụ: QĐ 310/QĐ-UBND ngày 02/02/2026.',
        'Number and date. Example: QĐ 310/QĐ-UBND, 02/02/2026.',
      ),
      is: [true],
      synonyms: ['quyết định phê duyệt'],
    }),
    ...commonFields(),
  ],
})
