// The layouts of the five payloads, version 1, as docs/bundle-format.md tables them. A change here is a new wire version:
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
} from './types.ts'

const office = text(64)
const hash = bytes(32)
const count = integer(0)
const ordinal = integer(1)
/** Milliseconds since 1970 by the province's clock. */
const ms = integer(0)
/** Names and the like. Generous: what a person typed must never keep a message from being sealed. */
const short = text(1000)
const people: Layout<readonly Person[]> = list(tuple<Person>({ id: publicId, name: short }), 10_000)

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
  token: bytes(1, 64),
  deviceName: short,
  person: short,
})

export const packLayout = tuple<OfficePack>({
  province: id8,
  provinceName: short,
  provinceKey: bytes(32),
  provinceRecipient: short,
  url: text(2000),
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
    tuple<CatalogueEntry>({ code: short, register: short, name: text(2000), owner: text(2000) }),
    50_000,
  ),
  token: bytes(1, 64),
  issuedAt: ms,
  expiresAt: ms,
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
      code: text(32),
      at: ms,
    }),
    10_000,
  ),
  outcomes: list(
    tuple<Outcome>({ seq: ordinal, outcome: numbered('held', 'refused'), reason: text(2000) }),
    100_000,
  ),
  changes: anything,
  people,
  expects: ordinal,
  stateCode: text(32),
  packs: list(bytes(0, 4 * 1024 * 1024), 16),
  revoked: list(tuple<Reply['revoked'][number]>({ device: id8, afterSeq: count }), 10_000),
  at: ms,
  expiresAt: ms,
})
