// What the message format needs of the machine it runs on. The rest of shared/bundle is pure; Node's implementation is
// shared/bundle/node/codec.ts. The page has none: it never opens or seals a message.

export type Inflated =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'too-large' | 'corrupt' }

export type Codec = {
  /** Raw DEFLATE (RFC 1951) at the highest level with a preset dictionary. */
  deflate(plain: Uint8Array, dictionary: Uint8Array): Uint8Array
  /** Undoes `deflate`; stops at `maxBytes`; bytes after the stream's end are `corrupt`. */
  inflate(packed: Uint8Array, dictionary: Uint8Array, maxBytes: number): Inflated
  /** Brotli (RFC 7932), at the highest quality that the size bears. */
  brotli(plain: Uint8Array): Uint8Array
  unbrotli(packed: Uint8Array, maxBytes: number): Inflated
  /** Plain Ed25519 (RFC 8032, cofactorless); points 1–3 of the signature rule are checked by `verifySignature`. */
  verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
}
