// Every bound of the format, in one place: what a reader takes at most. docs/bundle-format.md tables them and a test
// holds the two together. A raised bound must stand at the province a release before an office uses it.
import { MAX_REPLIES_AN_ANSWER } from '../http/answer.ts'
import { MAX_MESSAGE_BYTES } from '../http/contract.ts'
import { BOUNDS } from '../registers/schema.ts'

/** Of a message: beyond it the whole message is refused. Generous: what a person typed must never be past sealing. */
export const MESSAGE_LIMITS = {
  messageBytes: MAX_MESSAGE_BYTES,
  plainBytes: 32 * 1024 * 1024,
  depth: 12,
  textBytes: 1024 * 1024,
  nameBytes: 1_000,
  longNameBytes: 2_000,
  officeBytes: 64,
  idBytes: 200,
  tokenBytes: 64,
  codeBytes: 32,
  listItems: 10_000,
  outcomes: 100_000,
  catalogue: 50_000,
  packs: 16,
  packBytes: 4 * 1024 * 1024,
  changes: 100_000,
  devices: 10_000,
  shapes: 10_000,
  fields: 1_000,
} as const

/**
 * Of one value: beyond it that change alone is refused (`bad-value`), the rest of its bundle is taken. These are the
 * bounds of the registers themselves, so that what a form or an import let in is never refused later.
 */
export const VALUE_LIMITS = {
  /** UTF-16 code units of a text, whatever the field's type: a newer app may have made a short text long. */
  text: BOUNDS.longtext,
  /** UTF-16 code units of a reference's text and of one text of a list. */
  item: BOUNDS.reference,
  /** Entries of a list. */
  items: BOUNDS.items,
} as const

export const CARRY_LIMITS = {
  bytes: 64 * 1024 * 1024,
  messages: 1_000,
  zipEntries: 100,
} as const

/** Of an answer on the line. Its replies weigh at most `bytes` together, but for a first one that is larger. */
export const ANSWER_LIMITS = { replies: MAX_REPLIES_AN_ANSWER, bytes: 16 * 1024 * 1024 } as const
