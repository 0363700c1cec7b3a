// One thing asked for, played by an officer in real Chromium on the real core: what is missing, mended; locked, printed,
// found wrong, locked again; signed, given; and the calendar. Each screen is judged by axe as it is met.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import { OFFICE, PIN } from '../mainJob/officeCore.ts'
import { generatedCore } from './generatedCore.ts'
import { axeViolations, type OpenedPage, openPage, temporaryCore } from './openPage.ts'

let opened: OpenedPage

beforeAll(async () => {
  const core = await temporaryCore()
  await core.call('setup.create', { office: OFFICE, userName: 'Cán bộ mẫu', pin: PIN, sample: true })
  opened = await openPage(core)
  opened.page.setDefaultTimeout(15_000)
  await opened.page.setViewportSize({ width: 1366, height: 768 })
  await opened.page.getByRole('navigation').waitFor()
}, 120_000)

afterAll(() => opened?.close())

async function judge(screen: string): Promise<void> {
  if (process.env.SHOTS) await opened.page.screenshot({ path: `${process.env.SHOTS}/${screen}.png` })
  expect(await axeViolations(opened.page), screen).toEqual([])
  expect(opened.errors, screen).toEqual([])
}

async function rounds(): Promise<CallOutput<'rounds.list'>> {
  const answer = await opened.core.call('rounds.list', { closed: true })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value as CallOutput<'rounds.list'>
}

const ofDatabases = async () =>
  (await rounds()).find(({ items }) =>
    items.some(({ register, count }) => register === 'database' && count > 0),
  )!

test('home says what is asked first, and the list says by when and what is missing', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByRole('main').getByRole('region', { name: 'Việc phải nộp' }).waitFor()
  await judge('rounds-home')
  await page.getByRole('navigation').getByText('Việc phải nộp').click()
  await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor()
  const { name } = await ofDatabases()
  const row = page.getByRole('article', { name, exact: true }).first()
  await row.getByText(/Làm việc cuối: (thứ|Chủ)/).waitFor()
  await judge('rounds-list')
  await row.getByRole('button', { name: /^Làm tiếp/ }).click()
  await page.getByRole('list', { name: 'Các bước' }).waitFor()
})

test('what is missing leads to its very field, and back to the round', { timeout: 60_000 }, async () => {
  const { page } = opened
  await page.getByRole('button', { name: 'Sang bước khóa và in' }).waitFor()
  await judge('round-ready')
  const answer = await opened.core.call('rounds.readiness', { id: (await ofDatabases()).id })
  if (!answer.ok) throw new Error(answer.error.code)
  const item = (answer.value as CallOutput<'rounds.readiness'>).find((one) => one.field && one.recordId)!
  await page
    .getByRole('button', { name: `${item.severity === 'error' ? 'Sửa' : 'Xem'} ngay: ${item.recordName}` })
    .first()
    .click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^field-/)
  await page.goBack()
  await page.getByRole('list', { name: 'Các bước' }).waitFor()
})

test('locked, an edit after printing shows both codes, and it is locked again', {
  timeout: 90_000,
}, async () => {
  const { page, core } = opened
  await page.getByRole('button', { name: 'Sang bước khóa và in' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Khóa và in')
  await judge('round-lock')
  await page.getByRole('button', { name: 'Khóa để ký' }).click()
  await page.getByText(/Mã nội dung: [0-9A-Z]{4}-[0-9A-Z]{4}/).waitFor()
  await judge('round-locked')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: /^PDF để in/ }).click()
  expect((await coming).suggestedFilename()).toMatch(/\.pdf$/)

  const found = await core.call('records.window', { register: 'database', offset: 0, limit: 1 })
  if (!found.ok) throw new Error(found.error.code)
  const [record] = (found.value as CallOutput<'records.window'>).rows
  await core.call('records.save', {
    register: 'database',
    id: record!.id,
    set: { purpose: 'Mục đích đã sửa sau khi in' },
  })
  await page
    .getByText(/mã trên giấy [0-9A-Z]{4}-[0-9A-Z]{4} khác mã hiện nay [0-9A-Z]{4}-[0-9A-Z]{4}/)
    .waitFor()
  await judge('round-reprint')
  await page.getByRole('button', { name: 'Khóa lại' }).click()
  await page.getByRole('button', { name: 'Đã ký trên giấy, sang ghi số' }).click()
})

test('number, day and signer are recorded with the scan, then it is given on paper', {
  timeout: 60_000,
}, async () => {
  const { page } = opened
  await page.getByLabel('Số, ký hiệu văn bản').fill('45/BC-UBND')
  await page.getByLabel('Ngày ký').fill('31/02/2026')
  await page.getByText('Ghi ngày thật').waitFor()
  await page.getByLabel('Ngày ký').fill('21/11/2026')
  await page
    .getByLabel('Người ký', { exact: true })
    .selectOption({ label: 'TM. ỦY BAN NHÂN DÂN – KT. CHỦ TỊCH – PHÓ CHỦ TỊCH' })
  await page.getByLabel('Họ và tên người ký').fill('Trần Thị Mẫu')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ban-ky.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 scan') })
  await judge('round-sign')
  await page.getByRole('button', { name: 'Lưu số và người ký' }).click()
  await page.getByLabel('Bản giấy').check()
  await judge('round-ways')
  await page.getByRole('button', { name: 'Gửi', exact: true }).last().click()
  await expect.poll(async () => (await ofDatabases()).state).not.toBe('signed')
  await page.getByText(/Bản giấy, \d\d:\d\d/).waitFor()
  await judge('round-sent')
  const answer = await opened.core.call('submissions.list', {})
  if (!answer.ok) throw new Error(answer.error.code)
  const [submission] = answer.value as CallOutput<'submissions.list'>
  expect(submission).toMatchObject({ number: '45/BC-UBND', signedOn: '2026-11-21', scanName: 'ban-ky.pdf' })
})

test('the calendar marks the days and filters', { timeout: 60_000 }, async () => {
  const { page } = opened
  await page.getByRole('navigation').getByText('Lịch nộp báo cáo').click()
  await page.getByRole('heading', { name: 'Lịch nộp báo cáo' }).waitFor()
  await page.locator('.month-grid td[data-due]').first().waitFor()
  await judge('calendar')
  const before = await page.getByRole('article').count()
  await page.getByLabel('Hiện', { exact: true }).selectOption('province')
  await expect.poll(() => page.getByRole('article').count()).toBeLessThan(before)
})

test('a year is opened in one press and stands in its form', { timeout: 60_000 }, async () => {
  const { page } = opened
  // The sample has this year's; it is taken away so that there is one to open.
  const found = await opened.core.call('records.window', {
    register: 'security-report',
    offset: 0,
    limit: 100,
  })
  if (!found.ok) throw new Error(found.error.code)
  const ids = (found.value as CallOutput<'records.window'>).rows.map((row) => row.id)
  if (ids.length > 0) await opened.core.call('records.delete', { register: 'security-report', ids })
  await page.getByRole('navigation').getByText('Báo cáo Mẫu số 08').click()
  const year = new Date().getFullYear()
  await page.getByRole('button', { name: `Mở kỳ ${year}`, exact: true }).click()
  await page.getByText(`Đã mở kỳ ${year}`).waitFor()
  await judge('period-opened')
  await page.goBack()
  await page.getByRole('button', { name: `Mở kỳ ${year}`, exact: true }).click()
  await page.getByText(/đã có trong sổ/).waitFor()
})

test('a Sunday is told as such, with the Friday to work towards', { timeout: 90_000 }, async () => {
  const other = await openPage(generatedCore(3))
  try {
    other.page.setDefaultTimeout(15_000)
    const home = other.page.getByRole('article')
    await home.getByText('Làm việc cuối: thứ Sáu 18/12/2026').waitFor()
    await home.getByText('Hạn cuối Chủ nhật 20/12/2026 là ngày nghỉ; hạn trước 20/12').waitFor()
    await home.getByText('Công văn số 812/SKHCN-CĐS ngày 09/11/2026').waitFor()
    expect(other.errors).toEqual([])
  } finally {
    await other.close()
  }
})

test('an unchanged year is attested in one press, but for what is risky or changed', {
  timeout: 90_000,
}, async () => {
  const core = generatedCore(5)
  const row = (recordId: string, group: 'risky' | 'changed' | 'stale' | 'unchanged', why = '') => ({
    recordId,
    name: `Cơ sở dữ liệu ${recordId}`,
    group,
    why,
    attested: false,
  })
  core.asked.sinceLast = {
    since: '2025',
    rows: [
      row('db-0', 'risky', 'Có dữ liệu cá nhân'),
      row('db-1', 'changed', 'Đã sửa Phạm vi'),
      row('db-2', 'stale', 'Không sửa từ năm 2024'),
      row('db-3', 'unchanged'),
      row('db-4', 'unchanged'),
    ],
  }
  const other = await openPage(core)
  try {
    const { page } = other
    page.setDefaultTimeout(15_000)
    await page.setViewportSize({ width: 1366, height: 768 })
    await page
      .getByRole('article')
      .getByRole('button', { name: /^Làm tiếp/ })
      .click()
    await page.getByText('Có dữ liệu cá nhân').waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/round-since.png` })
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Giữ nguyên, đã kiểm tra tất cả phần còn lại (2)' }).click()
    await page.getByText('Đã kiểm tra hết phần không đổi').waitFor()
    const attests = core.calls.filter((call) => call.name === 'rounds.attest').map((call) => call.input)
    expect(attests).toEqual([{ id: 'round-1', register: 'database', records: ['db-3', 'db-4'] }])
    await page.getByRole('button', { name: 'Giữ nguyên, đã kiểm tra: Cơ sở dữ liệu db-0' }).waitFor()
    expect(other.errors).toEqual([])
  } finally {
    await other.close()
  }
})

test('what the province returned shows its remarks, and what was sent can no longer be locked or edited', {
  timeout: 90_000,
}, async () => {
  const core = generatedCore(5)
  const sent: CallOutput<'submissions.list'>[number] = {
    id: 'submission-1',
    round: 'round-1',
    roundName: 'Mẫu số 08',
    period: '2026',
    kind: 'bao_cao',
    contentCode: 'AAAA2222',
    currentCode: 'AAAA2222',
    state: 'returned',
    draft: false,
    lockedAt: 1_790_000_000_000,
    lockedBy: 'Nguyễn Thị Mẫu',
    number: '45/BC-UBND',
    signedOn: '2026-12-17',
    signer: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Trần Thị Mẫu' },
    scanName: '',
    approvedBy: '',
    approvedAt: null,
    sentWay: 'stick',
    sentAt: 1_790_000_100_000,
    receiptCode: 'PXN-0001',
    receiptAt: 1_790_000_200_000,
    supersedes: 'submission-0',
    supersededBy: null,
    lists: [
      {
        register: 'database',
        report: 'M01',
        count: 5,
        nil: false,
        contentCode: 'AAAA2222',
        handin: 'handin-1',
        accepted: 4,
        returned: 1,
      },
    ],
  }
  core.asked.submissions = [
    sent,
    { ...sent, id: 'submission-0', supersedes: null, supersededBy: 'submission-1', lists: [] },
  ]
  core.asked.rounds = core.asked.rounds.map((round) => ({
    ...round,
    state: 'returned',
    submission: 'submission-1',
  }))
  const other = await openPage(core)
  try {
    const { page } = other
    page.setDefaultTimeout(15_000)
    await page.setViewportSize({ width: 1366, height: 768 })
    await page
      .getByRole('article')
      .getByRole('button', { name: /^Xem ý kiến, sửa/ })
      .click()
    await page.getByText('Ghi rõ phạm vi theo thôn').waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/round-returned.png` })
    expect(await axeViolations(page)).toEqual([])
    const history = page.getByRole('region', { name: 'Các lần nộp trước' })
    await history.getByText('Đã được thay bằng lần sau').waitFor()
    await history
      .getByText(/Số 45\/BC-UBND, ngày 17\/12\/2026, Trần Thị Mẫu · Phiếu xác nhận/)
      .first()
      .waitFor()
    expect(await history.getByRole('button').count()).toBe(0)
    await page.getByRole('button', { name: 'Ghi số, ngày, người ký' }).click()
    await page.getByText('Khóa và in trước').waitFor()
    expect(await page.getByRole('button', { name: 'Lưu số và người ký' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Khóa và in' }).click()
    await page.getByRole('button', { name: 'Khóa để ký' }).waitFor()
    expect(await page.getByRole('button', { name: 'Bỏ khóa' }).count()).toBe(0)
    expect(other.errors).toEqual([])
  } finally {
    await other.close()
  }
})
