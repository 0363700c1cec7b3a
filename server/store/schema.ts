// The province's tables as drizzle sees them. server/migrations is what makes them; a test compares the two.
import { bigint, boolean, customType, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { FieldId, Value } from '../../shared/registers/define.ts'
import type { ProvinceSettings } from '../../shared/settings/provinceSettings.ts'

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value),
})

/** A count, a sequence or a moment (ms since 1970): all stay below 2⁵³. */
const long = (name: string) => bigint(name, { mode: 'number' })

export type StoredSet = Readonly<Record<FieldId, Value>>
/** Per field, `device.seq` of the heads that the writer saw. */
export type StoredBase = Readonly<Record<FieldId, readonly string[]>>

export const province = pgTable('province', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  id: text('id').notNull(),
  name: text('name').notNull(),
  publicKey: bytea('public_key').notNull(),
  sealedSecret: bytea('sealed_secret').notNull(),
  recipient: text('recipient').notNull(),
  sealedIdentity: bytea('sealed_identity').notNull(),
  createdAt: long('created_at').notNull(),
})

export const office = pgTable('office', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  parentName: text('parent_name').notNull(),
  level: text('level').notNull(),
  adminCode: text('admin_code').notNull(),
  docSymbol: text('doc_symbol').notNull(),
  placeName: text('place_name').notNull(),
  profile: text('profile').$type<'nd47_2020' | 'current_2025'>().notNull(),
  plan: text('plan').notNull(),
  hasApp: boolean('has_app').notNull().default(true),
  ownDevice: text('own_device').notNull(),
  ownSeq: long('own_seq').notNull().default(0),
  createdAt: long('created_at').notNull(),
})

export const catalogueEntry = pgTable('catalogue_entry', {
  code: text('code').primaryKey(),
  register: text('register').notNull(),
  name: text('name').notNull(),
  owner: text('owner').notNull(),
})

export const pack = pgTable('pack', {
  id: long('id').primaryKey().generatedAlwaysAsIdentity(),
  office: text('office').notNull(),
  tokenHash: bytea('token_hash').notNull(),
  bytes: bytea('bytes').notNull(),
  issuedAt: long('issued_at').notNull(),
  expiresAt: long('expires_at').notNull(),
  usedBy: text('used_by'),
})

export type DeviceStatus = 'pending' | 'approved' | 'refused' | 'revoked'

export const device = pgTable('device', {
  id: text('id').primaryKey(),
  office: text('office').notNull(),
  publicKey: bytea('public_key').notNull(),
  recipient: text('recipient').notNull(),
  name: text('name').notNull(),
  person: text('person').notNull(),
  code: text('code').notNull(),
  pack: long('pack').notNull(),
  status: text('status').$type<DeviceStatus>().notNull(),
  revokedAfter: long('revoked_after'),
  requestedAt: long('requested_at').notNull(),
  decidedAt: long('decided_at'),
  decidedBy: text('decided_by'),
  lastNumber: long('last_number').notNull().default(0),
  lastHash: bytea('last_hash'),
  lastSeq: long('last_seq').notNull().default(0),
  replyNumber: long('reply_number').notNull().default(0),
  replyHash: bytea('reply_hash'),
  /** Replies up to this one were applied there, by its last hello. */
  haveReply: long('have_reply').notNull().default(0),
  lastHeardAt: long('last_heard_at'),
  lastWay: text('last_way').$type<Way>(),
  rulesNumber: long('rules_number').notNull().default(0),
})

export type Way = 'line' | 'file'

export const bundle = pgTable(
  'bundle',
  {
    device: text('device').notNull(),
    number: long('number').notNull(),
    office: text('office').notNull(),
    hash: bytea('hash').notNull(),
    bytes: bytea('bytes').notNull(),
    firstSeq: long('first_seq').notNull(),
    lastSeq: long('last_seq').notNull(),
    seenReply: long('seen_reply').notNull(),
    way: text('way').$type<Way>().notNull(),
    changes: integer('changes').notNull(),
    applied: integer('applied').notNull(),
    held: integer('held').notNull(),
    refused: integer('refused').notNull(),
    receiptCode: text('receipt_code').notNull(),
    receivedAt: long('received_at').notNull(),
    replyNumber: long('reply_number').notNull(),
    /** The order in which an office's bundles were applied: a rebuild follows it. */
    intakeOrder: long('intake_order').generatedAlwaysAsIdentity(),
  },
  (t) => [primaryKey({ columns: [t.device, t.number] })],
)

export const ownChange = pgTable(
  'own_change',
  {
    office: text('office').notNull(),
    seq: long('seq').notNull(),
    device: text('device').notNull(),
    register: text('register').notNull(),
    recordDevice: text('record_device').notNull(),
    recordSeq: long('record_seq').notNull(),
    recordId: text('record_id').notNull(),
    setFields: json('set_fields').$type<StoredSet>().notNull(),
    base: json('base').$type<StoredBase>().notNull(),
    actor: text('actor').notNull(),
    at: long('at').notNull(),
    nonce: text('nonce'),
  },
  (t) => [primaryKey({ columns: [t.office, t.seq] })],
)

export const reply = pgTable(
  'reply',
  {
    device: text('device').notNull(),
    number: long('number').notNull(),
    bytes: bytea('bytes').notNull(),
    hash: bytea('hash').notNull(),
    madeAt: long('made_at').notNull(),
    expiresAt: long('expires_at').notNull(),
    knows: json('knows').$type<Readonly<Record<string, number>>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.device, t.number] })],
)

export type HeldReason = 'gap' | 'fork' | 'pending-device' | 'newer-version' | 'revoked-key'

export const heldMessage = pgTable('held_message', {
  hash: bytea('hash').primaryKey(),
  kind: text('kind').notNull(),
  office: text('office').notNull(),
  device: text('device').notNull(),
  number: long('number'),
  bytes: bytea('bytes').notNull(),
  reason: text('reason').$type<HeldReason>().notNull(),
  receivedAt: long('received_at').notNull(),
  settledAt: long('settled_at'),
  settledBy: text('settled_by'),
  settlement: text('settlement'),
})

export const helloNonce = pgTable(
  'hello_nonce',
  { device: text('device').notNull(), nonce: bytea('nonce').notNull(), at: long('at').notNull() },
  (t) => [primaryKey({ columns: [t.device, t.nonce] })],
)

export type Role = 'admin' | 'reviewer' | 'viewer'

export const account = pgTable('account', {
  id: long('id').primaryKey().generatedAlwaysAsIdentity(),
  login: text('login').notNull(),
  fullName: text('full_name').notNull(),
  role: text('role').$type<Role>().notNull(),
  password: text('password').notNull(),
  mustChange: boolean('must_change').notNull(),
  disabledAt: long('disabled_at'),
  failed: integer('failed').notNull().default(0),
  lockedUntil: long('locked_until').notNull().default(0),
  createdAt: long('created_at').notNull(),
})

export const session = pgTable('session', {
  tokenHash: bytea('token_hash').primaryKey(),
  account: long('account').notNull(),
  createdAt: long('created_at').notNull(),
  lastSeenAt: long('last_seen_at').notNull(),
  expiresAt: long('expires_at').notNull(),
  address: text('address').notNull(),
})

export const audit = pgTable('audit', {
  id: long('id').primaryKey().generatedAlwaysAsIdentity(),
  at: long('at').notNull(),
  account: long('account'),
  actor: text('actor').notNull(),
  act: text('act').notNull(),
  office: text('office'),
  subject: text('subject').notNull(),
  detail: json('detail').$type<Readonly<Record<string, string | number | boolean | null>>>().notNull(),
  address: text('address').notNull(),
})

export type ChangeOutcome = 'applied' | 'held' | 'refused'

export const change = pgTable(
  'change',
  {
    device: text('device').notNull(),
    seq: long('seq').notNull(),
    office: text('office').notNull(),
    register: text('register').notNull(),
    recordDevice: text('record_device').notNull(),
    recordSeq: long('record_seq').notNull(),
    recordId: text('record_id').notNull(),
    setFields: json('set_fields').$type<StoredSet>().notNull(),
    base: json('base').$type<StoredBase>().notNull(),
    actor: text('actor').notNull(),
    at: long('at').notNull(),
    seen: long('seen').notNull(),
    nonce: text('nonce'),
    bundleNumber: long('bundle_number').notNull(),
    outcome: text('outcome').$type<ChangeOutcome>().notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [primaryKey({ columns: [t.device, t.seq] })],
)

export const person = pgTable(
  'person',
  {
    office: text('office').notNull(),
    device: text('device').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.office, t.device, t.id] })],
)

export const record = pgTable(
  'merged_record',
  {
    office: text('office').notNull(),
    id: text('id').notNull(),
    register: text('register').notNull(),
    device: text('device').notNull(),
    seq: long('seq').notNull(),
    fields: json('fields').$type<StoredSet>().notNull(),
    heads: json('heads').$type<StoredBase>().notNull(),
    conflicts: json('conflicts').$type<readonly string[]>().notNull(),
    deleted: boolean('deleted').notNull(),
  },
  (t) => [primaryKey({ columns: [t.office, t.id] })],
)

export type HandinState = 'received' | 'returned' | 'accepted'
export type Decision = 'accept' | 'return'

export const handin = pgTable(
  'handin',
  {
    office: text('office').notNull(),
    id: text('id').notNull(),
    device: text('device').notNull(),
    seq: long('seq').notNull(),
    register: text('register').notNull(),
    period: text('period').notNull(),
    nil: boolean('nil').notNull(),
    count: integer('count').notNull(),
    contentHash: text('content_hash').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: long('made_at').notNull(),
    receivedAt: long('received_at').notNull(),
    note: text('note').notNull(),
    byProvince: boolean('by_province').notNull().default(false),
    state: text('state').$type<HandinState>().notNull(),
    decidedAt: long('decided_at'),
    decidedBy: text('decided_by'),
    /** The office's own record of the round that it answers; empty when it names none. */
    round: text('round').notNull().default(''),
    submission: text('submission').notNull().default(''),
    reason: text('reason').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.office, t.id] })],
)

export const frozenSubmission = pgTable(
  'frozen_submission',
  {
    office: text('office').notNull(),
    id: text('id').notNull(),
    round: text('round').notNull(),
    period: text('period').notNull(),
    kind: text('kind').notNull(),
    contentHash: text('content_hash').notNull(),
    number: text('number').notNull(),
    signedOn: text('signed_on'),
    signerLines: text('signer_lines').notNull(),
    signerName: text('signer_name').notNull(),
    scanName: text('scan_name').notNull(),
    scanHash: text('scan_hash').notNull(),
    approvedBy: text('approved_by').notNull(),
    approvedAt: long('approved_at'),
    passedOver: text('passed_over').notNull(),
    sentWay: text('sent_way').notNull(),
    sentAt: long('sent_at'),
    supersedes: text('supersedes').notNull(),
    note: text('note').notNull(),
  },
  (t) => [primaryKey({ columns: [t.office, t.id] })],
)

export type RoundItem = {
  readonly register: string
  /** Field ids wanted; empty: those of the form. */
  readonly columns: readonly string[]
  readonly nilAllowed: boolean
}
/** Who is asked, as it was chosen. */
export type RoundScope = {
  readonly by: 'all' | 'level' | 'list'
  readonly levels: readonly string[]
  readonly offices: readonly string[]
}

export const round = pgTable('round', {
  id: long('id').primaryKey().generatedAlwaysAsIdentity(),
  name: text('name').notNull(),
  period: text('period').notNull(),
  letterNo: text('letter_no').notNull(),
  letterDate: text('letter_date'),
  dueText: text('due_text').notNull(),
  dueOn: text('due_on'),
  lateBy: text('late_by').$type<'letter' | 'receipt'>().notNull(),
  note: text('note').notNull(),
  items: json('items').$type<readonly RoundItem[]>().notNull(),
  scope: json('scope').$type<RoundScope>().notNull(),
  closed: boolean('closed').notNull().default(false),
  madeAt: long('made_at').notNull(),
  madeBy: text('made_by').notNull(),
})

export const roundOffice = pgTable(
  'round_office',
  {
    round: long('round').notNull(),
    office: text('office').notNull(),
    record: text('record').notNull(),
    extendedTo: text('extended_to'),
    extensionReason: text('extension_reason').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.round, t.office] })],
)

export const phoneNote = pgTable('phone_note', {
  id: long('id').primaryKey().generatedAlwaysAsIdentity(),
  office: text('office').notNull(),
  round: long('round'),
  at: long('at').notNull(),
  by: text('by').notNull(),
  text: text('text').notNull(),
})

export const frozenRecord = pgTable(
  'frozen_record',
  {
    office: text('office').notNull(),
    handin: text('handin').notNull(),
    recordId: text('record_id').notNull(),
    register: text('register').notNull(),
    name: text('name').notNull(),
    fields: json('fields').$type<StoredSet>().notNull(),
    fieldsHash: bytea('fields_hash').notNull(),
    decision: text('decision').$type<Decision>(),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.office, t.handin, t.recordId] })],
)

export const remark = pgTable(
  'remark',
  {
    office: text('office').notNull(),
    id: text('id').notNull(),
    handin: text('handin').notNull(),
    recordId: text('record_id').notNull(),
    register: text('register').notNull(),
    field: text('field'),
    text: text('text').notNull(),
    by: text('by').notNull(),
    at: long('at').notNull(),
    answer: text('answer').notNull().default(''),
    resolved: boolean('resolved').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.office, t.id] })],
)

export const rulesPack = pgTable('rules_pack', {
  number: long('number').primaryKey(),
  settings: json('settings').$type<ProvinceSettings>().notNull(),
  bytes: bytea('bytes').notNull(),
  madeAt: long('made_at').notNull(),
  madeBy: text('made_by').notNull(),
})
