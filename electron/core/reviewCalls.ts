// What came back: remarks pinned to fields, and fields that two people wrote without seeing each other.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import { changeKey } from '../../shared/change/change.ts'
import type { Remark } from '../../shared/ipc/contract.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { parseValue } from '../../shared/registers/schema.ts'
import { ok } from '../../shared/result.ts'
import { type Handlers, openSession, refuse } from './CoreContext.ts'
import { personName } from './people.ts'
import { commitEdits } from './recordCalls.ts'
import { recordName } from './recordDto.ts'
import { forgetOutcomes, outcomesOf } from './sync/outcomes.ts'

type ReviewCalls =
  | 'conflicts.list'
  | 'conflicts.settle'
  | 'remarks.list'
  | 'remarks.answer'
  | 'outcomes.list'
  | 'outcomes.dismiss'

export const reviewCalls: Handlers<ReviewCalls> = {
  'conflicts.list': (context) => {
    const { store } = openSession(context)
    return ok(
      store.conflicts().map((conflict) => ({
        recordId: conflict.record.id,
        register: conflict.record.register,
        name: recordName(conflict.record.register, conflict.record.values),
        field: conflict.field,
        candidates: conflict.candidates.map((candidate) => ({
          ref: changeKey(candidate.ref),
          value: candidate.value as Remark['text'],
          actor: personName(store, candidate.actor),
          at: candidate.at,
        })),
      })),
    )
  },

  'conflicts.settle': (context, { recordId, field, value }) => {
    const { store } = openSession(context)
    const record = store.get(recordId)
    const definition = record ? registerOf(record.register) : undefined
    if (!record || !definition) return refuse('record-gone')
    const declared = definition.fields.find((candidate) => candidate.id === field)
    if (!record.conflicts.includes(field)) return refuse('already-settled')
    if (field === '$deleted') {
      commitEdits(
        context,
        [{ id: recordId, register: record.register, set: { [field]: value === true } }],
        'settle',
        'Giải quyết xung đột',
      )
      return ok({})
    }
    if (!declared) return refuse('unknown-field', { field })
    const parsed = parseValue(declared, value)
    if (!parsed.ok) return refuse('bad-value', { field: declared.label.vi })
    const label = `Chọn giá trị cho “${declared.label.vi}”`
    commitEdits(
      context,
      [{ id: recordId, register: record.register, set: { [field]: parsed.value } }],
      'settle',
      label,
    )
    return ok({})
  },

  'outcomes.list': (context) => {
    const { store } = openSession(context)
    return ok(
      outcomesOf(store).map(({ seq, outcome, reason, recordId, register }) => {
        const record = store.get(recordId)
        return {
          seq,
          outcome,
          code: `outcome-${reason}`,
          recordId,
          register,
          recordName: record ? recordName(record.register, record.values) : '',
        }
      }),
    )
  },

  'outcomes.dismiss': (context, { seqs }) => {
    forgetOutcomes(openSession(context).store, seqs)
    context.emit({ type: 'changed', registers: ['*'] })
    return ok({})
  },

  'remarks.list': (context, { open }) => {
    const { store } = openSession(context)
    return ok(
      store
        .all('remark')
        .map((record) => remarkOf(store, record))
        .filter((remark) => !open || !remark.resolved),
    )
  },

  'remarks.answer': (context, { id, answer }) => {
    const { store } = openSession(context)
    if (store.get(id)?.register !== 'remark') return refuse('record-gone')
    const set = { answer, resolved: true }
    commitEdits(context, [{ id, register: 'remark', set }], 'edit', 'Trả lời ý kiến của tỉnh')
    return ok({})
  },
}

export function remarksOf(store: OfficeStore, recordId: string): Remark[] {
  return store
    .all('remark')
    .filter((record) => record.values.record === recordId)
    .map((record) => remarkOf(store, record))
}

function remarkOf(store: OfficeStore, record: StoredRecord): Remark {
  const { values } = record
  const about = store.get(String(values.record ?? ''))
  return {
    id: record.id,
    handinId: String(values.handin ?? ''),
    recordId: String(values.record ?? ''),
    register: about?.register ?? String(values.register ?? ''),
    recordName: about ? recordName(about.register, about.values) : '',
    field: typeof values.field === 'string' && values.field ? values.field : null,
    text: String(values.text ?? ''),
    by: personName(store, record.updatedBy),
    at: record.createdAt,
    answer: String(values.answer ?? ''),
    resolved: values.resolved === true,
  }
}
