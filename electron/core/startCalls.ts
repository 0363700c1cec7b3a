// From an empty folder to an open store, and back: set-up, unlock, recovery, the office. Nothing opens without a
// person's PIN or the recovery code.
import { prepareDataFolder } from '../../db/dataFolder.ts'
import { createKeyFile, listPersons, recover, unlock } from '../../db/keys.ts'
import { createStore, storeExists } from '../../db/open.ts'
import { personsOfSnapshots, renewSnapshotKeys } from '../../db/snapshots.ts'
import { enrolCode } from '../../shared/bundle/codes.ts'
import type { AppStatus } from '../../shared/ipc/contract.ts'
import { registers } from '../../shared/registers/registry.ts'
import { ok } from '../../shared/result.ts'
import { SAMPLE_OFFICE } from '../../shared/sample/sample.ts'
import { addOwnUnit } from './addOwnUnit.ts'
import { type CoreContext, type Handlers, officeOf, openSession, refuse, saveOffice } from './CoreContext.ts'
import { closeSession } from './closeSession.ts'
import { begin, damageOf, forgetDamage, keyOptions, newDevice, openWith, refused } from './opening.ts'
import { rememberPeople } from './people.ts'
import { preferencesOf, setPreference } from './preferences.ts'
import { roleOf } from './roles.ts'
import { findUnits } from './shippedUnits.ts'
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
  | 'office.save'
  | 'office.takePack'
  | 'preferences.get'
  | 'preferences.set'

const SAMPLE_KEY = 'sample'

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
    const folder = prepareDataFolder(dataDir)
    if (!folder.ok) return refused(folder.error)
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
    else if (!pack) addOwnUnit(context)
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
    renewSnapshotKeys(context.options.dataDir)
    return openWith(context, key.value, userId)
  },

  'session.lock': (context) => {
    closeSession(context)
    forgetDamage(context)
    context.emit({ type: 'status' })
    return ok({})
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
  const damaged = damageOf(context)?.code ?? null
  return {
    phase: session ? 'open' : damaged ? 'damaged' : storeExists(dataDir) ? 'locked' : 'empty',
    version,
    sample: session?.store.setting<boolean>(SAMPLE_KEY) === true,
    door,
    keystore: keystoreKind,
    users: (persons.ok ? persons.value : personsOfSnapshots(dataDir)).map((person) =>
      session ? { ...person, role: roleOf(session.store, person.id) } : person,
    ),
    office: session ? officeOf(session.store) : null,
    user: session ? { ...session.user, role: roleOf(session.store, session.user.id) } : null,
    damage: damaged,
  }
}
