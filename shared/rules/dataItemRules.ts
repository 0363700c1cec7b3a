// Rules of data items: personal data is never open, and what is open beside it says that it was made anonymous.
import { l } from '../registers/common.ts'
import type { Values } from '../registers/define.ts'
import { isEmpty } from '../registers/schema.ts'
import { referencesOf } from './commonRules.ts'
import type { Rule } from './rule.ts'

const ACCESS_FIELDS = [
  'accessClass',
  'accessProvince',
  'accessMinistry',
  'accessOther',
  'accessBusiness',
  'accessCitizen',
] as const

// Which user group each column of the grid stands for.
const GROUP_OF: Readonly<Record<string, string>> = {
  accessProvince: 'co_quan_trong_tinh',
  accessMinistry: 'bo_nganh',
  accessOther: 'co_quan_khac',
  accessBusiness: 'doanh_nghiep',
  accessCitizen: 'nguoi_dan',
}

export function isOpenItem(values: Values): boolean {
  return ACCESS_FIELDS.some((id) => values[id] === 'du_lieu_mo')
}

export function holdsPersonalData(values: Values): boolean {
  return values.personalData === 'co_ban' || values.personalData === 'nhay_cam'
}

const WHY = {
  nd47_2020: 'Khoản 1 Điều 20 Nghị định số 47/2020/NĐ-CP',
  current_2025: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
} as const

const openPersonal: Rule = {
  id: 'open-personal',
  register: 'data-item',
  fields: ['personalData', ...ACCESS_FIELDS],
  severity: 'error',
  message: l(
    'Hạng mục chứa dữ liệu cá nhân không thể là dữ liệu mở.',
    'An item that holds personal data cannot be open data.',
  ),
  why: WHY,
  mend: l(
    'Chọn hình thức chia sẻ khác, hoặc tách phần đã tổng hợp thành một hạng mục riêng.',
    'Choose another form of sharing, or make the aggregated part an item of its own.',
  ),
  check: (values) =>
    holdsPersonalData(values)
      ? ACCESS_FIELDS.filter((id) => values[id] === 'du_lieu_mo').map((field) => ({ field }))
      : [],
}

const publicPersonal: Rule = {
  id: 'public-personal',
  register: 'data-item',
  fields: ['personalData', 'disclosure'],
  severity: 'error',
  message: l(
    'Hạng mục chứa dữ liệu cá nhân không thể phân loại “Công khai”.',
    'An item that holds personal data cannot be classed as public.',
  ),
  why: { current_2025: WHY.current_2025 },
  mend: l(
    'Chọn “Công khai có điều kiện” hoặc “Không công khai”.',
    'Choose “under conditions” or “not public”.',
  ),
  check: (values) =>
    holdsPersonalData(values) && values.disclosure === 'cong_khai' ? [{ field: 'disclosure' }] : [],
}

const statement: Rule = {
  id: 'open-statement',
  register: 'data-item',
  fields: ['database', 'aggregationStatement', 'personalData', ...ACCESS_FIELDS],
  severity: 'error',
  message: l(
    'Cơ sở dữ liệu này có dữ liệu cá nhân; hạng mục mở cần xác nhận đã tổng hợp hoặc khử nhận dạng.',
    'This database holds personal data; an open item needs a statement that it is aggregated or anonymised.',
  ),
  why: WHY,
  mend: l(
    'Ghi ai xác nhận và bằng cách nào ở mục “Xác nhận đã tổng hợp hoặc khử nhận dạng”.',
    'Say who confirms it and how.',
  ),
  check(values, context) {
    if (!isOpenItem(values) || holdsPersonalData(values) || !isEmpty(values.aggregationStatement)) return []
    const parentId = referencesOf(values.database)[0]?.id
    const parent = parentId ? context.get('database', parentId) : undefined
    return parent && holdsPersonalData(parent.values) ? [{ field: 'aggregationStatement' }] : []
  },
}

const parentSilent: Rule = {
  id: 'personal-parent',
  register: 'data-item',
  fields: ['database', 'personalData'],
  severity: 'warning',
  message: l(
    'Hạng mục có dữ liệu cá nhân nhưng cơ sở dữ liệu lại ghi là không chứa.',
    'The item holds personal data, yet its database is said to hold none.',
  ),
  why: WHY,
  mend: l('Sửa mục “Chứa dữ liệu cá nhân” của cơ sở dữ liệu.', 'Correct the database’s own field.'),
  check(values, context) {
    const parentId = referencesOf(values.database)[0]?.id
    const parent = parentId ? context.get('database', parentId) : undefined
    return holdsPersonalData(values) && parent?.values.personalData === 'khong'
      ? [{ field: 'personalData' }]
      : []
  },
}

const disclosureAgainstClass: Rule = {
  id: 'open-not-public',
  register: 'data-item',
  fields: ['disclosure', ...ACCESS_FIELDS],
  severity: 'warning',
  message: l(
    'Hạng mục là dữ liệu mở nhưng phân loại “Không công khai”.',
    'The item is open data, yet classed as not public.',
  ),
  why: { current_2025: 'Điều 21 Luật Dữ liệu số 60/2024/QH15' },
  mend: l('Sửa hình thức chia sẻ hoặc phân loại công khai cho khớp.', 'Make the two agree.'),
  check: (values) =>
    isOpenItem(values) && values.disclosure === 'khong_cong_khai' ? [{ field: 'disclosure' }] : [],
}

const groupWithoutUser: Rule = {
  id: 'access-without-user',
  register: 'data-item',
  fields: ['userGroup', ...ACCESS_FIELDS],
  severity: 'warning',
  message: l(
    'Có hình thức chia sẻ cho một đối tượng chưa được chọn ở “Đối tượng khai thác, sử dụng”.',
    'A form of sharing is given for users not chosen under “Users”.',
  ),
  why: { nd47_2020: 'Điểm d khoản 4 Điều 11 Nghị định số 47/2020/NĐ-CP' },
  mend: l(
    'Thêm đối tượng đó, hoặc để trống hình thức chia sẻ của họ.',
    'Add those users, or leave their column empty.',
  ),
  check(values) {
    const groups = Array.isArray(values.userGroup) ? (values.userGroup as readonly string[]) : []
    if (groups.length === 0) return []
    return Object.entries(GROUP_OF)
      .filter(
        ([id, group]) => !isEmpty(values[id]) && values[id] !== 'khong_chia_se' && !groups.includes(group),
      )
      .map(([field]) => ({ field }))
  },
}

export const dataItemRules: readonly Rule[] = [
  openPersonal,
  publicPersonal,
  statement,
  parentSilent,
  disclosureAgainstClass,
  groupWithoutUser,
]
