// The line: one POST with a body, answered with a body. A port, because Electron has its own network stack (proxies,
// system certificates) and tests cut it.
import type { Result } from '../../../shared/result.ts'

export type LineError =
  | { readonly code: 'no-line' }
  | { readonly code: 'line-cut' }
  | { readonly code: 'http'; readonly status: number }

/** POSTs `body` as application/octet-stream; the whole answer, or why there was none. Never throws for the world. */
export type Post = (
  url: string,
  body: Uint8Array,
  signal?: AbortSignal,
) => Promise<Result<Uint8Array, LineError>>
