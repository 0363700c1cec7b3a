/** Bytes of standard base64 text, without Buffer, which a page has not. */
export function base64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
}
