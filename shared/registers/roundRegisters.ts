// Registers that the app keeps for itself about what is asked for and what is answered: the province's rounds (đợt), the
// office's submissions (lần nộp báo cáo) with the lists locked in them, and what was attested unchanged. They travel and
// merge like every other register; none has a grid, a menu entry or a template.
import { allowed, l } from './common.ts'
import { defineRegister } from './define.ts'
import { plain } from './systemField.ts'

const register = plain({ id: 'register', label: l('Sổ', 'Register'), type: 'text', required: true })
const period = plain({ id: 'period', label: l('Kỳ', 'Period'), type: 'text', required: true })
const province = { writer: 'province' } as const

/**
 * What the province asks of one office. It stands in that office's own chain, so that an extension is an edit there. A
 * round that comes from a yearly rule has no record: its id is `rule:<register>:<period>`.
 */
export const round = defineRegister({
  id: 'round',
  label: l('Đợt báo cáo', 'Rounds'),
  singular: l('Đợt báo cáo', 'Round'),
  help: l('Yêu cầu báo cáo của tỉnh.', 'What the province asks for.'),
  nameField: 'name',
  matchKey: ['name', 'period'],
  system: true,
  nilAnswer: false,
  fields: [
    plain({ id: 'name', label: l('Tên đợt', 'Name'), type: 'text', required: true, ...province }),
    { ...period, ...province },
    plain({ id: 'letterNo', label: l('Số công văn', 'Letter number'), type: 'text', ...province }),
    plain({ id: 'letterDate', label: l('Ngày công văn', 'Letter date'), type: 'date', ...province }),
    plain({ id: 'dueText', label: l('Thời hạn (nguyên văn)', 'Due, as written'), type: 'text', ...province }),
    plain({ id: 'dueOn', label: l('Hạn gửi', 'Due on'), type: 'date', ...province }),
    plain({ id: 'extendedTo', label: l('Gia hạn đến', 'Extended to'), type: 'date', ...province }),
    plain({
      id: 'extensionReason',
      label: l('Lý do gia hạn', 'Why it was extended'),
      type: 'longtext',
      ...province,
    }),
    plain({
      id: 'lateBy',
      label: l('Tính quá hạn theo', 'Late by'),
      type: 'enum',
      values: [
        allowed('letter', 'ngày của văn bản', 'date of the letter'),
        allowed('receipt', 'ngày tỉnh nhận', 'date of receipt'),
      ],
      ...province,
    }),
    plain({ id: 'note', label: l('Ghi chú', 'Note'), type: 'longtext', ...province }),
    plain({ id: 'closed', label: l('Đã đóng', 'Closed'), type: 'bool', ...province }),
  ],
})

/** One register that a round asks for. */
export const roundItem = defineRegister({
  id: 'round-item',
  label: l('Nội dung của đợt', 'Items of rounds'),
  singular: l('Nội dung của đợt', 'Item of a round'),
  help: l('Sổ mà đợt yêu cầu.', 'A register that a round asks for.'),
  nameField: 'register',
  matchKey: ['round', 'register'],
  system: true,
  nilAnswer: false,
  fields: [
    plain({ id: 'round', label: l('Đợt', 'Round'), type: 'text', required: true, ...province }),
    { ...register, ...province },
    plain({
      id: 'columns',
      label: l('Cột yêu cầu', 'Columns wanted'),
      help: l('Mã cột cách nhau bởi dấu cách; trống: theo mẫu.', 'Field ids; empty: those of the form.'),
      type: 'text',
      ...province,
    }),
    plain({
      id: 'nilAllowed',
      label: l('Được trả lời không phát sinh', 'May be nil'),
      type: 'bool',
      ...province,
    }),
  ],
})

/**
 * The office's answer to a round: lists locked by hash, signed on paper, then given to the province. How and when it was
 * sent is written in one step with its hand-ins: the province shows it as it stood at the end of the bundle that brought
 * them.
 */
export const submission = defineRegister({
  id: 'submission',
  label: l('Lần nộp báo cáo', 'Submissions'),
  singular: l('Lần nộp báo cáo', 'Submission'),
  help: l('Bộ báo cáo trả lời một đợt.', 'A set of lists that answers a round.'),
  nameField: 'round',
  matchKey: ['round', 'lockedAt'],
  system: true,
  nilAnswer: false,
  fields: [
    plain({ id: 'round', label: l('Đợt', 'Round'), type: 'text', required: true }),
    period,
    plain({
      id: 'kind',
      label: l('Loại văn bản', 'Kind of document'),
      type: 'enum',
      values: [allowed('cong_van', 'Công văn', 'Letter'), allowed('bao_cao', 'Báo cáo', 'Report')],
    }),
    plain({ id: 'contentHash', label: l('Mã nội dung', 'Content hash'), type: 'text' }),
    plain({ id: 'lockedAt', label: l('Thời điểm khóa', 'Locked at'), type: 'int' }),
    plain({ id: 'lockedBy', label: l('Người khóa', 'Locked by'), type: 'text', sensitivity: 'personal' }),
    plain({ id: 'number', label: l('Số, ký hiệu văn bản', 'Document number'), type: 'text' }),
    plain({ id: 'signedOn', label: l('Ngày ký', 'Signed on'), type: 'date' }),
    plain({ id: 'signerLines', label: l('Quyền hạn, chức vụ', 'Authority, position'), type: 'longtext' }),
    plain({ id: 'signerName', label: l('Người ký', 'Signer'), type: 'text', sensitivity: 'personal' }),
    plain({ id: 'scanName', label: l('Tệp quét', 'Scan'), type: 'text' }),
    plain({ id: 'scanHash', label: l('Mã tệp quét', 'Hash of the scan'), type: 'text' }),
    plain({
      id: 'approvedBy',
      label: l('Người duyệt', 'Approved by'),
      type: 'text',
      sensitivity: 'personal',
    }),
    plain({ id: 'approvedAt', label: l('Thời điểm duyệt', 'Approved at'), type: 'int' }),
    plain({
      id: 'passedOver',
      label: l('Lý do không qua người thứ hai', 'Why no second person checked'),
      type: 'longtext',
    }),
    plain({
      id: 'sentWay',
      label: l('Cách gửi', 'Sent by'),
      type: 'enum',
      values: [
        allowed('line', 'Qua mạng', 'Line'),
        allowed('stick', 'USB', 'USB stick'),
        allowed('mail', 'Thư điện tử', 'E-mail'),
        allowed('edoc', 'Hệ thống quản lý văn bản', 'E-document system'),
        allowed('zalo', 'Zalo', 'Zalo'),
        allowed('paper', 'Bản giấy', 'Paper'),
      ],
    }),
    plain({ id: 'sentAt', label: l('Thời điểm gửi', 'Sent at'), type: 'int' }),
    plain({ id: 'supersedes', label: l('Thay lần nộp', 'Supersedes'), type: 'text' }),
    plain({ id: 'note', label: l('Ghi chú', 'Note'), type: 'longtext' }),
  ],
})

/** One list as it was locked in a submission. */
export const submissionList = defineRegister({
  id: 'submission-list',
  label: l('Danh sách đã khóa', 'Locked lists'),
  singular: l('Danh sách đã khóa', 'Locked list'),
  help: l('Danh sách trong một lần nộp.', 'A list in a submission.'),
  nameField: 'register',
  matchKey: ['submission', 'register'],
  system: true,
  nilAnswer: false,
  fields: [
    plain({ id: 'submission', label: l('Lần nộp', 'Submission'), type: 'text', required: true }),
    register,
    plain({ id: 'contentHash', label: l('Mã nội dung', 'Content hash'), type: 'text' }),
    plain({ id: 'count', label: l('Số bản ghi', 'Records'), type: 'int' }),
    plain({ id: 'nil', label: l('Không phát sinh', 'Nothing to report'), type: 'bool' }),
  ],
})

/** Records that somebody looked at and left as they were last accepted. */
export const attestation = defineRegister({
  id: 'attestation',
  label: l('Xác nhận giữ nguyên', 'Attestations'),
  singular: l('Xác nhận giữ nguyên', 'Attestation'),
  help: l('Bản ghi không đổi so với kỳ trước.', 'Records unchanged since the last period.'),
  nameField: 'register',
  matchKey: ['register', 'period', 'at'],
  system: true,
  nilAnswer: false,
  fields: [
    register,
    period,
    plain({
      id: 'records',
      label: l('Bản ghi', 'Records'),
      help: l('Mã bản ghi cách nhau bởi dấu cách, tối đa 500.', 'Record ids, at most 500.'),
      type: 'longtext',
    }),
    plain({ id: 'by', label: l('Người xác nhận', 'By'), type: 'text', sensitivity: 'personal' }),
    plain({ id: 'at', label: l('Thời điểm', 'At'), type: 'int' }),
  ],
})

/** What was asked of a room, a school or a station of the office for a list, and what came back. */
export const collection = defineRegister({
  id: 'collection',
  label: l('Thu thập từ các phòng, đơn vị', 'Collected from rooms'),
  singular: l('Lần thu thập', 'Collection'),
  help: l('Biểu đã gửi phòng, đơn vị và kết quả nhận lại.', 'Workbooks given to rooms and what came back.'),
  nameField: 'register',
  matchKey: ['register', 'period', 'room'],
  system: true,
  nilAnswer: false,
  fields: [
    register,
    period,
    plain({ id: 'room', label: l('Phòng, đơn vị', 'Room'), type: 'text', required: true }),
    plain({ id: 'madeAt', label: l('Thời điểm làm biểu', 'Made at'), type: 'int' }),
    plain({ id: 'returnedAt', label: l('Thời điểm nhận lại', 'Returned at'), type: 'int' }),
    plain({ id: 'file', label: l('Tệp nhận lại', 'File returned'), type: 'text' }),
    plain({ id: 'rows', label: l('Số dòng', 'Rows'), type: 'int' }),
  ],
})
