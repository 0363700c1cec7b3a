// Starts the province as `npm run server` does: its own process, its own PostgreSQL, its own built console.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleIfStale } from '../../build/bundle.ts'

const root = join(import.meta.dirname, '..', '..')

export class ProvinceServer {
  readonly address: string
  /** The administrator's one-time password, as printed. */
  readonly password: string
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  readonly #dataDir: string

  private constructor(child: ChildProcess, ended: Promise<unknown>, dataDir: string, printed: string) {
    this.#child = child
    this.#ended = ended
    this.#dataDir = dataDir
    this.address = /Trang quản lý:\s+(\S+)/.exec(printed)?.[1] ?? ''
    this.password = /Mật khẩu:\s+(\S+)/.exec(printed)?.[1] ?? ''
  }

  static async start(name: string): Promise<ProvinceServer> {
    await bundleIfStale(['province'])
    const dataDir = mkdtempSync(join(tmpdir(), 'sdl-e2e-province-'))
    const { DATABASE_URL: _, ...env } = process.env
    const child = spawn(
      process.execPath,
      ['server/main.ts', '--port', '0', '--data', dataDir, '--name', name],
      { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let printed = ''
    const ended = new Promise((resolve) => child.once('close', resolve))
    await new Promise<void>((resolve, reject) => {
      const collect = (chunk: Buffer): void => {
        printed += chunk.toString('utf8')
        if (printed.includes('Ctrl+C')) resolve()
      }
      child.stdout?.on('data', collect)
      child.stderr?.on('data', collect)
      void ended.then(() => reject(new Error(`the province ended: ${printed}`)))
    })
    return new ProvinceServer(child, ended, dataDir, printed)
  }

  async close(): Promise<void> {
    this.#child.kill('SIGTERM')
    await this.#ended
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}
