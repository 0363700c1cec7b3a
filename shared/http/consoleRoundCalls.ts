// Calls about rounds (đợt báo cáo): what is asked of which offices, who has answered and how, and what is done about it.
import { z } from 'zod'
import {
  call,
  day,
  handinStateSchema,
  line,
  lineOrNone,
  nothing,
  officeId,
  page,
  period,
  prose,
  reason,
  registerId,
} from './parts.ts'

const roundId = z.number().int().min(1)
const offices = z.array(officeId).min(1).max(5_000)
export const officeLevels = ['tinh', 'so_nganh', 'xa', 'don_vi_su_nghiep', 'huyen', 'bo'] as const

const itemSchema = z.object({
  register: registerId,
  /** Field ids wanted; empty: those of the form. */
  columns: z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/)).max(100),
  nilAllowed: z.boolean(),
})
export type RoundItemDto = z.infer<typeof itemSchema>

const scopeSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('all') }),
  z.object({ by: z.literal('level'), levels: z.array(z.enum(officeLevels)).min(1).max(6) }),
  z.object({ by: z.literal('list'), offices }),
])
export type RoundScopeDto = z.infer<typeof scopeSchema>

/** A round as it is opened or edited. */
export const roundInputSchema = z.object({
  name: line,
  period,
  letterNo: lineOrNone,
  letterDate: day.nullable(),
  /** As the letter words it. */
  dueText: lineOrNone,
  /** Last day on which an answer is in time. */
  dueOn: day.nullable(),
  lateBy: z.enum(['letter', 'receipt']),
  note: prose,
  items: z.array(itemSchema).min(1).max(40),
  scope: scopeSchema,
})
export type RoundInput = z.infer<typeof roundInputSchema>

export const roundRowSchema = roundInputSchema.extend({
  id: roundId,
  closed: z.boolean(),
  madeAt: z.number(),
  madeBy: z.string(),
  /** Offices that are asked. */
  offices: z.number(),
})
export type RoundRow = z.infer<typeof roundRowSchema>

const boardCellSchema = z.object({
  register: z.string(),
  /** The latest hand-in that answers; null: nothing was sent. */
  handin: z.string().nullable(),
  state: handinStateSchema.nullable(),
  nil: z.boolean(),
  count: z.number(),
  /** Days after the last day, of its first hand-in, or until today when nothing was sent. */
  lateDays: z.number(),
  receivedAt: z.number().nullable(),
})
export type BoardCell = z.infer<typeof boardCellSchema>

const noteSchema = z.object({ at: z.number(), by: z.string(), text: z.string() })
export type PhoneNote = z.infer<typeof noteSchema>

export const boardRowSchema = z.object({
  office: z.string(),
  name: z.string(),
  parentName: z.string(),
  level: z.string(),
  hasApp: z.boolean(),
  /** The office's own last day, an extension included. */
  due: z.string().nullable(),
  extendedTo: z.string().nullable(),
  extensionReason: z.string(),
  /** Of all its lists: `none` was sent, some are lacking (`partial`), all wait for a decision or more, one was returned. */
  state: z.enum(['none', 'partial', 'received', 'returned', 'accepted']),
  lateDays: z.number(),
  /** Something is not sent, and its last day is over. */
  overdue: z.boolean(),
  /** Of the letter that came last. */
  number: z.string().nullable(),
  signedOn: z.string().nullable(),
  lastHeardAt: z.number().nullable(),
  /** `entered`: the province typed or read in the office's list. */
  lastHeardWay: z.enum(['line', 'file', 'entered']).nullable(),
  notes: z.number(),
  note: noteSchema.nullable(),
  cells: z.array(boardCellSchema),
})
export type BoardRow = z.infer<typeof boardRowSchema>

export const boardFilterSchema = z.enum([
  'all',
  'none',
  'missing',
  'received',
  'returned',
  'accepted',
  'late',
  'overdue',
  'extended',
  'noApp',
])
export type BoardFilter = z.infer<typeof boardFilterSchema>

export const boardQuerySchema = z.object({
  id: roundId,
  filter: boardFilterSchema,
  search: z.string().max(200),
  sort: z.enum(['name', 'state', 'late', 'lastHeard', 'due']),
  descending: z.boolean(),
  ...page,
})
export type BoardQuery = z.infer<typeof boardQuerySchema>

const boardSchema = z.object({
  round: roundRowSchema,
  /** Vietnam's day. */
  today: z.string(),
  /** Of the whole round, whatever is filtered. */
  counts: z.object({
    offices: z.number(),
    none: z.number(),
    partial: z.number(),
    received: z.number(),
    returned: z.number(),
    accepted: z.number(),
    late: z.number(),
    overdue: z.number(),
    extended: z.number(),
    noApp: z.number(),
  }),
  /** Offices that fit the filter and the search. */
  total: z.number(),
  rows: z.array(boardRowSchema),
})
export type Board = z.infer<typeof boardSchema>

/** Why a list is looked at before it is accepted. */
export const unusualSchema = z.enum(['first', 'removed', 'grown', 'changed', 'remarks'])
export type Unusual = z.infer<typeof unusualSchema>

const reviewSchema = z.object({
  /** Lists that wait and changed no more than usual since the last accepted one. */
  usual: z.array(z.object({ office: z.string(), handin: z.string() })),
  unusualTotal: z.number(),
  /** Those to look at first; a long list is cut. */
  unusual: z.array(
    z.object({
      office: z.string(),
      officeName: z.string(),
      handin: z.string(),
      register: z.string(),
      period: z.string(),
      count: z.number(),
      nil: z.boolean(),
      receivedAt: z.number(),
      number: z.string().nullable(),
      new: z.number(),
      changed: z.number(),
      removed: z.number(),
      reasons: z.array(unusualSchema),
    }),
  ),
})
export type RoundReview = z.infer<typeof reviewSchema>

const reminderSchema = z.object({
  round: roundRowSchema,
  today: z.string(),
  rows: z.array(
    z.object({
      office: z.string(),
      name: z.string(),
      due: z.string().nullable(),
      lateDays: z.number(),
      /** Registers that were not sent. */
      missing: z.array(z.string()),
      /** Registers that were returned and not sent again. */
      returned: z.array(z.string()),
    }),
  ),
})
export type Reminder = z.infer<typeof reminderSchema>

/** What the reminder letter is written with, beside what the board knows. */
export const reminderLetterSchema = z.object({
  id: roundId,
  /** Offices to remind; empty: all that have not sent everything, or did not answer what was returned. */
  offices: z.array(officeId).max(5_000),
  superior: lineOrNone,
  agency: line,
  placeName: lineOrNone,
  symbol: lineOrNone,
  date: day.nullable(),
  /** Until when they are asked now. */
  until: day.nullable(),
  signerLines: z.array(line).max(6),
  signerName: lineOrNone,
})
export type ReminderLetter = z.infer<typeof reminderLetterSchema>

export const consoleRoundCalls = {
  /** The newest first. */
  'round.list': call('viewer', nothing, z.array(roundRowSchema)),
  'round.open': call('reviewer', roundInputSchema, z.object({ id: roundId, offices: z.number() })),
  /**
   * Changes what is asked. Offices that its choice now has come in, those that it no longer has go out; an office that has
   * answered stays in.
   */
  'round.edit': call(
    'reviewer',
    roundInputSchema.extend({ id: roundId }),
    z.object({ offices: z.number(), added: z.number(), dropped: z.number(), kept: z.number() }),
  ),
  'round.close': call('reviewer', z.object({ id: roundId, closed: z.boolean() }), nothing),
  'round.board': call('viewer', boardQuerySchema, boardSchema),
  /** What waits for a decision, the usual apart from what deserves a look. */
  'round.review': call('viewer', z.object({ id: roundId, register: registerId.nullable() }), reviewSchema),
  /** Who would be reminded, and of what. */
  'round.reminder': call(
    'viewer',
    z.object({ id: roundId, offices: z.array(officeId).max(5_000) }),
    reminderSchema,
  ),
  /** What was said on the phone; kept as it was written, seen by the province alone. */
  'office.note': call(
    'reviewer',
    z.object({ office: officeId, round: roundId.nullable(), text: reason }),
    nothing,
  ),
  'office.notes': call('viewer', z.object({ office: officeId }), z.array(noteSchema)),
  /** Another last day for some offices, with why; null takes the extension back. */
  'round.extend': call(
    'reviewer',
    z.object({ id: roundId, offices, to: day.nullable(), reason }),
    z.object({ offices: z.number() }),
  ),
} as const
