// JSON that also carries bytes, for the browser door: a Uint8Array travels as {"$bytes": "<base64>"}. The same text
// means the same value on both sides; it never guesses, so an object that happens to have other keys beside `$bytes`
// stays an object. No call of the contract has an object whose only key is `$bytes`.

const CHUNK = 0x8000

/** Standard base64 (RFC 4648 §4) of the bytes, with padding. */
export function bytesToBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  }
  return btoa(binary)
}

/**
 * @param text standard base64 with padding
 * @throws Error (DOMException) when the text is not base64
 */
export function base64ToBytes(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

/** JSON text of a call's input, result or event. `undefined` members are dropped, as JSON does. */
export function encodeWire(value: unknown): string {
  // A replacer makes JSON several times slower, and most answers are rows without bytes.
  if (!hasBytes(value)) return JSON.stringify(value)
  return JSON.stringify(value, (_key, member: unknown) =>
    member instanceof Uint8Array ? { $bytes: bytesToBase64(member) } : member,
  )
}

function hasBytes(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false
  if (value instanceof Uint8Array) return true
  if (Array.isArray(value)) return value.some(hasBytes)
  for (const key in value) if (hasBytes((value as Record<string, unknown>)[key])) return true
  return false
}

/**
 * The value of a text made by `encodeWire`.
 * @throws Error when the text is not JSON or holds broken base64; callers answer `bad-input`.
 */
export function decodeWire(text: string): unknown {
  if (!text.includes('"$bytes"')) return JSON.parse(text)
  return JSON.parse(text, (_key, member: unknown) => {
    if (member === null || typeof member !== 'object' || Array.isArray(member)) return member
    const encoded = (member as { $bytes?: unknown }).$bytes
    if (typeof encoded !== 'string' || Object.keys(member).length !== 1) return member
    return base64ToBytes(encoded)
  })
}
