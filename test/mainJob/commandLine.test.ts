// The command-line door as a province's IT staff use it: the promised JSON, the exit codes, the whole way by files.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { replyFile } from '../../server/intake/replyFile.ts'
import { takeCarried } from '../../server/intake/takeCarried.ts'
import { registers } from '../../shared/registers/registry.ts'
import { sharedPath } from '../sharedData.ts'
import { importBytes } from './importBytes.ts'
import { OfficeCore, PIN } from './officeCore.ts'
import { must, ProvinceForTests, REVIEWER } from './provinceForTests.ts'

const SDL = join(import.meta.dirname, '../../electron/cli/sdl.ts')

let dir: string

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'sdl-cli-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function sdl(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [SDL, ...args], {
    encoding: 'utf8',
    cwd: dir,
    maxBuffer: 64 * 1024 * 1024,
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

it('prints a dry run as one object whose counts add up, without any store', () => {
  const file = join(dir, 'danh-sach.csv')
  writeFileSync(file, importBytes(1, 20))
  const run = sdl('import', file, '--register', 'database', '--dry-run', '--json')
  expect(run.code).toBe(0)
  const plan = JSON.parse(run.out)
  expect(Object.keys(plan)).toEqual(['sheets', 'counts'])
  expect(plan.counts).toEqual({ new: 20, changed: 0, same: 0, parked: 0, skipped: 0 })
  const [sheet] = plan.sheets
  expect(Object.keys(sheet)).toEqual(['name', 'headerRows', 'columns', 'rows', 'skipped'])
  expect(sheet.headerRows).toEqual([1, 1])
  expect(sheet.columns[1]).toMatchObject({ header: 'Tên cơ sở dữ liệu', field: 'name' })
  expect(sheet.rows[0]).toEqual({
    row: 2,
    status: 'new',
    values: { name: 'Sổ đợt 1 số 0', purpose: 'Mục đích 0' },
    problems: [],
  })
})

const openDataLists = sharedPath('data/workbooks/catalogues')
it.skipIf(openDataLists === null)(
  'takes the open-data list of an industrial-zones board whole, .csv and .xlsx (needs ../shared)',
  () => {
    for (const name of ['dong-nai-kcn-du-lieu-mo.csv', 'dong-nai-kcn-du-lieu-mo.xlsx']) {
      const run = sdl(
        'import',
        join(openDataLists ?? '', name),
        '--register',
        'open-dataset',
        '--dry-run',
        '--json',
      )
      expect(run.code).toBe(0)
      const { counts, sheets } = JSON.parse(run.out)
      expect(counts).toMatchObject({ new: 6, parked: 0 })
      const rows = sheets.flatMap((sheet: { rows: { values: Record<string, unknown> }[] }) => sheet.rows)
      for (const { values } of rows)
        expect(values.publisher).toMatchObject({ text: expect.stringContaining('Đồng Nai'), id: null })
      expect(rows.map(({ values }: { values: Record<string, unknown> }) => values.frequency)).toContain('nam')
    }
  },
)

it('ends with 0, 1 or 2, and a sentence', () => {
  expect(sdl('no-such-command').code).toBe(2)
  expect(sdl('import').code).toBe(2)
  expect(sdl('import', 'a.csv', '--register', 'no-such').code).toBe(2)
  expect(sdl('import', 'a.csv', '--no-such-flag').code).toBe(2)
  const missing = sdl('import', join(dir, 'khong-co.xlsx'), '--register', 'database', '--dry-run')
  expect(missing.code).toBe(1)
  expect(missing.err).toMatch(/\p{Lu}.*\./u)
  for (const command of [
    ['bundle', 'inspect'],
    ['bundle', 'verify'],
  ]) {
    const gone = sdl(...command, join(dir, 'khong-co.sdl'), '--key', '11'.repeat(32))
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('khong-co.sdl')])
  }
  writeFileSync(join(dir, 'anh.xlsx'), Buffer.from('89504e470d0a1a0a0000', 'hex'))
  const picture = sdl('import', join(dir, 'anh.xlsx'), '--register', 'database', '--dry-run', '--json')
  expect(picture.code).toBe(1)
  expect(JSON.parse(picture.out).error).toMatchObject({ code: 'import-not-a-workbook' })
  expect(sdl('export', 'database-list', '--out', 'x.xlsx', '--data', join(dir, 'empty')).code).toBe(1)
})

it('prints every register with its fields', () => {
  const printed = JSON.parse(sdl('registers', '--json').out).registers
  expect(printed.map((register: { id: string }) => register.id)).toEqual(
    registers.map((register) => register.id),
  )
  const database = printed.find((register: { id: string }) => register.id === 'database')
  expect(database.fields.map((field: { id: string }) => field.id)).toContain('officeRole')
  for (const register of registers) {
    const shown = printed.find((one: { id: string }) => one.id === register.id)
    expect(shown).toMatchObject({ label: register.label, period: register.period?.field ?? null })
    for (const [i, field] of register.fields.entries()) {
      const { id, label, type, required, requiredWhere, legalBasis, values } = shown.fields[i]
      expect({ id, label, type, required }).toEqual({
        id: field.id,
        label: field.label,
        type: field.type,
        required: field.required,
      })
      expect(legalBasis).toEqual(field.legalBasis)
      expect(requiredWhere === null).toBe(!field.required)
      expect(values?.map((value: { id: string }) => value.id) ?? null).toEqual(
        field.values?.map((value) => value.id) ?? null,
      )
    }
  }
})

it('lists rounds, locks, prints, signs and sends a submission, and refuses what was changed since', async () => {
  const office = await OfficeCore.create()
  await office.call('records.save', { register: 'database', id: null, set: { name: 'Sổ hộ tịch' } })
  await office.core.close()
  const pin = join(dir, 'pin-2.txt')
  writeFileSync(pin, `${PIN}\n`)
  const store = ['--data', office.dir, '--pin-file', pin]
  const { rounds } = JSON.parse(sdl('rounds', '--json', ...store).out)
  const round = `rule:database:${new Date().getFullYear()}`
  expect(rounds.map((one: { id: string }) => one.id)).toContain(round)
  expect(sdl('rounds', ...store).out).toContain('Danh mục cơ sở dữ liệu')
  const locked = JSON.parse(sdl('submission', 'lock', round, '--json', ...store).out)
  expect(locked.state).toBe('locked')
  const unsigned = sdl('submission', 'send', locked.id, '--way', 'paper', '--json', ...store)
  expect([unsigned.code, JSON.parse(unsigned.out).error.code]).toEqual([1, 'not-signed'])
  const papers = join(dir, 'van-ban')
  const printed = sdl('submission', 'documents', locked.id, '--out', papers, '--json', ...store)
  const { files, draft } = JSON.parse(printed.out)
  expect(draft).toBe(true)
  expect(files.length).toBeGreaterThan(0)
  for (const { path } of files) expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  const given = ['--number', '45/BC-UBND', '--date', '2026-12-18', '--signer', 'Nguyễn Văn Mẫu']
  const lines = ['--lines', 'KT. CHỦ TỊCH|PHÓ CHỦ TỊCH']
  const signed = sdl('submission', 'sign', locked.id, ...given, ...lines, '--scan', pin, '--json', ...store)
  expect(JSON.parse(signed.out)).toMatchObject({
    state: 'signed',
    scanName: 'pin-2.txt',
    signer: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Văn Mẫu' },
  })
  const list = join(dir, 'them.csv')
  writeFileSync(list, importBytes(3, 1))
  sdl('import', list, '--register', 'database', ...store)
  const changed = sdl('submission', 'send', locked.id, '--way', 'paper', ...store)
  expect(changed.code).toBe(1)
  expect(changed.err).toContain('in lại')
  expect(sdl('submission', 'send', locked.id, '--way', 'pigeon', ...store).code).toBe(2)
  rmSync(office.dir, { recursive: true, force: true })
}, 60_000)

it('imports, exports, makes a bundle, verifies it and takes the reply, on an office’s own store', async () => {
  const province = await ProvinceForTests.start()
  try {
    const office = await province.newOffice('29001')
    await office.core.close()
    const pin = join(dir, 'pin.txt')
    writeFileSync(pin, `${PIN}\n`)
    const store = ['--data', office.dir, '--pin-file', pin]
    const list = join(dir, 'danh-sach-2.csv')
    writeFileSync(list, importBytes(2, 5))
    expect(
      JSON.parse(sdl('import', list, '--register', 'database', '--json', ...store).out).counts,
    ).toMatchObject({ new: 5 })
    expect(
      JSON.parse(sdl('import', list, '--register', 'database', '--json', ...store).out).counts,
    ).toMatchObject({ new: 0, same: 5 })
    const guessed = join(dir, 'doan.csv')
    writeFileSync(guessed, 'Tên cơ sở dữ liệu,"Phạm vi, nội dung"\nSổ đoán,Toàn xã\n')
    const unsure = sdl('import', guessed, '--register', 'database', ...store)
    expect(unsure.code).toBe(1)
    expect(unsure.err).toContain('“Phạm vi, nội dung” → scope')
    const taken = sdl('import', guessed, '--register', 'database', '--yes', '--json', ...store)
    expect(JSON.parse(taken.out).counts).toMatchObject({ new: 1 })
    const report = join(dir, 'danh-muc.xlsx')
    expect(JSON.parse(sdl('export', 'database-list', '--out', report, '--json', ...store).out)).toMatchObject(
      { rows: 6 },
    )
    const again = JSON.parse(sdl('import', report, '--register', 'database', '--json', ...store).out)
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 6, parked: 0 })
    const bundle = join(dir, 'gui.sdl')
    expect(
      JSON.parse(sdl('bundle', 'make', '--out', bundle, '--json', ...store).out).bundles,
    ).toBeGreaterThan(0)
    const identity = join(dir, 'province.age')
    writeFileSync(identity, province.province.keys.identity)
    const inspected = JSON.parse(sdl('bundle', 'inspect', bundle, '--identity', identity).out)
    expect(inspected.messages.map((message: { kind: string }) => message.kind)).toEqual(['enrol', 'bundle'])
    const wrongKey = sdl('bundle', 'verify', bundle, '--identity', identity, '--key', '11'.repeat(32))
    expect(wrongKey.code).toBe(1)
    must(await takeCarried(province.province, REVIEWER, new Uint8Array(readFileSync(bundle))))
    await office.restart()
    await province.approve(office)
    const { deviceId, keyFingerprint } = await office.call('sync.details', {})
    await office.core.close()
    expect(sdl('bundle', 'verify', bundle, '--identity', identity, '--key', keyFingerprint).code).toBe(0)
    const reply = join(dir, 'tra-loi.sdl')
    writeFileSync(reply, must(await replyFile(province.province, REVIEWER, deviceId)).bytes)
    expect(JSON.parse(sdl('reply', 'apply', reply, '--json', ...store).out).receipts).toBe(1)
    expect(sdl('reply', 'apply', report, ...store).code).toBe(1)
    writeFileSync(pin, 'sai-ma-pin')
    expect(sdl('reply', 'apply', reply, ...store).code).toBe(1)
  } finally {
    await province.close()
  }
}, 120_000)
