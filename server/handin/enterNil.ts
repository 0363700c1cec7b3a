// “Không phát sinh” for an office that has no app, as its letter or its officer on the phone said.
import type { EntryLetter } from '../../shared/http/console.ts'
import { inPeriod } from '../../shared/registers/handinScope.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import type { Province } from '../Province.ts'
import { inTransaction } from '../store/database.ts'
import { enterable } from './enterForOffice.ts'
import { ownContent } from './freezeHandin.ts'
import { writeEntry } from './writeEntry.ts'

export type EnterNilError = {
  readonly code: 'unknown-register' | 'no-such-office' | 'office-has-app' | 'nil-has-records'
}

/** Hands in an empty list. One that holds records from before is not “không phát sinh”, unless it lists events. */
export async function enterNil(
  province: Province,
  actor: Actor,
  input: {
    readonly office: string
    readonly register: string
    readonly period: string
    readonly letter: EntryLetter
  },
): Promise<Result<{ handin: string }, EnterNilError>> {
  const register = registerOf(input.register)
  if (!register || register.system || register.parent) return err({ code: 'unknown-register' })
  return inTransaction(province.db, async (tx) => {
    const found = await enterable(tx, input.office)
    if (!found.ok) return err({ code: found.error.code as EnterNilError['code'] })
    const officeRow = found.value
    const before = inPeriod(
      await ownContent(tx, officeRow, register.id, officeRow.ownSeq + 1),
      register.id,
      input.period,
    )
    if (before.length > 0 && !register.events) return err({ code: 'nil-has-records' })
    const made = await writeEntry(tx, province, actor, {
      officeRow,
      register,
      edits: [],
      nil: true,
      letter: input.letter,
      set: { period: input.period, note: 'Tỉnh ghi nhận: không phát sinh' },
    })
    await writeAudit(tx, actor, made.at, {
      act: 'handin-entered',
      office: input.office,
      subject: made.handin,
      detail: { register: register.id, nil: true },
    })
    return ok({ handin: made.handin })
  })
}
