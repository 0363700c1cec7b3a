// Rooms, schools and stations that supply the office's data, and what each was asked for and gave.
import type { OfficeStore, StoredRecord } from '../../db/OfficeStore.ts'
import type { Workbook } from '../../shared/excel/workbook.ts'
import type { Reference, Register } from '../../shared/registers/define.ts'
import { foldKey } from '../../shared/text/fold.ts'
import { officeOf } from './CoreContext.ts'

export type Room = { readonly id: string; readonly name: string }

/** Units under the office: those that name it as their superior, and its rooms. By name. */
export function roomsOf(store: OfficeStore, today: string): Room[] {
  const own = foldKey(officeOf(store).name)
  return store
    .all('unit')
    .filter(({ values }) => {
      const ended = typeof values.validTo === 'string' && values.validTo < today
      const isUnder = foldKey(String(values.parentName ?? '')) === own || values.level === 'phong'
      return !ended && isUnder && foldKey(String(values.name ?? '')) !== own
    })
    .map(({ id, values }) => ({ id, name: String(values.name ?? '') }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** The field that says which room supplied a record, where the register has one. */
export function hasSupplier(register: Register): boolean {
  return register.fields.some((field) => field.id === 'suppliedBy')
}

export function supplierOf(record: StoredRecord): string | null {
  return (record.values.suppliedBy as Reference | null | undefined)?.id ?? null
}

export function collectionOf(
  store: OfficeStore,
  register: string,
  period: string,
  room: string,
): StoredRecord | undefined {
  return store
    .all('collection')
    .find(({ values }) => values.register === register && values.period === period && values.room === room)
}

const MARK = 'sdl-phong:'

/** What a room's workbook carries unseen, so that it is known under any name. */
export function roomMark(room: string, register: string, period: string): string {
  return `${MARK}${room}:${register}:${period}`
}

/** The room that a returned workbook is from: as it says itself, else the one whose name is in the file's. */
export function roomOfWorkbook(workbook: Workbook, rooms: readonly Room[]): Room | null {
  for (const sheet of workbook.sheets) {
    for (const { cells } of sheet.rows) {
      for (const cell of cells) {
        if (typeof cell !== 'string' || !cell.startsWith(MARK)) continue
        const id = cell.slice(MARK.length).split(':')[0]
        const marked = rooms.find((room) => room.id === id)
        if (marked) return marked
      }
    }
  }
  const name = ` ${foldKey(workbook.name.replace(/\.[a-z]+$/i, ''))} `
  const named = rooms.filter((room) => name.includes(` ${foldKey(room.name)} `))
  return named.sort((a, b) => b.name.length - a.name.length)[0] ?? null
}
