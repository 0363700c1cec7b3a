// Home: what is due, what is missing, what came back; and "Không phát sinh" in one press.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import { nextDue } from '../../shared/deadlines/dues.ts'
import { registerOf, userRegisters } from '../../shared/registers/registry.ts'
import { ok } from '../../shared/result.ts'
import { type Handlers, openSession, refuse } from './CoreContext.ts'
import { deadlinesOf, dueSettings } from './deadlines.ts'
import { handins } from './handins.ts'
import { localDay } from './localDay.ts'
import { isNil, nilRecord, recordsAgainstNil } from './nil.ts'
import { listProblems } from './problems.ts'
import { commitEdits } from './recordCalls.ts'
import { outcomesOf } from './sync/outcomes.ts'

type HomeCalls = 'home.summary' | 'nil.set'

export const homeCalls: Handlers<HomeCalls> = {
  'home.summary': (context) => {
    const { store } = openSession(context)
    const now = new Date(context.options.now())
    const period = String(now.getFullYear())
    const today = localDay(now)
    const deadlines = deadlinesOf(store)
    const settings = dueSettings(store)
    const handed = handins(store)
    const receipted = store
      .outbox()
      .filter((entry) => entry.receipt !== null)
      .at(-1)?.receipt
    return ok({
      period,
      registers: userRegisters
        .filter((register) => !register.parent)
        .map((register) => {
          const deadline = deadlines.find((one) => one.register === register.id)
          const due = deadline ? nextDue(deadline.rule, today, settings) : null
          return {
            register: register.id,
            count: store.count(register.id),
            problems: problemCount(store, register.id),
            listProblems: listProblems(store, register, today).map(
              ({ message, mend }) => `${message} ${mend}`,
            ),
            nil: isNil(store, register.id, period),
            dueAt: due?.lastWorkingDay ?? null,
            dueWhy: deadline?.why ?? '',
            lastHandin: handed.find((handin) => handin.register === register.id) ?? null,
            parked: store.parked(register.id).length,
          }
        }),
      outcomes: outcomesOf(store).length,
      openRemarks: store.all('remark').filter((remark) => remark.values.resolved !== true).length,
      conflicts: store.conflicts().length,
      lastReceipt: receipted ? { code: receipted.code, at: receipted.at } : null,
    })
  },

  'nil.set': (context, { register, period, on }) => {
    const { store } = openSession(context)
    const definition = registerOf(register)
    if (!definition?.nilAnswer) return refuse('unknown-register', { register })
    if (on && recordsAgainstNil(store, register, period) > 0) return refuse('nil-but-records')
    const existing = nilRecord(store, register, period)
    const label = on
      ? `Không phát sinh: ${definition.label.vi}`
      : `Bỏ “Không phát sinh”: ${definition.label.vi}`
    commitEdits(
      context,
      [{ id: existing?.id ?? null, register: 'nil-answer', set: { register, period, on } }],
      'edit',
      label,
    )
    return ok({})
  },
}

function problemCount(store: OfficeStore, register: string): number {
  const filters = [{ field: '$problems', op: 'is', value: true }] as const
  return store.window({ register, filters, offset: 0, limit: 1 }).total
}
