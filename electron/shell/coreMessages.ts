// What the main process and the core's process say to each other. The core may ask main for what only main has: the
// operating system's keystore, Electron's network stack, and a process to parse a stranger's file in.
import type { AppEvent } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { CallAnswer } from '../core/Core.ts'
import type { LineError } from '../core/sync/Post.ts'
import type { ParserJob, ParserMessage } from '../import/parserProtocol.ts'

export type CoreStart = {
  readonly dataDir: string
  readonly keystoreKind: 'os' | 'file'
  readonly version: string
  readonly autoSyncMinutes: number
}

export type ToCore =
  | { readonly kind: 'start'; readonly options: CoreStart }
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'close' }
  | { readonly kind: 'asked'; readonly id: number; readonly answer: Result<unknown, string> }
  | { readonly kind: 'parser-message'; readonly parser: number; readonly message: ParserMessage }
  | {
      readonly kind: 'parser-exit'
      readonly parser: number
      readonly code: number | null
      readonly errors: string
    }

/** What the core asks of main, each with its answer's type. */
export type Asks = {
  'keystore-get': { readonly input: { readonly name: string }; readonly answer: Uint8Array | null }
  'keystore-set': {
    readonly input: { readonly name: string; readonly bytes: Uint8Array }
    readonly answer: null
  }
  post: {
    readonly input: { readonly url: string; readonly body: Uint8Array }
    readonly answer: Result<Uint8Array, LineError>
  }
}

export type FromCore =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: CallAnswer }
  | { readonly kind: 'event'; readonly event: AppEvent }
  | { readonly kind: 'closed' }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: keyof Asks; readonly input: unknown }
  | { readonly kind: 'ask-abort'; readonly id: number }
  | { readonly kind: 'parser-start'; readonly parser: number; readonly heapMb: number }
  | { readonly kind: 'parser-job'; readonly parser: number; readonly job: ParserJob }
  | { readonly kind: 'parser-kill'; readonly parser: number }
