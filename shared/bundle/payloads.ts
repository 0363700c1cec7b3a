// The layouts of the payloads, version 1, as docs/bundle-format.md tables them. A change here is a new wire version:
// wire.test.ts holds their hash and says what to bump.
import type { Cbor } from './cbor.ts'
import {
  anything,
  bytes,
  id8,
  integer,
  type Layout,
  list,
  numbered,
  oneOf,
  orNull,
  publicId,
  text,
  tuple,
} from './layout.ts'
import { MESSAGE_LIMITS } from './limits.ts'
import type {
  Bundle,
  CatalogueEntry,
  EnrolRequest,
  Hello,
  OfficePack,
  Outcome,
  Person,
  Receipt,
  Reply,
  RulesPack,
} from './types.ts'

const office = text(MESSAGE_LIMITS.officeBytes)
const hash = bytes(32)
const count = integer(0)
const ordinal = integer(1)
/** Milliseconds since 1970 by the province's clock. */
const ms = integer(0)
/** Names and the like. Generous: what a person typed must never keep a message from being sealed. */
const short = text(MESSAGE_LIMITS.nameBytes)
/** Addresses, reasons, and what a catalogue names. */
const long = text(MESSAGE_LIMITS.longNameBytes)
const token = bytes(1, MESSAGE_LIMITS.tokenBytes)
const spokenCode = text(MESSAGE_LIMITS.codeBytes)
const people: Layout<readonly Person[]> = list(
  tuple<Person>({ id: publicId, name: short }),
  MESSAGE_LIMITS.listItems,
)

export const helloLayout = tuple<Omit<Hello, 'device'>>({
  province: id8,
  office,
  haveReply: count,
  nextNumber: ordinal,
  nonce: bytes(16),
})

export const enrolLayout = tuple<EnrolRequest>({
  province: id8,
  office,
  publicKey: bytes(32),
  recipient: short,
  token,
  deviceName: short,
  person: short,
})

export const packLayout = tuple<OfficePack>({
  province: id8,
  provinceName: short,
  provinceKey: bytes(32),
  provinceRecipient: short,
  url: long,
  office,
  officeName: short,
  parentName: short,
  level: short,
  adminCode: short,
  docSymbol: short,
  placeName: short,
  profile: oneOf('nd47_2020', 'current_2025'),
  plan: short,
  catalogue: list(
    tuple<CatalogueEntry>({ code: short, register: short, name: long, owner: long }),
    MESSAGE_LIMITS.catalogue,
  ),
  token,
  issuedAt: ms,
  expiresAt: ms,
})

export const rulesLayout = tuple<RulesPack>({
  province: id8,
  number: ordinal,
  settings: bytes(0, MESSAGE_LIMITS.packBytes),
  issuedAt: ms,
})

export type BundlePayload = Pick<
  Bundle,
  'province' | 'office' | 'number' | 'previous' | 'seenReply' | 'people'
> & {
  readonly changes: Cbor
}

export const bundleLayout = tuple<BundlePayload>({
  province: id8,
  office,
  number: ordinal,
  previous: orNull(hash),
  seenReply: count,
  people,
  changes: anything,
})

/** A receipt with its counts side by side. */
export type ReceiptPlaces = Omit<Receipt, 'counts'> & Receipt['counts']

export type ReplyPayload = Omit<Reply, 'changes' | 'receipts'> & {
  readonly receipts: readonly ReceiptPlaces[]
  readonly changes: Cbor
}

export const replyLayout = tuple<ReplyPayload>({
  province: id8,
  office,
  device: id8,
  number: ordinal,
  previous: orNull(hash),
  receipts: list(
    tuple<ReceiptPlaces>({
      bundleHash: hash,
      number: ordinal,
      firstSeq: ordinal,
      lastSeq: ordinal,
      changes: count,
      applied: count,
      held: count,
      refused: count,
      code: spokenCode,
      at: ms,
    }),
    MESSAGE_LIMITS.listItems,
  ),
  outcomes: list(
    tuple<Outcome>({ seq: ordinal, outcome: numbered('held', 'refused'), reason: long }),
    MESSAGE_LIMITS.outcomes,
  ),
  changes: anything,
  people,
  expects: ordinal,
  stateCode: spokenCode,
  packs: list(bytes(0, MESSAGE_LIMITS.packBytes), MESSAGE_LIMITS.packs),
  revoked: list(tuple<Reply['revoked'][number]>({ device: id8, afterSeq: count }), MESSAGE_LIMITS.listItems),
  at: ms,
  expiresAt: ms,
})
