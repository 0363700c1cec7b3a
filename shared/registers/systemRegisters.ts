// Registers that the app keeps for itself: hand-ins, the province's reviews and remarks, and "Không phát sinh" answers.
// They travel and merge like every other register; none has a grid, a menu entry or a template.
import { allowed, l } from './common.ts'
import { defineRegister } from './define.ts'
import { plain } from './systemField.ts'

const register = plain({ id: 'register', label: l('Sổ', 'Register'), type: 'text', required: true })
const period = plain({ id: 'period', label: l('Kỳ', 'Period'), type: 'text', required: true })
const handinRef = plain({ id: 'handin', label: l('Lần nộp', 'Hand-in'), type: 'text', required: true })
const recordRef = plain({ id: 'record', label: l('Bản ghi', 'Record'), type: 'text' })

/** A list given to the province for a period, frozen with its content hash. The office writes it, the province decides. */
export const handin = defineRegister({
  id: 'handin',
  label: l('Lần nộp', 'Hand-ins'),
  singular: l('Lần nộp', 'Hand-in'),
  help: l('Danh sách đã gửi tỉnh theo kỳ.', 'Lists given to the province, by period.'),
  nameField: 'register',
  matchKey: ['register', 'period'],
  system: true,
  nilAnswer: false,
  fields: [
    register,
    period,
    plain({ id: 'nil', label: l('Không phát sinh', 'Nothing to report'), type: 'bool' }),
    plain({ id: 'count', label: l('Số bản ghi', 'Records'), type: 'int' }),
    plain({ id: 'contentHash', label: l('Mã nội dung', 'Content hash'), type: 'text' }),
    plain({ id: 'madeBy', label: l('Người lập', 'Made by'), type: 'text', sensitivity: 'personal' }),
    plain({ id: 'madeAt', label: l('Thời điểm lập', 'Made at'), type: 'int' }),
    plain({ id: 'note', label: l('Ghi chú', 'Note'), type: 'longtext' }),
    plain({ id: 'round', label: l('Đợt', 'Round'), type: 'text' }),
    plain({ id: 'submission', label: l('Lần nộp báo cáo', 'Submission'), type: 'text' }),
    plain({
      id: 'state',
      label: l('Trạng thái', 'State'),
      type: 'enum',
      values: [
        allowed('received', 'Tỉnh đã nhận', 'Received'),
        allowed('returned', 'Trả lại', 'Returned'),
        allowed('accepted', 'Chấp nhận', 'Accepted'),
      ],
      writer: 'province',
    }),
    plain({
      id: 'decidedAt',
      label: l('Thời điểm quyết định', 'Decided at'),
      type: 'int',
      writer: 'province',
    }),
    plain({
      id: 'decidedBy',
      label: l('Người quyết định', 'Decided by'),
      type: 'text',
      writer: 'province',
      sensitivity: 'personal',
    }),
    plain({ id: 'reason', label: l('Lý do', 'Reason'), type: 'longtext', writer: 'province' }),
  ],
})

/** What the province says about one field of one record; the office answers. */
export const remark = defineRegister({
  id: 'remark',
  label: l('Góp ý của tỉnh', 'Remarks'),
  singular: l('Góp ý', 'Remark'),
  help: l('Góp ý của tỉnh ghim vào từng mục.', 'The province’s remarks, pinned to fields.'),
  nameField: 'text',
  matchKey: ['handin', 'record', 'field'],
  system: true,
  nilAnswer: false,
  fields: [
    { ...handinRef, writer: 'province' },
    { ...recordRef, writer: 'province' },
    { ...register, writer: 'province' },
    plain({ id: 'field', label: l('Mục', 'Field'), type: 'text', writer: 'province' }),
    plain({
      id: 'text',
      label: l('Nội dung góp ý', 'Remark'),
      type: 'longtext',
      required: true,
      writer: 'province',
    }),
    plain({
      id: 'by',
      label: l('Người góp ý', 'By'),
      type: 'text',
      writer: 'province',
      sensitivity: 'personal',
    }),
    plain({ id: 'at', label: l('Thời điểm', 'At'), type: 'int', writer: 'province' }),
    plain({ id: 'answer', label: l('Trả lời', 'Answer'), type: 'longtext' }),
    plain({ id: 'resolved', label: l('Đã xử lý', 'Resolved'), type: 'bool' }),
  ],
})

/** The province's decision on one record of a hand-in. */
export const review = defineRegister({
  id: 'review',
  label: l('Kết quả xem xét', 'Reviews'),
  singular: l('Kết quả xem xét', 'Review'),
  help: l('Kết quả xem xét từng bản ghi.', 'Decision on each record.'),
  nameField: 'record',
  matchKey: ['handin', 'record'],
  system: true,
  nilAnswer: false,
  fields: [
    { ...handinRef, writer: 'province' },
    { ...recordRef, writer: 'province', required: true },
    { ...register, writer: 'province' },
    plain({
      id: 'decision',
      label: l('Kết quả', 'Decision'),
      type: 'enum',
      values: [allowed('accept', 'Chấp nhận', 'Accepted'), allowed('return', 'Trả lại', 'Returned')],
      required: true,
      writer: 'province',
    }),
    plain({ id: 'reason', label: l('Lý do', 'Reason'), type: 'longtext', writer: 'province' }),
    plain({ id: 'at', label: l('Thời điểm', 'At'), type: 'int', writer: 'province' }),
    plain({
      id: 'by',
      label: l('Người xem xét', 'By'),
      type: 'text',
      writer: 'province',
      sensitivity: 'personal',
    }),
  ],
})

/** "Không phát sinh" for a register and period, given in one press and taken back in one. */
export const nilAnswer = defineRegister({
  id: 'nil-answer',
  label: l('Trả lời không phát sinh', 'Nil answers'),
  singular: l('Trả lời không phát sinh', 'Nil answer'),
  help: l('Sổ không có gì phát sinh trong kỳ.', 'A register with nothing to report in a period.'),
  nameField: 'register',
  matchKey: ['register', 'period'],
  system: true,
  nilAnswer: false,
  fields: [
    register,
    period,
    plain({ id: 'on', label: l('Không phát sinh', 'Nothing to report'), type: 'bool' }),
  ],
})
