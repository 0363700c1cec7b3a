// The core tables that drizzle queries, as the migrations made them (a test compares the two column by column). The log
// and the projections are not here: their hot paths and run-time columns are raw prepared statements.
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const bytes = (name: string) => blob(name, { mode: 'buffer' })

export const outbox = sqliteTable('outbox', {
  number: integer('number').primaryKey(),
  firstSeq: integer('first_seq').notNull(),
  lastSeq: integer('last_seq').notNull(),
  bytes: bytes('bytes').notNull(),
  hash: bytes('hash').notNull().unique(),
  madeAt: integer('made_at').notNull(),
  receiptCode: text('receipt_code'),
  receiptAt: integer('receipt_at'),
  receiptReply: integer('receipt_reply'),
})

export const reply = sqliteTable('reply', {
  number: integer('number').primaryKey(),
  bytes: bytes('bytes').notNull(),
  hash: bytes('hash').notNull(),
  at: integer('at').notNull(),
})

export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})

export const parkedRow = sqliteTable('parked_row', {
  id: integer('id').primaryKey(),
  importId: text('import_id').notNull(),
  groupId: integer('group_id'),
  takenBy: integer('taken_by'),
  register: text('register').notNull(),
  file: text('file').notNull(),
  sheet: text('sheet').notNull(),
  row: integer('row').notNull(),
  values: text('row_values').notNull(),
  problems: text('problems').notNull(),
})

export const importMapping = sqliteTable(
  'import_mapping',
  {
    register: text('register').notNull(),
    header: text('header').notNull(),
    field: text('field'),
    usedAt: integer('used_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.register, table.header] })],
)
