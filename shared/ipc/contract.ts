// The one contract between the page and the core: channel, input schema, output schema. Both sides parse; Electron's
// preload and the browser door carry the same calls. Outputs are Results: a refusal is data with a typed code, whose
// sentence lives in shared/messages.
import { z } from 'zod'
import { calendarCalls } from './calendarCalls.ts'
import {
  bytesSchema,
  call,
  countsSchema,
  fieldId,
  id,
  nothing,
  problemSchema,
  register,
  roleSchema,
  setSchema,
  short,
  signerSchema,
  stateSchema,
  valueSchema,
} from './parts.ts'
import { profileCalls } from './profileCalls.ts'
import { roomCalls } from './roomCalls.ts'
import { roundCalls } from './roundCalls.ts'

export const recordSchema = z.object({
  id,
  register,
  values: z.record(z.string(), valueSchema),
  deleted: z.boolean(),
  updatedAt: z.number(),
  updatedBy: z.string(),
  createdAt: z.number(),
  conflicts: z.array(z.string()),
  dirty: z.boolean(),
  state: stateSchema,
  problems: z.number(),
})
export type RecordDto = z.infer<typeof recordSchema>

const filterSchema = z.union([
  z.object({
    field: fieldId,
    op: z.literal('is'),
    value: z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]),
  }),
  z.object({ field: fieldId, op: z.literal('contains'), text: short }),
  z.object({ field: fieldId, op: z.enum(['empty', 'filled']) }),
])
export const querySchema = z.object({
  register,
  search: short.optional(),
  filters: z.array(filterSchema).max(20).optional(),
  sort: z.object({ field: fieldId, descending: z.boolean() }).optional(),
  parentId: id.optional(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(1_000),
})
export type QueryDto = z.infer<typeof querySchema>

const undoEntry = z.object({ label: z.string(), at: z.number() }).nullable()
const undoState = z.object({ undo: undoEntry, redo: undoEntry })

export const unitChoiceSchema = z.object({
  /** Administrative code (2 digits province, 5 commune, 3 historic district), or a shipped agency's own id. */
  code: z.string(),
  name: z.string(),
  level: z.enum(['tinh', 'so_nganh', 'xa', 'don_vi_su_nghiep', 'huyen', 'bo']),
  /** Superior's name, printed above the agency's. */
  parentName: z.string(),
  historic: z.boolean(),
})
export type UnitChoice = z.infer<typeof unitChoiceSchema>

export const officeSchema = z.object({
  name: z.string(),
  parentName: z.string(),
  level: unitChoiceSchema.shape.level,
  adminCode: z.string(),
  docSymbol: z.string(),
  placeName: z.string(),
  profile: z.enum(['nd47_2020', 'current_2025']),
  plan: z.string(),
  /** Province server's id and address, when an office pack brought them. */
  provinceName: z.string(),
  provinceUrl: z.string(),
})
export type Office = z.infer<typeof officeSchema>

const statusSchema = z.object({
  phase: z.enum(['empty', 'locked', 'open', 'damaged']),
  version: z.string(),
  sample: z.boolean(),
  door: z.enum(['electron', 'browser']),
  /** `file`: beside the browser door the keystore is a 0600 file, weaker than the operating system's. */
  keystore: z.enum(['os', 'file']),
  /** A role is known only while the store is open. */
  users: z.array(z.object({ id, name: z.string(), role: roleSchema.optional() })),
  office: officeSchema.nullable(),
  user: z.object({ id, name: z.string(), role: roleSchema }).nullable(),
  damage: z.string().nullable(),
})
export type AppStatus = z.infer<typeof statusSchema>

const snapshotSchema = z.object({
  file: z.string(),
  at: z.number(),
  bytes: z.number(),
  reason: z.string(),
  verified: z.boolean(),
})

const syncSchema = z.object({
  phase: z.enum(['idle', 'sending', 'waiting', 'offline', 'refused', 'not-enrolled']),
  /** One sentence key of shared/messages for what it is doing or why it stopped. */
  message: z.string(),
  /** Values for that sentence's places. */
  args: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Where this machine stands with the province; until `approved`, its code waits to be read out over the phone. */
  enrolment: z.enum(['no-pack', 'new', 'pending', 'approved', 'refused']),
  lastGoodAt: z.number().nullable(),
  unsentChanges: z.number(),
  unreceiptedBundles: z.number(),
  bytesLeft: z.number(),
  nextTryAt: z.number().nullable(),
  stateCode: z.string(),
})
export type SyncStatus = z.infer<typeof syncSchema>

export const cellProblemSchema = z.object({
  cell: z.string(),
  rule: z.string(),
  message: z.string(),
  /** The field that the cell was read as, where one is known. */
  field: z.string().optional(),
})
export const dryRowSchema = z.object({
  row: z.number().int(),
  status: z.enum(['new', 'changed', 'same', 'parked']),
  values: z.record(z.string(), valueSchema),
  problems: z.array(cellProblemSchema),
  /** changed only: the record found and what it holds now. */
  recordId: z.string().nullable().optional(),
  before: z.record(z.string(), valueSchema).optional(),
  /** changed only: the province accepted the record; the change waits as a proposal and is not written. */
  proposal: z.literal(true).optional(),
})
export type DryRow = z.infer<typeof dryRowSchema>
export const columnProposalSchema = z.object({
  /** 0-based column of the sheet. */
  index: z.number().int(),
  header: z.string(),
  field: z.string().nullable(),
  confidence: z.number().min(0).max(1),
})
export type ColumnProposal = z.infer<typeof columnProposalSchema>
const sheetPlanSchema = z.object({
  name: z.string(),
  /** First and last header row, 1-based as Excel shows them; null when no header was found. */
  headerRows: z.tuple([z.number().int(), z.number().int()]).nullable(),
  columns: z.array(columnProposalSchema),
  rowCount: z.number(),
  preview: z.array(z.array(z.string())),
})

const conflictSchema = z.object({
  recordId: id,
  register,
  name: z.string(),
  field: z.string(),
  candidates: z.array(z.object({ ref: z.string(), value: valueSchema, actor: z.string(), at: z.number() })),
})

export const remarkSchema = z.object({
  id,
  handinId: z.string(),
  recordId: z.string(),
  register: z.string(),
  recordName: z.string(),
  field: z.string().nullable(),
  text: z.string(),
  by: z.string(),
  at: z.number(),
  answer: z.string(),
  resolved: z.boolean(),
})
export type Remark = z.infer<typeof remarkSchema>

export const handinSchema = z.object({
  id,
  register,
  period: z.string(),
  count: z.number(),
  nil: z.boolean(),
  contentHash: z.string(),
  /** 8 letters and digits of the hash, printed on paper. */
  contentCode: z.string(),
  state: stateSchema,
  madeAt: z.number(),
  madeBy: z.string(),
  receiptCode: z.string().nullable(),
  receiptAt: z.number().nullable(),
  accepted: z.number(),
  returned: z.number(),
  /** The submission it is part of; null for a list given by itself. */
  submission: z.string().nullable(),
})
export type Handin = z.infer<typeof handinSchema>

const errorSchema = z.object({
  code: z.string(),
  /** Values for the sentence's places; never secrets. */
  args: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type CallError = z.infer<typeof errorSchema>

export const contract = {
  // Start, set-up, lock
  'app.status': call(nothing, statusSchema),
  'setup.units': call(
    z.object({ search: short, historic: z.boolean(), limit: z.number().int().max(100) }),
    z.array(unitChoiceSchema),
  ),
  'setup.readPack': call(
    z.object({ bytes: bytesSchema }),
    z.object({ office: officeSchema, fingerprint: z.string(), expiresAt: z.number() }),
  ),
  'setup.create': call(
    z.object({
      office: officeSchema,
      userName: z.string().trim().min(1).max(120),
      pin: z.string().min(6).max(64),
      pack: bytesSchema.optional(),
      sample: z.boolean(),
    }),
    /** The recovery code is shown and printed once. */
    z.object({ recoveryCode: z.string(), userId: id }),
  ),
  'session.unlock': call(z.object({ userId: id, pin: z.string().max(64) }), nothing),
  'session.recover': call(
    z.object({ code: z.string().max(100), userId: id, newPin: z.string().min(6).max(64) }),
    nothing,
  ),
  'session.lock': call(nothing, nothing),
  'session.addUser': call(
    z.object({
      name: z.string().trim().min(1).max(120),
      pin: z.string().min(6).max(64),
      role: roleSchema.default('editor'),
    }),
    z.object({ userId: id }),
  ),
  /** The last officer in charge stays one. */
  'session.setRole': call(z.object({ userId: id, role: roleSchema }), nothing),
  /** Takes a person's way in away; what they wrote keeps their name. Removing oneself locks. */
  'session.removeUser': call(z.object({ userId: id }), nothing),
  'session.changePin': call(
    z.object({ oldPin: z.string().max(64), newPin: z.string().min(6).max(64) }),
    nothing,
  ),
  'recovery.sheet': call(z.object({ recoveryCode: z.string().max(100) }), z.object({ html: z.string() })),
  /** A new code, shown and printed once; the old sheet opens nothing from then on. Asks for one's own PIN. */
  'recovery.replace': call(z.object({ pin: z.string().max(64) }), z.object({ recoveryCode: z.string() })),
  'office.save': call(officeSchema, nothing),
  /** Installs the province's pack in an office that was set up without one, or a newer pack of the same office. */
  'office.takePack': call(z.object({ bytes: bytesSchema }), officeSchema),
  'snapshots.list': call(nothing, z.array(snapshotSchema)),
  'snapshots.make': call(nothing, snapshotSchema),
  /**
   * Open: goes back to the snapshot by one step that undo takes back. Locked, damaged or without its file: opens with
   * the person's PIN or the recovery code first; what cannot be opened is replaced by the snapshot and set aside.
   */
  'snapshots.restore': call(
    z.object({
      file: z.string().max(500),
      userId: id.optional(),
      pin: z.string().max(64).optional(),
      recoveryCode: z.string().max(100).optional(),
    }),
    nothing,
  ),
  'preferences.get': call(nothing, z.record(z.string(), z.unknown())),
  'preferences.set': call(z.object({ key: z.string().max(100), value: z.unknown() }), nothing),

  // Records
  'records.window': call(querySchema, z.object({ total: z.number(), rows: z.array(recordSchema) })),
  'records.get': call(
    z.object({ id }),
    z.object({ record: recordSchema, problems: z.array(problemSchema), remarks: z.array(remarkSchema) }),
  ),
  'records.save': call(
    z.object({ register, id: id.nullable(), set: setSchema }),
    z.object({ record: recordSchema, problems: z.array(problemSchema) }),
  ),
  'records.saveMany': call(
    z.object({
      register,
      label: z.string().max(200),
      edits: z.array(z.object({ id: id.nullable(), set: setSchema })).max(20_000),
    }),
    z.object({ ids: z.array(id) }),
  ),
  'records.delete': call(z.object({ register, ids: z.array(id).max(20_000) }), nothing),
  'records.history': call(
    z.object({ id }),
    z.array(
      z.object({
        at: z.number(),
        actor: z.string(),
        origin: z.string(),
        set: z.record(z.string(), valueSchema),
        before: z.record(z.string(), valueSchema),
        merged: z.boolean(),
      }),
    ),
  ),
  /** Names for a reference field's picker: records of `target` whose name matches, best first. */
  'records.suggest': call(
    z.object({ target: register, search: short, limit: z.number().int().max(50) }),
    z.array(z.object({ id, name: z.string(), note: z.string() })),
  ),
  'records.problems': call(
    z.object({ register }),
    z.array(problemSchema.extend({ recordId: id, recordName: z.string() })),
  ),
  'undo.state': call(nothing, undoState),
  'undo.undo': call(nothing, z.object({ label: z.string() })),
  'undo.redo': call(nothing, z.object({ label: z.string() })),
  'conflicts.list': call(nothing, z.array(conflictSchema)),
  'conflicts.settle': call(z.object({ recordId: id, field: fieldId, value: valueSchema }), nothing),
  'remarks.list': call(z.object({ open: z.boolean() }), z.array(remarkSchema)),
  'remarks.answer': call(z.object({ id, answer: z.string().max(20_000) }), nothing),
  /** Changes that the province refused or holds, until they are dismissed; `code` is a key of the sentence table. */
  'outcomes.list': call(
    nothing,
    z.array(
      z.object({
        seq: z.number(),
        outcome: z.enum(['held', 'refused']),
        code: z.string(),
        recordId: z.string(),
        register: z.string(),
        recordName: z.string(),
      }),
    ),
  ),
  'outcomes.dismiss': call(z.object({ seqs: z.array(z.number().int()).max(1_000) }), nothing),
  'nil.set': call(z.object({ register, period: z.string().max(20), on: z.boolean() }), nothing),
  /** The province's list of systems and databases, to be picked instead of declared anew. */
  'catalogue.list': call(
    z.object({ search: short }),
    z.array(
      z.object({ code: z.string(), name: z.string(), owner: z.string(), register, taken: z.boolean() }),
    ),
  ),
  'catalogue.take': call(
    z.object({ codes: z.array(z.string().max(100)).max(500), role: z.string().max(50) }),
    z.object({ ids: z.array(id) }),
  ),

  // Home
  'home.summary': call(
    nothing,
    z.object({
      period: z.string(),
      registers: z.array(
        z.object({
          register,
          count: z.number(),
          problems: z.number(),
          /** What the list as a whole lacks, e.g. a focal point in force; Vietnamese sentences. */
          listProblems: z.array(z.string()),
          nil: z.boolean(),
          dueAt: z.string().nullable(),
          dueWhy: z.string(),
          lastHandin: handinSchema.nullable(),
          parked: z.number(),
        }),
      ),
      openRemarks: z.number(),
      /** Changes that the province refused or holds and that nobody has looked at here. */
      outcomes: z.number(),
      conflicts: z.number(),
      lastReceipt: z.object({ code: z.string(), at: z.number() }).nullable(),
    }),
  ),

  // Excel in
  'import.open': call(
    z.object({
      register,
      name: z.string().max(300),
      path: z.string().max(2_000).optional(),
      bytes: bytesSchema.optional(),
    }),
    z.object({ importId: id, sheets: z.array(sheetPlanSchema), best: z.number() }),
  ),
  'import.plan': call(
    z.object({
      importId: id,
      sheet: z.string().max(100),
      headerRows: z.tuple([z.number().int(), z.number().int()]).optional(),
      /** Field by 0-based column, as corrected by hand; absent columns keep the proposal; null ignores the column. */
      mapping: z.record(z.string(), z.string().nullable()).optional(),
    }),
    z.object({
      headerRows: z.tuple([z.number().int(), z.number().int()]).nullable(),
      columns: z.array(columnProposalSchema),
      counts: countsSchema,
      skipped: z.array(z.object({ row: z.number(), reason: z.string() })),
    }),
  ),
  'import.rows': call(
    z.object({
      importId: id,
      status: z.enum(['new', 'changed', 'same', 'parked', 'all']),
      offset: z.number().int().min(0),
      limit: z.number().int().max(500),
    }),
    z.object({ total: z.number(), rows: z.array(dryRowSchema) }),
  ),
  'import.commit': call(z.object({ importId: id }), z.object({ counts: countsSchema })),
  /** The same workbook with bad cells marked and an error sheet. */
  'import.marked': call(z.object({ importId: id }), z.object({ name: z.string(), bytes: bytesSchema })),
  /** The opened file taken as a superior's blank form: the register's records written into it, its layout kept. */
  'import.fill': call(
    z.object({
      importId: id,
      sheet: z.string().max(100),
      headerRows: z.tuple([z.number().int(), z.number().int()]).optional(),
      mapping: z.record(z.string(), z.string().nullable()).optional(),
      path: z.string().max(2_000).optional(),
    }),
    z.object({
      name: z.string(),
      bytes: bytesSchema.nullable(),
      path: z.string().nullable(),
      rows: z.number(),
      /** Headings that no field answers: left empty, to be written by hand. */
      unanswered: z.array(z.string()),
    }),
  ),
  'import.close': call(z.object({ importId: id }), nothing),
  'parked.list': call(
    z.object({ register: register.optional() }),
    z.array(
      z.object({
        id: z.number(),
        register,
        file: z.string(),
        sheet: z.string(),
        row: z.number(),
        values: z.record(z.string(), valueSchema),
        problems: z.array(cellProblemSchema),
        /** A proposal for a record that the province accepted: `values` are what it would hold instead. */
        recordId: z.string().nullable(),
        recordName: z.string(),
        /** What the record holds now of the same fields; empty for a row that is no proposal. */
        before: z.record(z.string(), valueSchema),
      }),
    ),
  ),
  /** Takes a parked row in as a record, with the values as mended. */
  'parked.accept': call(z.object({ id: z.number(), values: setSchema }), z.object({ recordId: id })),
  'parked.discard': call(z.object({ ids: z.array(z.number()).max(20_000) }), nothing),

  // Excel out
  'export.report': call(
    z.object({
      report: z.string().max(60),
      path: z.string().max(2_000).optional(),
      /** Absent: as the path's ending says, else a workbook. */
      format: z.enum(['xlsx', 'docx', 'pdf']).optional(),
      /** As văn thư gave them; absent while the document is not signed. */
      number: z.number().int().min(1).max(999_999).nullable().optional(),
      date: z.iso.date().nullable().optional(),
      /** Printed under the title; absent: this year. */
      period: z.string().max(20).optional(),
      /** Given ones are remembered as the office's usual block. */
      signer: signerSchema.optional(),
      recipients: z.array(z.string().max(500)).max(20).optional(),
    }),
    z.object({
      name: z.string(),
      bytes: bytesSchema.nullable(),
      path: z.string().nullable(),
      draft: z.boolean(),
      rows: z.number(),
    }),
  ),
  /** The report as a page for the print dialog: the same parts, numbers and code as its files. */
  'export.print': call(
    z.object({
      report: z.string().max(60),
      number: z.number().int().min(1).max(999_999).nullable().optional(),
      date: z.iso.date().nullable().optional(),
      period: z.string().max(20).optional(),
      signer: signerSchema.optional(),
      recipients: z.array(z.string().max(500)).max(20).optional(),
    }),
    z.object({ html: z.string(), draft: z.boolean() }),
  ),
  /** What the next report would carry: the signing block and recipients last used, else the template's or the usual ones. */
  'export.defaults': call(
    z.object({ report: z.string().max(60) }),
    z.object({ signer: signerSchema, recipients: z.array(z.string()), period: z.string() }),
  ),
  /** Every report with the province's template in force, else the shipped layout, as JSON text to start from. */
  'template.list': call(
    nothing,
    z.array(z.object({ report: z.string(), title: z.string(), own: z.boolean(), json: z.string() })),
  ),
  /** Checks and keeps a province's template; the report is named in it. */
  'template.save': call(z.object({ json: z.string().max(500_000) }), z.object({ report: z.string() })),
  /** A report's layout in force as a workbook, to be edited in Excel and taken back. */
  'template.workbook': call(
    z.object({ report: z.string().max(60) }),
    z.object({ name: z.string(), bytes: bytesSchema }),
  ),
  'template.saveWorkbook': call(
    z.object({ name: z.string().max(300), bytes: bytesSchema }),
    z.object({ report: z.string() }),
  ),
  'template.remove': call(z.object({ report: z.string().max(60) }), nothing),
  'export.template': call(z.object({ register }), z.object({ name: z.string(), bytes: bytesSchema })),

  // Sending
  'handin.preview': call(
    z.object({ register, period: z.string().max(20) }),
    z.object({ count: z.number(), gaps: z.number(), changed: z.number(), contentCode: z.string() }),
  ),
  'handin.make': call(z.object({ register, period: z.string().max(20) }), handinSchema),
  'handin.list': call(nothing, z.array(handinSchema)),
  /** "Phiếu xác nhận tiếp nhận" of a hand-in that the province has confirmed, for printing. */
  'handin.receiptSlip': call(z.object({ id }), z.object({ html: z.string() })),
  'sync.status': call(nothing, syncSchema),
  'sync.now': call(nothing, syncSchema),
  'sync.details': call(
    nothing,
    z.object({
      deviceId: z.string(),
      keyFingerprint: z.string(),
      bundles: z.array(
        z.object({
          number: z.number(),
          changes: z.number(),
          bytes: z.number(),
          hash: z.string(),
          madeAt: z.number(),
          receiptCode: z.string().nullable(),
        }),
      ),
      replies: z.array(z.object({ number: z.number(), at: z.number(), bytes: z.number() })),
    }),
  ),
  /** One file with a plain ASCII name holding every bundle without a receipt. */
  'bundle.toFile': call(
    z.object({ path: z.string().max(2_000).optional() }),
    z.object({
      name: z.string(),
      bytes: bytesSchema.nullable(),
      path: z.string().nullable(),
      bundles: z.number(),
    }),
  ),
  'reply.fromFile': call(
    z.object({ bytes: bytesSchema }),
    z.object({ receipts: z.number(), remarks: z.number(), changes: z.number() }),
  ),
  'enrol.request': call(nothing, z.object({ code: z.string(), name: z.string(), bytes: bytesSchema })),

  ...roundCalls,
  ...profileCalls,
  ...roomCalls,
  ...calendarCalls,

  // Long work
  'job.cancel': call(z.object({ jobId: z.string().max(100) }), nothing),
} as const

export type CallName = keyof typeof contract
export type CallInput<N extends CallName> = z.input<(typeof contract)[N]['input']>
export type CallParsed<N extends CallName> = z.output<(typeof contract)[N]['input']>
export type CallOutput<N extends CallName> = z.output<(typeof contract)[N]['output']>

/** What the core tells the page unasked. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), registers: z.array(z.string()) }),
  z.object({
    type: z.literal('progress'),
    jobId: z.string(),
    label: z.string(),
    done: z.number(),
    total: z.number(),
  }),
  z.object({ type: z.literal('sync'), status: syncSchema }),
  z.object({ type: z.literal('status') }),
])
export type AppEvent = z.infer<typeof eventSchema>

/** The page's one handle on the core: set by the preload in Electron, by the browser door's own client elsewhere. */
export type Bridge = {
  call<N extends CallName>(
    name: N,
    input: CallInput<N>,
  ): Promise<{ ok: true; value: CallOutput<N> } | { ok: false; error: CallError }>
  subscribe(listener: (event: AppEvent) => void): () => void
}
