// Office ↔ province over HTTPS. GET and POST only; bodies are signed messages, so that a line, a proxy or a stick
// changes nothing in what they mean. Console routes live in server/console.

export const MESSAGE_TYPE = 'application/octet-stream'
export const MAX_MESSAGE_BYTES = 8 * 1024 * 1024

export const routes = {
  /** GET → JSON { province, name, time }. */
  about: '/v1/about',
  /** POST EnrolRequest → CBOR { status: 'pending' | 'approved' | 'refused' }. Repeatable. */
  enrol: '/v1/enrol',
  /** POST Hello → CBOR SyncAnswer: what the server expects next, and the replies after haveReply. */
  hello: '/v1/hello',
  /** POST Bundle → CBOR SyncAnswer with the reply that holds its receipt. The same bundle again: the same receipt. */
  bundle: '/v1/bundle',
} as const
