// The provincial console's contract: what the page asks of the server, parsed on both sides. Calls are POSTs of JSON to
// `/console/api/<name>`; files come and go by POST at `/console/file/<name>`. A refusal is data with a code that has its
// sentence in shared/messages. Nothing here can carry a value that an office did not hand in.
import { z } from 'zod'
import { cellProblemSchema, columnProposalSchema, unitChoiceSchema } from '../ipc/contract.ts'
import { valueSchema } from '../ipc/parts.ts'
import { provinceSettingsSchema } from '../settings/provinceSettings.ts'
import { consoleRoundCalls } from './consoleRoundCalls.ts'
import {
  call,
  day,
  decision,
  handinStateSchema,
  id,
  line,
  lineOrNone,
  nothing,
  officeId,
  page,
  period,
  prose,
  reason,
  registerId,
  roleSchema,
  short,
} from './parts.ts'

export type { AccountRole } from './parts.ts'

export const CONSOLE_API = '/console/api/'
export const CONSOLE_FILE = '/console/file/'
/** A page of another site cannot set it: beside Origin and SameSite, the third lock on every call. */
export const CONSOLE_HEADER = 'x-sdl-console'
export const MAX_UPLOAD_BYTES = 64 * 1024 * 1024

const meSchema = z.object({
  login: z.string(),
  fullName: z.string(),
  role: roleSchema,
  mustChange: z.boolean(),
})
export type Me = z.infer<typeof meSchema>

export const deviceSchema = z.object({
  id: z.string(),
  office: z.string(),
  officeName: z.string(),
  name: z.string(),
  person: z.string(),
  status: z.enum(['pending', 'approved', 'refused', 'revoked']),
  requestedAt: z.number(),
  decidedAt: z.number().nullable(),
  decidedBy: z.string().nullable(),
  lastHeardAt: z.number().nullable(),
  bundles: z.number(),
  replies: z.number(),
  /** What province and device both know: equal on both screens when in step. */
  stateCode: z.string(),
  /** Messages held apart: gaps, forks, newer versions. */
  held: z.number(),
})
export type DeviceDto = z.infer<typeof deviceSchema>

const letterSchema = z.object({
  id: z.string(),
  kind: z.string(),
  /** Of the whole submission, as printed on its pages. */
  contentCode: z.string(),
  number: z.string(),
  signedOn: z.string().nullable(),
  signerLines: z.string(),
  signerName: z.string(),
  scanName: z.string(),
  approvedBy: z.string(),
  approvedAt: z.number().nullable(),
  /** Why no second person checked it. */
  passedOver: z.string(),
  sentWay: z.string(),
  sentAt: z.number().nullable(),
  note: z.string(),
})
export type Letter = z.infer<typeof letterSchema>

export const handinRowSchema = z.object({
  office: z.string(),
  officeName: z.string(),
  id: z.string(),
  register: z.string(),
  period: z.string(),
  nil: z.boolean(),
  count: z.number(),
  contentCode: z.string(),
  madeBy: z.string(),
  madeAt: z.number(),
  receivedAt: z.number(),
  note: z.string(),
  byProvince: z.boolean(),
  state: handinStateSchema,
  decidedAt: z.number().nullable(),
  decidedBy: z.string().nullable(),
  accepted: z.number(),
  returned: z.number(),
  remarks: z.number(),
  /** A later hand-in of the same office, register and period stands. */
  superseded: z.boolean(),
  /** Why it was decided so. */
  reason: z.string(),
  /** The round of the province that it answers; empty when it names none. */
  roundName: z.string(),
  /** The signed letter that it came with; null from an office that sends lists alone. */
  letter: letterSchema.nullable(),
})
export type HandinRow = z.infer<typeof handinRowSchema>

export const officeRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  parentName: z.string(),
  level: z.string(),
  hasApp: z.boolean(),
  devices: z.number(),
  pendingDevices: z.number(),
  lastHeardAt: z.number().nullable(),
  /** Bundles received; their content is the office's own until it hands it in. */
  bundles: z.number(),
  held: z.number(),
  /** Latest hand-in of every register. */
  handins: z.array(
    z.object({
      id: z.string(),
      register: z.string(),
      period: z.string(),
      state: handinStateSchema,
      receivedAt: z.number(),
      count: z.number(),
    }),
  ),
})
export type OfficeRow = z.infer<typeof officeRowSchema>

const newOfficeSchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/),
  name: line,
  parentName: line,
  level: z.enum(['tinh', 'so_nganh', 'xa', 'don_vi_su_nghiep', 'huyen', 'bo']),
  adminCode: z.string().max(20),
  docSymbol: z.string().max(60),
  placeName: z.string().max(120),
  profile: z.enum(['nd47_2020', 'current_2025']),
  plan: z.string().max(120),
  hasApp: z.boolean(),
})
export type NewOffice = z.infer<typeof newOfficeSchema>

const shippedUnitSchema = unitChoiceSchema.extend({ placeName: z.string(), exists: z.boolean() })
export type ShippedUnit = z.infer<typeof shippedUnitSchema>

const changedSchema = z.enum(['new', 'changed', 'same', 'removed'])
export const frozenRowSchema = z.object({
  recordId: z.string(),
  register: z.string(),
  name: z.string(),
  decision: z.enum(['accept', 'return']).nullable(),
  /** Against the hand-in before this one. */
  change: changedSchema,
  remarks: z.number(),
})
export type FrozenRow = z.infer<typeof frozenRowSchema>

const valuesSchema = z.record(z.string(), valueSchema)

export const consoleRemarkSchema = z.object({
  id: z.string(),
  handin: z.string(),
  recordId: z.string(),
  field: z.string().nullable(),
  text: z.string(),
  by: z.string(),
  at: z.number(),
  answer: z.string(),
  resolved: z.boolean(),
})
export type ConsoleRemark = z.infer<typeof consoleRemarkSchema>

export const recordViewSchema = z.object({
  recordId: z.string(),
  register: z.string(),
  name: z.string(),
  values: valuesSchema,
  decision: z.enum(['accept', 'return']).nullable(),
  /** The record in earlier hand-ins of this office, newest first. */
  history: z.array(
    z.object({
      handin: z.string(),
      period: z.string(),
      receivedAt: z.number(),
      madeBy: z.string(),
      values: valuesSchema,
    }),
  ),
  remarks: z.array(consoleRemarkSchema),
  children: z.array(
    z.object({ recordId: z.string(), register: z.string(), name: z.string(), values: valuesSchema }),
  ),
})
export type RecordView = z.infer<typeof recordViewSchema>

export const comparisonSchema = z.object({
  /** null: there is nothing to compare with, every record is new. */
  against: z
    .object({ id: z.string(), period: z.string(), receivedAt: z.number(), state: handinStateSchema })
    .nullable(),
  /** Earlier hand-ins of the office and register, the newest first. */
  earlier: z.array(
    z.object({ id: z.string(), period: z.string(), receivedAt: z.number(), state: handinStateSchema }),
  ),
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), removed: z.number() }),
  /** Records on all pages. */
  total: z.number(),
  rows: z.array(
    z.object({
      recordId: z.string(),
      register: z.string(),
      name: z.string(),
      change: changedSchema,
      decision: z.enum(['accept', 'return']).nullable(),
      /** Of a changed record the fields that differ; of a new or a gone one those that have a value. */
      fields: z.array(
        z.object({ field: z.string(), before: valueSchema.nullable(), after: valueSchema.nullable() }),
      ),
      remarks: z.array(consoleRemarkSchema),
    }),
  ),
})
export type Comparison = z.infer<typeof comparisonSchema>

const auditRowSchema = z.object({
  id: z.number(),
  at: z.number(),
  actor: z.string(),
  act: z.string(),
  office: z.string().nullable(),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  address: z.string(),
})
export type AuditRow = z.infer<typeof auditRowSchema>

const accountSchema = z.object({
  id: z.number(),
  login: z.string(),
  fullName: z.string(),
  role: roleSchema,
  mustChange: z.boolean(),
  disabled: z.boolean(),
  createdAt: z.number(),
})
export type AccountDto = z.infer<typeof accountSchema>

const catalogueSchema = z.object({
  code: z.string().trim().min(1).max(60),
  register: z.string().max(60),
  name: line,
  owner: z.string().max(300),
})

export type CatalogueRow = z.infer<typeof catalogueSchema>

const heldSchema = z.object({
  hash: z.string(),
  office: z.string(),
  device: z.string(),
  kind: z.string(),
  number: z.number().nullable(),
  reason: z.string(),
  bytes: z.number(),
  receivedAt: z.number(),
  settledAt: z.number().nullable(),
})
export type HeldDto = z.infer<typeof heldSchema>

/** What is known of the letter that an entered list came with; all of it may be empty. */
export const entryLetterSchema = z.object({
  number: lineOrNone,
  signedOn: day.nullable(),
  signerName: lineOrNone,
  way: z.enum(['mail', 'edoc', 'zalo', 'paper']).nullable(),
})
export type EntryLetter = z.infer<typeof entryLetterSchema>

/** `role` is the least that may call: viewer reads, reviewer decides, admin keeps accounts, offices and devices. */
export const consoleContract = {
  'session.signIn': call(
    'nobody',
    z.object({ login: z.string().max(60), password: z.string().max(200) }),
    meSchema,
  ),
  'session.me': call('nobody', nothing, z.object({ me: meSchema.nullable(), provinceName: z.string() })),
  'session.signOut': call('nobody', nothing, nothing),
  'session.changePassword': call(
    'nobody',
    z.object({ old: z.string().max(200), fresh: z.string().max(200) }),
    nothing,
  ),

  'office.list': call('viewer', nothing, z.array(officeRowSchema)),
  'office.create': call('admin', newOfficeSchema, nothing),
  /** Everything but the id, which is on every record that the office made. */
  'office.save': call('admin', newOfficeSchema, nothing),
  /** Several offices of the shipped list at once, the unit's code being the office's id; those that exist are left. */
  'office.createFrom': call(
    'admin',
    z.object({
      codes: z.array(z.string().max(40)).min(1).max(5_000),
      profile: newOfficeSchema.shape.profile,
      plan: newOfficeSchema.shape.plan,
      hasApp: z.boolean(),
    }),
    z.object({ made: z.number(), existing: z.number() }),
  ),
  /** Agencies of the shipped list by name, or with `under` every commune of that province. */
  'unit.search': call(
    'viewer',
    z.object({ query: z.string().max(200), historic: z.boolean(), under: z.string().max(40).optional() }),
    z.array(shippedUnitSchema),
  ),
  'office.get': call(
    'viewer',
    z.object({ office: officeId }),
    z.object({
      office: newOfficeSchema,
      devices: z.array(deviceSchema),
      handins: z.array(handinRowSchema),
      held: z.array(heldSchema),
      packs: z.array(z.object({ issuedAt: z.number(), expiresAt: z.number(), used: z.boolean() })),
    }),
  ),
  'catalogue.list': call('viewer', nothing, z.array(catalogueSchema)),
  /** Adds systems and replaces those of the same code. */
  'catalogue.put': call('admin', z.object({ entries: z.array(catalogueSchema).min(1).max(5_000) }), nothing),
  'catalogue.remove': call(
    'admin',
    z.object({ codes: z.array(z.string().max(60)).min(1).max(5_000) }),
    nothing,
  ),

  'province.get': call('viewer', nothing, z.object({ name: z.string(), url: z.string() })),
  'province.rename': call('admin', z.object({ name: line }), nothing),

  'rules.get': call(
    'viewer',
    nothing,
    z.object({
      /** 0: nothing was ever saved. */
      number: z.number(),
      settings: provinceSettingsSchema,
      madeAt: z.number().nullable(),
      madeBy: z.string(),
      /** Approved devices, and those to which a reply with the newest number was made. */
      devices: z.number(),
      reached: z.number(),
    }),
  ),
  /** The settings as a new number; `after` is the number that was on the screen. */
  'rules.save': call(
    'admin',
    z.object({ after: z.number().int().min(0), settings: provinceSettingsSchema }),
    z.object({ number: z.number() }),
  ),

  'device.list': call('viewer', z.object({ status: z.enum(['pending', 'all']) }), z.array(deviceSchema)),
  /** The code as the officer read it on the phone: approval fails when it is not this device's. */
  'device.approve': call('admin', z.object({ device: id, code: z.string().max(40) }), nothing),
  'device.refuse': call('admin', z.object({ device: id }), nothing),
  'device.revoke': call('admin', z.object({ device: id }), nothing),
  'held.settle': call('admin', z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), note: line }), nothing),

  'handin.list': call(
    'viewer',
    z.object({
      register: z.string().max(60).optional(),
      state: handinStateSchema.optional(),
      office: officeId.optional(),
      latestOnly: z.boolean(),
      ...page,
    }),
    z.object({ total: z.number(), rows: z.array(handinRowSchema) }),
  ),
  'handin.get': call(
    'viewer',
    z.object({ office: officeId, handin: id }),
    z.object({
      handin: handinRowSchema,
      rows: z.array(frozenRowSchema),
      removed: z.array(z.object({ recordId: z.string(), name: z.string() })),
      previous: z
        .object({ id: z.string(), receivedAt: z.number(), period: z.string(), state: handinStateSchema })
        .nullable(),
    }),
  ),
  'handin.record': call('viewer', z.object({ office: officeId, handin: id, record: id }), recordViewSchema),
  'handin.remark': call(
    'reviewer',
    z.object({
      office: officeId,
      handin: id,
      record: id,
      field: z.string().max(60).nullable(),
      text: reason,
    }),
    nothing,
  ),
  /** Decides whole hand-ins at once; each is its own transaction and its own line of audit. */
  'handin.decide': call(
    'reviewer',
    z.object({
      handins: z
        .array(z.object({ office: officeId, handin: id }))
        .min(1)
        .max(500),
      decision,
      reason: prose,
    }),
    z.object({
      decided: z.number(),
      refused: z.array(z.object({ office: z.string(), handin: z.string(), code: z.string() })),
    }),
  ),
  /** “Không phát sinh” for an office without the app. */
  'handin.enterNil': call(
    'reviewer',
    z.object({ office: officeId, register: registerId, period, letter: entryLetterSchema }),
    z.object({ handin: z.string() }),
  ),
  /** Takes decisions on whole hand-ins back, each its own transaction and its own line of audit. */
  'handin.reopen': call(
    'reviewer',
    z.object({
      handins: z
        .array(z.object({ office: officeId, handin: id }))
        .min(1)
        .max(500),
      reason,
    }),
    z.object({
      reopened: z.number(),
      refused: z.array(z.object({ office: z.string(), handin: z.string(), code: z.string() })),
    }),
  ),
  /**
   * A hand-in against another of the same office and register: what is new, changed (field by field) and gone, with the
   * remarks made on the older one and their answers. Without `against`, the one before it.
   */
  'handin.compare': call(
    'viewer',
    z.object({ office: officeId, handin: id, against: id.nullable(), same: z.boolean(), ...page }),
    comparisonSchema,
  ),
  /** Takes the last Excel list entered for an office back again, as long as nobody has reviewed it. */
  'handin.undoEntry': call('reviewer', z.object({ office: officeId, handin: id }), nothing),
  'handin.decideRecords': call(
    'reviewer',
    z.object({
      office: officeId,
      handin: id,
      records: z.array(id).min(1).max(5_000),
      decision,
      reason: prose,
    }),
    z.object({ state: handinStateSchema }),
  ),

  ...consoleRoundCalls,

  'audit.list': call(
    'admin',
    z.object({ act: short.optional(), office: officeId.optional(), ...page }),
    z.object({ total: z.number(), rows: z.array(auditRowSchema) }),
  ),
  'account.list': call('admin', nothing, z.array(accountSchema)),
  'account.create': call(
    'admin',
    z.object({ login: z.string().regex(/^[a-z][a-z0-9._-]{2,39}$/), fullName: line, role: roleSchema }),
    z.object({ password: z.string() }),
  ),
  'account.setDisabled': call('admin', z.object({ id: z.number().int(), disabled: z.boolean() }), nothing),
  'account.reset': call('admin', z.object({ id: z.number().int() }), z.object({ password: z.string() })),
} as const

export type ConsoleCall = keyof typeof consoleContract
export type ConsoleInput<N extends ConsoleCall> = z.input<(typeof consoleContract)[N]['input']>
export type ConsoleParsed<N extends ConsoleCall> = z.output<(typeof consoleContract)[N]['input']>
export type ConsoleOutput<N extends ConsoleCall> = z.output<(typeof consoleContract)[N]['output']>

export const consoleErrorSchema = z.object({
  code: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type ConsoleError = z.infer<typeof consoleErrorSchema>

/** Files the console gives and takes, as raw bytes. */
export const consoleFiles = {
  /** POST ?office= → a new pack of the office. */
  pack: 'pack',
  /** POST ?device= → every reply the device may lack, as one carried file. */
  reply: 'reply',
  /** POST ?register=&period= → one workbook of all offices; without a period each office's latest. */
  workbook: 'workbook',
  /** POST ?id=&filter=&search=&sort=&descending= → the board of a round as a workbook. */
  board: 'board',
  /** POST JSON of `reminderLetterSchema` → the reminder letter as a Word document. */
  reminder: 'reminder',
  /** POST → the newest signed rules of the province. */
  rules: 'rules',
  /** POST a carried file → JSON of `takenInSchema`. */
  takeIn: 'take-in',
  /** POST an Excel file ?office=&register=&name=[&sheet=&columns=] → JSON of `entryPlanSchema`; nothing is written. */
  planEntry: 'plan-entry',
  /** The same file again with &period=&digest=&removeMissing= → JSON of `enteredSchema`. */
  enter: 'enter',
  /** POST an Excel file ?name= → JSON of `catalogueReadSchema`; nothing is written. */
  readCatalogue: 'read-catalogue',
} as const

export const takenInSchema = z.object({
  /** One entry a message of the file, in its order. */
  messages: z.array(
    z.object({
      kind: z.string(),
      office: z.string().nullable(),
      device: z.string().nullable(),
      number: z.number().nullable(),
      changes: z.number(),
      receiptCode: z.string().nullable(),
      refusal: z.string().nullable(),
    }),
  ),
  /** Devices for which a reply file can now be downloaded. */
  devices: z.array(z.string()),
})
export type TakenIn = z.infer<typeof takenInSchema>

const countsSchema = z.object({
  new: z.number(),
  changed: z.number(),
  same: z.number(),
  parked: z.number(),
  skipped: z.number(),
})
const namedSchema = z.object({ id: z.string(), name: z.string() })

/** What entering the file would do. Long lists are cut after their first rows; the counts are of all. */
export const entryPlanSchema = z.object({
  sheets: z.array(z.string()),
  sheet: z.string(),
  headerRows: z.tuple([z.number(), z.number()]),
  columns: z.array(columnProposalSchema),
  counts: countsSchema,
  rows: z.array(
    z.object({
      row: z.number(),
      status: z.enum(['new', 'changed', 'parked']),
      name: z.string(),
      changes: z.array(z.object({ field: z.string(), before: valueSchema, after: valueSchema })),
      problems: z.array(cellProblemSchema),
    }),
  ),
  /** Records of earlier entries that the file lacks: kept, unless their removal is asked for. */
  missing: z.array(namedSchema),
  missingCount: z.number(),
  /** Records that a row which cannot be read may stand for: always kept. */
  waiting: z.array(namedSchema),
  /** Nobody knows surely which column holds the names: it must be chosen before anything is entered. */
  weak: z.boolean(),
  digest: z.string(),
})
export type EntryPlanDto = z.infer<typeof entryPlanSchema>

export const enteredSchema = z.object({
  handin: z.string(),
  /** Records in the list now. */
  count: z.number(),
  counts: countsSchema,
  removed: z.number(),
})
export type Entered = z.infer<typeof enteredSchema>

export const catalogueReadSchema = z.object({
  entries: z.array(catalogueSchema),
  problems: z.array(z.object({ row: z.number(), message: z.string() })),
})
export type CatalogueRead = z.infer<typeof catalogueReadSchema>
