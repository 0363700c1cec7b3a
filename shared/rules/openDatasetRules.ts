// Rules of open datasets: where they come from, what makes them open, and the two timers. The 3- and 6-month limits were
// law until 19/08/2025 and are kept as custom since, so they warn and never accuse.
import { addMonths } from '../deadlines/workingDays.ts'
import { l } from '../registers/common.ts'
import { fieldOf } from '../registers/define.ts'
import { isEmpty } from '../registers/schema.ts'
import { referencesOf } from './commonRules.ts'
import { holdsPersonalData } from './dataItemRules.ts'
import type { Rule } from './rule.ts'

const sourceDb: Rule = {
  id: 'source-database',
  register: 'open-dataset',
  fields: ['sourceDb'],
  severity: 'warning',
  message: l(
    'Chưa ghi bộ dữ liệu này trích từ cơ sở dữ liệu nào.',
    'The dataset does not name its source database.',
  ),
  why: {},
  mend: l('Chọn cơ sở dữ liệu nguồn trong sổ.', 'Pick the source database.'),
  check: (values) => (isEmpty(values.sourceDb) ? [{ field: 'sourceDb' }] : []),
}

const personalSource: Rule = {
  id: 'open-from-personal',
  register: 'open-dataset',
  fields: ['sourceDb', 'privacyRisk', 'openLabel'],
  severity: 'error',
  message: l(
    'Cơ sở dữ liệu nguồn có dữ liệu cá nhân; cần đánh giá nguy cơ lộ thông tin cá nhân trước khi công bố.',
    'The source holds personal data; the risk of exposing it must be judged before publishing.',
  ),
  why: {
    nd47_2020: 'Khoản 1 Điều 20 Nghị định số 47/2020/NĐ-CP',
    current_2025: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
  },
  mend: l(
    'Chọn mức ở “Nguy cơ lộ thông tin cá nhân”.',
    'Choose a level under “Risk of exposing personal data”.',
  ),
  check(values, context) {
    if (values.openLabel === 'khong_thuoc' || !isEmpty(values.privacyRisk)) return []
    const id = referencesOf(values.sourceDb)[0]?.id
    const source = id ? context.get('database', id) : undefined
    return source && holdsPersonalData(source.values) ? [{ field: 'privacyRisk' }] : []
  },
}

const highRisk: Rule = {
  id: 'published-high-risk',
  register: 'open-dataset',
  fields: ['privacyRisk', 'mosaicRisk', 'publishDecision', 'status'],
  severity: 'error',
  message: l(
    'Đánh giá rủi ro cao hoặc kết luận không công bố, nhưng trạng thái là đã công bố.',
    'The risk is high or the decision is not to publish, yet the dataset is published.',
  ),
  why: { nd47_2020: 'Điều 20 Nghị định số 47/2020/NĐ-CP', current_2025: 'Nghị định số 165/2025/NĐ-CP' },
  mend: l(
    'Ngừng công bố, hoặc xử lý dữ liệu rồi đánh giá lại.',
    'Stop publishing it, or treat the data and judge it again.',
  ),
  check(values) {
    if (values.status !== 'da_cong_bo') return []
    if (values.publishDecision === 'khong_cong_bo') return [{ field: 'publishDecision' }]
    const treated = values.publishDecision === 'cong_bo_sau_xu_ly'
    return treated
      ? []
      : ['privacyRisk', 'mosaicRisk'].filter((id) => values[id] === 'cao').map((field) => ({ field }))
  },
}

const openFormat: Rule = {
  id: 'open-format',
  register: 'open-dataset',
  fields: ['formats'],
  severity: 'warning',
  message: l(
    'Chưa có định dạng mở nào; Excel, Word, PDF không hoàn toàn là định dạng mở.',
    'No open format; Excel, Word and PDF are not strictly open.',
  ),
  why: { nd47_2020: 'Khoản 8 Điều 3, điểm e khoản 1 Điều 17 Nghị định số 47/2020/NĐ-CP' },
  mend: l('Cung cấp thêm một định dạng mở, dễ nhất là CSV.', 'Add an open format, CSV being the easiest.'),
  check(values, _context, register) {
    const formats = Array.isArray(values.formats) ? (values.formats as readonly string[]) : []
    const open = fieldOf(register, 'formats').values?.filter((value) => value.isOpen) ?? []
    return formats.length > 0 && !open.some(({ id }) => formats.includes(id)) ? [{ field: 'formats' }] : []
  },
}

const publishedFacts: Rule = {
  id: 'published-facts',
  register: 'open-dataset',
  fields: ['status', 'publishedAt', 'channel'],
  severity: 'error',
  message: l(
    'Bộ dữ liệu đã công bố nhưng thiếu ngày hoặc kênh công bố.',
    'The dataset is published without a date or a channel.',
  ),
  why: {
    nd47_2020: 'Điều 20, Điều 21 Nghị định số 47/2020/NĐ-CP',
    current_2025: 'Điều 21 Luật Dữ liệu số 60/2024/QH15',
  },
  mend: l('Ghi ngày công bố và chọn kênh công bố.', 'Enter the date and choose the channel.'),
  check: (values) =>
    values.status === 'da_cong_bo'
      ? ['publishedAt', 'channel'].filter((id) => isEmpty(values[id])).map((field) => ({ field }))
      : [],
}

const updateTimer: Rule = {
  id: 'update-due',
  register: 'open-dataset',
  fields: ['status', 'publishedAt', 'lastUpdatedAt', 'frequency'],
  severity: 'warning',
  message: l(
    'Dữ liệu đã công bố quá 3 tháng chưa cập nhật (hạn {due}).',
    'Published data has not been updated for over three months (due {due}).',
  ),
  why: {
    nd47_2020: 'Khoản 3 Điều 20 Nghị định số 47/2020/NĐ-CP',
    current_2025: 'Thông lệ, quy chế của tỉnh',
  },
  mend: l(
    'Cập nhật dữ liệu trên cổng rồi ghi ngày cập nhật gần nhất.',
    'Update the data on the portal and enter the date.',
  ),
  check(values, context) {
    const last = values.lastUpdatedAt ?? values.publishedAt
    if (values.status !== 'da_cong_bo' || typeof last !== 'string') return []
    // A dataset that by nature comes twice or once a year cannot be younger than that.
    const months = values.frequency === 'nam' ? 12 : values.frequency === 'sau_thang' ? 6 : 3
    const due = addMonths(last, months)
    return due < context.today
      ? [{ field: 'lastUpdatedAt', args: { due: due.split('-').reverse().join('/') } }]
      : []
  },
}

const reviewTimer: Rule = {
  id: 'review-due',
  register: 'open-dataset',
  fields: ['status', 'nextReviewAt', 'publishedAt'],
  severity: 'warning',
  message: l(
    'Đã đến hạn rà soát danh mục dữ liệu mở ({due}).',
    'The list of open data is due for review ({due}).',
  ),
  why: {
    nd47_2020: 'Khoản 3 Điều 20 Nghị định số 47/2020/NĐ-CP',
    current_2025: 'Thông lệ, quy chế của tỉnh',
  },
  mend: l(
    'Rà soát rồi ghi ngày rà soát kế tiếp (thông lệ: 6 tháng).',
    'Review it and enter the next date (custom: six months).',
  ),
  check(values, context) {
    if (values.status !== 'da_cong_bo') return []
    const due =
      typeof values.nextReviewAt === 'string'
        ? values.nextReviewAt
        : typeof values.publishedAt === 'string'
          ? addMonths(values.publishedAt, 6)
          : null
    return due && due < context.today
      ? [{ field: 'nextReviewAt', args: { due: due.split('-').reverse().join('/') } }]
      : []
  },
}

const labelAgainstStatus: Rule = {
  id: 'label-and-status',
  register: 'open-dataset',
  fields: ['openLabel', 'disclosure', 'status'],
  severity: 'error',
  message: l(
    'Đã công bố nhưng được xác định không thuộc dữ liệu mở hoặc không công khai.',
    'Published, yet determined not to be open or public.',
  ),
  why: { current_2025: 'Điều 21 Luật Dữ liệu số 60/2024/QH15' },
  mend: l(
    'Sửa trạng thái, hoặc xem lại kết quả xác định.',
    'Correct the status, or look at the determination again.',
  ),
  check(values) {
    if (values.status !== 'da_cong_bo') return []
    const found: string[] = []
    if (values.openLabel === 'khong_thuoc') found.push('openLabel')
    if (values.disclosure === 'khong_cong_khai') found.push('disclosure')
    return found.map((field) => ({ field }))
  },
}

export const openDatasetRules: readonly Rule[] = [
  sourceDb,
  personalSource,
  highRisk,
  openFormat,
  publishedFacts,
  updateTimer,
  reviewTimer,
  labelAgainstStatus,
]
