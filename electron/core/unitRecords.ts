// Agencies that ship with the app, and the office itself, as records of the unit register: offered beside the saved ones
// where a field names an agency, and made a record by the edit that first names one, in the same undo step. A name is
// linked by itself only where one agency can be meant; everything else is a person's choice.
import { type Edit, NEW_RECORD, type OfficeStore } from '../../db/OfficeStore.ts'
import { sameValue } from '../../shared/change/merge.ts'
import type { Office, UnitChoice } from '../../shared/ipc/contract.ts'
import type { Field, Reference, RegisterId, Value, Values } from '../../shared/registers/define.ts'
import { matchKeyOf } from '../../shared/registers/matchKey.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { BOUNDS } from '../../shared/registers/schema.ts'
import { valuesOf } from '../../shared/registers/valuesOf.ts'
import { hasFormat } from '../../shared/rules/textFormat.ts'
import { foldKey } from '../../shared/text/fold.ts'
import { ministries } from '../../shared/units/agencies.ts'
import { SHIPPED } from '../../shared/units/shippedId.ts'
import { officeOf } from './CoreContext.ts'
import { findUnits, isNameShared, shippedUnit } from './shippedUnits.ts'

const OWN = `${SHIPPED}own`

type Suggestion = { readonly id: string; readonly name: string; readonly note: string }

/** The office as a unit record. */
export function officeUnit(office: Office): Values {
  return valuesOf('unit', {
    name: office.name.slice(0, BOUNDS.text),
    parentName: office.parentName.slice(0, BOUNDS.text),
    level: office.level,
    adminCode: hasFormat('admin-code', office.adminCode) ? office.adminCode : null,
    docSymbol: office.docSymbol.slice(0, BOUNDS.text),
    placeName: office.placeName.slice(0, BOUNDS.text),
  })
}

function unitOfChoice(unit: UnitChoice): Values {
  return valuesOf('unit', {
    name: unit.name,
    parentName: unit.parentName,
    level: unit.level,
    adminCode: hasFormat('admin-code', unit.code) ? unit.code : null,
  })
}

/**
 * Agencies that are no record yet and whose name matches: the office itself, those of its own superior, then the rest.
 * Where several bear one name, the superior's stands behind it.
 * @param search as typed; empty offers the office alone
 */
export function suggestUnits(store: OfficeStore, search: string, limit: number): Suggestion[] {
  const office = officeOf(store)
  const wanted = foldKey(search)
  const near = foldKey(office.parentName)
  const rank = (unit: UnitChoice) => (foldKey(unit.parentName) === near ? 0 : 1)
  const own = { id: OWN, name: office.name, note: office.parentName, parentName: office.parentName }
  const shipped = (wanted === '' ? [] : findUnits(search, false, 200))
    .filter((unit) => foldKey(unit.name) !== foldKey(office.name))
    .sort((a, b) => rank(a) - rank(b))
  const isNew = (unit: { readonly name: string; readonly parentName: string }) =>
    savedLike(store, { name: unit.name, parentName: unit.parentName }) === null
  const offered: Suggestion[] = foldKey(office.name).includes(wanted) && isNew(own) ? [own] : []
  for (const unit of shipped) {
    if (offered.length >= limit) break
    if (!isNew(unit)) continue
    const name = unit.parentName && isNameShared(unit) ? `${unit.name} (${unit.parentName})` : unit.name
    offered.push({ id: SHIPPED + unit.code, name, note: unit.parentName })
  }
  return offered.slice(0, Math.max(0, limit)).map(({ id, name, note }) => ({ id, name, note }))
}

function savedLike(store: OfficeStore, values: Values): string | null {
  return store.sameKey('unit', values)[0] ?? null
}

/**
 * Edits in which every reference to a shipped agency, and every written name that can mean one agency only, is one to a
 * record: to the saved one, or to one that this commit makes. The edits that make records come first; an id that is no
 * agency's is dropped and the text stays.
 */
export function withUnitRecords(store: OfficeStore, edits: readonly Edit[]): Edit[] {
  const made: Edit[] = []
  const places = new Map<string, number>()
  const resolve = (reference: Reference): Reference => {
    if (!reference.id?.startsWith(SHIPPED)) return reference
    const unit = reference.id === OWN ? undefined : shippedUnit(reference.id.slice(SHIPPED.length))
    if (!unit && reference.id !== OWN) return { text: reference.text, id: null }
    const values = unit ? unitOfChoice(unit) : officeUnit(officeOf(store))
    const text = String(values.name)
    const saved = savedLike(store, values)
    if (saved) return { text, id: saved }
    const key = matchKeyOf(registerOf('unit')!, values)
    const place = places.get(key) ?? made.push({ id: null, register: 'unit', set: values }) - 1
    places.set(key, place)
    return { text, id: `${NEW_RECORD}${place}` }
  }
  const certain = certainNames(store)
  const change = (reference: Reference) => resolve(certain(reference))
  const fields = new Map<RegisterId, readonly Field[]>()
  const resolved = edits.map((edit) => {
    const named =
      fields.get(edit.register) ??
      registerOf(edit.register)?.fields.filter((field) => field.target === 'unit') ??
      []
    fields.set(edit.register, named)
    return mapUnitReferences(edit, named, change)
  })
  return [...made, ...resolved]
}

/**
 * Links a written name of a ministry, or the office's own, while no saved record bears it. Ministries' names are borne by
 * one agency in the country; a commune's or department's may mean another, or one that is no more, and waits for a person.
 */
function certainNames(store: OfficeStore): (reference: Reference) => Reference {
  let saved: ReadonlyMap<string, unknown> | null = null
  let certain: ReadonlyMap<string, string> | null = null
  return (reference) => {
    if (reference.id !== null) return reference
    certain ??= new Map([
      ...ministries()
        .filter((unit) => !unit.historic && unit.parentName === '')
        .map((unit) => [foldKey(unit.name), SHIPPED + unit.code] as const),
      [foldKey(officeOf(store).name), OWN],
    ])
    const key = foldKey(reference.text)
    const id = certain.get(key)
    if (id === undefined) return reference
    saved ??= store.matchIndex('unit', ['name'])
    return saved.has(key) ? reference : { text: reference.text, id }
  }
}

/** What an edit's values became the last time, by the values: asked again with the same answer, they are the same object. */
const mappedSets = new WeakMap<Edit['set'], Edit['set']>()

/** The edit itself when nothing in it changes: of ten thousand imported rows few name an agency that is linked. */
function mapUnitReferences(
  edit: Edit,
  fields: readonly Field[],
  change: (reference: Reference) => Reference,
): Edit {
  let set: Record<string, Value> | null = null
  for (const { id, type } of fields) {
    const value = edit.set[id]
    if (!value) continue
    const mapped =
      type === 'refs' ? mapAll(value as readonly Reference[], change) : change(value as Reference)
    if (mapped === value) continue
    set ??= { ...edit.set }
    set[id] = mapped
  }
  if (!set) return edit
  const before = mappedSets.get(edit.set)
  const same = before && fields.every(({ id }) => sameValue(before[id] ?? null, set[id] ?? null))
  if (!same) mappedSets.set(edit.set, set)
  return { ...edit, set: same ? before : set }
}

function mapAll(
  references: readonly Reference[],
  change: (reference: Reference) => Reference,
): readonly Reference[] {
  const mapped = references.map(change)
  return mapped.some((reference, i) => reference !== references[i]) ? mapped : references
}
