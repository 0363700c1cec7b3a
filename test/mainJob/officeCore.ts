// An office's whole core for tests that cross rooms: a real store in a real folder, spoken to only through the contract.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Core } from '../../electron/core/Core.ts'
import { createCore } from '../../electron/core/createCore.ts'
import { fetchPost } from '../../electron/core/sync/fetchPost.ts'
import { createFileKeystore } from '../../electron/shell/fileKeystore.ts'
import type { CallError, CallInput, CallName, CallOutput, Office } from '../../shared/ipc/contract.ts'

export const PIN = 'mau-2468'

export const OFFICE: Office = {
  name: 'Ủy ban nhân dân xã Mẫu',
  parentName: 'Ủy ban nhân dân tỉnh Mẫu',
  level: 'xa',
  adminCode: '99001',
  docSymbol: 'UBND',
  placeName: 'Mẫu',
  profile: 'current_2025',
  plan: '',
  provinceName: '',
  provinceUrl: '',
}

export class OfficeCore {
  readonly dir: string
  core: Core

  private constructor(dir: string) {
    this.dir = dir
    this.core = OfficeCore.#open(dir)
  }

  static #open(dir: string): Core {
    return createCore({
      dataDir: dir,
      keystore: createFileKeystore(dir),
      keystoreKind: 'file',
      door: 'browser',
      version: '0.0.0-test',
      post: fetchPost(fetch),
      now: Date.now,
      autoSyncMinutes: 0,
      pinLog2N: 10,
    })
  }

  /** A new office with its first person; with a pack, it answers to that province. */
  static async create(pack?: Uint8Array, sample = false): Promise<OfficeCore> {
    const office = new OfficeCore(mkdtempSync(join(tmpdir(), 'sdl-office-')))
    const known = pack ? (await office.call('setup.readPack', { bytes: pack })).office : OFFICE
    await office.call('setup.create', { office: known, userName: 'Cán bộ mẫu', pin: PIN, pack, sample })
    return office
  }

  /** A core over a folder that exists, locked. */
  static at(dir: string): OfficeCore {
    return new OfficeCore(dir)
  }

  /** The call's value; a refusal fails the test. */
  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const answer = await this.core.call(name, input)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
    return answer.value as CallOutput<N>
  }

  /** The call's refusal; a success fails the test. */
  async refusal<N extends CallName>(name: N, input: CallInput<N>): Promise<CallError> {
    const answer = await this.core.call(name, input)
    if (answer.ok) throw new Error(`${name} was not refused`)
    return answer.error
  }

  async unlock(pin = PIN): Promise<void> {
    const { users } = await this.call('app.status', {})
    await this.call('session.unlock', { userId: users[0]?.id ?? '', pin })
  }

  /** Ends this core and opens the same folder with a new one, as after a restart. */
  async restart(): Promise<void> {
    await this.core.close()
    this.core = OfficeCore.#open(this.dir)
    await this.unlock()
  }

  /** Presses the sync button until it says that; fails on a refusal. */
  async syncUntil(phase: 'idle' | 'waiting', most = 80): Promise<number> {
    for (let tries = 1; tries <= most; tries++) {
      const status = await this.call('sync.now', {})
      if (status.phase === phase) return tries
      if (status.phase === 'refused') throw new Error(`sync refused: ${status.message}`)
    }
    throw new Error(`no ${phase} after ${most} tries`)
  }

  async remove(): Promise<void> {
    await this.core.close()
    rmSync(this.dir, { recursive: true, force: true })
  }
}
