// Compression by an id in the header. A sender takes whichever is smallest; a reader never yields more than
// MESSAGE_LIMITS.plainBytes, whatever the stream claims.
import { err, ok, type Result } from '../result.ts'
import type { Codec } from './codec.ts'
import { dictionary1 } from './dictionary-1.ts'
import { MESSAGE_LIMITS } from './limits.ts'
import type { Refusal } from './types.ts'

export const COMPRESSION = { none: 0, deflate: 1, brotli: 2 } as const

/** Above this deflate's window has long left the dictionary behind, and brotli is always smaller. */
const DEFLATE_MAX_BYTES = 256 * 1024

export function compress(
  plain: Uint8Array,
  codec: Codec,
): { readonly compression: number; readonly bytes: Uint8Array } {
  let best: { compression: number; bytes: Uint8Array } = { compression: COMPRESSION.none, bytes: plain }
  if (plain.length <= DEFLATE_MAX_BYTES) {
    const bytes = codec.deflate(plain, dictionary1())
    if (bytes.length < best.bytes.length) best = { compression: COMPRESSION.deflate, bytes }
  }
  const bytes = codec.brotli(plain)
  return bytes.length < best.bytes.length ? { compression: COMPRESSION.brotli, bytes } : best
}

/** Undoes `compress`, capped: `too-large` beyond MESSAGE_LIMITS.plainBytes, `malformed` for a broken stream or unknown id. */
export function decompress(
  packed: Uint8Array,
  compression: number,
  codec: Codec,
): Result<Uint8Array, Refusal> {
  if (compression === COMPRESSION.none) return ok(packed)
  if (compression !== COMPRESSION.deflate && compression !== COMPRESSION.brotli) {
    return err({ code: 'malformed', where: 'compression' })
  }
  const inflated =
    compression === COMPRESSION.deflate
      ? codec.inflate(packed, dictionary1(), MESSAGE_LIMITS.plainBytes)
      : codec.unbrotli(packed, MESSAGE_LIMITS.plainBytes)
  if (inflated.ok) return ok(inflated.bytes)
  if (inflated.why === 'too-large') return err({ code: 'too-large', maxBytes: MESSAGE_LIMITS.plainBytes })
  return err({ code: 'malformed', where: 'compression' })
}
