// Opens the office's own store for a command: the app must not have it open, and the PIN is asked for or read from a file.
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Core } from '../core/Core.ts'
import { createCore } from '../core/createCore.ts'
import { fetchPost } from '../core/sync/fetchPost.ts'
import { appVersion } from '../shell/appVersion.ts'
import { defaultDataDir } from '../shell/dataDir.ts'
import { createFileKeystore } from '../shell/fileKeystore.ts'
import { type Flags, need } from './Command.ts'

export type OpenCore = {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>, { code: string }>>
  close(): Promise<void>
}

export function coreFor(flags: Flags): { core: Core; opened: OpenCore } {
  const dataDir = flags.data ?? defaultDataDir()
  const core = createCore({
    dataDir,
    keystore: createFileKeystore(dataDir),
    keystoreKind: 'file',
    door: 'browser',
    version: appVersion(),
    post: fetchPost(globalThis.fetch),
    now: Date.now,
    autoSyncMinutes: 0,
  })
  const opened: OpenCore = {
    call: async (name, input) => {
      const answer = await core.call(name, input)
      return answer.ok ? ok(answer.value as never) : err(answer.error)
    },
    close: () => core.close(),
  }
  return { core, opened }
}

/** Unlocks with the PIN of `--user` (or of the only person). */
export async function openCore(flags: Flags): Promise<Result<OpenCore, { code: string }>> {
  const { opened } = coreFor(flags)
  const status = await opened.call('app.status', {})
  if (!status.ok) return status
  if (status.value.phase === 'empty') return err({ code: 'store-missing' })
  const users = status.value.users
  const wanted = flags.user
    ? users.find((user) => user.name === flags.user || user.id === flags.user)
    : users.length === 1
      ? users[0]
      : undefined
  if (!wanted) return err({ code: 'no-such-person' })
  const unlocked = await opened.call('session.unlock', { userId: wanted.id, pin: await readPin(flags) })
  return unlocked.ok ? ok(opened) : unlocked
}

async function readPin(flags: Flags): Promise<string> {
  const file = flags['pin-file']
  if (file)
    return readFileSync(need(existsSync(file) ? file : undefined, `tệp mã PIN ${file}`), 'utf8').trim()
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await lines.question('Mã PIN: ')).trim()
  } finally {
    lines.close()
  }
}
