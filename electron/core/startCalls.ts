// From an empty folder to an open store, and back: set-up, unlock, recovery, people, snapshots. Nothing opens without a
// person's PIN or the recovery code; a damaged store offers its snapshots and is never overwritten.
import { randomBytes } from '@noble/hashes/utils.js'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import {
  addPerson,
  changePin,
  checkRecoveryCode,
  createKeyFile,
  type KeyOptions,
  type KeyRefusal,
  listPersons,
  recover,
  unlock,
} from '../../db/keys.ts'
import { createStore, openStore, storeExists } from '../../db/open.ts'
import { restoreSnapshot } from '../../db/restore.ts'
import type { SqliteStore } from '../../db/SqliteStore.ts'
import type { StoreRefusal } from '../../db/StoreRefusal.ts'
import { listSnapshots } from '../../db/snapshots.ts'
import { enrolCode } from '../../shared/bundle/codes.ts'
import { keyId, signingKeyFrom } from '../../shared/bundle/ed25519.ts'
import type { AppStatus, CallError } from '../../shared/ipc/contract.ts'
import { registers } from '../../shared/registers/registry.ts'
import { recoverySheetHtml } from '../../shared/report/recoverySheet.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { SAMPLE_OFFICE } from '../../shared/sample/sample.ts'
import { type CoreContext, type Handlers, officeOf, openSession, refuse, saveOffice } from './CoreContext.ts'
import { checkLater } from './checkLater.ts'
import { closeSession } from './closeSession.ts'
import { refreshStates } from './handins.ts'
import { localDay } from './localDay.ts'
import { rememberPeople } from './people.ts'
import { preferencesOf, setPreference } from './preferences.ts'
import { findUnits } from './shippedUnits.ts'
import { startSnapshots } from './snapshotTimer.ts'
import { officeFromPack, packOf, readPack, savePack } from './sync/officePack.ts'
import { takeSample } from './takeSample.ts'

type StartCalls =
  | 'app.status'
  | 'setup.units'
  | 'setup.readPack'
  | 'setup.create'
  | 'session.unlock'
  | 'session.recover'
  | 'session.lock'
  | 'session.addUser'
  | 'session.changePin'
  | 'recovery.sheet'
  | 'office.save'
  | 'office.takePack'
  | 'snapshots.list'
  | 'snapshots.make'
  | 'snapshots.restore'
  | 'preferences.get'
  | 'preferences.set'

const SAMPLE_KEY = 'sample'

/** Why the last unlock failed to open the file, for the start screen; forgotten when one succeeds. */
const damage = new WeakMap<CoreContext, string>()
/** Held from an unlock that found the file damaged until a snapshot is restored. */
const keyOfDamaged = new WeakMap<CoreContext, { key: Uint8Array; userId: string }>()

export const startCalls: Handlers<StartCalls> = {
  'app.status': (context) => ok(statusOf(context)),

  'setup.units': (_context, { search, historic, limit }) => ok(findUnits(search, historic, limit)),

  'setup.readPack': (_context, { bytes }) => {
    const pack = readPack(bytes)
    if (!pack.ok) return refuse(pack.error.code)
    return ok({
      office: officeFromPack(pack.value),
      fingerprint: enrolCode(pack.value.provinceKey),
      expiresAt: pack.value.expiresAt,
    })
  },

  'setup.create': async (context, { office, userName, pin, pack, sample }) => {
    const { dataDir, now } = context.options
    if (storeExists(dataDir)) return refuse('store-exists')
    const opened = pack ? readPack(pack) : null
    if (opened && !opened.ok) return refuse(opened.error.code)
    const drawn = await createKeyFile(keyOptions(context), { name: userName, pin })
    if (!drawn.ok) return refused(drawn.error)
    const { key, personId, recoveryCode } = drawn.value
    const store = createStore({ dir: dataDir, key, registers, now, device: await newDevice() })
    if (!store.ok) return refused(store.error)
    saveOffice(store.value, opened?.ok ? officeFromPack(opened.value) : sample ? SAMPLE_OFFICE : office)
    if (pack) savePack(store.value, pack)
    rememberPeople(store.value, [{ id: personId, name: userName }])
    store.value.setSetting(SAMPLE_KEY, sample)
    await begin(context, store.value, key, personId)
    if (sample) takeSample(context)
    store.value.snapshot('setup')
    return ok({ recoveryCode, userId: personId })
  },

  'session.unlock': async (context, { userId, pin }) => {
    if (context.session) return ok({})
    const key = await unlock(keyOptions(context), userId, pin)
    if (!key.ok) return refused(key.error)
    return openWith(context, key.value, userId)
  },

  'session.recover': async (context, { code, userId, newPin }) => {
    if (context.session) return ok({})
    const key = await recover(keyOptions(context), code, userId, newPin)
    if (!key.ok) return refused(key.error)
    return openWith(context, key.value, userId)
  },

  'session.lock': (context) => {
    closeSession(context)
    context.emit({ type: 'status' })
    return ok({})
  },

  'session.addUser': async (context, { name, pin }) => {
    const { store, storeKey } = openSession(context)
    const added = await addPerson(keyOptions(context), storeKey, { name, pin })
    if (!added.ok) return refused(added.error)
    rememberPeople(store, [{ id: added.value.personId, name }])
    context.emit({ type: 'status' })
    return ok({ userId: added.value.personId })
  },

  'session.changePin': async (context, { oldPin, newPin }) => {
    const { user } = openSession(context)
    const changed = await changePin(keyOptions(context), user.id, oldPin, newPin)
    return changed.ok ? ok({}) : refused(changed.error)
  },

  'recovery.sheet': (context, { recoveryCode }) => {
    const { store, user } = openSession(context)
    const checked = checkRecoveryCode(context.options.dataDir, recoveryCode)
    if (!checked.ok) return refused(checked.error)
    const office = officeOf(store)
    return ok({
      html: recoverySheetHtml({
        office: office.name,
        user: user.name,
        code: recoveryCode,
        date: localDay(new Date(context.options.now())),
      }),
    })
  },

  'office.save': (context, office) => {
    const { store } = openSession(context)
    // What the province's pack says of the office is the province's to change.
    saveOffice(
      store,
      packOf(store)
        ? { ...office, provinceName: officeOf(store).provinceName, provinceUrl: officeOf(store).provinceUrl }
        : office,
    )
    context.emit({ type: 'status' })
    return ok({})
  },

  'office.takePack': (context, { bytes }) => {
    const { store } = openSession(context)
    const pack = readPack(bytes)
    if (!pack.ok) return refuse(pack.error.code)
    const kept = packOf(store)
    // Bundles name their province and office: another one's pack would cut this device's chain in two.
    if (kept && (kept.province !== pack.value.province || kept.office !== pack.value.office))
      return refuse('wrong-audience')
    const office = officeFromPack(pack.value)
    store.transaction(() => {
      savePack(store, bytes)
      saveOffice(store, office)
    })
    context.emit({ type: 'status' })
    return ok(office)
  },

  'snapshots.list': (context) =>
    ok(listSnapshots(context.options.dataDir).map((snapshot) => ({ ...snapshot }))),
  'snapshots.make': (context) => ok({ ...openSession(context).store.snapshot('asked') }),

  'snapshots.restore': async (context, { file }) => {
    const open = context.session
    const held = open
      ? { key: Uint8Array.from(open.storeKey), userId: open.user.id }
      : keyOfDamaged.get(context)
    if (!held) return refuse('locked')
    if (open) open.store.snapshot('before-restore')
    closeSession(context)
    const { dataDir, now } = context.options
    const restored = restoreSnapshot({ dir: dataDir, key: held.key, file, now })
    if (!restored.ok) return refused(restored.error)
    const reopened = await openWith(context, held.key, held.userId)
    if (reopened.ok && !restored.value.complete) {
      // Numbers after the snapshot may have been seen by the province: the store goes on under a device of its own.
      const session = openSession(context)
      session.store.replaceDevice(await newDevice())
      await begin(context, session.store, session.storeKey, session.user.id)
    }
    context.emit({ type: 'status' })
    return reopened
  },

  'preferences.get': (context) => ok(context.session ? preferencesOf(context.session.store) : {}),

  'preferences.set': (context, { key, value }) => {
    setPreference(openSession(context).store, key, value)
    return ok({})
  },
}

function statusOf(context: CoreContext): AppStatus {
  const { dataDir, version, door, keystoreKind } = context.options
  const { session } = context
  const persons = listPersons(dataDir)
  const damaged = damage.get(context) ?? null
  return {
    phase: session ? 'open' : damaged ? 'damaged' : storeExists(dataDir) ? 'locked' : 'empty',
    version,
    sample: session?.store.setting<boolean>(SAMPLE_KEY) === true,
    door,
    keystore: keystoreKind,
    users: persons.ok ? persons.value : [],
    office: session ? officeOf(session.store) : null,
    user: session ? { ...session.user } : null,
    damage: damaged,
  }
}

function keyOptions({ options }: CoreContext): KeyOptions {
  return { dir: options.dataDir, keystore: options.keystore, now: options.now, log2N: options.pinLog2N }
}

async function openWith(
  context: CoreContext,
  key: Uint8Array,
  userId: string,
): Promise<Result<Record<string, never>, CallError>> {
  const { dataDir, now } = context.options
  const store = openStore({ dir: dataDir, key, registers, now })
  if (!store.ok) {
    if (store.error.code === 'store-damaged') {
      damage.set(context, store.error.code)
      keyOfDamaged.set(context, { key, userId })
      context.emit({ type: 'status' })
    }
    return refused(store.error)
  }
  damage.delete(context)
  keyOfDamaged.delete(context)
  await begin(context, store.value, key, userId)
  refreshStates(store.value)
  if (!store.value.checkedAtOpen) {
    checkLater(context, () => {
      const held = { key: Uint8Array.from(openSession(context).storeKey), userId }
      closeSession(context)
      damage.set(context, 'store-damaged')
      keyOfDamaged.set(context, held)
      context.emit({ type: 'status' })
    })
  }
  return ok({})
}

async function newDevice() {
  const signing = signingKeyFrom(randomBytes(32))
  return {
    deviceId: keyId(signing.public),
    signingSecret: signing.secret,
    signingPublic: signing.public,
    ageIdentity: await generateX25519Identity(),
  }
}

async function begin(
  context: CoreContext,
  store: SqliteStore,
  key: Uint8Array,
  userId: string,
): Promise<void> {
  const persons = listPersons(context.options.dataDir)
  const user = persons.ok ? persons.value.find((person) => person.id === userId) : undefined
  const { signingSecret, signingPublic, ageIdentity } = store.deviceKeys()
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
function refused(error: StoreRefusal | KeyRefusal): Result<never, CallError> {
  const { code, ...rest } = error
  const args: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(rest)) {
    if (typeof value === 'string' || typeof value === 'number') args[name] = value
  }
  if ('waitMs' in args) args.seconds = Math.ceil(Number(args.waitMs) / 1000)
  return err({ code, args })
}
