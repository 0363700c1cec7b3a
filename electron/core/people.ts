// This office's people, as their names go into bundles; the key file holds their slots, the store their names.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import type { Person } from '../../shared/bundle/types.ts'

const PEOPLE_KEY = 'people'

type Names = Readonly<Record<string, string>>

export function peopleOf(store: OfficeStore): Person[] {
  return Object.entries(store.setting<Names>(PEOPLE_KEY) ?? {}).map(([id, name]) => ({ id, name }))
}

/** Display name of an actor id: this office's people and those that replies brought. */
export function personName(store: OfficeStore, actor: string): string {
  return store.setting<Names>(PEOPLE_KEY)?.[actor] ?? actor
}

export function rememberPeople(store: OfficeStore, people: readonly Person[]): void {
  if (people.length === 0) return
  const known = store.setting<Names>(PEOPLE_KEY) ?? {}
  store.setSetting(PEOPLE_KEY, { ...known, ...Object.fromEntries(people.map(({ id, name }) => [id, name])) })
}
