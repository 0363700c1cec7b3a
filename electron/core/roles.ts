// Who has which role, kept in the encrypted store: readable and changeable only by whoever opened it. At least one person
// is always the officer in charge, so that nobody is shut out of keys and sending.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import type { Role } from '../../shared/ipc/parts.ts'

const ROLES_KEY = 'roles'

type Roles = Readonly<Record<string, Role>>
type Person = { readonly id: string }

/** A person the store does not know yet, e.g. after going back to an older snapshot, only looks. */
export function roleOf(store: OfficeStore, personId: string): Role {
  return store.setting<Roles>(ROLES_KEY)?.[personId] ?? 'viewer'
}

/**
 * Gives everybody who can open the store a role. Where none of them is in charge (a first person, a store from before
 * there were roles), those without a role are.
 */
export function settleRoles(store: OfficeStore, persons: readonly Person[]): void {
  const known = store.setting<Roles>(ROLES_KEY) ?? {}
  const hasManager = persons.some(({ id }) => known[id] === 'manager')
  const without = persons.filter(({ id }) => !known[id])
  const role: Role = hasManager ? 'viewer' : 'manager'
  const added: Record<string, Role> = {}
  for (const { id } of without) added[id] = role
  // All have roles and none is in charge: the ones who were have left by a key file of another day.
  if (!hasManager && without.length === 0 && persons[0]) added[persons[0].id] = 'manager'
  if (Object.keys(added).length > 0) store.setSetting(ROLES_KEY, { ...known, ...added })
}

export function setRole(store: OfficeStore, personId: string, role: Role): void {
  store.setSetting(ROLES_KEY, { ...(store.setting<Roles>(ROLES_KEY) ?? {}), [personId]: role })
}

/** Whether nobody else among them is in charge. */
export function isLastManager(store: OfficeStore, personId: string, persons: readonly Person[]): boolean {
  if (roleOf(store, personId) !== 'manager') return false
  return !persons.some(({ id }) => id !== personId && roleOf(store, id) === 'manager')
}
