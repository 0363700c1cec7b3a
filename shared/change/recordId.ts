// A record's public id: a UUIDv8 (RFC 9562) that follows from who created it and when in that device's own order.
// The nonce is drawn at every unlock, so that a cloned disk, whose device and sequence repeat, never mints the same id.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { DeviceId } from './change.ts'

const DOMAIN = utf8ToBytes('so-du-lieu/record/1')

/**
 * The public id of the record that a creating change makes: the first 16 bytes of
 * SHA-256("so-du-lieu/record/1" ‖ device, 8 bytes ‖ nonce, 8 bytes ‖ seq, 8 bytes big-endian),
 * with the version (8) and variant bits of a UUIDv8.
 * @param device 16 hex digits.
 * @param nonce 16 hex digits, as on the creating change.
 * @param seq the creating change's sequence, a safe integer from 1.
 * @returns lower-case UUID text.
 * @throws RangeError when a part has not that shape: callers check what came from outside first.
 */
export function recordId(device: DeviceId, nonce: string, seq: number): string {
  if (!/^[0-9a-f]{16}$/.test(device) || !/^[0-9a-f]{16}$/.test(nonce)) {
    throw new RangeError('recordId: device and nonce are 16 hex digits')
  }
  if (!Number.isSafeInteger(seq) || seq < 1) throw new RangeError('recordId: seq counts from 1')
  const input = new Uint8Array(DOMAIN.length + 24)
  input.set(DOMAIN)
  input.set(hexToBytes(device), DOMAIN.length)
  input.set(hexToBytes(nonce), DOMAIN.length + 8)
  new DataView(input.buffer).setBigUint64(DOMAIN.length + 16, BigInt(seq))
  const id = sha256(input).slice(0, 16)
  id[6] = (id[6]! & 0x0f) | 0x80
  id[8] = (id[8]! & 0x3f) | 0x80
  const hex = bytesToHex(id)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
