// What every use case shares: the options the door gave, the open session if there is one, and the way to tell the page.

import type { Keystore } from '../../db/Keystore.ts'
import type { OfficeStore } from '../../db/OfficeStore.ts'
import type { SqliteStore } from '../../db/SqliteStore.ts'
import type { SigningKey } from '../../shared/bundle/types.ts'
import type {
  AppEvent,
  CallError,
  CallName,
  CallOutput,
  CallParsed,
  Office,
} from '../../shared/ipc/contract.ts'
import type { ErrorCode } from '../../shared/messages/sentences.ts'
import { type Err, err, type Result } from '../../shared/result.ts'
import type { ParserHost } from '../import/parserHost.ts'
import type { Post } from './sync/Post.ts'

export type CoreOptions = {
  /** Folder of the store, its keys and snapshots; made when absent. */
  readonly dataDir: string
  readonly keystore: Keystore
  /** What the page is told of the keystore: the operating system's, or a 0600 file. */
  readonly keystoreKind: 'os' | 'file'
  readonly door: 'electron' | 'browser'
  readonly version: string
  /** The line to the province; Electron gives its own network stack. */
  readonly post: Post
  readonly now: () => number
  /** Cost of a PIN guess, log2 of scrypt's N; tests say less than the default 17. */
  readonly pinLog2N?: number
  /** Minutes between automatic syncs while open; 0 for none (command line, tests). */
  readonly autoSyncMinutes: number
  /** How a stranger's file gets a process of its own; absent: Node forks. Electron's main process gives one. */
  readonly parserHost?: ParserHost
}

export type DeviceKeys = {
  readonly signing: SigningKey
  /** age identity `AGE-SECRET-KEY-1…` that carried replies are opened with, and its recipient. */
  readonly ageIdentity: string
  readonly ageRecipient: string
}

/** An opened store and who opened it. */
export type Session = {
  readonly store: SqliteStore
  readonly user: { readonly id: string; readonly name: string }
  readonly keys: DeviceKeys
  /** The store's own key, for adding people and restoring; wiped when the session closes. */
  readonly storeKey: Uint8Array
}

export type CoreContext = {
  readonly options: CoreOptions
  session: Session | null
  emit(event: AppEvent): void
}

export type Handler<N extends CallName> = (
  context: CoreContext,
  input: CallParsed<N>,
) => Result<CallOutput<N>, CallError> | Promise<Result<CallOutput<N>, CallError>>

export type Handlers<N extends CallName> = { readonly [K in N]: Handler<K> }

/** A refusal of a use case, by a code that has its sentence. */
export function refuse(code: ErrorCode, args?: CallError['args']): Err<CallError> {
  return err(args ? { code, args } : { code })
}

/** Thrown by `openSession` when the store is locked; the dispatcher turns it into the `locked` refusal. */
export class LockedError extends Error {}

export function openSession(context: CoreContext): Session {
  if (!context.session) throw new LockedError('locked')
  return context.session
}

const OFFICE_KEY = 'office'

export function officeOf(store: OfficeStore): Office {
  const office = store.setting<Office>(OFFICE_KEY)
  if (!office) throw new Error('an open store has its office')
  return office
}

export function saveOffice(store: OfficeStore, office: Office): void {
  store.setSetting(OFFICE_KEY, office)
}
