// The core: the use cases over one open store, behind the one contract. Electron's utility process, the browser door
// and the command line each hold one; none of them knows more than this.
import type { AppEvent, CallError } from '../../shared/ipc/contract.ts'

export type CallAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: CallError }

export interface Core {
  /** Parses the input, runs the use case, parses the output. Never throws: our own mistakes come back as `internal`. */
  call(name: string, input: unknown): Promise<CallAnswer>
  subscribe(listener: (event: AppEvent) => void): () => void
  /** Closes the store; durable work is already on disk. */
  close(): Promise<void>
}
