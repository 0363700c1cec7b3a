// A submission's documents from a real store, read back by other programs: the letter names each annex and its code, every
// page carries the submission's code, the pair for the e-document system has the names it takes and blanks left blank.
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import { pdfPages, temporaryFolder } from '../../test/libreOffice.ts'
import { OfficeCore } from '../../test/mainJob/officeCore.ts'

let office: OfficeCore
let submission: CallOutput<'submissions.lock'>
const ROUND = 'rule:database:2026'

beforeAll(async () => {
  office = await OfficeCore.create(undefined, true)
  submission = await office.call('submissions.lock', { round: ROUND })
})
afterAll(() => office.remove())

async function made(format: 'pdf' | 'docx' | 'xlsx' | 'pair') {
  const folder = await temporaryFolder()
  const { files, draft } = await office.call('submissions.documents', { id: submission.id, format, folder })
  expect(readdirSync(folder).sort()).toEqual(files.map((file) => file.name).sort())
  for (const { name, path } of files) {
    expect(name).toMatch(/^[a-z0-9.-]+$/)
    expect(path && existsSync(path)).toBe(true)
  }
  return { folder, files, draft }
}

const spoken = (code: string) => code.match(/.{4}/g)!.join('-')
const flat = (text: string) => text.replace(/\s+/g, ' ')

it('puts letter and annexes in one PDF, each page with the submission’s code, and a page for the one who signs', async () => {
  const { files, folder, draft } = await made('pdf')
  const [letter, summary] = files.map((file) => join(folder, file.name))
  const pages = await pdfPages(letter!)
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(page).toContain(`Mã nội dung: ${spoken(submission.contentCode)}`)
  if (draft) for (const page of pages) expect(page).toContain('DỰ THẢO')
  const first = flat(pages[0]!)
  expect(first).toContain('Kính gửi: Sở Khoa học và Công nghệ.')
  expect(first).toMatch(/V\/v gửi danh mục cơ sở dữ liệu/)
  expect(first).toContain(spoken(submission.lists[0]!.contentCode))
  expect(first).toMatch(/Như trên;.*Lưu: VT\./)
  expect(flat(pages[1]!)).toMatch(/Phụ lục DANH MỤC CƠ SỞ DỮ LIỆU \(Kèm theo Công văn số ……\/UBND của/)
  // An annex is not signed: the letter is.
  expect(pages.slice(1).join(' ')).not.toContain('CHỦ TỊCH')

  const told = await pdfPages(summary!)
  expect(told).toHaveLength(1)
  expect(flat(told[0]!)).toContain('TÓM TẮT TRÌNH KÝ')
  expect(flat(told[0]!)).toContain('Chưa có lần nộp nào được chấp nhận để so sánh')
})

it('makes the pair for the e-document system, whose annex leaves the number and the top of its first page free', async () => {
  const { files, folder } = await made('pair')
  expect(files.map((file) => file.name)).toEqual(['letter.pdf', 'phu-luc.xlsx'])
  expect(await pdfPages(join(folder, 'letter.pdf'))).toHaveLength(1)
  const book = XLSX.read(await readFile(join(folder, 'phu-luc.xlsx')))
  const rows = XLSX.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, {
    header: 1,
    blankrows: true,
  })
  expect(rows[0]!.filter(Boolean)).toEqual([])
  expect(rows[1]!.filter(Boolean)).toEqual(['Phụ lục'])
  expect(rows[3]!.find(Boolean)).toContain('số ……/UBND')
  expect(new Set(book.SheetNames).size).toBe(book.SheetNames.length)
})

it('prints number, day and signer once văn thư has given them, on paper and not in the electronic annex', async () => {
  const signer = { lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Trần Thị Mẫu' }
  await office.call('submissions.sign', {
    id: submission.id,
    number: '125/UBND-VHXH',
    signedOn: '2026-12-18',
    signer,
  })
  const { files, folder } = await made('pdf')
  const pages = await pdfPages(join(folder, files[0]!.name))
  const first = flat(pages[0]!)
  for (const text of ['Số: 125/UBND-VHXH', 'ngày 18 tháng 12 năm 2026', 'KT. CHỦ TỊCH', 'Trần Thị Mẫu'])
    expect(first).toContain(text)
  expect(flat(pages[1]!)).toContain('Công văn số 125/UBND-VHXH ngày 18/12/2026')

  const pair = await made('pair')
  const book = XLSX.read(await readFile(join(pair.folder, 'phu-luc.xlsx')))
  const guide = XLSX.utils
    .sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 })
    .flat()
    .find((text) => typeof text === 'string' && text.startsWith('(Kèm theo'))
  expect(guide).toContain('số ……/')
  expect(guide).not.toContain('18/12/2026')
})

it('refuses to print what is no longer what was locked', async () => {
  const { rows } = await office.call('records.window', { register: 'database', offset: 0, limit: 1 })
  const { id } = rows[0]!
  await office.call('records.save', { id, register: 'database', set: { note: 'sửa sau khi khóa' } })
  await expect(made('pdf')).rejects.toThrow('changed-since-locked')
})
