// "Gửi danh sách này cho tỉnh": preview, freeze, list. Nothing here touches the line; syncCalls does.

import { formatCode } from '../../shared/bundle/codes.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { receiptSlipHtml } from '../../shared/report/recoverySheet.ts'
import { ok } from '../../shared/result.ts'
import { type Handlers, officeOf, openSession, refuse } from './CoreContext.ts'
import { freeze, handins, recordsToHandIn, refreshStates, rememberMembers } from './handins.ts'
import { isNil } from './homeCalls.ts'
import { localDay } from './localDay.ts'
import { listProblems } from './problems.ts'
import { commitEdits } from './recordCalls.ts'

type HandinCalls = 'handin.preview' | 'handin.make' | 'handin.list' | 'handin.receiptSlip'

export const handinCalls: Handlers<HandinCalls> = {
  'handin.preview': (context, { register }) => {
    const { store } = openSession(context)
    const definition = registerOf(register)
    if (!definition) return refuse('unknown-register', { register })
    const records = recordsToHandIn(store, register)
    return ok({
      count: store.count(register),
      gaps:
        records.filter((record) => record.problems > 0).length +
        listProblems(store, definition, localDay(new Date(context.options.now()))).length,
      changed: records.filter((record) => record.register === register && record.dirty).length,
      contentCode: freeze(records).code,
    })
  },

  'handin.make': (context, { register, period }) => {
    const { store, user } = openSession(context)
    const definition = registerOf(register)
    if (!definition || definition.system) return refuse('unknown-register', { register })
    const records = recordsToHandIn(store, register)
    const nil = isNil(store, register, period)
    if (records.length === 0 && !nil) return refuse('nothing-to-hand-in')
    const frozen = freeze(records)
    const madeAt = context.options.now()
    const set = {
      register,
      period,
      nil,
      count: store.count(register),
      contentHash: frozen.hash,
      madeBy: user.id,
      madeAt,
    }
    const [id] = commitEdits(
      context,
      [{ id: null, register: 'handin', set }],
      'handin',
      `Gửi ${definition.label.vi}`,
    ).ids
    if (!id) throw new Error('a committed hand-in has an id')
    rememberMembers(
      store,
      id,
      records.map((record) => record.id),
    )
    refreshStates(store)
    const made = handins(store).find((handin) => handin.id === id)
    if (!made) throw new Error('a committed hand-in is listed')
    return ok(made)
  },

  'handin.list': (context) => ok(handins(openSession(context).store)),

  'handin.receiptSlip': (context, { id }) => {
    const { store } = openSession(context)
    const handin = handins(store).find((one) => one.id === id)
    if (!handin || handin.receiptCode === null || handin.receiptAt === null) return refuse('record-gone')
    const office = officeOf(store)
    const html = receiptSlipHtml({
      office: office.name,
      province: office.provinceName,
      list: registerOf(handin.register)?.label.vi ?? handin.register,
      period: handin.period,
      records: handin.count,
      contentCode: formatCode(handin.contentCode),
      receiptCode: formatCode(handin.receiptCode),
      receivedAt: new Date(handin.receiptAt),
    })
    return ok({ html })
  },
}
