// Rules of one database in a yearly data check, and of the plan for it: a failing says why, a share is of a hundred, the
// figures agree with the registers or the officer knows that they do not.
import { l, nd47 } from '../registers/common.ts'
import { COMPLIANCE_FIELDS } from '../registers/dataCheckParts.ts'
import type { FieldId, Value, Values } from '../registers/define.ts'
import { isEmpty } from '../registers/schema.ts'
import { figuresOfBlock } from './checkFigures.ts'
import { referencesOf } from './commonRules.ts'
import type { Rule, RuleContext } from './rule.ts'

const complianceReason: Rule = {
  id: 'compliance-reason',
  register: 'data-check-database',
  fields: [...COMPLIANCE_FIELDS, 'complianceReason'],
  severity: 'error',
  message: l('Có nội dung chưa đạt nhưng chưa ghi lý do.', 'Something failed, without a reason.'),
  why: { nd47_2020: nd47('Điểm b khoản 2 Điều 16') },
  mend: l('Ghi thiếu gì và vì sao ở “Lý do chưa đạt”.', 'Say what is missing and why.'),
  check: (values) =>
    COMPLIANCE_FIELDS.some((id) => values[id] === 'chua_dat') && isEmpty(values.complianceReason)
      ? [{ field: 'complianceReason' }]
      : [],
}

const complianceContradiction: Rule = {
  id: 'compliance-contradiction',
  register: 'data-check-database',
  fields: COMPLIANCE_FIELDS,
  severity: 'warning',
  message: l(
    'Kết luận mục b là “Đạt” nhưng có nội dung chưa đạt.',
    'Part b is “passed”, yet one of its standards failed.',
  ),
  why: {},
  mend: l('Sửa kết luận hoặc nội dung cho khớp.', 'Make the two agree.'),
  check: (values) =>
    values.compliance === 'dat' && COMPLIANCE_FIELDS.some((id) => values[id] === 'chua_dat')
      ? [{ field: 'compliance' }]
      : [],
}

const percent: Rule = {
  id: 'percent',
  register: 'data-check-database',
  fields: ['accuracyPercent', 'integrityPercent'],
  severity: 'error',
  message: l('Tỷ lệ phải từ 0 đến 100, đang ghi {value}.', 'A share is 0 to 100; {value} was entered.'),
  why: {},
  mend: l('Nhập lại tỷ lệ phần trăm.', 'Enter the percentage again.'),
  check: (values) =>
    ['accuracyPercent', 'integrityPercent']
      // Below zero is another rule's.
      .filter((id) => typeof values[id] === 'number' && values[id] > 100)
      .map((field) => ({ field, args: { value: Number(values[field]) } })),
}

const anomalyDetails: Rule = {
  id: 'anomaly-details',
  register: 'data-check-database',
  fields: ['anomalies', 'anomalyKinds', 'anomalyNote'],
  severity: 'warning',
  message: l(
    'Có {count} dữ liệu bất thường nhưng chưa ghi là loại gì.',
    '{count} abnormal records, without saying of what kind.',
  ),
  why: { nd47_2020: nd47('Điểm c khoản 2 Điều 16') },
  mend: l('Chọn loại bất thường hoặc nói rõ.', 'Choose the kind or describe them.'),
  check: (values) =>
    typeof values.anomalies === 'number' &&
    values.anomalies > 0 &&
    isEmpty(values.anomalyKinds) &&
    isEmpty(values.anomalyNote)
      ? [{ field: 'anomalyKinds', args: { count: values.anomalies } }]
      : [],
}

// Field and what the registers say of it.
const FIGURES = ['itemCount', 'recordCount', 'itemChange', 'recordChange'] as const

const figures: Rule = {
  id: 'check-figures',
  register: 'data-check-database',
  fields: ['database', 'check', ...FIGURES],
  severity: 'info',
  message: l('“{field}”: theo các sổ là {count}.', '“{field}”: the registers say {count}.'),
  why: { nd47_2020: nd47('Điểm a khoản 2 Điều 16') },
  mend: l(
    'Bấm để lấy số này; nếu đếm trong hệ thống ra số khác thì giữ số của hệ thống.',
    'Take it over; keep your own where the system itself counts otherwise.',
  ),
  check(values, context) {
    if (!isNewest(values, context)) return []
    const found = figuresOfBlock(values, context)
    return FIGURES.flatMap((field) => {
      const count = found[field]
      if (count === null || values[field] === count) return []
      const propose: Record<FieldId, Value> = { [field]: count }
      // What follows from a count taken over is taken over with it.
      if (field === 'itemCount' && isEmpty(values.itemChange) && found.itemChange !== null) {
        propose.itemChange = found.itemChange
      }
      return [{ field, args: { field: FIGURE_NAMES[field], count }, propose }]
    })
  },
}

const FIGURE_NAMES: Readonly<Record<(typeof FIGURES)[number], string>> = {
  itemCount: 'Số hạng mục dữ liệu',
  recordCount: 'Số bản ghi',
  itemChange: 'Tăng, giảm hạng mục so với năm trước',
  recordChange: 'Tăng, giảm bản ghi so với năm trước',
}

/** A check of an earlier year is not measured against what the registers say today. */
function isNewest(values: Values, context: RuleContext): boolean {
  const checkId = referencesOf(values.check)[0]?.id
  const year = checkId ? context.get('data-check', checkId)?.values.year : undefined
  if (typeof year !== 'number') return true
  return !context.all('data-check').some((r) => typeof r.values.year === 'number' && r.values.year > year)
}

const notConforming: Rule = {
  id: 'sharing-not-conforming',
  register: 'data-check-database',
  fields: ['sharingConforms', 'sharingUsers', 'sharingPurpose', 'conclusion'],
  severity: 'warning',
  message: l(
    'Chia sẻ không phù hợp quy chế nhưng chưa ghi đối tượng, mục đích hoặc kết luận.',
    'Sharing does not conform, and neither users, purposes nor a conclusion are given.',
  ),
  why: { nd47_2020: nd47('Điểm đ khoản 2 Điều 16') },
  mend: l('Ghi rõ ai khai thác, để làm gì, xử lý thế nào.', 'Say who used it, what for, what is done.'),
  check: (values) =>
    (values.sharingConforms === 'khong' || values.sharingConforms === 'mot_phan') &&
    ['sharingUsers', 'sharingPurpose', 'conclusion'].every((id) => isEmpty(values[id]))
      ? [{ field: 'sharingUsers' }]
      : [],
}

const planTime: Rule = {
  id: 'plan-without-time',
  register: 'check-plan',
  fields: ['timeFrom', 'timeTo', 'timeText'],
  severity: 'warning',
  message: l('Kế hoạch chưa ghi thời gian kiểm tra.', 'The plan gives no time.'),
  why: {},
  mend: l('Ghi từ ngày, đến ngày, hoặc chép chữ của kế hoạch.', 'Enter the days, or the plan’s own words.'),
  check: (values) =>
    ['timeFrom', 'timeTo', 'timeText'].every((id) => isEmpty(values[id])) ? [{ field: 'timeFrom' }] : [],
}

const planApproval: Rule = {
  id: 'plan-without-number',
  register: 'check-plan',
  fields: ['approver', 'docNo', 'docDate'],
  severity: 'warning',
  message: l(
    'Đã ghi cơ quan phê duyệt nhưng thiếu số hoặc ngày của kế hoạch.',
    'Approved by somebody, yet without number or date.',
  ),
  why: {},
  mend: l('Ghi số, ký hiệu và ngày ban hành khi đã ký.', 'Enter number and date once it is signed.'),
  check: (values) =>
    isEmpty(values.approver)
      ? []
      : ['docNo', 'docDate'].filter((id) => isEmpty(values[id])).map((field) => ({ field })),
}

export const dataCheckDatabaseRules: readonly Rule[] = [
  complianceReason,
  complianceContradiction,
  percent,
  anomalyDetails,
  figures,
  notConforming,
  planTime,
  planApproval,
]
