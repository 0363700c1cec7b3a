// How well a database can be shared: base and master data, code lists, storage, readiness, the way it is supplied, and
// the regulation on its use.
import { allowed, l, nd47, noteOf, PROVINCE_FORM, YES_PARTLY_NO } from './common.ts'
import { type Field, field } from './define.ts'

const ND278 = 'Nghị định số 278/2025/NĐ-CP'

const hasMasterData = field({
  id: 'hasMasterData',
  label: l('Chứa dữ liệu chủ', 'Holds master data'),
  help: l(
    'Dữ liệu gốc để nhận biết, mô tả đối tượng quản lý. Ví dụ: Có – thông tin hộ kinh doanh.',
    'Core data that identifies what is managed. Example: yes – household businesses.',
  ),
  type: 'bool',
  demand: 'L',
  legalBasis: { nd47_2020: nd47('Khoản 9 Điều 3, khoản 1 Điều 34'), current_2025: `Điều 5 ${ND278}` },
  synonyms: ['dữ liệu chủ', 'có dữ liệu chủ'],
})

const codeListConformity = field({
  id: 'codeListConformity',
  label: l('Dùng mã danh mục dùng chung', 'Uses shared code lists'),
  help: l(
    'Có dùng mã thống nhất do cơ quan có thẩm quyền ban hành không. Ví dụ: Một phần.',
    'Whether it uses the codes issued by the competent agency. Example: partly.',
  ),
  type: 'enum',
  values: YES_PARTLY_NO,
  demand: 'L',
  legalBasis: {
    nd47_2020: nd47('Khoản 2 Điều 9'),
    current_2025: 'Điểm b khoản 5 Điều 23 Nghị định số 224/2026/NĐ-CP',
  },
  synonyms: [
    'danh mục dùng chung',
    'mã danh mục',
    'tuân thủ danh mục dùng chung',
    'sử dụng danh mục dùng chung',
  ],
})

const sharingFriendly = field({
  id: 'sharingFriendly',
  label: l('Tổ chức, lưu trữ thuận lợi cho chia sẻ', 'Organised and stored so that it can be shared'),
  help: l(
    'Dữ liệu có được lưu có cấu trúc, dễ cung cấp cho nơi khác không. Ví dụ: Có.',
    'Whether it is kept so that others can be served. Example: yes.',
  ),
  type: 'enum',
  values: YES_PARTLY_NO,
  demand: 'L',
  legalBasis: { nd47_2020: nd47('Khoản 1 Điều 9'), current_2025: ND278 },
  synonyms: ['thuận lợi cho chia sẻ', 'tổ chức lưu trữ'],
})

const sharingForm = field({
  id: 'sharingForm',
  label: l('Cách thức, định dạng cung cấp', 'How and in what format it is supplied'),
  help: l(
    'Cách đang cung cấp trong thực tế; chọn được nhiều. Ví dụ: API; Excel.',
    'How it is supplied today. Example: API; Excel.',
  ),
  type: 'multi',
  values: [
    allowed('api', 'API, dịch vụ chia sẻ', 'API or service', [
      'web service',
      'dịch vụ',
      'LGSP',
      'trục liên thông',
      'API',
    ]),
    allowed('xlsx', 'Excel', 'Excel', ['xls', 'xlsx', 'bảng tính', 'file Excel']),
    allowed('csv', 'CSV', 'CSV'),
    allowed('json', 'JSON', 'JSON'),
    allowed('xml', 'XML', 'XML'),
    allowed('pdf', 'PDF, bản quét', 'PDF or scan', ['scan', 'bản quét', 'pdf']),
    allowed('tra_cuu', 'Tra cứu trên hệ thống', 'Looked up in the system', [
      'tra cứu',
      'tài khoản',
      'xem trên hệ thống',
      'web',
    ]),
    allowed('van_ban', 'Văn bản giấy', 'On paper', ['giấy', 'văn bản', 'công văn']),
    allowed('chua_chia_se', 'Chưa chia sẻ', 'Not yet shared', ['chưa', 'không', 'không chia sẻ']),
    allowed('khac', 'Khác', 'Other'),
  ],
  depth: 'regulated',
  demand: 'P',
  legalBasis: { nd47_2020: nd47('Điều 23'), current_2025: `Điều 7 ${ND278}` },
  synonyms: [
    'hình thức chia sẻ',
    'hình thức chia sẻ thực tế',
    'phương thức chia sẻ',
    'định dạng',
    'định dạng, hình thức chia sẻ',
  ],
})

/** From what the data is to how it is supplied. */
export const databaseSharingFields: readonly Field[] = [
  field({
    id: 'baseDomain',
    label: l('Thuộc dữ liệu cơ bản', 'Base data'),
    help: l(
      'Dân cư, đất đai hay doanh nghiệp; chọn được nhiều. Ví dụ: Đất đai.',
      'Population, land or businesses. Example: land.',
    ),
    type: 'multi',
    values: [
      allowed('dan_cu', 'Dân cư', 'Population'),
      allowed('dat_dai', 'Đất đai', 'Land'),
      allowed('doanh_nghiep', 'Doanh nghiệp', 'Businesses'),
      allowed('khong', 'Không thuộc', 'None', ['không']),
    ],
    demand: 'L',
    legalBasis: { nd47_2020: nd47('Khoản 5 Điều 11'), current_2025: 'Quyết định số 2439/QĐ-TTg' },
    synonyms: ['dữ liệu cơ bản', 'là dữ liệu cơ bản'],
  }),
  hasMasterData,
  noteOf(hasMasterData, {
    label: l('Dữ liệu chủ: nói rõ', 'Master data: details'),
    help: l(
      'Dữ liệu chủ nào. Ví dụ: mã số hộ kinh doanh, tên, địa chỉ.',
      'Which master data. Example: business number, name, address.',
    ),
    is: [true],
  }),
  codeListConformity,
  noteOf(codeListConformity, {
    label: l('Danh mục dùng chung đang dùng', 'Shared code lists in use'),
    help: l(
      'Kể tên các danh mục. Ví dụ: danh mục đơn vị hành chính; danh mục dân tộc.',
      'Name them. Example: administrative units; ethnic groups.',
    ),
    is: ['co', 'mot_phan'],
  }),
  sharingFriendly,
  noteOf(sharingFriendly, {
    label: l('Tổ chức, lưu trữ: nói rõ', 'Organisation and storage: details'),
    help: l(
      'Điều còn thiếu. Ví dụ: còn 3 sổ giấy chưa số hóa.',
      'What is lacking. Example: three paper registers not digitised.',
    ),
    is: ['mot_phan', 'khong'],
  }),
  field({
    id: 'resubmission',
    label: l('Có yêu cầu cung cấp lại dữ liệu đã có', 'Asks again for data already held'),
    help: l(
      'Có yêu cầu người dân, tổ chức nộp lại dữ liệu nhà nước đã có không. Ví dụ: Không.',
      'Whether people must hand in again what the state holds. Example: no.',
    ),
    type: 'bool',
    demand: 'L',
    legalBasis: {
      nd47_2020: nd47('Khoản 3 Điều 9'),
      current_2025: 'Khoản 5 Điều 23 Nghị định số 224/2026/NĐ-CP',
    },
    synonyms: ['cung cấp lại', 'yêu cầu cung cấp lại', 'yêu cầu nộp lại'],
  }),
  field({
    id: 'resubmissionReason',
    label: l('Lý do yêu cầu cung cấp lại', 'Reason for asking again'),
    help: l('Chỉ hai lý do được phép. Ví dụ: Cập nhật.', 'Only two reasons are allowed. Example: update.'),
    type: 'enum',
    values: [
      allowed('cap_nhat', 'Cập nhật', 'Update'),
      allowed('xac_minh_tham_tra', 'Xác minh, thẩm tra', 'Verification', ['xác minh', 'thẩm tra']),
    ],
    demand: 'L',
    legalBasis: {
      nd47_2020: nd47('Khoản 3 Điều 9'),
      current_2025: 'Khoản 5 Điều 23 Nghị định số 224/2026/NĐ-CP',
    },
    synonyms: ['lý do cung cấp lại'],
    when: { field: 'resubmission', is: [true] },
  }),
  field({
    id: 'shareReadiness',
    label: l('Khả năng chia sẻ', 'Readiness to share'),
    help: l(
      'Có thể chia sẻ ngay hay chưa. Ví dụ: Sẵn sàng.',
      'Whether it can be shared now. Example: ready.',
    ),
    type: 'enum',
    values: [
      allowed('san_sang', 'Sẵn sàng', 'Ready', ['có', 'sẵn sàng chia sẻ', 'có khả năng', 'đã chia sẻ']),
      allowed('can_hoan_thien', 'Cần hoàn thiện', 'Needs work', ['cần nâng cấp', 'đang hoàn thiện']),
      allowed('chua_san_sang', 'Chưa sẵn sàng', 'Not ready', ['chưa', 'chưa có khả năng']),
      allowed('khong_chia_se', 'Không chia sẻ', 'Not shared', ['không', 'không được chia sẻ']),
    ],
    depth: 'minimal',
    demand: 'L',
    required: true,
    legalBasis: { nd47_2020: nd47('Khoản 2 Điều 7'), current_2025: PROVINCE_FORM },
    synonyms: [
      'khả năng tích hợp, chia sẻ',
      'thông tin chia sẻ',
      'sẵn sàng chia sẻ',
      'khả năng tích hợp, kết nối liên thông, chia sẻ, dùng chung',
      'tình trạng chia sẻ',
    ],
  }),
  sharingForm,
  noteOf(sharingForm, {
    label: l('Cách thức cung cấp: nói rõ', 'Supply: details'),
    help: l('Khi chọn “Khác”. Ví dụ: nhắn tin SMS.', 'When “Other” is chosen. Example: by SMS.'),
  }),
  field({
    id: 'systemId',
    label: l('Hệ thống thông tin chứa cơ sở dữ liệu', 'Information system that holds it'),
    help: l(
      'Tên phần mềm, hệ thống. Ví dụ: Hệ thống đăng ký, quản lý hộ tịch.',
      'The software or system. Example: civil status system.',
    ),
    type: 'ref',
    target: 'information-system',
    depth: 'regulated',
    legalBasis: { nd47_2020: nd47('Điểm c khoản 1 Điều 11') },
    synonyms: ['hệ thống thông tin', 'HTTT', 'phần mềm', 'hệ thống', 'HTTT chứa CSDL'],
  }),
  field({
    id: 'regulationDoc',
    label: l('Quy chế khai thác, sử dụng', 'Regulation on use'),
    help: l(
      'Số, ngày văn bản. Ví dụ: QĐ 12/QĐ-UBND ngày 03/02/2026.',
      'Number and date. Example: QĐ 12/QĐ-UBND, 03/02/2026.',
    ),
    type: 'text',
    demand: 'L',
    legalBasis: { nd47_2020: nd47('Điều 22') },
    synonyms: ['quy chế', 'quy chế khai thác', 'văn bản quy chế'],
  }),
  field({
    id: 'regulationPublic',
    label: l('Quy chế đã công khai', 'The regulation is public'),
    help: l('Quy chế đã đăng công khai chưa. Ví dụ: Có.', 'Whether it is published. Example: yes.'),
    type: 'bool',
    demand: 'L',
    legalBasis: { nd47_2020: nd47('Khoản 2 Điều 22') },
    synonyms: ['công khai quy chế'],
  }),
]
