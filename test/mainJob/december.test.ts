// One commune's December by files alone, the office never on a line: a round for Mẫu số 08 and the yearly check comes on a
// stick; last year's Excel and two rooms' workbooks come in; a draft with gaps is printed; it is signed on paper; a mistake
// is found after printing; sent on the last working day; returned, answered, accepted; and the next year.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as XLSX from 'xlsx'
import { compareHandins } from '../../server/console/compareHandins.ts'
import { decideHandin, decideRecords, makeRemark } from '../../server/handin/decide.ts'
import { replyFile } from '../../server/intake/replyFile.ts'
import { takeCarried } from '../../server/intake/takeCarried.ts'
import { openRound } from '../../server/rounds/saveRound.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { pdfPages } from '../libreOffice.ts'
import type { OfficeCore } from './officeCore.ts'
import { must, ProvinceForTests, REVIEWER } from './provinceForTests.ts'

const OFFICE = '31001'
const NOWHERE = 'http://127.0.0.1:9'
const SIGNER = { lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Văn Mẫu' }
const NAME = registerOf('database')!.fields.find((field) => field.id === 'name')!.label.vi
const ROOMS = ['Phòng Kinh tế', 'Trường Tiểu học Mẫu'] as const

let province: ProvinceForTests
let office: OfficeCore
let stick: string
let files = 0

/** Both machines' clocks; only dates are shown by it, order never. */
function itIs(day: string): void {
  vi.setSystemTime(new Date(`${day}T09:00:00`))
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  itIs('2026-12-01')
  province = await ProvinceForTests.start()
  stick = mkdtempSync(join(tmpdir(), 'sdl-december-'))
  office = await province.newOffice(OFFICE, NOWHERE)
}, 60_000)
afterAll(async () => {
  vi.useRealTimers()
  await province.close()
  rmSync(stick, { recursive: true, force: true })
})

async function carryOut(): Promise<void> {
  const path = join(stick, `goi-${++files}.sdl`)
  await office.call('bundle.toFile', { path })
  must(await takeCarried(province.province, REVIEWER, new Uint8Array(readFileSync(path))))
}

async function carryBack(): Promise<void> {
  const { deviceId } = await office.call('sync.details', {})
  const { bytes } = must(await replyFile(province.province, REVIEWER, deviceId))
  await office.call('reply.fromFile', { bytes })
}

async function save(
  register: string,
  set: Record<string, unknown>,
  id: string | null = null,
): Promise<string> {
  return (await office.call('records.save', { register, id, set: set as never })).record.id
}

async function askedFor(year: number): Promise<string> {
  const asked = {
    name: `Báo cáo an ninh mạng, kiểm tra dữ liệu năm ${year}`,
    period: String(year),
    letterNo: '1234/SKHCN-CĐS',
    letterDate: `${year}-11-20`,
    dueText: `trước ngày 20/12/${year}`,
    dueOn: `${year}-12-19`,
    lateBy: 'letter',
    note: '',
    scope: { by: 'list', offices: [OFFICE] },
    items: [
      { register: 'security-report', columns: [], nilAllowed: false },
      { register: 'data-check', columns: [], nilAllowed: false },
    ],
  }
  must(await openRound(province.province, REVIEWER, asked as never))
  await carryBack()
  const round = (await office.call('rounds.list', {})).find((one) => one.name === asked.name)
  if (!round) throw new Error('the round came with the stick')
  return round.id
}

/** The text of every page of the letter with its annexes, as printed. */
async function printed(id: string): Promise<string[]> {
  const { files: made } = await office.call('submissions.documents', { id, format: 'pdf', folder: stick })
  return (await Promise.all(made.map((file) => pdfPages(file.path!)))).flat()
}

/** As it is spoken and printed: two groups of four. */
function spoken(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

async function takeWhatIsProposed(register: string, id: string): Promise<void> {
  const { problems } = await office.call('records.get', { id })
  const set = Object.assign({}, ...problems.map((problem) => problem.propose ?? {}))
  await save(register, set, id)
}

async function fillLists(): Promise<{ report: string; check: string; level: string }> {
  const system = await save('information-system', {
    name: 'Trang thông tin điện tử xã',
    officeRole: 'chu_quan',
    systemType: 'phuc_vu_nguoi_dan',
  })
  const level = await save('security-level', {
    system: { text: 'Trang thông tin điện tử xã', id: system },
    proposedLevel: 'cap_1',
    approvalState: 'da_gui',
    plannedApprovalAt: '2027-03-31',
    implementation: 'mot_so',
    plannedImplementationAt: '2027-06-30',
  })
  const [report] = (await office.call('periods.open', { register: 'security-report', year: 2026 })).ids
  const [check] = (await office.call('periods.open', { register: 'data-check', year: 2026 })).ids
  if (!report || !check) throw new Error('the year was opened')
  await save('security-report', { name: 'Báo cáo an ninh mạng năm 2026', ownerName: 'UBND xã Mẫu' }, report)
  await takeWhatIsProposed('security-report', report)
  await save('data-check', { name: 'Kiểm tra, đánh giá dữ liệu năm 2026', grade: 'kha' }, check)
  return { report, check, level }
}

it('is played by files alone, and the year after is done in a few presses', async () => {
  // Enrolled by stick; the round comes back with the first reply.
  await carryOut()
  await province.approve(office)
  const round = await askedFor(2026)
  const due = await office.call('rounds.get', { id: round })
  expect([due.lastDay, due.lastWorkingDay, due.state]).toEqual(['2026-12-19', '2026-12-18', 'open'])

  // Last year's Excel, and two rooms' workbooks.
  const sheet = XLSX.utils.aoa_to_sheet([
    ['STT', NAME],
    [1, 'Hộ tịch'],
    [2, 'Đất đai'],
  ])
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, 'Năm 2025')
  const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }))
  const opened = await office.call('import.open', { register: 'database', name: 'nam-2025.xlsx', bytes })
  await office.call('import.plan', { importId: opened.importId, sheet: 'Năm 2025' })
  expect((await office.call('import.commit', { importId: opened.importId })).counts.new).toBe(2)
  const rooms: string[] = []
  for (const name of ROOMS) {
    rooms.push(await save('unit', { name, level: 'phong', parentName: 'Ủy ban nhân dân xã Mẫu' }))
  }
  const where = { register: 'database', period: '2026' }
  const made = await office.call('rooms.workbooks', { ...where, rooms, unassigned: false })
  const returns = Object.entries(unzipSync(made.bytes!)).map(([name, room]) => {
    const filled = XLSX.read(room)
    const list = filled.Sheets[filled.SheetNames[0]!]!
    const headings = XLSX.utils.sheet_to_json<string[]>(list, { header: 1 })[0]!
    const row = headings.map((heading) => (heading.startsWith(NAME) ? `Sổ của ${name.slice(14, -5)}` : ''))
    XLSX.utils.sheet_add_aoa(list, [row], { origin: 'A2' })
    return { name, bytes: new Uint8Array(XLSX.write(filled, { type: 'buffer', bookType: 'xlsx' })) }
  })
  const read = await office.call('rooms.open', { ...where, files: returns })
  const chosen = Object.fromEntries(read.files.map(({ index, room }) => [index, room!.id]))
  const taken = await office.call('rooms.commit', { returnsId: read.returnsId, rooms: chosen })
  expect(taken).toMatchObject({ files: 2, counts: { new: 2 } })

  // What is missing is listed and never blocks: the chairman gets a draft with its gaps.
  const { report, check, level } = await fillLists()
  const missing = await office.call('rounds.readiness', { id: round })
  expect(missing.map((item) => item.rule)).toContain('required')
  const draft = await office.call('submissions.lock', { round })
  expect(draft.draft).toBe(true)
  const pages = await printed(draft.id)
  for (const page of pages) expect(page).toContain(spoken(draft.contentCode))
  expect(pages.join('\n')).toContain('DỰ THẢO')

  // Signed on paper; then a mistake is found in a system's level, which the form prints.
  await office.call('submissions.sign', {
    id: draft.id,
    number: '45/BC-UBND',
    signedOn: '2026-12-16',
    signer: SIGNER,
  })
  await save('security-level', { plannedApprovalAt: '2027-02-28' }, level)
  await takeWhatIsProposed('security-report', report)
  expect((await office.call('submissions.get', { id: draft.id })).state).toBe('reprint')
  expect((await office.refusal('submissions.send', { id: draft.id, way: 'stick' })).code).toBe(
    'changed-since-locked',
  )
  const second = await office.call('submissions.lock', { round })
  expect(second.contentCode).not.toBe(draft.contentCode)
  const again = (await printed(second.id)).join('\n')
  expect(again).toContain(spoken(second.contentCode))
  expect(again).not.toContain(spoken(draft.contentCode))
  expect(again).toContain('28/02/2027')

  // Friday 18/12 is the last working day before the 20th, a Sunday.
  itIs('2026-12-18')
  await office.call('submissions.sign', {
    id: second.id,
    number: '46/BC-UBND',
    signedOn: '2026-12-18',
    signer: SIGNER,
  })
  await office.call('submissions.send', { id: second.id, way: 'stick' })
  await carryOut()
  expect((await office.call('rounds.get', { id: round })).state).toBe('sent')
  await carryBack()
  const received = await office.call('submissions.get', { id: second.id })
  expect([received.state, received.lists.length]).toEqual(['received', 2])
  expect((await office.call('rounds.get', { id: round })).urgency).toBe('none')

  // Returned with a remark, answered, and only what changed is shown again.
  itIs('2026-12-22')
  const handinOf = (register: string, of = received) =>
    of.lists.find((list) => list.register === register)!.handin!
  const first = { office: OFFICE, handin: handinOf('data-check') }
  must(
    await makeRemark(province.province, REVIEWER, {
      ...first,
      record: check,
      field: 'conclusion',
      text: 'Chưa có kết luận',
    }),
  )
  must(
    await decideRecords(province.province, REVIEWER, {
      ...first,
      records: [check],
      decision: 'return',
      reason: 'Thiếu kết luận',
    }),
  )
  await carryBack()
  expect((await office.call('rounds.get', { id: round })).state).toBe('returned')
  const [remark] = await office.call('remarks.list', { open: true })
  expect(remark).toMatchObject({ recordId: check, field: 'conclusion' })
  await save('data-check', { conclusion: 'Dữ liệu được cập nhật đều' }, check)
  await office.call('remarks.answer', { id: remark!.id, answer: 'Đã bổ sung kết luận' })
  const third = await office.call('submissions.lock', { round })
  expect(third.supersedes).toBe(second.id)
  await office.call('submissions.sign', {
    id: third.id,
    number: '51/BC-UBND',
    signedOn: '2026-12-22',
    signer: SIGNER,
  })
  await office.call('submissions.send', { id: third.id, way: 'stick' })
  await carryOut()
  await carryBack()
  const got = await office.call('submissions.get', { id: third.id })
  const compared = must(
    await compareHandins(province.province.db, {
      office: OFFICE,
      handin: handinOf('data-check', got),
      against: null,
      same: false,
      offset: 0,
      limit: 100,
    }),
  )
  expect(JSON.stringify(compared)).toContain('Dữ liệu được cập nhật đều')
  expect(compared.rows.every((row) => row.change !== 'same' || row.remarks.length > 0)).toBe(true)
  for (const register of ['data-check', 'security-report']) {
    const handin = handinOf(register, got)
    must(
      await decideHandin(province.province, REVIEWER, {
        office: OFFICE,
        handin,
        decision: 'accept',
        reason: '',
      }),
    )
  }
  await carryBack()
  expect((await office.call('rounds.get', { id: round })).state).toBe('accepted')

  // The year after: opened from what was accepted.
  itIs('2027-12-06')
  const next = await askedFor(2027)
  for (const register of ['security-report', 'data-check'])
    expect((await office.call('periods.open', { register, year: 2027 })).from).toBe('2026')
  const window = await office.call('records.window', { register: 'security-report', offset: 0, limit: 10 })
  const fresh = window.rows.find((row) => row.values.year === 2027)!
  expect(fresh.values).toMatchObject({ name: 'Báo cáo an ninh mạng năm 2027', ownerName: 'UBND xã Mẫu' })
  await takeWhatIsProposed('security-report', fresh.id)
  const last = await office.call('submissions.lock', { round: next })
  await office.call('submissions.sign', {
    id: last.id,
    number: '60/BC-UBND',
    signedOn: '2027-12-08',
    signer: SIGNER,
  })
  await office.call('submissions.send', { id: last.id, way: 'stick' })
  await carryOut()
  await carryBack()
  expect((await office.call('rounds.get', { id: next })).state).toBe('received')
}, 180_000)
