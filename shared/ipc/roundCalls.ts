// Calls about what is asked for (đợt) and what is answered (lần nộp báo cáo): see shared/registers/roundRegisters.ts.
import { z } from 'zod'
import { bytesSchema, call, id, nothing, problemSchema, register, signerSchema } from './parts.ts'

/** `rule:<register>:<period>` for a round that comes from a yearly rule, else the round's record. */
const roundId = z.string().min(1).max(120)
const period = z.string().min(1).max(20)
const year = z.number().int().min(2000).max(2100)
const day = z.iso.date()

/**
 * How far a round is. `reprint`: edited after it was locked, the printed pages no longer say what the registers say.
 * `queued`: “Gửi” was pressed, its bytes have not left this machine.
 */
export const roundStateSchema = z.enum([
  'open',
  'locked',
  'reprint',
  'signed',
  'queued',
  'sent',
  'received',
  'returned',
  'accepted',
])
export type RoundState = z.infer<typeof roundStateSchema>

const roundItemSchema = z.object({
  register,
  /** Field ids wanted; empty: those of the official list. */
  columns: z.array(z.string()),
  nilAllowed: z.boolean(),
  nil: z.boolean(),
  count: z.number(),
  errors: z.number(),
  warnings: z.number(),
  /** Report that prints it; empty when none does. */
  report: z.string(),
})

export const roundSchema = z.object({
  id: roundId,
  name: z.string(),
  from: z.enum(['province', 'rule']),
  period,
  letterNo: z.string(),
  letterDate: z.string().nullable(),
  /** As the letter or the rule words it. */
  dueText: z.string(),
  /** Last day on which it is in time, an extension included. */
  lastDay: z.string().nullable(),
  /** Last working day on or before it: what the officer works towards. */
  lastWorkingDay: z.string().nullable(),
  extendedTo: z.string().nullable(),
  lateBy: z.enum(['letter', 'receipt']),
  /** In time, due within ten working days, or late by the chosen measure. */
  urgency: z.enum(['none', 'soon', 'late']),
  note: z.string(),
  closed: z.boolean(),
  items: z.array(roundItemSchema),
  state: roundStateSchema,
  /** The latest submission that answers it. */
  submission: z.string().nullable(),
})
export type Round = z.infer<typeof roundSchema>

const submissionListSchema = z.object({
  register,
  report: z.string(),
  count: z.number(),
  nil: z.boolean(),
  contentCode: z.string(),
  /** The hand-in it became when it was sent. */
  handin: z.string().nullable(),
  accepted: z.number(),
  returned: z.number(),
})

export const submissionSchema = z.object({
  id,
  round: roundId,
  roundName: z.string(),
  period,
  kind: z.enum(['cong_van', 'bao_cao']),
  /** 8 letters and digits, printed on every page. */
  contentCode: z.string(),
  /** What the registers would give now; differs from contentCode after an edit. */
  currentCode: z.string(),
  state: roundStateSchema,
  draft: z.boolean(),
  lockedAt: z.number(),
  lockedBy: z.string(),
  number: z.string(),
  signedOn: z.string().nullable(),
  signer: signerSchema,
  scanName: z.string(),
  approvedBy: z.string(),
  approvedAt: z.number().nullable(),
  sentWay: z.string(),
  sentAt: z.number().nullable(),
  receiptCode: z.string().nullable(),
  receiptAt: z.number().nullable(),
  supersedes: z.string().nullable(),
  supersededBy: z.string().nullable(),
  lists: z.array(submissionListSchema),
})
export type Submission = z.infer<typeof submissionSchema>

/** One thing between the office and handing in, gravest and first to do first. */
export const readinessItemSchema = problemSchema.extend({
  register,
  recordId: z.string().nullable(),
  recordName: z.string(),
  /** What to press: mend the field, answer a remark, settle two values, look at last year's, nothing. */
  act: z.enum(['record', 'register', 'remark', 'conflict', 'review', 'parked', 'none']),
})
export type ReadinessItem = z.infer<typeof readinessItemSchema>

const yearRowSchema = z.object({
  recordId: id,
  name: z.string(),
  group: z.enum(['changed', 'new', 'stale', 'risky', 'unchanged', 'gone']),
  /** Why it is in that group, one short sentence. */
  why: z.string(),
  attested: z.boolean(),
})

const fileSchema = z.object({ name: z.string(), bytes: bytesSchema.nullable(), path: z.string().nullable() })

export const roundCalls = {
  /** What is asked of the office: rounds of the province and those that come from rules, the most urgent first. */
  'rounds.list': call(z.object({ closed: z.boolean().optional() }), z.array(roundSchema)),
  'rounds.get': call(z.object({ id: roundId }), roundSchema),
  /** Everything that is missing for this round, in order, each with where it is mended. Never blocks. */
  'rounds.readiness': call(z.object({ id: roundId }), z.array(readinessItemSchema)),
  /** The register against what was last accepted: what to look at first, and the rest. */
  'rounds.sinceLast': call(
    z.object({ id: roundId, register }),
    z.object({
      /** Period of the last accepted list; null when there is none. */
      since: z.string().nullable(),
      rows: z.array(yearRowSchema),
    }),
  ),
  /** “Giữ nguyên, đã kiểm tra” for these records, one undo step. */
  'rounds.attest': call(
    z.object({ id: roundId, register, records: z.array(id).min(1).max(20_000) }),
    z.object({ attested: z.number() }),
  ),
  /** Makes the period's record of a period register from the last accepted one (or an empty one), one undo step. */
  'periods.open': call(
    z.object({ register, year }),
    z.object({ ids: z.array(id), from: z.string().nullable() }),
  ),

  'submissions.list': call(nothing, z.array(submissionSchema)),
  'submissions.get': call(z.object({ id }), submissionSchema),
  /** Locks the round's lists as they are now. Locking again replaces a submission that was not sent. */
  'submissions.lock': call(
    z.object({
      round: roundId,
      kind: z.enum(['cong_van', 'bao_cao']).optional(),
      note: z.string().max(2_000).optional(),
    }),
    submissionSchema,
  ),
  /** Takes back a lock that was not sent. */
  'submissions.unlock': call(z.object({ id }), nothing),
  /**
   * Its letter and annexes: one PDF of both, Word letter, Excel annexes, or the pair for the e-document system
   * (`letter.pdf` and `phu-luc.xlsx`).
   */
  'submissions.documents': call(
    z.object({
      id,
      format: z.enum(['pdf', 'docx', 'xlsx', 'pair']),
      folder: z.string().max(2_000).optional(),
    }),
    z.object({ files: z.array(fileSchema), draft: z.boolean() }),
  ),
  /** What văn thư and the signer gave it, after signing on paper. */
  'submissions.sign': call(
    z.object({
      id,
      number: z.string().trim().min(1).max(60),
      signedOn: day,
      signer: signerSchema,
      scan: z
        .object({ name: z.string().max(300), bytes: bytesSchema })
        .nullable()
        .optional(),
    }),
    submissionSchema,
  ),
  'submissions.scan': call(z.object({ id }), z.object({ name: z.string(), bytes: bytesSchema })),
  /** The leader's own PIN, where the province allows approval in the app. */
  'submissions.approve': call(z.object({ id, userId: id, pin: z.string().max(64) }), submissionSchema),
  /** Makes its hand-ins, sealed and queued. Refused when the registers no longer say what was locked. */
  'submissions.send': call(
    z.object({
      id,
      way: z.enum(['line', 'stick', 'mail', 'edoc', 'zalo', 'paper']),
      /** Why no second person checked, where the province wants two. */
      passedOver: z.string().max(2_000).optional(),
    }),
    submissionSchema,
  ),
} as const
