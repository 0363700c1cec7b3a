// Rules of data already posted: each is decided upon, users are told, and what is open stands in the list of open data.
import { l } from '../registers/common.ts'
import { isEmpty } from '../registers/schema.ts'
import { referencesOf } from './commonRules.ts'
import type { Rule } from './rule.ts'

const PLAN = 'Kế hoạch của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP, phần rà soát dữ liệu đã đăng tải'
const WHY = { nd47_2020: PLAN } as const

const undecided: Rule = {
  id: 'posted-undecided',
  register: 'posted-data',
  fields: ['classification'],
  severity: 'warning',
  message: l(
    'Chưa xác định dữ liệu này là dữ liệu mở hay không.',
    'It is not decided whether this is open data.',
  ),
  why: WHY,
  mend: l(
    'Chọn “Dữ liệu mở” hoặc “Không thuộc hạng mục dữ liệu mở”.',
    'Choose “open data” or “not in the open category”.',
  ),
  check: (values) => (values.classification === 'chua_xac_dinh' ? [{ field: 'classification' }] : []),
}

const openWithoutDataset: Rule = {
  id: 'posted-without-dataset',
  register: 'posted-data',
  fields: ['classification', 'dataset'],
  severity: 'warning',
  message: l(
    'Là dữ liệu mở nhưng chưa có trong danh mục dữ liệu mở.',
    'Open data, yet not in the list of open data.',
  ),
  why: WHY,
  mend: l(
    'Chuyển thành bộ dữ liệu mở, hoặc chọn bộ dữ liệu đã có.',
    'Make it an open dataset, or choose the one there is.',
  ),
  check(values, context) {
    if (values.classification !== 'du_lieu_mo') return []
    const id = referencesOf(values.dataset)[0]?.id
    return id && context.get('open-dataset', id) ? [] : [{ field: 'dataset' }]
  },
}

const notOpenWithDataset: Rule = {
  id: 'posted-not-open',
  register: 'posted-data',
  fields: ['classification', 'dataset'],
  severity: 'error',
  message: l(
    'Không thuộc hạng mục dữ liệu mở nhưng lại có bộ dữ liệu mở.',
    'Not in the open category, yet an open dataset was made of it.',
  ),
  why: WHY,
  mend: l(
    'Sửa kết luận, hoặc bỏ liên kết và ngừng công bố bộ dữ liệu đó.',
    'Correct the conclusion, or unlink the dataset and withdraw it.',
  ),
  check: (values) =>
    values.classification === 'khong_thuoc' && !isEmpty(values.dataset) ? [{ field: 'dataset' }] : [],
}

const notTold: Rule = {
  id: 'posted-users-not-told',
  register: 'posted-data',
  fields: ['classification', 'noticeWay', 'noticeAt'],
  severity: 'warning',
  message: l('Đã xác định nhưng chưa thông báo cho người sử dụng.', 'Decided, but users were not told.'),
  why: WHY,
  mend: l(
    'Ghi chú ngay tại nơi đăng, rồi ghi cách và ngày thông báo ở đây.',
    'Put a note where it is posted, then enter how and when here.',
  ),
  check(values) {
    if (values.classification !== 'du_lieu_mo' && values.classification !== 'khong_thuoc') return []
    const missing = ['noticeWay', 'noticeAt'].find((id) => isEmpty(values[id]))
    return missing ? [{ field: missing }] : []
  },
}

export const postedDataRules: readonly Rule[] = [undecided, openWithoutDataset, notOpenWithDataset, notTold]
