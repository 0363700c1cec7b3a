import { carriedFileName, wrapForCarry } from '../../shared/bundle/carry.ts'
import { enrolCode } from '../../shared/bundle/codes.ts'
import { ok } from '../../shared/result.ts'
import { type Handlers, openSession, refuse } from './CoreContext.ts'
import { enrolRequest } from './sync/enrol.ts'
import { packOf } from './sync/officePack.ts'

export const enrolCalls: Handlers<'enrol.request'> = {
  'enrol.request': async (context) => {
    const { store, keys, user } = openSession(context)
    const pack = packOf(store)
    if (!pack) return refuse('sync-no-pack')
    const bytes = await wrapForCarry([enrolRequest(pack, keys, user.name)], pack.provinceRecipient)
    return ok({ code: enrolCode(keys.signing.public), name: carriedFileName(pack.office, 0, 0), bytes })
  },
}
