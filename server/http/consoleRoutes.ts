// The console's calls: parsed on the way in, parsed on the way out, allowed by role. Each handler is one use case.
import { hexToBytes } from '@noble/hashes/utils.js'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type AccountRole,
  CONSOLE_API,
  type ConsoleCall,
  type ConsoleOutput,
  type ConsoleParsed,
  consoleContract,
} from '../../shared/http/console.ts'
import { err, ok } from '../../shared/result.ts'
import { changePassword, createAccount, resetPassword, setAccountDisabled } from '../accounts/accounts.ts'
import { type SignedIn, signIn, signOut, whoIs } from '../accounts/sessions.ts'
import { compareHandins } from '../console/compareHandins.ts'
import { listAccounts, listAudit, listCatalogue } from '../console/readAudit.ts'
import { getHandin, getRecord, listHandins } from '../console/readHandins.ts'
import { getOffice, listDevices, listOffices } from '../console/readOffices.ts'
import { decideHandin, decideRecords, makeRemark, reopenHandin } from '../handin/decide.ts'
import { enterNil } from '../handin/enterNil.ts'
import { undoEntry } from '../handin/undoEntry.ts'
import { approveDevice, refuseDevice, revokeDevice, settleHeld } from '../intake/enrolment.ts'
import { putCatalogue, removeFromCatalogue } from '../offices/catalogue.ts'
import { createOffice, createOfficesFrom, saveOffice } from '../offices/offices.ts'
import { findUnits } from '../offices/shippedUnits.ts'
import type { Province } from '../Province.ts'
import { provinceName, renameProvince } from '../provinceName.ts'
import { rulesNow, rulesReach, saveRules } from '../settings/rulesPacks.ts'
import { RateLimit } from './RateLimit.ts'
import { roundHandlers } from './roundHandlers.ts'
import { type Answer, done, given, type StaffCall, type StaffHandlers } from './StaffHandlers.ts'
import { actorOf, clearSessionCookie, isOwnPage, setSessionCookie, signedIn } from './signedIn.ts'
import { toConsoleError } from './toConsoleError.ts'

const RANK: Record<AccountRole, number> = { viewer: 1, reviewer: 2, admin: 3 }
const SIGN_INS_A_MINUTE = 20

const staffHandlers: StaffHandlers = {
  'office.list': async ({ db }) => ok(await listOffices(db)),
  'office.create': async (province, input, actor) => done(await createOffice(province, actor, input)),
  'office.get': ({ db }, { office }) => getOffice(db, office),
  'catalogue.list': async ({ db }) => ok(await listCatalogue(db)),
  'office.save': async (province, input, actor) => done(await saveOffice(province, actor, input)),
  'office.createFrom': async (province, input, actor) => ok(await createOfficesFrom(province, actor, input)),
  'unit.search': async ({ db }, query) => ok(await findUnits(db, query)),
  'catalogue.put': async (province, { entries }, actor) => {
    await putCatalogue(province, actor, entries)
    return ok({})
  },
  'catalogue.remove': async (province, { codes }, actor) => {
    await removeFromCatalogue(province, actor, codes)
    return ok({})
  },
  'province.get': async ({ db, publicUrl }) => ok({ name: await provinceName(db), url: publicUrl }),
  'province.rename': async (province, { name }, actor) => {
    await renameProvince(province, actor, name)
    return ok({})
  },
  'rules.get': async ({ db }) => ok({ ...(await rulesNow(db)), ...(await rulesReach(db)) }),
  'rules.save': async (province, input, actor) => given(await saveRules(province, actor, input)),
  'device.list': async ({ db }, { status }) =>
    ok(await listDevices(db, { pendingOnly: status === 'pending' })),
  'device.approve': async (province, input, actor) => done(await approveDevice(province, actor, input)),
  'device.refuse': async (province, { device }, actor) => done(await refuseDevice(province, actor, device)),
  'device.revoke': async (province, { device }, actor) => done(await revokeDevice(province, actor, device)),
  'held.settle': async (province, { hash, note }, actor) =>
    done(await settleHeld(province, actor, hexToBytes(hash), note)),
  'handin.list': async ({ db }, query) => ok(await listHandins(db, query)),
  'handin.get': ({ db }, query) => getHandin(db, query),
  'handin.record': ({ db }, query) => getRecord(db, query),
  'handin.remark': async (province, input, actor) => done(await makeRemark(province, actor, input)),
  'handin.decide': async (province, { handins, decision, reason }, actor) => {
    const refused: { office: string; handin: string; code: string }[] = []
    for (const ref of handins) {
      const result = await decideHandin(province, actor, { ...ref, decision, reason })
      if (!result.ok) refused.push({ ...ref, code: result.error.code })
    }
    return ok({ decided: handins.length - refused.length, refused })
  },
  'handin.enterNil': async (province, input, actor) => given(await enterNil(province, actor, input)),
  'handin.reopen': async (province, { handins, reason }, actor) => {
    const refused: { office: string; handin: string; code: string }[] = []
    for (const ref of handins) {
      const result = await reopenHandin(province, actor, { ...ref, reason })
      if (!result.ok) refused.push({ ...ref, code: result.error.code })
    }
    return ok({ reopened: handins.length - refused.length, refused })
  },
  'handin.compare': ({ db }, query) => compareHandins(db, query),
  'handin.undoEntry': async (province, ref, actor) => done(await undoEntry(province, actor, ref)),
  'handin.decideRecords': (province, input, actor) => decideRecords(province, actor, input),
  ...roundHandlers,
  'audit.list': async ({ db }, query) => ok(await listAudit(db, query)),
  'account.list': async ({ db }) => ok(await listAccounts(db)),
  'account.create': (province, input, actor) => createAccount(province, actor, input),
  'account.setDisabled': async (province, { id, disabled }, actor) =>
    done(await setAccountDisabled(province, actor, id, disabled)),
  'account.reset': (province, { id }, actor) => resetPassword(province, actor, id),
}

export function consoleRoutes(province: Province) {
  const signIns = new RateLimit(SIGN_INS_A_MINUTE, 60_000)
  return async (app: FastifyInstance): Promise<void> => {
    app.post(`${CONSOLE_API}session.me`, async (request, reply) =>
      answer('session.me', request, reply, async () => {
        const who = await signedIn(province, request)
        return ok({ me: who && meOf(who), provinceName: await provinceName(province.db) })
      }),
    )

    app.post(`${CONSOLE_API}session.signIn`, async (request, reply) =>
      answer('session.signIn', request, reply, async (input) => {
        if (!signIns.take(request.ip)) return err({ code: 'too-many-tries', args: { waitSeconds: 60 } })
        const result = await signIn(province, { ...input, address: request.ip })
        if (!result.ok) return err(toConsoleError(result.error))
        setSessionCookie(province, reply, result.value.token)
        const who = await whoIs(province, result.value.token)
        return who ? ok(meOf(who)) : err({ code: 'not-signed-in' })
      }),
    )

    app.post(`${CONSOLE_API}session.signOut`, async (request, reply) =>
      answer('session.signOut', request, reply, async () => {
        const who = await signedIn(province, request)
        if (who) await signOut(province, who, request.ip)
        clearSessionCookie(province, reply)
        return ok({})
      }),
    )

    app.post(`${CONSOLE_API}session.changePassword`, async (request, reply) =>
      answer('session.changePassword', request, reply, async (input) => {
        const who = await signedIn(province, request)
        if (!who) return err({ code: 'not-signed-in' })
        if (!signIns.take(request.ip)) return err({ code: 'too-many-tries', args: { waitSeconds: 60 } })
        return done(
          await changePassword(province, actorOf(who, request), { ...input, keepSession: who.tokenHash }),
        )
      }),
    )

    for (const name of Object.keys(staffHandlers) as StaffCall[]) {
      app.post(`${CONSOLE_API}${name}`, async (request, reply) => staff(name, request, reply))
    }

    async function staff<N extends StaffCall>(
      name: N,
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<FastifyReply> {
      const who = await signedIn(province, request)
      const refusal = refusalFor(who, consoleContract[name].role)
      if (!who || refusal)
        return reply
          .code(refusal?.status ?? 401)
          .send({ ok: false, error: { code: refusal?.code ?? 'not-signed-in' } })
      return answer(name, request, reply, (input) =>
        staffHandlers[name](province, input, actorOf(who, request)),
      )
    }

    async function answer<N extends ConsoleCall>(
      name: N,
      request: FastifyRequest,
      reply: FastifyReply,
      work: (input: ConsoleParsed<N>) => Answer<N>,
    ): Promise<FastifyReply> {
      if (!isOwnPage(province, request))
        return reply.code(403).send({ ok: false, error: { code: 'other-site' } })
      const { input, output } = consoleContract[name]
      const parsed = input.safeParse(request.body ?? {})
      if (!parsed.success) {
        const where = parsed.error.issues[0]?.path.join('.') ?? ''
        return reply.code(400).send({ ok: false, error: { code: 'bad-input', args: { where } } })
      }
      const result = await work(parsed.data as ConsoleParsed<N>)
      if (!result.ok) return reply.send({ ok: false, error: result.error })
      return reply.send({ ok: true, value: output.parse(result.value) })
    }
  }
}

/** Why that person may not call it, or null. Somebody with a one-time password may only change it. */
export function refusalFor(
  who: SignedIn | null,
  role: AccountRole | 'nobody',
): { readonly status: number; readonly code: string } | null {
  if (!who) return { status: 401, code: 'not-signed-in' }
  if (who.mustChange) return { status: 403, code: 'must-change-password' }
  if (role !== 'nobody' && RANK[who.role] < RANK[role]) return { status: 403, code: 'not-allowed' }
  return null
}

function meOf({ login, fullName, role, mustChange }: SignedIn): ConsoleOutput<'session.signIn'> {
  return { login, fullName, role, mustChange }
}
