// Where a message stands in its chain: a device's bundles at the province, the replies to a device at the office. Pure:
// the caller looks up what it has, acts on the decision in one transaction, and answers the same to the same message.
import { sameBytes } from './cbor.ts'
import type { Bundle, MessageHash, Reply } from './types.ts'

export type ChainState = {
  /** Number of the last message taken; 0: none. */
  readonly number: number
  /** Its hash; null: none. */
  readonly hash: MessageHash | null
  /** Hash of the message taken under a lower or equal number; undefined when it is no longer kept. */
  readonly hashOf: (number: number) => MessageHash | undefined
}

export type ChainDecision =
  /** Take it. */
  | { readonly kind: 'next' }
  /** Taken before, byte for byte: answer as before, no effect. */
  | { readonly kind: 'duplicate' }
  /** Something between is missing: ask for it, hold this one or let it be sent again. */
  | { readonly kind: 'gap'; readonly expected: number; readonly got: number }
  /** Two histories under one key (cloned disk, restored backup, two-faced province): hold apart, take neither over. */
  | { readonly kind: 'fork'; readonly number: number }

/** @param state.lastSeq last change sequence taken from this device. */
export function judgeBundle(
  state: ChainState & { readonly lastSeq: number },
  bundle: Pick<Bundle, 'number' | 'previous' | 'firstSeq'>,
  hash: MessageHash,
): ChainDecision {
  const decision = judge(state, bundle, hash)
  if (decision.kind === 'next' && bundle.firstSeq !== state.lastSeq + 1)
    return { kind: 'fork', number: bundle.number }
  return decision
}

export function judgeReply(
  state: ChainState,
  reply: Pick<Reply, 'number' | 'previous'>,
  hash: MessageHash,
): ChainDecision {
  return judge(state, reply, hash)
}

function judge(
  state: ChainState,
  message: { readonly number: number; readonly previous: MessageHash | null },
  hash: MessageHash,
): ChainDecision {
  const { number, previous } = message
  if (number <= state.number) {
    const taken = number === state.number ? state.hash : state.hashOf(number)
    return taken && sameBytes(taken, hash) ? { kind: 'duplicate' } : { kind: 'fork', number }
  }
  if (number > state.number + 1) return { kind: 'gap', expected: state.number + 1, got: number }
  const follows =
    state.hash === null ? previous === null : previous !== null && sameBytes(previous, state.hash)
  return follows ? { kind: 'next' } : { kind: 'fork', number }
}
