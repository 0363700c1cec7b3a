// The rules of docs/bundle-format.md that are no message by themselves: codes, hashes, ids and chains. Each takes plain
// JSON and gives plain JSON, so that vectors and another language can hold them.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { ownDeviceId } from '../../server/keys/provinceKeys.ts'
import { judgeBundle, judgeReply } from '../../shared/bundle/chain.ts'
import { contentCode, enrolCode, readCode, receiptCode, stateCode } from '../../shared/bundle/codes.ts'
import { contentHash } from '../../shared/bundle/contentHash.ts'
import { pairSecret, signingKeyFrom } from '../../shared/bundle/ed25519.ts'
import { recordId } from '../../shared/change/recordId.ts'
import type { Values } from '../../shared/registers/define.ts'

type ChainMessage = {
  readonly number: number
  readonly hash: string
  readonly previous: string | null
  /** Absent for a reply. */
  readonly firstSeq?: number
}

type ChainSoFar = {
  readonly number: number
  readonly lastSeq: number
  /** Hashes of the messages taken, by number. */
  readonly hashes: Readonly<Record<string, string>>
}

export type RuleVector =
  | {
      readonly rule: 'receipt-code'
      readonly given: {
        /** Seed of one side's Ed25519 key, and the other side's public key: either way round gives the same. */
        readonly ownSeed: string
        readonly otherKey: string
        readonly office: string
        readonly bundleHash: string
      }
      readonly result: { readonly pairSecret: string; readonly code: string }
    }
  | { readonly rule: 'key-code'; readonly given: { readonly publicKey: string }; readonly result: string }
  | {
      readonly rule: 'content'
      readonly given: { readonly records: readonly { readonly id: string; readonly values: Values }[] }
      readonly result: { readonly hash: string; readonly code: string }
    }
  | {
      readonly rule: 'state-code'
      readonly given: {
        readonly heads: readonly {
          readonly device: string
          readonly seq: number
          readonly hash: string | null
        }[]
      }
      readonly result: string
    }
  | {
      readonly rule: 'typed-code'
      readonly given: { readonly typed: string; readonly length: 8 | 12 }
      readonly result: string | null
    }
  | {
      readonly rule: 'record-id'
      readonly given: { readonly device: string; readonly nonce: string; readonly seq: number }
      readonly result: string
    }
  | {
      readonly rule: 'own-chain'
      readonly given: { readonly provinceKey: string; readonly office: string }
      readonly result: string
    }
  | {
      readonly rule: 'chain'
      readonly given: { readonly sofar: ChainSoFar; readonly message: ChainMessage }
      readonly result: 'next' | 'duplicate' | 'gap' | 'fork'
    }

export type AskedRule = Pick<RuleVector, 'rule' | 'given'>

/** What our code makes of it. */
export function ourResult(asked: AskedRule): RuleVector['result'] {
  const { rule, given } = asked as RuleVector
  switch (rule) {
    case 'receipt-code': {
      const secret = pairSecret(signingKeyFrom(hexToBytes(given.ownSeed)), hexToBytes(given.otherKey))
      const code = receiptCode(hexToBytes(given.bundleHash), given.office, secret)
      return { pairSecret: bytesToHex(secret), code }
    }
    case 'key-code':
      return enrolCode(hexToBytes(given.publicKey))
    case 'content': {
      const hash = contentHash(given.records)
      return { hash: bytesToHex(hash), code: contentCode(hash) }
    }
    case 'state-code':
      return stateCode(given.heads.map((h) => ({ ...h, hash: h.hash === null ? null : hexToBytes(h.hash) })))
    case 'typed-code':
      return readCode(given.typed, given.length)
    case 'record-id':
      return recordId(given.device, given.nonce, given.seq)
    case 'own-chain':
      return ownDeviceId(hexToBytes(given.provinceKey), given.office)
    case 'chain':
      return judged(given.sofar, given.message)
  }
}

function judged({ number, lastSeq, hashes }: ChainSoFar, message: ChainMessage) {
  const hashOf = (n: number) => (hashes[n] === undefined ? undefined : hexToBytes(hashes[n]))
  const state = { number, lastSeq, hash: hashOf(number) ?? null, hashOf }
  const previous = message.previous === null ? null : hexToBytes(message.previous)
  const hash = hexToBytes(message.hash)
  return message.firstSeq === undefined
    ? judgeReply(state, { number: message.number, previous }, hash).kind
    : judgeBundle(state, { number: message.number, previous, firstSeq: message.firstSeq }, hash).kind
}
