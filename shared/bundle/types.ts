// The signed messages between office and province. docs/bundle-format.md says how they lie in bytes; this file says
// what they mean. Every message is a COSE_Sign1 whose protected header names its kind, so that none passes as another.
import type { Change, DeviceId } from '../change/change.ts'

export type MessageKind = 'bundle' | 'reply' | 'pack' | 'enrol' | 'hello' | 'rules'

/** SHA-256 of a message's whole bytes. */
export type MessageHash = Uint8Array

export type SigningKey = { readonly secret: Uint8Array; readonly public: Uint8Array }

/** Province: first 8 bytes of SHA-256 of its signing key, 16 hex digits. */
export type ProvinceId = string
export type OfficeId = string

export type Person = { readonly id: string; readonly name: string }

/** An unbroken run of one device's changes since its last bundle. */
export type Bundle = {
  readonly province: ProvinceId
  readonly office: OfficeId
  readonly device: DeviceId
  /** 1, 2, 3… in the device's chain. */
  readonly number: number
  /** Hash of bundle number − 1; null for the first. */
  readonly previous: MessageHash | null
  readonly firstSeq: number
  readonly lastSeq: number
  /** Last reply this device had applied when the bundle was made. */
  readonly seenReply: number
  readonly people: readonly Person[]
  readonly changes: readonly Change[]
}

export type ReceiptCounts = {
  readonly changes: number
  readonly applied: number
  readonly held: number
  readonly refused: number
}

export type Receipt = {
  readonly bundleHash: MessageHash
  readonly number: number
  readonly firstSeq: number
  readonly lastSeq: number
  /** changes = applied + held + refused, always. */
  readonly counts: ReceiptCounts
  /** 12 characters, readable over the phone; see receiptCode. */
  readonly code: string
  /** Province's clock, ms. */
  readonly at: number
}

export type Outcome = { readonly seq: number; readonly outcome: 'held' | 'refused'; readonly reason: string }

/** The province's answer to one device: signed, numbered, chained; works by line and by file alike. */
export type Reply = {
  readonly province: ProvinceId
  readonly office: OfficeId
  readonly device: DeviceId
  readonly number: number
  readonly previous: MessageHash | null
  readonly receipts: readonly Receipt[]
  /** Only those that were not applied. */
  readonly outcomes: readonly Outcome[]
  /** Other devices' changes that this device lacks: the province's own chain (reviews, remarks, codes) and colleagues'. */
  readonly changes: readonly Change[]
  readonly people: readonly Person[]
  /** The province asks for this bundle number next. */
  readonly expects: number
  /** State code of what the province knows of the office at this reply. */
  readonly stateCode: string
  readonly packs: readonly Uint8Array[]
  readonly revoked: readonly { readonly device: DeviceId; readonly afterSeq: number }[]
  readonly at: number
  /** After this (province's ms) a client with a newer reply refuses it and shows it as old. */
  readonly expiresAt: number
}

export type CatalogueEntry = {
  readonly code: string
  readonly register: string
  readonly name: string
  readonly owner: string
}

/** What an office imports at set-up: who it is, who it answers to, where, under which rules. */
export type OfficePack = {
  readonly province: ProvinceId
  readonly provinceName: string
  readonly provinceKey: Uint8Array
  /** age recipient `age1…` that carried files are encrypted to. */
  readonly provinceRecipient: string
  readonly url: string
  readonly office: OfficeId
  readonly officeName: string
  readonly parentName: string
  readonly level: string
  readonly adminCode: string
  readonly docSymbol: string
  readonly placeName: string
  readonly profile: 'nd47_2020' | 'current_2025'
  readonly plan: string
  readonly catalogue: readonly CatalogueEntry[]
  /** One-time token that ties an enrolment to this pack. */
  readonly token: Uint8Array
  readonly issuedAt: number
  readonly expiresAt: number
}

/** A device asks to be enrolled; self-signed. The officer reads `enrolCode(publicKey)` over the phone. */
export type EnrolRequest = {
  readonly province: ProvinceId
  readonly office: OfficeId
  readonly publicKey: Uint8Array
  /** age recipient that replies carried as files are encrypted to. */
  readonly recipient: string
  readonly token: Uint8Array
  readonly deviceName: string
  readonly person: string
}

/** Signed question before and after sending: what do you have of me, what have you for me? */
export type Hello = {
  readonly province: ProvinceId
  readonly office: OfficeId
  readonly device: DeviceId
  /** Replies up to this number are applied here. */
  readonly haveReply: number
  readonly nextNumber: number
  /** Random 16 bytes; the server answers each once. */
  readonly nonce: Uint8Array
}

/** Why a message was not taken. Every reason has its sentence in shared/messages. */
export type Refusal =
  | { readonly code: 'not-a-message' }
  | { readonly code: 'too-large'; readonly maxBytes: number }
  | { readonly code: 'newer-version'; readonly version: number }
  | { readonly code: 'wrong-kind'; readonly kind: string }
  | { readonly code: 'not-canonical' }
  | { readonly code: 'bad-signature' }
  | { readonly code: 'unknown-key'; readonly key: string }
  | { readonly code: 'revoked-key'; readonly key: string }
  | { readonly code: 'wrong-audience' }
  | { readonly code: 'malformed'; readonly where: string }
  | { readonly code: 'expired' }
  | { readonly code: 'gap'; readonly expected: number; readonly got: number }
  | { readonly code: 'fork'; readonly number: number }
  | { readonly code: 'not-for-us' }

/** What the server answers over HTTP, CBOR-encoded; replies are the signed messages themselves. */
export type SyncAnswer = {
  /** Bundle number the server expects next from this device. */
  readonly expects: number
  readonly replies: readonly Uint8Array[]
  readonly refusal: Refusal | null
}

/** One carried file: an optional enrolment and any number of messages, encrypted to the reader in the age format. */
export type Carried = { readonly messages: readonly Uint8Array[] }

/** What the province sets for all its offices (gói quy định). The highest number is what holds. */
export type RulesPack = {
  readonly province: ProvinceId
  /** 1, 2, … in the order in which the province saved them. */
  readonly number: number
  /** UTF-8 JSON of `provinceSettingsSchema`. */
  readonly settings: Uint8Array
  /** The province's clock, ms. */
  readonly issuedAt: number
}
