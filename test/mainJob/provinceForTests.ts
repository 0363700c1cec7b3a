// One province for a test file, and offices that it has enrolled; used through the use cases behind the console.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../../server/audit/writeAudit.ts'
import { approveDevice } from '../../server/intake/enrolment.ts'
import { createOffice, issuePack } from '../../server/offices/offices.ts'
import type { Province } from '../../server/Province.ts'
import { type RunningProvince, startProvince } from '../../server/startProvince.ts'
import { SAMPLE_OFFICE } from '../../server/testOffice.ts'
import { freshDatabase, stopTestPostgres } from '../../server/testPostgres.ts'
import type { Result } from '../../shared/result.ts'
import { OfficeCore } from './officeCore.ts'

export const REVIEWER: Actor = { account: 1, name: 'Trần Văn Duyệt', address: '127.0.0.1' }

export class ProvinceForTests {
  readonly #dataDir: string
  readonly #databaseUrl: string
  #running: RunningProvince
  readonly #offices: OfficeCore[] = []

  private constructor(dataDir: string, databaseUrl: string, running: RunningProvince) {
    this.#dataDir = dataDir
    this.#databaseUrl = databaseUrl
    this.#running = running
  }

  static async start(): Promise<ProvinceForTests> {
    const dataDir = mkdtempSync(join(tmpdir(), 'sdl-province-'))
    const databaseUrl = await freshDatabase()
    return new ProvinceForTests(dataDir, databaseUrl, await run(dataDir, databaseUrl, 0))
  }

  get province(): Province {
    return this.#running.province
  }

  get port(): number {
    return Number(new URL(this.#running.url).port)
  }

  /** Stops the server; `again` starts it on the same port and data. */
  async stop(): Promise<{ again: () => Promise<void> }> {
    const { port } = this
    await this.#running.close()
    return {
      again: async () => {
        this.#running = await run(this.#dataDir, this.#databaseUrl, port)
      },
    }
  }

  /** An office with its pack; nothing of it has reached the province yet. @param line address that its pack names */
  async newOffice(id: string, line = this.#running.url): Promise<OfficeCore> {
    must(await createOffice(this.province, REVIEWER, { ...SAMPLE_OFFICE, id }))
    const pack = must(await issuePack({ ...this.province, publicUrl: line }, REVIEWER, id))
    const office = await OfficeCore.create(pack.bytes)
    this.#offices.push(office)
    return office
  }

  /** A further pack for an office, e.g. for a machine of its own or one that lost its device. */
  async newPack(id: string): Promise<Uint8Array> {
    return must(await issuePack({ ...this.province, publicUrl: this.#running.url }, REVIEWER, id)).bytes
  }

  /** The code that the officer reads out; the province approves that device. */
  async approve(office: OfficeCore): Promise<void> {
    const { code } = await office.call('enrol.request', {})
    const { deviceId } = await office.call('sync.details', {})
    must(await approveDevice(this.province, REVIEWER, { device: deviceId, code }))
  }

  async enrolledOffice(id: string, line?: string): Promise<OfficeCore> {
    const office = await this.newOffice(id, line)
    await office.syncUntil('waiting')
    await this.approve(office)
    return office
  }

  async close(): Promise<void> {
    for (const office of this.#offices.splice(0)) await office.remove()
    await this.#running.close()
    await stopTestPostgres()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}

async function run(dataDir: string, databaseUrl: string, port: number): Promise<RunningProvince> {
  return must(await startProvince({ dataDir, port, databaseUrl, name: 'Tỉnh Mẫu', pageDir: null }))
}

export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
