// Leaders in charge of data (lãnh đạo phụ trách về dữ liệu): who was assigned, by which document, from when to when. At
// most one of that role in force. No national rule asks for it; plans do.
import { allowed, commonFields, l } from './common.ts'
import { defineRegister, type Field, field } from './define.ts'

const PLAN = 'Kế hoạch của tỉnh thực hiện Chiến lược dữ liệu quốc gia (Quyết định số 142/QĐ-TTg)'
const BASIS = { nd47_2020: PLAN, current_2025: PLAN } as const

/** One of the person's own particulars: asked by plans, never more than needed. */
function particular(
  input: Pick<Field, 'id' | 'label' | 'help' | 'synonyms'> & Partial<Pick<Field, 'format' | 'required'>>,
): Field {
  return field({
    type: 'text',
    depth: 'minimal',
    demand: 'P',
    legalBasis: BASIS,
    sensitivity: 'personal',
    ...input,
  })
}

export const dataLeader = defineRegister({
  id: 'data-leader',
  label: l('Danh sách lãnh đạo phụ trách về dữ liệu', 'Leaders in charge of data'),
  short: l('Danh sách lãnh đạo', 'Leaders'),
  singular: l('Lãnh đạo phụ trách về dữ liệu', 'Leader in charge of data'),
  help: l(
    'Lãnh đạo được phân công phụ trách về dữ liệu, theo kế hoạch của tỉnh. Người cũ giữ lại với ngày kết thúc.',
    'The leader assigned to be in charge of data, as plans ask. Former ones stay, with their end date.',
  ),
  group: 'lists',
  seldom: true,
  nameField: 'name',
  matchKey: ['name', 'unit'],
  nilAnswer: false,
  fields: [
    field({
      id: 'unit',
      label: l('Cơ quan, đơn vị', 'Agency'),
      help: l(
        'Cơ quan của lãnh đạo. Ví dụ: Ủy ban nhân dân xã Mẫu.',
        'The leader’s agency. Example: Ủy ban nhân dân xã Mẫu.',
      ),
      type: 'ref',
      target: 'unit',
      depth: 'minimal',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['đơn vị', 'cơ quan', 'tên đơn vị', 'tên cơ quan', 'đơn vị công tác', 'cơ quan/đơn vị'],
    }),
    particular({
      id: 'name',
      label: l('Họ và tên', 'Full name'),
      help: l('Họ và tên lãnh đạo. Ví dụ: Nguyễn Văn Mẫu.', 'The leader’s name. Example: Nguyễn Văn Mẫu.'),
      required: true,
      synonyms: ['họ tên', 'họ và tên lãnh đạo', 'tên lãnh đạo', 'lãnh đạo phụ trách', 'người phụ trách'],
    }),
    particular({
      id: 'position',
      label: l('Chức vụ', 'Position'),
      help: l(
        'Chức vụ hiện tại. Ví dụ: Phó Chủ tịch Ủy ban nhân dân xã.',
        'Present post. Example: vice chairman of the commune’s People’s Committee.',
      ),
      required: true,
      synonyms: ['chức danh', 'vị trí'],
    }),
    particular({
      id: 'phone',
      label: l('Điện thoại', 'Phone'),
      help: l('Số liên hệ công việc. Ví dụ: 0900 000 001.', 'Work number. Example: 0900 000 001.'),
      format: 'phone',
      synonyms: ['số điện thoại', 'SĐT', 'điện thoại di động', 'di động', 'số điện thoại liên hệ'],
    }),
    particular({
      id: 'email',
      label: l('Thư điện tử', 'Email'),
      help: l(
        'Hộp thư công vụ. Ví dụ: nvmau@xamau.gov.vn.',
        'Official mailbox. Example: nvmau@xamau.gov.vn.',
      ),
      format: 'email',
      synonyms: ['email', 'e-mail', 'hộp thư', 'thư điện tử công vụ', 'địa chỉ email'],
    }),
    field({
      id: 'role',
      label: l('Vai trò', 'Role'),
      help: l(
        'Vai trò được giao. Ví dụ: Lãnh đạo phụ trách về dữ liệu.',
        'The role assigned. Example: leader in charge of data.',
      ),
      type: 'enum',
      values: [
        allowed('lanh_dao', 'Lãnh đạo phụ trách về dữ liệu', 'Leader in charge of data', [
          'lãnh đạo phụ trách dữ liệu',
          'lãnh đạo phụ trách',
          'lãnh đạo',
        ]),
        allowed('giam_doc_du_lieu', 'Giám đốc dữ liệu của tỉnh', 'Chief data officer', [
          'giám đốc dữ liệu',
          'CDO',
        ]),
        allowed('quan_tri', 'Người quản trị dữ liệu', 'Data steward', [
          'quản trị dữ liệu',
          'cán bộ quản trị dữ liệu',
        ]),
        allowed('chiu_trach_nhiem', 'Người chịu trách nhiệm về dữ liệu', 'Data owner', [
          'chủ sở hữu dữ liệu',
          'chủ dữ liệu',
        ]),
      ],
      depth: 'minimal',
      demand: 'P',
      required: true,
      legalBasis: BASIS,
      synonyms: ['vai trò về dữ liệu', 'vị trí được giao'],
      initial: 'lanh_dao',
    }),
    field({
      id: 'assignDoc',
      label: l('Văn bản phân công', 'Document of assignment'),
      help: l(
        'Số, ngày, cơ quan ban hành. Ví dụ: 15/TB-UBND ngày 12/01/2026 của UBND xã Mẫu.',
        'Number, date and issuer. Example: 15/TB-UBND, 12/01/2026, UBND xã Mẫu.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'P',
      required: true,
      legalBasis: BASIS,
      synonyms: ['quyết định phân công', 'thông báo phân công', 'văn bản giao nhiệm vụ', 'số quyết định'],
    }),
    field({
      id: 'from',
      label: l('Từ ngày', 'From'),
      help: l('Ngày bắt đầu phụ trách. Ví dụ: 12/01/2026.', 'First day in charge. Example: 12/01/2026.'),
      type: 'date',
      depth: 'minimal',
      synonyms: ['ngày phân công', 'ngày bắt đầu'],
    }),
    field({
      id: 'to',
      label: l('Đến ngày', 'To'),
      help: l(
        'Ngày thôi phụ trách; để trống khi đang phụ trách. Ví dụ: 30/06/2027.',
        'Last day in charge; empty while in charge. Example: 30/06/2027.',
      ),
      type: 'date',
      depth: 'regulated',
      synonyms: ['ngày kết thúc', 'ngày thôi phụ trách'],
    }),
    ...commonFields(),
  ],
})
