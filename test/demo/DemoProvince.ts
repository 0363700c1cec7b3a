// The province's side of the demo: a real server with its own PostgreSQL, and a reviewer who does what the console does.

import type { Actor } from '../../server/audit/writeAudit.ts'
import { getHandin } from '../../server/console/readHandins.ts'
import { decideHandin, decideRecords, makeRemark } from '../../server/handin/decide.ts'
import { approveDevice } from '../../server/intake/enrolment.ts'
import { replyFile } from '../../server/intake/replyFile.ts'
import { takeCarried } from '../../server/intake/takeCarried.ts'
import { saveCatalogue } from '../../server/offices/catalogue.ts'
import { createOffice, issuePack } from '../../server/offices/offices.ts'
import { type RunningProvince, startProvince } from '../../server/startProvince.ts'
import { device } from '../../server/store/schema.ts'
import type { CatalogueEntry } from '../../shared/bundle/types.ts'
import type { Result } from '../../shared/result.ts'

const REVIEWER: Actor = { account: 1, name: 'Cán bộ của Sở', address: '127.0.0.1' }
const OFFICE = '99001'

export class DemoProvince {
  readonly #running: RunningProvince

  private constructor(running: RunningProvince) {
    this.#running = running
  }

  static async start(dataDir: string): Promise<DemoProvince> {
    return new DemoProvince(value(await startProvince({ dataDir, port: 0, name: 'Tỉnh Mẫu', pageDir: null })))
  }

  get url(): string {
    return this.#running.url
  }

  get port(): number {
    return Number(new URL(this.#running.url).port)
  }

  /** Creates the office and its pack; `line` is the address that the pack names. */
  async newOffice(line: string, catalogue: readonly CatalogueEntry[]): Promise<Uint8Array> {
    const { province } = this.#running
    await saveCatalogue(province, REVIEWER, catalogue)
    value(
      await createOffice(province, REVIEWER, {
        id: OFFICE,
        name: 'Ủy ban nhân dân xã Mẫu',
        parentName: 'Ủy ban nhân dân tỉnh Mẫu',
        level: 'xa',
        adminCode: OFFICE,
        docSymbol: 'UBND',
        placeName: 'Mẫu',
        profile: 'current_2025',
        plan: '',
        hasApp: true,
      }),
    )
    return value(await issuePack({ ...province, publicUrl: line }, REVIEWER, OFFICE)).bytes
  }

  async approve(code: string): Promise<void> {
    value(await approveDevice(this.#running.province, REVIEWER, { device: await this.#device(), code }))
  }

  /** Pins one remark to a field of the first record, returns that record and accepts the rest. @returns how many went back */
  async returnOne(handin: string): Promise<number> {
    const { province } = this.#running
    const ref = { office: OFFICE, handin }
    const { rows } = value(await getHandin(province.db, ref))
    const [first, ...others] = rows
    if (!first) throw new Error('the hand-in has records')
    value(
      await makeRemark(province, REVIEWER, {
        ...ref,
        record: first.recordId,
        field: 'purpose',
        text: 'Nêu rõ mục đích quản lý, sử dụng.',
      }),
    )
    value(
      await decideRecords(province, REVIEWER, {
        ...ref,
        records: others.map((r) => r.recordId),
        decision: 'accept',
        reason: '',
      }),
    )
    value(
      await decideRecords(province, REVIEWER, {
        ...ref,
        records: [first.recordId],
        decision: 'return',
        reason: 'Thiếu mục đích',
      }),
    )
    return value(await getHandin(province.db, ref)).rows.filter((r) => r.decision === 'return').length
  }

  /** Takes a carried file in, accepts the hand-in and gives the reply file. */
  async takeFileAndAccept(
    bytes: Uint8Array,
    handin: string,
  ): Promise<{ bytes: Uint8Array; name: string; accepted: number }> {
    const { province } = this.#running
    value(await takeCarried(province, REVIEWER, bytes))
    const ref = { office: OFFICE, handin }
    value(await decideHandin(province, REVIEWER, { ...ref, decision: 'accept', reason: '' }))
    const accepted = value(await getHandin(province.db, ref)).rows.filter(
      (r) => r.decision === 'accept',
    ).length
    return { ...value(await replyFile(province, REVIEWER, await this.#device())), accepted }
  }

  close(): Promise<void> {
    return this.#running.close()
  }

  async #device(): Promise<string> {
    const [row] = await this.#running.province.db.select().from(device)
    if (!row) throw new Error('no device has asked to be enrolled')
    return row.id
  }
}

function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`province: ${JSON.stringify(result.error)}`)
  return result.value
}
