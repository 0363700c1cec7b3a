import { expect, test } from 'vitest'
import type { RecordDto } from '../../../shared/ipc/contract.ts'
import { PAGE_ROWS, RecordPages, type RecordWindowDto } from './recordPages.ts'

function record(index: number, name = `Bản ghi ${index}`): RecordDto {
  return {
    id: `r${index}`,
    register: 'database',
    values: { name },
    deleted: false,
    updatedAt: 0,
    updatedBy: '',
    createdAt: 0,
    conflicts: [],
    dirty: true,
    state: 'draft',
    problems: 0,
  }
}

/** A core whose answers the test releases one by one. */
function slowCore(total: number) {
  const asked: { offset: number; answer: (rows?: readonly RecordDto[]) => void }[] = []
  const fetchWindow = (offset: number, limit: number) =>
    new Promise<RecordWindowDto>((resolve) => {
      const usual = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) =>
        record(offset + i),
      )
      asked.push({ offset, answer: (rows = usual) => resolve({ total, rows }) })
    })
  let answered = 0
  /** Answers everything, also what is asked for on the way. */
  async function answerAll(): Promise<void> {
    while (answered < asked.length) {
      asked[answered++]!.answer()
      await settle()
    }
  }
  return { asked, fetchWindow, answerAll }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

test('what is on screen is asked for first, then what comes next in the direction of the scroll', async () => {
  const core = slowCore(100_000)
  const pages = new RecordPages(core.fetchWindow, () => {})
  pages.want(0, 30)
  expect(core.asked.map((one) => one.offset)).toEqual([0])
  await core.answerAll()
  const before = core.asked.length
  pages.want(5_000, 5_030)
  await core.answerAll()
  expect(core.asked.slice(before, before + 2).map((one) => one.offset)).toEqual([5_000, 5_000 + PAGE_ROWS])
  expect(pages.row(5_010)?.id).toBe('r5010')
})

test('a dragged thumb leaves only a few windows in flight, and the last place is asked next', async () => {
  const core = slowCore(100_000)
  const pages = new RecordPages(core.fetchWindow, () => {})
  pages.want(0, 30)
  await core.answerAll()
  const before = core.asked.length
  for (let first = 1_000; first <= 90_000; first += 1_000) pages.want(first, first + 30)
  const open = core.asked.slice(before)
  expect(open.length).toBeLessThanOrEqual(4)
  for (const one of open) one.answer()
  await settle()
  expect(core.asked[before + open.length]!.offset).toBe(90_000)
})

test('what is on screen does not wait for what was being fetched ahead elsewhere', async () => {
  const core = slowCore(100_000)
  const pages = new RecordPages(core.fetchWindow, () => {})
  pages.want(0, 30)
  core.asked[0]!.answer()
  await settle()
  const ahead = core.asked.length
  pages.want(70_000, 70_030)
  expect(core.asked.slice(ahead).map((one) => one.offset)).toEqual([70_000])
})

test('rows stay on screen while newer ones are fetched, and give way when they come', async () => {
  const core = slowCore(50)
  const pages = new RecordPages(core.fetchWindow, () => {})
  pages.want(0, 30)
  core.asked[0]!.answer()
  await settle()
  pages.refresh()
  expect(pages.row(3)?.values.name).toBe('Bản ghi 3')
  core.asked[1]!.answer([record(0, 'mới')])
  await settle()
  expect(pages.row(0)?.values.name).toBe('mới')
})

test('an answer to an older search never shows after a newer one', async () => {
  const older = slowCore(10)
  const newer = slowCore(1)
  const pages = new RecordPages(older.fetchWindow, () => {})
  pages.want(0, 30)
  pages.replaceQuery(newer.fetchWindow)
  newer.asked[0]!.answer([record(7, 'đúng')])
  await settle()
  older.asked[0]!.answer()
  await settle()
  expect(pages.total).toBe(1)
  expect(pages.row(0)?.values.name).toBe('đúng')
})
