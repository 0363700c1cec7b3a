// "Gửi danh sách này cho tỉnh": preview, freeze, list. Nothing here touches the line; syncCalls does.

import { formatCode } from '../../shared/bundle/codes.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { receiptSlipHtml } from '../../shared/report/recoverySheet.ts'
import { ok } from '../../shared/result.ts'
import { type Handlers, officeOf, openSession, refuse } from './CoreContext.ts'
import { handins } from './handins.ts'
import { listNow } from './lists.ts'
import { localDay } from './localDay.ts'
import { makeHandins } from './makeHandins.ts'
import { listProblems } from './problems.ts'

type HandinCalls = 'handin.preview' | 'handin.make' | 'handin.list' | 'handin.receiptSlip'

export const handinCalls: Handlers<HandinCalls> = {
  'handin.preview': (context, { register, period }) => {
    const { store } = openSession(context)
    const definition = registerOf(register)
    if (!definition || definition.system) return refuse('unknown-register', { register })
    const list = listNow(store, register, period)
    const changed = store.getMany(list.members).filter((r) => r.register === register && r.dirty).length
    return ok({
      count: list.count,
      gaps:
        list.withProblems + listProblems(store, definition, localDay(new Date(context.options.now()))).length,
      changed,
      contentCode: list.contentCode,
    })
  },

  'handin.make': (context, { register, period }) => {
    const { store } = openSession(context)
    const definition = registerOf(register)
    if (!definition || definition.system) return refuse('unknown-register', { register })
    const list = listNow(store, register, period)
    if (list.members.length === 0 && !list.nil) return refuse('nothing-to-hand-in')
    const [id] = makeHandins(context, [list], period, null, `Gửi ${definition.label.vi}`)
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
