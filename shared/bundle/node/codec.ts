// Node's part of the message format: compression and native Ed25519. This folder is the one place under shared/ that
// may import node: (zlib and crypto only); electron, db, server and tests import it, the page never.
import { createPublicKey, verify } from 'node:crypto'
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  deflateRawSync,
  type InputType,
  inflateRawSync,
} from 'node:zlib'
import type { Codec, Inflated } from '../codec.ts'

/** DER before a raw Ed25519 public key (RFC 8410 SubjectPublicKeyInfo). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** Beyond this the best quality takes seconds on an office's PC for a tenth of the bytes (1.4 MB: 2.3 s against 0.3 s). */
const SLOW_BROTLI_MAX_BYTES = 256 * 1024

export const nodeCodec: Codec = {
  deflate(plain, dictionary) {
    return new Uint8Array(deflateRawSync(plain, { level: 9, memLevel: 9, dictionary }))
  },

  inflate(packed, dictionary, maxBytes) {
    return capped(() => inflateRawSync(packed, { dictionary, maxOutputLength: maxBytes, info: true }), packed)
  },

  brotli(plain) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: plain.length <= SLOW_BROTLI_MAX_BYTES ? 11 : 9,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_GENERIC,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    }
    return new Uint8Array(brotliCompressSync(plain, { params }))
  },

  unbrotli(packed, maxBytes) {
    return capped(() => brotliDecompressSync(packed, { maxOutputLength: maxBytes, info: true }), packed)
  },

  verifyEd25519(publicKey, message, signature) {
    try {
      const key = createPublicKey({
        key: Buffer.concat([SPKI_PREFIX, publicKey]),
        format: 'der',
        type: 'spki',
      })
      return verify(null, message, key, signature)
    } catch {
      // Not a key that OpenSSL or BoringSSL can read: no signature by it is good.
      return false
    }
  },
}

type WithInfo = { buffer: Uint8Array; engine: { bytesWritten: number } }

function capped(unpack: () => unknown, packed: InputType & Uint8Array): Inflated {
  try {
    // `info: true` makes zlib return the engine too, whose bytesWritten is the input it consumed; its types omit it.
    const { buffer, engine } = unpack() as WithInfo
    if (engine.bytesWritten !== packed.length) return { ok: false, why: 'corrupt' }
    return { ok: true, bytes: new Uint8Array(buffer) }
  } catch (e) {
    const code = (e as { code?: string }).code
    return { ok: false, why: code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'corrupt' }
  }
}
