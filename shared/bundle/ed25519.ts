// Signing, and the one rule by which a signature is good on every side (docs/bundle-format.md, Signature rule). Ed25519
// as libraries ship it differs on edge cases; here strict decoding, no small order and a torsion-free key are asked for
// beside the equation, which agrees with libsodium on every published case.
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { DeviceId } from '../change/change.ts'
import type { Codec } from './codec.ts'
import type { SigningKey } from './types.ts'

/** The key pair of a 32-byte random seed. */
export function signingKeyFrom(seed: Uint8Array): SigningKey {
  return { secret: seed, public: ed25519.getPublicKey(seed) }
}

/** A key's id, which is its device's or province's: the first 8 bytes of SHA-256 of the public key, 16 hex digits. */
export function keyId(publicKey: Uint8Array): DeviceId {
  return bytesToHex(sha256(publicKey).subarray(0, 8))
}

export function sign(message: Uint8Array, key: SigningKey): Uint8Array {
  return ed25519.sign(message, key.secret)
}

/** Whether a signature is good by all four points of the rule. Never throws. */
export function verifySignature(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
  codec: Pick<Codec, 'verifyEd25519'>,
): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  if (!isCanonicalScalar(signature.subarray(32))) return false
  const r = strictPoint(signature.subarray(0, 32))
  if (!r || r.isSmallOrder() || !isGoodKey(publicKey)) return false
  return codec.verifyEd25519(publicKey, message, signature)
}

/** The secret that a device and its province share, from which receipt codes are made; 32 bytes, the same on both sides. */
export function pairSecret(own: SigningKey, otherPublicKey: Uint8Array): Uint8Array {
  return x25519.getSharedSecret(
    ed25519.utils.toMontgomerySecret(own.secret),
    ed25519.utils.toMontgomery(otherPublicKey),
  )
}

/** Keys found good before: the torsion check alone costs 1 ms, and a province meets the same keys all day. */
const goodKeys = new Set<string>()
const MAX_GOOD_KEYS = 10_000

function isGoodKey(publicKey: Uint8Array): boolean {
  const name = bytesToHex(publicKey)
  if (goodKeys.has(name)) return true
  const a = strictPoint(publicKey)
  if (!a || a.isSmallOrder() || !a.isTorsionFree()) return false
  if (goodKeys.size >= MAX_GOOD_KEYS) goodKeys.clear()
  goodKeys.add(name)
  return true
}

function strictPoint(bytes: Uint8Array): InstanceType<typeof ed25519.Point> | null {
  try {
    return ed25519.Point.fromBytes(bytes, false)
  } catch {
    return null
  }
}

const ORDER = ed25519.Point.Fn.ORDER

function isCanonicalScalar(littleEndian: Uint8Array): boolean {
  return BigInt(`0x${bytesToHex(Uint8Array.from(littleEndian).reverse())}`) < ORDER
}
