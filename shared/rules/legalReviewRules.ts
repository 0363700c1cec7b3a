// Rules of the review of legal texts: a repealed text is not said to be in force, a proposal says why. What is repealed is
// read from the legal profiles' citations, never from memory.
import { repealedIn } from '../profiles/repealedTexts.ts'
import { l, nd47 } from '../registers/common.ts'
import { displayDate } from '../registers/displayValue.ts'
import { isEmpty } from '../registers/schema.ts'
import type { Rule } from './rule.ts'

const repealed: Rule = {
  id: 'legal-repealed',
  register: 'legal-review',
  fields: ['docNo', 'inForce'],
  severity: 'error',
  message: l(
    'Văn bản {number} ghi còn hiệu lực, nhưng đã hết hiệu lực sau ngày {to}.',
    '{number} is said to be in force; it ended on {to}.',
  ),
  why: {},
  mend: l(
    'Sửa “Hiệu lực”, hoặc chọn văn bản đang thay thế nó.',
    'Correct it, or name the text that replaced it.',
  ),
  check(values, context) {
    if (values.inForce !== 'con' && values.inForce !== 'mot_phan') return []
    const found = typeof values.docNo === 'string' ? repealedIn(values.docNo, context.today) : undefined
    return found
      ? [
          {
            field: 'inForce',
            // An end that is not confirmed is only asked about.
            ...(found.verified ? {} : { severity: 'warning' as const }),
            args: { number: found.number, to: displayDate(found.to) },
            propose: { inForce: 'het' },
          },
        ]
      : []
  },
}

const citesRepealed: Rule = {
  id: 'legal-cites-repealed',
  register: 'legal-review',
  fields: ['reason'],
  severity: 'warning',
  message: l(
    'Đề xuất dẫn {number}, đã hết hiệu lực sau ngày {to}.',
    'The proposal rests on {number}, which ended on {to}.',
  ),
  why: {},
  mend: l(
    'Dẫn văn bản đang có hiệu lực, trừ khi nói về giai đoạn trước.',
    'Cite the text in force, unless an earlier period is meant.',
  ),
  check(values, context) {
    const found = typeof values.reason === 'string' ? repealedIn(values.reason, context.today) : undefined
    return found && values.legalProfile !== 'nd47_2020'
      ? [{ field: 'reason', args: { number: found.number, to: displayDate(found.to) } }]
      : []
  },
}

const proposalReason: Rule = {
  id: 'legal-proposal-reason',
  register: 'legal-review',
  fields: ['proposal', 'reason'],
  severity: 'error',
  message: l('Có đề xuất nhưng chưa ghi lý do.', 'A proposal without a reason.'),
  why: {},
  mend: l('Ghi vì sao và sửa thế nào ở “Lý do; nội dung đề xuất”.', 'Say why and how.'),
  check: (values) =>
    !isEmpty(values.proposal) && values.proposal !== 'giu_nguyen' && isEmpty(values.reason)
      ? [{ field: 'reason' }]
      : [],
}

const limitText: Rule = {
  id: 'legal-limit',
  register: 'legal-review',
  fields: ['reviewAim', 'limitText', 'proposal'],
  severity: 'warning',
  message: l(
    'Rà soát vì hạn chế chia sẻ nhưng chưa ghi nội dung hạn chế.',
    'Looked at for limits on sharing, without saying which.',
  ),
  why: { nd47_2020: nd47('Khoản 4 Điều 55') },
  mend: l('Chép hoặc tóm tắt quy định đang cản trở.', 'Copy or sum up the rule that stands in the way.'),
  check: (values) =>
    Array.isArray(values.reviewAim) &&
    (values.reviewAim as readonly string[]).includes('han_che_chia_se') &&
    values.proposal !== 'giu_nguyen' &&
    isEmpty(values.limitText)
      ? [{ field: 'limitText' }]
      : [],
}

const overdue: Rule = {
  id: 'legal-overdue',
  register: 'legal-review',
  fields: ['dueAt', 'status', 'proposal'],
  severity: 'warning',
  message: l('Đã quá thời hạn {due} mà chưa xử lý xong.', 'It was due {due} and is not settled.'),
  why: {},
  mend: l('Cập nhật tình trạng, hoặc sửa thời hạn theo văn bản gia hạn.', 'Update the state, or the day.'),
  check: (values, context) =>
    typeof values.dueAt === 'string' &&
    values.dueAt < context.today &&
    values.status !== 'xong' &&
    values.proposal !== 'giu_nguyen'
      ? [{ field: 'status', args: { due: displayDate(values.dueAt) } }]
      : [],
}

export const legalReviewRules: readonly Rule[] = [repealed, citesRepealed, proposalReason, limitText, overdue]
