// Settings, outbox, replies, parked rows and remembered column mappings: the core tables beside the log. A bundle in the
// outbox is never changed or dropped; triggers hold that too. Queries are drizzle's, prepared once.
import { and, asc, desc, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import type { DeviceId } from '../shared/change/change.ts'
import type { RegisterId, Values } from '../shared/registers/define.ts'
import type { Connection } from './Connection.ts'
import type { OutboxEntry, ParkedRow } from './OfficeStore.ts'
import { explain } from './StoreRefusal.ts'
import { importMapping, outbox, parkedRow, reply, setting } from './schema.ts'

const DONE = sql`(SELECT id FROM undo_group WHERE state = 'done')`
/** The step that parked the row stands (or there was none), and no standing step took it in. */
const STANDS = and(
  or(isNull(parkedRow.groupId), sql`${parkedRow.groupId} IN ${DONE}`),
  or(isNull(parkedRow.takenBy), sql`${parkedRow.takenBy} NOT IN ${DONE}`),
)

/** Kept numbers up to which bundles and replies are of devices before the present one, and whose they are. */
export const CHAINS_KEY = 'chains'
type Chains = {
  readonly outbox: number
  readonly reply: number
  readonly former: readonly { readonly device: DeviceId; readonly from: number; readonly upTo: number }[]
}

export class Mailbox {
  readonly #orm: BetterSQLite3Database
  readonly #connection: Connection
  readonly #now: () => number
  readonly #getSetting
  readonly #outbox
  readonly #sealed
  readonly #replies

  constructor(connection: Connection, now: () => number) {
    this.#connection = connection
    this.#now = now
    this.#orm = drizzle(connection.driver)
    const named = { key: sql.placeholder('key') }
    this.#getSetting = this.#orm.select().from(setting).where(eq(setting.key, named.key)).prepare()
    const { bytes, ...headings } = getTableColumns(outbox)
    this.#outbox = this.#orm.select(headings).from(outbox).orderBy(asc(outbox.number)).prepare()
    const numbered = eq(outbox.number, sql.placeholder('number'))
    this.#sealed = this.#orm.select({ bytes }).from(outbox).where(numbered).prepare()
    this.#replies = this.#orm.select().from(reply).orderBy(asc(reply.number)).prepare()
  }

  #write(what: string, work: () => { changes: number }): number {
    try {
      return work().changes
    } catch (error) {
      throw explain(error instanceof Error && error.cause ? error.cause : error, what)
    }
  }

  setting<T>(key: string): T | undefined {
    const row = this.#getSetting.get({ key })
    return row ? (JSON.parse(row.value) as T) : undefined
  }

  setSetting(key: string, value: unknown): void {
    if (value === undefined) {
      this.#write('setting', () => this.#orm.delete(setting).where(eq(setting.key, key)).run())
      return
    }
    const text = JSON.stringify(value)
    this.#write('setting', () =>
      this.#orm
        .insert(setting)
        .values({ key, value: text })
        .onConflictDoUpdate({ target: setting.key, set: { value: text } })
        .run(),
    )
  }

  /** The present device's bundles, numbered from 1. */
  outbox(): OutboxEntry[] {
    const from = this.#chains().outbox
    return this.#entries(from, Number.MAX_SAFE_INTEGER)
  }

  /** The bundles of a device that this store wrote as before; null when it never was one. */
  formerOutbox(device: DeviceId): OutboxEntry[] | null {
    const chain = this.#chains().former.find((former) => former.device === device)
    return chain ? this.#entries(chain.from, chain.upTo) : null
  }

  /** From here on bundles and replies are counted from 1 again: a device's chains are its own. */
  beginChains(former: DeviceId): void {
    const chains = this.#chains()
    const upTo = this.#outbox.all().at(-1)?.number ?? 0
    const ended = { device: former, from: chains.outbox, upTo }
    this.setSetting(CHAINS_KEY, {
      outbox: upTo,
      reply: this.#replies.all().at(-1)?.number ?? 0,
      former: [...chains.former, ended],
    })
  }

  #chains(): Chains {
    return this.setting<Chains>(CHAINS_KEY) ?? { outbox: 0, reply: 0, former: [] }
  }

  #entries(from: number, upTo: number): OutboxEntry[] {
    const rows = this.#outbox.all().filter(({ number }) => number > from && number <= upTo)
    const sealed = (number: number) => new Uint8Array(this.#sealed.get({ number })!.bytes)
    return rows.map((row) => ({
      number: row.number - from,
      firstSeq: row.firstSeq,
      lastSeq: row.lastSeq,
      // Read when asked for: what is shown of years of bundles never needs those that were sent.
      get bytes() {
        return sealed(row.number)
      },
      hash: new Uint8Array(row.hash),
      madeAt: row.madeAt,
      receipt:
        row.receiptCode === null
          ? null
          : { code: row.receiptCode, at: row.receiptAt ?? 0, replyNumber: row.receiptReply ?? 0 },
    }))
  }

  /** @throws Error when the number is taken by other bytes: two bundles of one number must never exist. */
  addOutbox(entry: Omit<OutboxEntry, 'receipt'>): void {
    const { firstSeq, lastSeq, madeAt } = entry
    const row = {
      number: this.#chains().outbox + entry.number,
      firstSeq,
      lastSeq,
      madeAt,
      bytes: Buffer.from(entry.bytes),
      hash: Buffer.from(entry.hash),
    }
    this.#write('outbox', () => this.#orm.insert(outbox).values(row).run())
  }

  /** False when no such bundle is here. A receipt that stands is kept: the first is as good as its repeats. */
  settleOutbox(hash: Uint8Array, receipt: NonNullable<OutboxEntry['receipt']>): boolean {
    const ours = eq(outbox.hash, Buffer.from(hash))
    const found = this.#orm.select({ number: outbox.number }).from(outbox).where(ours).get()
    if (!found) return false
    this.#write('outbox', () =>
      this.#orm
        .update(outbox)
        .set({ receiptCode: receipt.code, receiptAt: receipt.at, receiptReply: receipt.replyNumber })
        .where(and(ours, isNull(outbox.receiptCode)))
        .run(),
    )
    return true
  }

  /** The same reply twice is one reply. @throws Error when the number is taken by another reply. */
  addReply(number: number, bytes: Uint8Array, hash: Uint8Array): void {
    const kept = this.#chains().reply + number
    const held = this.#orm.select({ hash: reply.hash }).from(reply).where(eq(reply.number, kept)).get()
    if (held) {
      if (Buffer.compare(held.hash, Buffer.from(hash)) === 0) return
      throw new Error(`reply ${number} is here already, with another hash`)
    }
    const row = { number: kept, bytes: Buffer.from(bytes), hash: Buffer.from(hash), at: this.#now() }
    this.#write('reply', () => this.#orm.insert(reply).values(row).run())
  }

  replies(): { number: number; bytes: Uint8Array; hash: Uint8Array; at: number }[] {
    const from = this.#chains().reply
    return this.#replies
      .all()
      .filter(({ number }) => number > from)
      .map(({ number, at, ...row }) => ({
        number: number - from,
        at,
        bytes: new Uint8Array(row.bytes),
        hash: new Uint8Array(row.hash),
      }))
  }

  /** A row that waits already, unchanged, from the same place of the same file is not parked twice. */
  park(rows: readonly Omit<ParkedRow, 'id'>[], group: number | null): void {
    this.#connection.transaction(() => {
      for (const row of rows) {
        const { importId, register, file, sheet, row: number } = row
        const texts = { values: JSON.stringify(row.values), problems: JSON.stringify(row.problems) }
        const place = { register, file, sheet, row: number, values: texts.values }
        if (this.#isParked(place)) continue
        this.#write('parked_row', () =>
          this.#orm
            .insert(parkedRow)
            .values({ importId, groupId: group, register, file, sheet, row: number, ...texts })
            .run(),
        )
      }
    })
  }

  /** Rows that wait, of imports that were not undone. */
  parked(register?: RegisterId): ParkedRow[] {
    const rows = this.#orm
      .select()
      .from(parkedRow)
      .where(and(STANDS, register === undefined ? undefined : eq(parkedRow.register, register)))
      .orderBy(asc(parkedRow.id))
      .all()
    return rows.map(({ groupId: _group, takenBy: _taken, ...row }) => ({
      ...row,
      values: JSON.parse(row.values) as Values,
      problems: JSON.parse(row.problems) as ParkedRow['problems'],
    }))
  }

  #isParked(place: { register: string; file: string; sheet: string; row: number; values: string }): boolean {
    const same = and(
      STANDS,
      eq(parkedRow.register, place.register),
      eq(parkedRow.file, place.file),
      eq(parkedRow.sheet, place.sheet),
      eq(parkedRow.row, place.row),
      eq(parkedRow.values, place.values),
    )
    return this.#orm.select({ id: parkedRow.id }).from(parkedRow).where(same).limit(1).get() !== undefined
  }

  /** The mended row came in with that undo step: undone, the row waits again. */
  takeParked(id: number, group: number): void {
    this.#write('parked_row', () =>
      this.#orm.update(parkedRow).set({ takenBy: group }).where(eq(parkedRow.id, id)).run(),
    )
  }

  /** For good. */
  unpark(ids: readonly number[]): void {
    this.#connection.transaction(() => {
      for (let i = 0; i < ids.length; i += 500) {
        const part = ids.slice(i, i + 500)
        this.#write('parked_row', () => this.#orm.delete(parkedRow).where(inArray(parkedRow.id, part)).run())
      }
    })
  }

  /** Which field a folded heading was given to before, most recent first; null: the officer chose to leave it out. */
  mappings(register: RegisterId): { readonly header: string; readonly field: string | null }[] {
    return this.#orm
      .select({ header: importMapping.header, field: importMapping.field })
      .from(importMapping)
      .where(eq(importMapping.register, register))
      .orderBy(desc(importMapping.usedAt), asc(importMapping.header))
      .all()
  }

  rememberMapping(register: RegisterId, header: string, field: string | null): void {
    const usedAt = this.#now()
    this.#write('import_mapping', () =>
      this.#orm
        .insert(importMapping)
        .values({ register, header, field, usedAt })
        .onConflictDoUpdate({
          target: [importMapping.register, importMapping.header],
          set: { field, usedAt },
        })
        .run(),
    )
  }
}
