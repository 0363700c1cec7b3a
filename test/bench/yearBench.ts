// A year's work at the size of a large office: 500 databases with 20 items each, after ten years of accepted hand-ins.
// Every list and rule run through the contract, cold after a start and again after a save; then the documents.
import { unlock } from '../../db/keys.ts'
import type { Edit } from '../../db/OfficeStore.ts'
import { openStore } from '../../db/open.ts'
import { createFileKeystore } from '../../electron/shell/fileKeystore.ts'
import type { Values } from '../../shared/registers/define.ts'
import { registerOf, registers } from '../../shared/registers/registry.ts'
import { OfficeCore, PIN } from '../mainJob/officeCore.ts'
import { must } from '../mainJob/provinceForTests.ts'
import { sampleRecords } from '../reportSample.ts'
import { type BenchRow, quantile, timed } from './BenchRow.ts'
import { fullDatabases, officeWith } from './benchOffice.ts'

const DATABASES = 500
const ITEMS = 20
const YEARS = 10
const THIS_YEAR = new Date().getFullYear()
const ROUND = `rule:database:${THIS_YEAR}`
const TIMES = 10
const SIGNED = {
  number: '45/BC-UBND',
  signedOn: `${THIS_YEAR}-12-18`,
  signer: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Văn Mẫu' },
}

export async function yearBench(): Promise<readonly BenchRow[]> {
  const { office, ids } = await officeWith(fullDatabases(DATABASES))
  try {
    const items = await addItems(office, ids)
    await addHistory(office, [...ids, ...items], ids)
    const rows = [...(await lists(office, ids)), ...(await rounds(office))]
    return [...rows, ...(await documents(office))]
  } finally {
    await office.remove()
  }
}

async function addItems(office: OfficeCore, ids: readonly string[]): Promise<string[]> {
  const register = registerOf('data-item')!
  const own = new Set(register.fields.filter((f) => f.writer === 'office').map((f) => f.id))
  const samples = sampleRecords(register, DATABASES * ITEMS).map(({ values }) => values)
  const edits = samples.map((values: Values, i) => {
    const kept = Object.fromEntries(Object.entries(values).filter(([id]) => own.has(id)))
    return { id: null, set: { ...kept, database: { text: '', id: ids[Math.floor(i / ITEMS)] ?? '' } } }
  })
  const asked = { register: 'data-item', label: 'Mẫu', edits: edits as never }
  return (await office.call('records.saveMany', asked)).ids
}

/** What ten years of hand-ins, all accepted record by record, leave in the store. */
async function addHistory(
  office: OfficeCore,
  members: readonly string[],
  ids: readonly string[],
): Promise<void> {
  const { users } = await office.call('app.status', {})
  await office.core.close()
  const { dir } = office
  const keys = { dir, keystore: createFileKeystore(dir), now: Date.now, log2N: 10 }
  const key = must(await unlock(keys, users[0]?.id ?? '', PIN))
  const store = must(openStore({ dir, key, registers }))
  for (let back = YEARS; back > 0; back--) {
    const period = String(THIS_YEAR - back)
    const at = Date.parse(`${period}-12-18T09:00:00`)
    const meta = { actor: 'bench', origin: 'province', label: 'Mẫu', at } as const
    const made = { register: 'database', period, count: ids.length, contentHash: 'ab'.repeat(32), madeAt: at }
    const set = { ...made, state: 'accepted' }
    const [handin = ''] = store.commit([{ id: null, register: 'handin', set }], meta).ids
    const reviews = ids.map(
      (record): Edit => ({
        id: null,
        register: 'review',
        set: { handin, record, register: 'database', decision: 'accept', at },
      }),
    )
    store.commit(reviews, meta)
    store.setSetting(`handin.members.${handin}`, members)
  }
  store.close()
  office.core = OfficeCore.at(dir).core
  await office.unlock()
}

async function lists(office: OfficeCore, ids: readonly string[]): Promise<BenchRow[]> {
  const [start = 0] = await timed(1, () => office.restart())
  const [cold = 0] = await timed(1, () => office.call('rounds.list', {}))
  const save = (i: number) =>
    office.call('records.save', {
      register: 'database',
      id: ids[i] ?? '',
      set: { purpose: `Tra cứu, lần ${i}` },
    })
  const afterSave: number[] = []
  for (let i = 0; i < TIMES; i++) {
    await save(i)
    afterSave.push(...(await timed(1, () => office.call('rounds.list', {}))))
  }
  afterSave.sort((a, b) => a - b)
  const readiness = await timed(TIMES, () => office.call('rounds.readiness', { id: ROUND }))
  const since = await timed(TIMES, () => office.call('rounds.sinceLast', { id: ROUND, register: 'database' }))
  const home = await timed(TIMES, () => office.call('home.summary', {}))
  return [
    row('start again: PIN to open, states worked out', start, '≤ 3 s', 3_000),
    row('rounds, first look after a start', cold, '≤ 1 s', 1_000),
    row('rounds, after a save', quantile(afterSave, 0.95), '≤ 1 s p95', 1_000),
    row('what is missing for a round', quantile(readiness, 0.95), '≤ 1 s p95', 1_000),
    row('the list against last year’s', quantile(since, 0.95), '≤ 1 s p95', 1_000),
    row('home', quantile(home, 0.95), '≤ 1 s p95', 1_000),
  ]
}

async function rounds(office: OfficeCore): Promise<BenchRow[]> {
  const { rows } = await office.call('rounds.sinceLast', { id: ROUND, register: 'database' })
  const records = rows.map((one) => one.recordId)
  const [attest = 0] = await timed(1, () =>
    office.call('rounds.attest', { id: ROUND, register: 'database', records }),
  )
  const [lock = 0] = await timed(1, () => office.call('submissions.lock', { round: ROUND }))
  const submissions = await timed(TIMES, () => office.call('submissions.list', {}))
  return [
    row(`${records.length} records attested in one press`, attest, '≤ 1 s', 1_000),
    row('lock for signature', lock, '≤ 1 s', 1_000),
    row('submissions', quantile(submissions, 0.95), '≤ 1 s p95', 1_000),
  ]
}

async function documents(office: OfficeCore): Promise<BenchRow[]> {
  const [submission] = await office.call('submissions.list', {})
  const id = submission?.id ?? ''
  const made: BenchRow[] = []
  for (const format of ['pdf', 'docx', 'xlsx'] as const) {
    const [spent = 0] = await timed(1, () => office.call('submissions.documents', { id, format }))
    made.push(row(`letter and annexes as ${format}`, spent, '≤ 5 s', 5_000))
  }
  await office.call('submissions.sign', { id, ...SIGNED })
  const [send = 0] = await timed(1, () => office.call('submissions.send', { id, way: 'paper' }))
  return [...made, row('send: hand-ins made, states worked out', send, '≤ 1 s', 1_000)]
}

function row(what: string, ours: number, goal: string, most: number): BenchRow {
  return { what, unit: 'ms', ours, peers: {}, goal, ok: ours <= most }
}
