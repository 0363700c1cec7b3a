// Rules of systems and their security levels: the cross-checks that Mẫu số 08 of Decree 331/2026 needs, and what the level
// must at least be. The least level is worked out from short criteria and is advice: a person decides.
import { l } from '../registers/common.ts'
import type { Values } from '../registers/define.ts'
import { displayDate } from '../registers/displayValue.ts'
import { informationSystem } from '../registers/informationSystem.ts'
import { isReference } from '../registers/required.ts'
import { isEmpty } from '../registers/schema.ts'
import { APPROVED } from '../registers/securityLevel.ts'
import {
  type SecurityFigures,
  securityReportFigures,
  systemOfLevel,
} from '../registers/securityReportFigures.ts'
import type { Finding, ListRule, Rule, RuleContext } from './rule.ts'

const D331 = (place: string) => ({ current_2025: `${place} Nghị định số 331/2026/NĐ-CP` })
const MAU_08 = D331('Điều 35')

/** More basic subjects than this ask for level 3, more sensitive ones likewise (331 Đ12–13). */
const BASIC_SUBJECTS = 100_000
const SENSITIVE_SUBJECTS = 10_000

const isApproved = (values: Values) => values.approvalState === APPROVED

function needed(
  id: string,
  field: string,
  applies: (values: Values) => boolean,
  message: ReturnType<typeof l>,
  why: Rule['why'] = MAU_08,
): Rule {
  return {
    id,
    register: 'security-level',
    fields: [field, 'approvalState', 'implementation'],
    severity: 'error',
    message,
    why,
    mend: l('Ghi vào mục này; mẫu bắt buộc có.', 'Write it: the form asks for it.'),
    check: (values) => (applies(values) && isEmpty(values[field]) ? [{ field }] : []),
  }
}

const approvedNeedsDecision = needed(
  'level-approved-decision',
  'approvalDecision',
  isApproved,
  l(
    'Đã phê duyệt cấp độ nhưng chưa ghi quyết định phê duyệt (cột 7).',
    'Approved, but no decision is named (column 7).',
  ),
)
const approvedNeedsRegulation = needed(
  'level-approved-regulation',
  'regulation',
  isApproved,
  l(
    'Đã phê duyệt cấp độ nhưng chưa ghi quy chế bảo đảm an ninh mạng (cột 8); quy chế phải có trước khi phê duyệt.',
    'Approved, but no security regulation is named (column 8); it comes before approval.',
  ),
  D331('Khoản 7 Điều 30'),
)
const unapprovedNeedsDay = needed(
  'level-expected-approval',
  'plannedApprovalAt',
  (values) => !isEmpty(values.approvalState) && !isApproved(values),
  l(
    'Chưa phê duyệt cấp độ nên cần ngày dự kiến phê duyệt (cột 9).',
    'Not approved: say when it is expected (column 9).',
  ),
)
const partialNeedsDay = needed(
  'level-expected-plan',
  'plannedImplementationAt',
  (values) => values.implementation === 'chua' || values.implementation === 'mot_so',
  l(
    'Chưa triển khai đầy đủ nên cần ngày dự kiến triển khai đầy đủ (cột 11).',
    'Not carried out in full: say when it will be (column 11).',
  ),
)

const dayPassed: Rule = {
  id: 'level-day-passed',
  register: 'security-level',
  fields: ['plannedApprovalAt', 'plannedImplementationAt', 'approvalState', 'implementation'],
  severity: 'warning',
  message: l('Ngày dự kiến {day} đã qua.', 'The day expected, {day}, has passed.'),
  why: MAU_08,
  mend: l(
    'Ghi ngày dự kiến mới, hoặc cập nhật tình trạng.',
    'Give a new day, or bring the state up to date.',
  ),
  check(values, context) {
    const waiting = [
      ...(isApproved(values) ? [] : ['plannedApprovalAt']),
      ...(values.implementation === 'day_du' ? [] : ['plannedImplementationAt']),
    ]
    return waiting.flatMap((field): Finding[] => {
      const day = values[field]
      return typeof day === 'string' && day < context.today
        ? [{ field, args: { day: displayDate(day) } }]
        : []
    })
  },
}

type Criterion = { readonly level: number; readonly vi: string; readonly en: string }

/** The criterion that asks for the highest level; several criteria: the highest stands (331 Đ8). */
export function leastLevel(level: Values, system: Values | undefined): Criterion | null {
  const info = Array.isArray(system?.infoType) ? (system.infoType as readonly string[]) : []
  const over = (field: string, bound: number) => typeof level[field] === 'number' && level[field] > bound
  const found: Criterion[] = []
  const take = (when: boolean, criterion: Criterion) => {
    if (when) found.push(criterion)
  }
  take(level.stateSecret === true || info.includes('bi_mat_nha_nuoc'), {
    level: 3,
    vi: 'xử lý bí mật nhà nước',
    en: 'state secrets',
  })
  take(level.handlesTthc === true, {
    level: 3,
    vi: 'giải quyết thủ tục hành chính',
    en: 'administrative procedures',
  })
  take(level.conditionalService === true, {
    level: 3,
    vi: 'dịch vụ trực tuyến kinh doanh có điều kiện',
    en: 'conditional service',
  })
  take(level.sharedInfra === true, {
    level: 3,
    vi: 'hạ tầng phục vụ nhiều cơ quan',
    en: 'shared infrastructure',
  })
  take(over('subjectsBasic', BASIC_SUBJECTS) || over('subjectsSensitive', SENSITIVE_SUBJECTS), {
    level: 3,
    vi: 'số chủ thể dữ liệu cá nhân vượt ngưỡng',
    en: 'number of data subjects',
  })
  take(info.includes('rieng') || info.includes('ca_nhan'), {
    level: 2,
    vi: 'xử lý thông tin riêng, thông tin cá nhân',
    en: 'private or personal information',
  })
  take(system?.systemType === 'phuc_vu_nguoi_dan', {
    level: 2,
    vi: 'phục vụ trực tuyến người dân, doanh nghiệp',
    en: 'an online service',
  })
  take(system?.systemType === 'ha_tang', { level: 2, vi: 'hạ tầng của một cơ quan', en: 'infrastructure' })
  return found.sort((a, b) => b.level - a.level)[0] ?? null
}

const levelTooLow: Rule = {
  id: 'level-too-low',
  register: 'security-level',
  fields: [],
  severity: 'warning',
  message: l(
    'Cấp độ đề xuất thấp hơn mức tối thiểu {least}: hệ thống {because}.',
    'The level is lower than {least}: {becauseEn}.',
  ),
  why: D331('Các điều từ 8 đến 13'),
  mend: l(
    'Xem lại cấp độ đề xuất. Nhiều tiêu chí thì lấy mức cao nhất; không được tách hệ thống để hạ cấp độ. Gợi ý theo tiêu chí tóm tắt, cần đối chiếu nghị định.',
    'Look at it again; several criteria: the highest stands, and a system may not be split to lower it.',
  ),
  check(values, context) {
    const proposed = /^cap_(\d)$/.exec(String(values.proposedLevel ?? ''))?.[1]
    const systemId = systemOfLevel(values)
    const least = leastLevel(
      values,
      systemId ? context.get('information-system', systemId)?.values : undefined,
    )
    if (!proposed || !least || Number(proposed) >= least.level) return []
    const severity = least.en === 'state secrets' ? ({ severity: 'error' } as const) : {}
    return [
      {
        field: 'proposedLevel',
        args: { least: least.level, because: least.vi, becauseEn: least.en },
        ...severity,
      },
    ]
  },
}

const approvedDiffers: Rule = {
  id: 'level-approved-differs',
  register: 'security-level',
  fields: ['proposedLevel', 'approvedLevel'],
  severity: 'warning',
  message: l('Cấp độ được duyệt khác cấp độ đề xuất.', 'The level approved differs from the one proposed.'),
  why: D331('Điều 18'),
  mend: l(
    'Kiểm tra quyết định phê duyệt, ghi lại cấp độ cho khớp.',
    'Check the decision and make them agree.',
  ),
  check: ({ proposedLevel, approvedLevel }) =>
    !isEmpty(proposedLevel) && !isEmpty(approvedLevel) && proposedLevel !== approvedLevel
      ? [{ field: 'approvedLevel' }]
      : [],
}

const outOfScale: Rule = {
  id: 'risk-scale',
  register: 'security-risk',
  fields: ['likelihood', 'impact'],
  severity: 'error',
  message: l('Khả năng và tác động ghi từ 1 đến 5.', 'Likelihood and impact run from 1 to 5.'),
  why: D331('Khoản 3 Điều 10'),
  mend: l('Ghi số từ 1 (thấp) đến 5 (rất cao).', 'Write 1 (low) to 5 (very high).'),
  check: (values) =>
    ['likelihood', 'impact'].flatMap((field) => {
      const value = values[field]
      return typeof value === 'number' && (value < 1 || value > 5) ? [{ field }] : []
    }),
}

const legacySystem: Rule = {
  id: 'system-from-legacy',
  register: 'information-system',
  fields: ['fromLegacyUnit', 'fromLegacyUnitNote'],
  severity: 'warning',
  message: l(
    'Phần mềm, dữ liệu cũ trước sáp nhập chưa ghi hướng xử lý.',
    'Left from before a merger, without a plan for it.',
  ),
  why: {},
  mend: l(
    'Ghi chuyển về đâu, bao giờ xong, hoặc đề xuất kết thúc sử dụng.',
    'Say where it goes and when, or propose to retire it.',
  ),
  check: (values) =>
    values.fromLegacyUnit === true && isEmpty(values.fromLegacyUnitNote)
      ? [{ field: 'fromLegacyUnitNote' }]
      : [],
}

const systemWithoutLevel: Rule = {
  id: 'system-without-level',
  register: 'information-system',
  fields: ['officeRole', 'recordKind'],
  severity: 'warning',
  message: l(
    'Hệ thống do cơ quan chủ quản, vận hành chưa có dòng cấp độ an ninh mạng.',
    'No security level is kept for this system of the office’s own.',
  ),
  why: MAU_08,
  mend: l('Mở mục “Cấp độ an ninh mạng của hệ thống” và thêm một dòng.', 'Add its security level.'),
  check(values, context) {
    if (context.id === null || isReference(informationSystem, values) || isEmpty(values.officeRole)) return []
    return context.children('security-level', context.id).length === 0 ? [{ field: null }] : []
  },
}

const levelTwice: Rule = {
  id: 'level-twice',
  register: 'security-level',
  fields: ['system'],
  severity: 'error',
  message: l('Hệ thống này đã có một dòng cấp độ khác.', 'This system has another level record.'),
  why: {},
  mend: l('Giữ một dòng hiện hành cho mỗi hệ thống, xóa dòng thừa.', 'Keep one current record a system.'),
  check(values, context) {
    const system = systemOfLevel(values)
    if (!system) return []
    const others = context.children('security-level', system).filter(({ id }) => id !== context.id)
    return others.length > 0 ? [{ field: 'system' }] : []
  },
}

function figuresNow(context: RuleContext): SecurityFigures {
  return securityReportFigures(context.all('information-system'), context.all('security-level'))
}

const figuresAgree: Rule = {
  id: 'security-figures',
  register: 'security-report',
  fields: [],
  severity: 'error',
  message: l(
    'Số liệu mục 1 khác danh mục hệ thống và cấp độ: {count} số.',
    'Section 1 differs from the registers in {count} figures.',
  ),
  why: MAU_08,
  mend: l(
    'Lấy số phần mềm đếm được, hoặc sửa danh mục hệ thống, cấp độ cho đúng thực tế.',
    'Take what the app counted, or correct the registers.',
  ),
  check(values, context) {
    // A report of an earlier year stands as it was; the registers show today.
    if (typeof values.year === 'number' && values.year < Number(context.today.slice(0, 4))) return []
    const now = figuresNow(context)
    const differing = (Object.keys(now) as (keyof SecurityFigures)[]).filter(
      (field) => (values[field] ?? null) !== now[field],
    )
    if (differing.length === 0) return []
    const propose = Object.fromEntries(differing.map((field) => [field, now[field]]))
    return [{ field: differing[0] ?? null, args: { count: differing.length }, propose }]
  },
}

const figuresPeriod: Rule = {
  id: 'security-period',
  register: 'security-report',
  fields: ['year', 'periodFrom', 'periodTo'],
  severity: 'warning',
  message: l(
    'Kỳ số liệu của báo cáo năm {year} là 15/12/{before} đến 14/12/{year}.',
    'Figures of {year} run from 15/12/{before} to 14/12/{year}.',
  ),
  why: D331('Khoản 3 Điều 35'),
  mend: l('Lấy đúng kỳ số liệu.', 'Take that period.'),
  check({ year, periodFrom, periodTo }) {
    if (typeof year !== 'number') return []
    const propose = { periodFrom: `${year - 1}-12-15`, periodTo: `${year}-12-14` }
    if (periodFrom === propose.periodFrom && periodTo === propose.periodTo) return []
    return [{ field: 'periodFrom', args: { year, before: year - 1 }, propose }]
  },
}

const oneReportAYear: Rule = {
  id: 'one-security-report-a-year',
  register: 'security-report',
  fields: ['year'],
  severity: 'error',
  message: l('Năm {year} đã có một báo cáo khác.', 'There is another report of {year}.'),
  why: {},
  mend: l('Giữ một báo cáo mỗi năm, xóa báo cáo thừa.', 'Keep one a year.'),
  check({ year }, context) {
    const others = context
      .all('security-report')
      .filter(({ id, values }) => id !== context.id && values.year === year)
    return typeof year === 'number' && others.length > 0 ? [{ field: 'year', args: { year } }] : []
  },
}

export const securityRules: readonly Rule[] = [
  approvedNeedsDecision,
  approvedNeedsRegulation,
  unapprovedNeedsDay,
  partialNeedsDay,
  dayPassed,
  levelTooLow,
  approvedDiffers,
  outOfScale,
  legacySystem,
  systemWithoutLevel,
  levelTwice,
  figuresAgree,
  figuresPeriod,
  oneReportAYear,
]

/** What the report as a whole lacks: a row for every system that it counts. */
export const rowsForAll: ListRule = {
  id: 'security-rows',
  register: 'security-report',
  severity: 'error',
  message: l(
    'Có {count} hệ thống được báo cáo nhưng chưa có dòng cấp độ: {names}.',
    '{count} systems have no level record: {names}.',
  ),
  why: MAU_08,
  mend: l('Thêm dòng cấp độ cho từng hệ thống đó.', 'Add a level record for each.'),
  check(records, context) {
    if (records.length === 0) return []
    const withLevel = new Set(context.all('security-level').map(({ values }) => systemOfLevel(values)))
    const without = context
      .all('information-system')
      .filter(({ id, values }) => !isReference(informationSystem, values) && !withLevel.has(id))
    if (without.length === 0) return []
    const names = without.slice(0, 3).map(({ values }) => String(values.name ?? ''))
    return [{ field: null, args: { count: without.length, names: names.join('; ') } }]
  },
}
