// Opening the store once its key is known: the session, the damaged state, the device's keys.
import { randomBytes } from '@noble/hashes/utils.js'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { FolderRefusal } from '../../db/dataFolder.ts'
import { type KeyOptions, type KeyRefusal, listPersons } from '../../db/keys.ts'
import type { Progress } from '../../db/OfficeStore.ts'
import { openStore } from '../../db/open.ts'
import type { SqliteStore } from '../../db/SqliteStore.ts'
import type { StoreRefusal } from '../../db/StoreRefusal.ts'
import { keyId, signingKeyFrom } from '../../shared/bundle/ed25519.ts'
import type { CallError } from '../../shared/ipc/contract.ts'
import { registers } from '../../shared/registers/registry.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type CoreContext, openSession } from './CoreContext.ts'
import { checkLater } from './checkLater.ts'
import { closeSession } from './closeSession.ts'
import { refreshStates } from './recordStates.ts'
import { settleRoles } from './roles.ts'
import { startSnapshots } from './snapshotTimer.ts'

/** Why the store does not open, and its key, from the moment it was found damaged until it opens again. */
type Damage = { readonly code: string; readonly key: Uint8Array; readonly userId: string }
const damage = new WeakMap<CoreContext, Damage>()

export function damageOf(context: CoreContext): Damage | null {
  return damage.get(context) ?? null
}

/** Back to the locked screen: the key is wiped, and the next PIN tries the file again. */
export function forgetDamage(context: CoreContext): void {
  damage.get(context)?.key.fill(0)
  damage.delete(context)
}

function setDamaged(context: CoreContext, found: Damage): void {
  damage.set(context, found)
  context.emit({ type: 'status' })
}

export function keyOptions({ options }: CoreContext): KeyOptions {
  return { dir: options.dataDir, keystore: options.keystore, now: options.now, log2N: options.pinLog2N }
}

/** Opens the folder's store with its key. A damaged one is told to the page, and its key is held for a restore. */
export async function openWith(
  context: CoreContext,
  key: Uint8Array,
  userId: string,
  progress?: Progress,
): Promise<Result<Record<string, never>, CallError>> {
  const { dataDir, now } = context.options
  const store = openStore({ dir: dataDir, key, registers, now, ...(progress ? { progress } : {}) })
  if (!store.ok) {
    if (store.error.code === 'store-damaged') {
      setDamaged(context, { code: store.error.code, key, userId })
    }
    return refused(store.error)
  }
  damage.delete(context)
  await begin(context, store.value, key, userId)
  refreshStates(store.value)
  if (!store.value.checkedAtOpen) {
    checkLater(context, () => {
      const held = Uint8Array.from(openSession(context).storeKey)
      closeSession(context)
      setDamaged(context, { code: 'store-damaged', key: held, userId })
    })
  }
  return ok({})
}

export async function newDevice() {
  const signing = signingKeyFrom(randomBytes(32))
  return {
    deviceId: keyId(signing.public),
    signingSecret: signing.secret,
    signingPublic: signing.public,
    ageIdentity: await generateX25519Identity(),
  }
}

/** Makes an open store the core's session. */
export async function begin(
  context: CoreContext,
  store: SqliteStore,
  key: Uint8Array,
  userId: string,
): Promise<void> {
  const persons = listPersons(context.options.dataDir)
  const user = persons.ok ? persons.value.find((person) => person.id === userId) : undefined
  const { signingSecret, signingPublic, ageIdentity } = store.deviceKeys()
  if (persons.ok) settleRoles(store, persons.value)
  context.session = {
    store,
    user: user ?? { id: userId, name: '' },
    keys: {
      signing: { secret: signingSecret, public: signingPublic },
      ageIdentity,
      ageRecipient: await identityToRecipient(ageIdentity),
    },
    storeKey: key,
  }
  if (context.options.autoSyncMinutes > 0) startSnapshots(context)
  context.emit({ type: 'status' })
}

/** Store and key refusals go to the page with the values that their sentences name. */
export function refused(error: StoreRefusal | KeyRefusal | FolderRefusal): Result<never, CallError> {
  const { code, ...rest } = error
  const args: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(rest)) {
    if (typeof value === 'string' || typeof value === 'number') args[name] = value
  }
  if ('waitMs' in args) args.seconds = Math.ceil(Number(args.waitMs) / 1000)
  return err({ code, args })
}
