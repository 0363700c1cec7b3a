// The line through the platform's fetch: Node's in the browser door and the command line, Electron's net in the app.
import { MAX_MESSAGE_BYTES, MESSAGE_TYPE } from '../../../shared/http/contract.ts'
import { err, ok } from '../../../shared/result.ts'
import type { Post } from './Post.ts'

const TIMEOUT_MS = 60_000

/** @param fetch the platform's fetch; its failures become `no-line` (nothing was sent) or `line-cut`. */
export function fetchPost(fetch: typeof globalThis.fetch): Post {
  return async (url, body, signal) => {
    const timeout = AbortSignal.timeout(TIMEOUT_MS)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': MESSAGE_TYPE },
        body: new Uint8Array(body),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        redirect: 'error',
      })
      const answer = new Uint8Array(await response.arrayBuffer())
      if (!response.ok) return err({ code: 'http', status: response.status })
      if (answer.byteLength > 4 * MAX_MESSAGE_BYTES) return err({ code: 'http', status: 502 })
      return ok(answer)
    } catch (cause) {
      return err({ code: isRefusedConnection(cause) ? 'no-line' : 'line-cut' })
    }
  }
}

function isRefusedConnection(cause: unknown): boolean {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  const code = inner && typeof inner === 'object' && 'code' in inner ? String(inner.code) : ''
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'].includes(code)
}
