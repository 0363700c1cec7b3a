// One workbook a room, filled from last time; many returns taken in at once, each marked with its source.
import { randomUUID } from 'node:crypto'
import { zipSync } from 'fflate'
import type { SqliteStore } from '../../db/SqliteStore.ts'
import type { ImportLookup } from '../../shared/excel/ImportLookup.ts'
import { NO_COUNTS } from '../../shared/excel/planSheet.ts'
import type { RoomReturn } from '../../shared/ipc/roomCalls.ts'
import type { Register } from '../../shared/registers/define.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { composeTemplate } from '../../shared/report/composeTemplate.ts'
import { ok } from '../../shared/result.ts'
import { foldKey } from '../../shared/text/fold.ts'
import { ImportSession } from '../import/importSession.ts'
import { IMPORT_LIMITS } from '../import/limits.ts'
import { saveWorkbook } from '../report/writeReport.ts'
import { type CoreContext, type Handlers, openSession, refuse } from './CoreContext.ts'
import { importSettings, lookupIn } from './importSettings.ts'
import { asJob } from './jobs.ts'
import { recordsToHandIn } from './lists.ts'
import { localDay } from './localDay.ts'
import { commitEdits } from './recordCalls.ts'
import {
  collectionOf,
  hasSupplier,
  type Room,
  roomMark,
  roomOfWorkbook,
  roomsOf,
  supplierOf,
} from './rooms.ts'
import { takeIn } from './takeIn.ts'
import { writeFileDurably } from './writeFileDurably.ts'

type RoomCalls = 'rooms.list' | 'rooms.status' | 'rooms.workbooks' | 'rooms.open' | 'rooms.commit'

type Read = { readonly session: ImportSession | null; readonly sheet: string; readonly answer: RoomReturn }
type Returns = {
  readonly id: string
  readonly register: Register
  readonly period: string
  readonly files: readonly Read[]
  /** What is compared with is the store as it is now, the file before this one included. */
  readonly renew: () => void
  /** Places already taken in: pressed twice is once. */
  readonly taken: Set<number>
}
/** One at a time: the workbooks stay in memory until they are taken in. */
const openReturns = new WeakMap<CoreContext, Returns>()

const COUNTED = ['new', 'changed', 'same', 'parked', 'skipped', 'proposed'] as const

export function dropReturns(context: CoreContext): void {
  openReturns.delete(context)
}

export const roomCalls: Handlers<RoomCalls> = {
  'rooms.list': (context) => ok(roomsOf(openSession(context).store, today(context))),

  'rooms.status': (context, { register, period }) => {
    const { store } = openSession(context)
    const supplied = new Map<string, number>()
    for (const record of store.all(register)) {
      const room = supplierOf(record)
      if (room) supplied.set(room, (supplied.get(room) ?? 0) + 1)
    }
    return ok(
      roomsOf(store, today(context)).map((room) => {
        const asked = collectionOf(store, register, period, room.id)?.values
        return {
          room,
          madeAt: timeOf(asked?.madeAt),
          returnedAt: timeOf(asked?.returnedAt),
          file: String(asked?.file ?? ''),
          rows: Number(asked?.rows ?? 0),
          records: supplied.get(room.id) ?? 0,
        }
      }),
    )
  },

  'rooms.workbooks': async (context, { register: id, period, rooms: ids, unassigned, path }) => {
    const { store } = openSession(context)
    const register = registerOf(id)
    if (!register || register.system || !hasSupplier(register))
      return refuse('unknown-register', { register: id })
    const rooms = roomsOf(store, today(context)).filter((room) => ids.includes(room.id))
    if (rooms.length === 0) return refuse('record-gone')
    const files = new Map<string, Uint8Array>()
    for (const room of rooms)
      files.set(
        fileName(register, period, room, files),
        await workbookFor(store, register, period, room, unassigned),
      )
    const [only] = files
    const single = files.size === 1 && only
    const name = single ? only[0] : `bieu-${register.id}-${period}.zip`
    const bytes = single ? only[1] : zipSync(Object.fromEntries(files), { level: 0 })
    if (path) {
      const written = writeFileDurably(path, bytes)
      if (!written.ok) return refuse(written.error.code)
    }
    const madeAt = context.options.now()
    const edits = rooms.map((room) => ({
      id: collectionOf(store, id, period, room.id)?.id ?? null,
      register: 'collection',
      set: { register: id, period, room: room.id, madeAt },
    }))
    commitEdits(context, edits, 'edit', `Làm biểu gửi ${rooms.length} phòng, đơn vị`)
    return ok({ name, bytes: path ? null : bytes, path: path ?? null, rooms: rooms.length })
  },

  'rooms.open': (context, { register: id, period, files }) =>
    asJob('rooms.open', async (signal) => {
      const { store } = openSession(context)
      const register = registerOf(id)
      if (!register || register.system) return refuse('unknown-register', { register: id })
      const total = files.reduce((sum, file) => sum + file.bytes.byteLength, 0)
      const limit = IMPORT_LIMITS.fileBytes
      if (total > limit)
        return refuse('import-too-large', {
          mb: Math.ceil(total / 2 ** 20),
          limit: Math.floor(limit / 2 ** 20),
        })
      dropReturns(context)
      const rooms = roomsOf(store, today(context))
      let now = lookupIn(store)
      const lookup: ImportLookup = {
        findByKey: (of, values) => now.findByKey(of, values),
        valuesOf: (of, record) => now.valuesOf(of, record),
        resolve: (target, text) => now.resolve(target, text),
      }
      const read: Read[] = []
      for (const [index, { name, bytes }] of files.entries()) {
        context.emit({ type: 'progress', jobId: 'rooms.open', label: name, done: index, total: files.length })
        const opened = await ImportSession.open({ bytes }, name, {
          ...importSettings(context, store, register, lookup),
          signal,
        })
        if (signal.aborted) return refuse('import-cancelled')
        read.push(opened.ok ? planned(opened.value, index, rooms) : failed(index, name, opened.error.code))
      }
      context.emit({
        type: 'progress',
        jobId: 'rooms.open',
        label: '',
        done: files.length,
        total: files.length,
      })
      const returns: Returns = {
        id: randomUUID(),
        register,
        period,
        files: read,
        renew: () => {
          now = lookupIn(store)
        },
        taken: new Set(),
      }
      openReturns.set(context, returns)
      return ok({ returnsId: returns.id, files: read.map(({ answer }) => answer) })
    }),

  'rooms.commit': (context, { returnsId, rooms: chosen }) => {
    const { store } = openSession(context)
    const returns = openReturns.get(context)
    if (returns?.id !== returnsId) return refuse('import-gone')
    const rooms = new Map(roomsOf(store, today(context)).map((room) => [room.id, room]))
    store.snapshot('before-import')
    const counts = { ...NO_COUNTS, proposed: 0 }
    let files = 0
    for (const [place, roomId] of Object.entries(chosen)) {
      const index = Number(place)
      const returned = returns.files[index]
      const room = rooms.get(roomId)
      if (!returned?.session || !room || returns.taken.has(index)) continue
      returns.renew()
      returned.session.plan({ sheet: returned.sheet })
      takeReturn(context, store, returns, returned.session, room)
      returns.taken.add(index)
      files++
      const own = { proposed: 0, ...returned.session.counts() }
      for (const key of COUNTED) counts[key] += own[key]
    }
    return ok({ files, counts })
  },
}

/** One file's rows, its room in each, and the note that it came: one undo step. */
function takeReturn(
  context: CoreContext,
  store: SqliteStore,
  { id, register, period }: Returns,
  session: ImportSession,
  room: Room,
): void {
  const own = session.counts()
  const note = {
    id: collectionOf(store, register.id, period, room.id)?.id ?? null,
    register: 'collection',
    set: {
      register: register.id,
      period,
      room: room.id,
      returnedAt: context.options.now(),
      file: session.workbook.name.slice(0, 300),
      rows: own.new + own.changed + own.same + own.parked,
    },
  }
  const suppliedBy = { text: room.name, id: room.id }
  takeIn(context, session, `${id}/${room.id}`, {
    label: `Nhận biểu của ${room.name}`,
    change: (edit) => (hasSupplier(register) ? { ...edit, set: { ...edit.set, suppliedBy } } : edit),
    also: [note],
  })
}

function planned(session: ImportSession, index: number, rooms: readonly Room[]): Read {
  const { sheets, best } = session.sheets()
  const sheet = sheets[best]
  if (!sheet) return failed(index, session.workbook.name, 'import-empty')
  const plan = session.plan({ sheet: sheet.name })
  if (!plan.ok) return failed(index, session.workbook.name, plan.error.code)
  const room = roomOfWorkbook(session.workbook, rooms)
  const answer = { index, name: session.workbook.name, room, counts: plan.value.counts, refusal: null }
  return { session, sheet: sheet.name, answer }
}

function failed(index: number, name: string, refusal: string): Read {
  return { session: null, sheet: '', answer: { index, name, room: null, counts: null, refusal } }
}

async function workbookFor(
  store: SqliteStore,
  register: Register,
  period: string,
  room: Room,
  unassigned: boolean,
): Promise<Uint8Array> {
  const records = recordsToHandIn(store, register.id, period).filter((record) => {
    const supplier = supplierOf(record)
    return record.register === register.id && (supplier === room.id || (unassigned && supplier === null))
  })
  const { workbook } = composeTemplate({
    register,
    language: 'vi',
    records,
    filledBy: room.name,
    mark: roomMark(room.id, register.id, period),
  })
  const { bytes } = await saveWorkbook(workbook, {})
  if (!bytes) throw new Error('a workbook without a path has its bytes')
  return bytes
}

/** Plain ASCII: it travels by mail and Zalo. */
function fileName(
  register: Register,
  period: string,
  room: Room,
  taken: ReadonlyMap<string, unknown>,
): string {
  const stem = `bieu-${register.id}-${period}-${foldKey(room.name).replaceAll(' ', '-').slice(0, 60)}`
  for (let n = 1; ; n++) {
    const name = `${stem}${n > 1 ? `-${n}` : ''}.xlsx`
    if (!taken.has(name)) return name
  }
}

function timeOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function today(context: CoreContext): string {
  return localDay(new Date(context.options.now()))
}
