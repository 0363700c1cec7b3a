// Rules of the database register: what the catalogue asks of one database, by the office's role in it.
import { l } from '../registers/common.ts'
import { isEmpty } from '../registers/schema.ts'
import type { Rule } from './rule.ts'

const resubmissionReason: Rule = {
  id: 'resubmission-reason',
  register: 'database',
  fields: ['resubmission', 'resubmissionReason'],
  severity: 'error',
  message: l(
    'Có yêu cầu cung cấp lại dữ liệu đã có nhưng chưa ghi lý do.',
    'Data already held is asked for again without a reason.',
  ),
  why: {
    nd47_2020: 'Khoản 3 Điều 9 Nghị định số 47/2020/NĐ-CP',
    current_2025: 'Khoản 5 Điều 23 Nghị định số 224/2026/NĐ-CP',
  },
  mend: l(
    'Chọn “Cập nhật” hoặc “Xác minh, thẩm tra”; lý do khác không được phép.',
    'Choose “update” or “verification”; no other reason is allowed.',
  ),
  check: (values) =>
    values.resubmission === true && isEmpty(values.resubmissionReason)
      ? [{ field: 'resubmissionReason' }]
      : [],
}

const referenceCode: Rule = {
  id: 'reference-code',
  register: 'database',
  fields: ['recordKind', 'ownerCode'],
  severity: 'warning',
  message: l(
    'Bản ghi tham chiếu chưa có mã của cơ quan chủ quản.',
    'A reference record lacks the owner’s code.',
  ),
  why: { current_2025: 'Hướng dẫn của Bộ Khoa học và Công nghệ, Mẫu số 03' },
  mend: l(
    'Chọn hệ thống từ danh sách của tỉnh để có mã, hoặc hỏi cơ quan chủ quản.',
    'Pick it from the province’s list, or ask the owner.',
  ),
  check: (values) =>
    values.recordKind === 'tham_chieu' && isEmpty(values.ownerCode) ? [{ field: 'ownerCode' }] : [],
}

const roleAndOrigin: Rule = {
  id: 'role-and-origin',
  register: 'database',
  fields: ['officeRole', 'recordKind'],
  severity: 'warning',
  message: l(
    'Cơ quan chỉ khai thác hoặc nhập liệu thì bản ghi thường là bản ghi tham chiếu, không phải bản ghi gốc.',
    'An office that only uses or feeds a database keeps a reference, not the original.',
  ),
  why: { current_2025: 'Hướng dẫn của Bộ Khoa học và Công nghệ, Mẫu số 03' },
  mend: l(
    'Đổi “Loại bản ghi” thành “Bản ghi tham chiếu”, hoặc xem lại vai trò của cơ quan.',
    'Change the kind of record to “reference”, or check the role.',
  ),
  check: (values) =>
    values.recordKind === 'goc' &&
    (values.officeRole === 'chi_khai_thac' || values.officeRole === 'nhap_cap_nhat')
      ? [{ field: 'recordKind' }]
      : [],
}

const items: Rule = {
  id: 'items-missing',
  register: 'database',
  fields: ['officeRole'],
  severity: 'warning',
  message: l(
    'Cơ sở dữ liệu do cơ quan chủ quản nhưng chưa có hạng mục dữ liệu nào.',
    'A database of the office’s own has no data item yet.',
  ),
  why: { nd47_2020: 'Điểm d khoản 4 Điều 11 Nghị định số 47/2020/NĐ-CP' },
  mend: l(
    'Thêm ít nhất một hạng mục chung; danh mục vẫn in được dưới dạng DỰ THẢO.',
    'Add at least one common item; the list prints as a draft meanwhile.',
  ),
  check: (values, context) =>
    values.officeRole === 'chu_quan' &&
    context.id !== null &&
    context.children('data-item', context.id).length === 0
      ? [{ field: null }]
      : [],
}

const integratedAt: Rule = {
  id: 'integrated-date',
  register: 'database',
  fields: ['integrationState', 'integratedAt'],
  severity: 'warning',
  message: l(
    'Đã tích hợp về Kho dữ liệu nhưng chưa ghi ngày.',
    'Integrated into the shared store, but without a date.',
  ),
  why: {},
  mend: l('Ghi ngày tích hợp.', 'Enter the date.'),
  check: (values) =>
    values.integrationState === 'da' && isEmpty(values.integratedAt) ? [{ field: 'integratedAt' }] : [],
}

const sharingContradiction: Rule = {
  id: 'sharing-contradiction',
  register: 'database',
  fields: ['shareReadiness', 'sharingForm'],
  severity: 'warning',
  message: l(
    '“Khả năng chia sẻ” ghi không chia sẻ nhưng “Cách thức, định dạng cung cấp” lại có cách đang cung cấp.',
    'It is said not to be shared, yet a way of supplying it is given.',
  ),
  why: {},
  mend: l('Sửa một trong hai mục cho khớp.', 'Make the two agree.'),
  check(values) {
    const forms = Array.isArray(values.sharingForm) ? (values.sharingForm as readonly string[]) : []
    const supplied = forms.some((form) => form !== 'chua_chia_se')
    if (values.shareReadiness === 'khong_chia_se' && supplied) return [{ field: 'sharingForm' }]
    return supplied && forms.includes('chua_chia_se') ? [{ field: 'sharingForm' }] : []
  },
}

const regulationDue: Rule = {
  id: 'regulation-missing',
  register: 'database',
  fields: ['inUseAt', 'regulationDoc', 'officeRole'],
  severity: 'warning',
  message: l(
    'Cơ sở dữ liệu đã đưa vào khai thác nhưng chưa có quy chế khai thác, sử dụng.',
    'The database is in use without a regulation on its use.',
  ),
  why: { nd47_2020: 'Điều 22 Nghị định số 47/2020/NĐ-CP' },
  mend: l('Ghi số, ngày quy chế khi đã ban hành.', 'Enter the regulation once it is issued.'),
  check: (values, context) =>
    values.officeRole === 'chu_quan' &&
    typeof values.inUseAt === 'string' &&
    values.inUseAt <= context.today &&
    isEmpty(values.regulationDoc)
      ? [{ field: 'regulationDoc' }]
      : [],
}

export const databaseRules: readonly Rule[] = [
  resubmissionReason,
  referenceCode,
  roleAndOrigin,
  items,
  integratedAt,
  sharingContradiction,
  regulationDue,
]
