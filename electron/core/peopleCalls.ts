// Who can open the store: people come and go, PINs change, the recovery sheet is printed and replaced. What was taken
// away opens nothing any more, the snapshots' key files included.
import {
  addPerson,
  changePin,
  checkRecoveryCode,
  listPersons,
  removePerson,
  replaceRecoveryCode,
  unlock,
} from '../../db/keys.ts'
import { renewSnapshotKeys } from '../../db/snapshots.ts'
import { recoverySheetHtml } from '../../shared/report/recoverySheet.ts'
import { ok } from '../../shared/result.ts'
import { type Handlers, officeOf, openSession, refuse } from './CoreContext.ts'
import { closeSession } from './closeSession.ts'
import { localDay } from './localDay.ts'
import { keyOptions, refused } from './opening.ts'
import { rememberPeople } from './people.ts'
import { isLastManager, setRole } from './roles.ts'

type PeopleCalls =
  | 'session.addUser'
  | 'session.removeUser'
  | 'session.setRole'
  | 'session.changePin'
  | 'recovery.sheet'
  | 'recovery.replace'

export const peopleCalls: Handlers<PeopleCalls> = {
  'session.addUser': async (context, { name, pin, role }) => {
    const { store, storeKey } = openSession(context)
    const added = await addPerson(keyOptions(context), storeKey, { name, pin })
    if (!added.ok) return refused(added.error)
    rememberPeople(store, [{ id: added.value.personId, name }])
    setRole(store, added.value.personId, role)
    context.emit({ type: 'status' })
    return ok({ userId: added.value.personId })
  },

  'session.removeUser': (context, { userId }) => {
    const { dataDir } = context.options
    const { store, storeKey, user } = openSession(context)
    const persons = listPersons(dataDir)
    if (!persons.ok) return refused(persons.error)
    if (persons.value.length === 1 && persons.value[0]?.id === userId) return refuse('last-person')
    if (isLastManager(store, userId, persons.value)) return refuse('last-manager')
    const removed = removePerson(dataDir, storeKey, userId)
    if (!removed.ok) return refused(removed.error)
    renewSnapshotKeys(dataDir)
    // Their name stays with what they wrote; whoever took themselves away works no further.
    if (userId === user.id) closeSession(context)
    context.emit({ type: 'status' })
    return ok({})
  },

  'session.setRole': (context, { userId, role }) => {
    const { store } = openSession(context)
    const persons = listPersons(context.options.dataDir)
    if (!persons.ok) return refused(persons.error)
    if (!persons.value.some(({ id }) => id === userId)) return refuse('unknown-person')
    if (role !== 'manager' && isLastManager(store, userId, persons.value)) return refuse('last-manager')
    setRole(store, userId, role)
    context.emit({ type: 'status' })
    return ok({})
  },

  'session.changePin': async (context, { oldPin, newPin }) => {
    const { user } = openSession(context)
    const changed = await changePin(keyOptions(context), user.id, oldPin, newPin)
    if (!changed.ok) return refused(changed.error)
    renewSnapshotKeys(context.options.dataDir)
    return ok({})
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

  'recovery.replace': async (context, { pin }) => {
    const { dataDir } = context.options
    const { storeKey, user } = openSession(context)
    // An unlocked desk must not be enough to carry a key to the store away.
    const known = await unlock(keyOptions(context), user.id, pin)
    if (!known.ok) return refused(known.error)
    known.value.fill(0)
    const replaced = replaceRecoveryCode(dataDir, storeKey)
    if (!replaced.ok) return refused(replaced.error)
    renewSnapshotKeys(dataDir)
    return ok(replaced.value)
  },
}
