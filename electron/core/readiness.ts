// What stands between the office and handing in, in the order in which it should be done: the gravest first, then by
// register as the round names them. It lists; it never blocks: a list with gaps is printed as DỰ THẢO.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import type { Problem } from '../../shared/ipc/parts.ts'
import type { ReadinessItem } from '../../shared/ipc/roundCalls.ts'
import type { Values } from '../../shared/registers/define.ts'
import { handedInWith } from '../../shared/registers/handinScope.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { officeOf } from './CoreContext.ts'
import { handins } from './handins.ts'
import { listNow } from './lists.ts'
import { listProblems } from './problems.ts'
import { checkedList } from './problemTally.ts'
import { recordName } from './recordDto.ts'
import type { AskedItem, AskedRound } from './ruleRounds.ts'
import { sinceLast } from './sinceLast.ts'
import { systemRecords } from './systemRecords.ts'

const GRAVITY = { error: 0, warning: 1, info: 2 } as const
/** Rules that ask for a field to be filled; a round that names its columns asks for those alone. */
const ASKS_FOR_FIELD = new Set(['required'])

/** @param today the office's own day, `YYYY-MM-DD` */
export function readinessOf(store: OfficeStore, round: AskedRound, today: string): ReadinessItem[] {
  return round.items
    .flatMap((item, order) => itemsOf(store, round, item, today).map((found) => ({ found, order })))
    .sort((a, b) => GRAVITY[a.found.severity] - GRAVITY[b.found.severity] || a.order - b.order)
    .map(({ found }) => found)
}

function itemsOf(store: OfficeStore, round: AskedRound, item: AskedItem, today: string): ReadinessItem[] {
  const { register } = item
  const list = listNow(store, register, round.period)
  if (list.nil) return []
  if (list.members.length === 0) return [emptyList(store, item)]
  const inside = new Set(list.members)
  return [
    ...conflictsIn(store, inside),
    ...returnedBy(store, round, register, inside),
    ...remarksOn(store, inside),
    ...recordProblems(store, item, round.period),
    ...wholeList(store, register, today),
    ...parkedRows(store, register),
    ...notLookedAt(store, register, round.period),
  ]
}

function recordProblems(store: OfficeStore, item: AskedItem, period: string): ReadinessItem[] {
  const wanted = item.columns.length > 0 ? new Set(item.columns) : null
  return checkedList(store, item.register, period).flatMap((checked) =>
    checked.problems
      .filter((problem) => isAsked(problem, checked.register, item.register, wanted))
      .map((problem) => ({
        ...problem,
        register: checked.register,
        recordId: checked.id,
        recordName: checked.name,
        act: 'record' as const,
      })),
  )
}

/** A gap counts where the round asks for the column; a contradiction always does. */
function isAsked(
  problem: Problem,
  of: string,
  register: string,
  wanted: ReadonlySet<string> | null,
): boolean {
  if (!wanted || of !== register || !ASKS_FOR_FIELD.has(problem.rule)) return true
  return problem.field === null || wanted.has(problem.field)
}

function wholeList(store: OfficeStore, register: string, today: string): ReadinessItem[] {
  return handedInWith(register).flatMap((of) =>
    listProblems(store, of, today).map((problem) => ({
      ...problem,
      ...about(of.id),
      act: 'register' as const,
    })),
  )
}

function conflictsIn(store: OfficeStore, inside: ReadonlySet<string>): ReadinessItem[] {
  return store
    .conflicts()
    .filter(({ record }) => inside.has(record.id))
    .map(({ record, field }) => {
      const label = registerOf(record.register)?.fields.find(({ id }) => id === field)?.label.vi ?? ''
      const message = `Hai người đã sửa “${label || 'việc xóa bản ghi'}” mà chưa thấy của nhau.`
      const mend = 'Chọn giá trị đúng; giá trị còn lại vẫn ở trong lịch sử.'
      return ofRecord(record, own('conflict', 'error', field, message, mend), 'conflict')
    })
}

/** What the province returned of the last hand-in and nobody has edited since, with its reason. */
function returnedBy(
  store: OfficeStore,
  round: AskedRound,
  register: string,
  inside: ReadonlySet<string>,
): ReadinessItem[] {
  const last = handins(store).find((one) => one.register === register && one.period === round.period)
  const made = last && store.get(last.id)
  if (!made || last.state !== 'returned') return []
  const reasonOf = (values: Values) => (typeof values.reason === 'string' ? values.reason : '')
  const mend = 'Sửa theo lý do trả lại, rồi khóa, ký và gửi lại.'
  const edited = new Set(handedInWith(register).flatMap(({ id }) => store.editedSince(id, made.ref)))
  const latest = new Map<string, StoredRecord>()
  for (const review of systemRecords(store, 'review')) {
    const id = String(review.values.record ?? '')
    const before = latest.get(id)
    if (review.values.handin === last.id && (!before || before.ref.seq < review.ref.seq))
      latest.set(id, review)
  }
  const records = [...latest].flatMap(([id, { values }]) => {
    const record = store.get(id)
    if (values.decision !== 'return' || !record || !inside.has(id) || edited.has(id)) return []
    const message = `Tỉnh trả lại bản ghi này. ${reasonOf(values)}`.trim()
    return [ofRecord(record, own('returned', 'error', null, message, mend), 'record')]
  })
  const reason = reasonOf(made.values)
  if (reason === '' || records.length > 0) return records
  const message = `Tỉnh trả lại danh sách. ${reason}`
  return [{ ...own('returned', 'error', null, message, mend), ...about(register), act: 'register' }]
}

function remarksOn(store: OfficeStore, inside: ReadonlySet<string>): ReadinessItem[] {
  return systemRecords(store, 'remark')
    .filter(({ values }) => values.resolved !== true && inside.has(String(values.record ?? '')))
    .flatMap(({ values }) => {
      const record = store.get(String(values.record ?? ''))
      if (!record) return []
      const field = typeof values.field === 'string' && values.field ? values.field : null
      const message = `Tỉnh góp ý: ${String(values.text ?? '')}`
      const mend = 'Sửa theo góp ý rồi trả lời, hoặc trả lời vì sao giữ nguyên.'
      return [ofRecord(record, own('open-remark', 'error', field, message, mend), 'remark')]
    })
}

function parkedRows(store: OfficeStore, register: string): ReadinessItem[] {
  return handedInWith(register).flatMap(({ id }) => {
    const waiting = store.parked(id).length
    if (waiting === 0) return []
    const message = `${waiting} dòng đã nhập từ Excel còn chờ sửa, chưa vào danh sách.`
    const mend = 'Sửa rồi nhận các dòng này, hoặc bỏ dòng không đúng.'
    return [{ ...own('parked-rows', 'warning', null, message, mend), ...about(id), act: 'parked' as const }]
  })
}

/** Records that nobody has said anything of since they were last accepted. */
function notLookedAt(store: OfficeStore, register: string, period: string): ReadinessItem[] {
  const { since, rows } = sinceLast(store, register, period)
  if (since === null) return []
  const left = rows.filter(({ attested, group }) => !attested && group !== 'changed' && group !== 'new')
  const gone = left.filter(({ group }) => group === 'gone').length
  const kept = left.length - gone
  const found: ReadinessItem[] = []
  if (kept > 0) {
    const message = `${kept} bản ghi như kỳ ${since}, chưa có ai xác nhận còn đúng.`
    const mend = 'Xem qua rồi bấm “Giữ nguyên, đã kiểm tra”.'
    found.push({ ...own('not-attested', 'warning', null, message, mend), ...about(register), act: 'review' })
  }
  if (gone > 0) {
    const message = `${gone} bản ghi của kỳ ${since} không còn trong danh sách.`
    const mend = 'Nếu xóa nhầm, khôi phục từ lịch sử; nếu đã ngừng sử dụng, nên ghi tình trạng thay vì xóa.'
    found.push({ ...own('gone-since-last', 'info', null, message, mend), ...about(register), act: 'review' })
  }
  return found
}

function emptyList(store: OfficeStore, { register, nilAllowed }: AskedItem): ReadinessItem {
  const label = registerOf(register)?.label.vi ?? register
  const message = `“${label}” của ${officeOf(store).name} chưa có bản ghi nào.`
  const mend = nilAllowed ? 'Nhập danh sách, hoặc trả lời “Không phát sinh”.' : 'Nhập danh sách.'
  return { ...own('list-empty', 'error', null, message, mend), ...about(register), act: 'register' }
}

function own(
  rule: string,
  severity: Problem['severity'],
  field: string | null,
  message: string,
  mend: string,
): Problem {
  return { rule, severity, field, message, why: '', mend }
}

function about(register: string): Pick<ReadinessItem, 'register' | 'recordId' | 'recordName'> {
  return { register, recordId: null, recordName: '' }
}

function ofRecord(record: StoredRecord, problem: Problem, act: ReadinessItem['act']): ReadinessItem {
  const name = recordName(record.register, record.values)
  return { ...problem, register: record.register, recordId: record.id, recordName: name, act }
}
