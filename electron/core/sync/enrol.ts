// A device becomes known to the province: a self-signed request with the pack's token, then a code of its key read over
// the phone. Until a person there approves, everything stays in the outbox.
import type { OfficeStore } from '../../../db/OfficeStore.ts'
import { sealEnrolRequest } from '../../../shared/bundle/messages.ts'
import type { OfficePack } from '../../../shared/bundle/types.ts'
import { decodeEnrolAnswer } from '../../../shared/http/answer.ts'
import { routes } from '../../../shared/http/contract.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { DeviceKeys } from '../CoreContext.ts'
import type { LineError, Post } from './Post.ts'

export type EnrolState = 'new' | 'pending' | 'approved' | 'refused'
const STATE_KEY = 'enrol.state'

export function enrolState(store: OfficeStore): EnrolState {
  return store.setting<EnrolState>(STATE_KEY) ?? 'new'
}

export function setEnrolState(store: OfficeStore, state: EnrolState): void {
  store.setSetting(STATE_KEY, state)
}

/** A new device has to be made known again. */
export function forgetEnrolment(store: OfficeStore): void {
  store.setSetting(STATE_KEY, undefined)
}

export function enrolRequest(pack: OfficePack, keys: DeviceKeys, person: string): Uint8Array {
  return sealEnrolRequest(
    {
      province: pack.province,
      office: pack.office,
      publicKey: keys.signing.public,
      recipient: keys.ageRecipient,
      token: pack.token,
      deviceName: '',
      person,
    },
    keys.signing,
  )
}

/** Sends the request (any number of times) and keeps what the province says of it. */
export async function enrolDevice(
  parts: { store: OfficeStore; pack: OfficePack; keys: DeviceKeys; post: Post; signal?: AbortSignal },
  person: string,
): Promise<Result<EnrolState, LineError>> {
  const { store, pack, keys } = parts
  const answered = await parts.post(
    new URL(routes.enrol, pack.url).href,
    enrolRequest(pack, keys, person),
    parts.signal,
  )
  if (!answered.ok) return answered
  const decoded = decodeEnrolAnswer(answered.value)
  if (!decoded.ok) return err({ code: 'line-cut' })
  setEnrolState(store, decoded.value.status)
  return ok(decoded.value.status)
}
