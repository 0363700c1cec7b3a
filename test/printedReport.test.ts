// A report printed from the app's window: real Chromium sets the page that the core made, and what comes out says what the
// files say: numbers of each part from 2, the code at every foot, headings on every page, no script.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { profileOf } from '../shared/profiles/profiles.ts'
import { registerOf } from '../shared/registers/registry.ts'
import { composeReport } from '../shared/report/composeReport.ts'
import { paperHtml } from '../shared/report/paperHtml.ts'
import { reportOf } from '../shared/report/reports.ts'
import { chromiumPath } from './chromiumPath.ts'
import { pdfPages, temporaryFolder } from './libreOffice.ts'
import { sampleRecords } from './reportSample.ts'

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
})
afterAll(() => browser.close())

it('prints list and annex, each numbered by itself, with the code on every page and nothing run', async () => {
  const hostile = '</style><script>document.title="x"</script><img src=x onerror=alert(1)>'
  const records = [
    ...sampleRecords(registerOf('database')!, 14, 5),
    { id: 'x', values: { name: 'Cuối', note: hostile } },
  ]
  const { paper } = composeReport({
    definition: reportOf('database-list')!,
    office: {
      name: 'Ủy ban nhân dân xã Mẫu',
      parentName: '',
      level: 'xa',
      docSymbol: 'UBND',
      placeName: 'Mẫu',
    },
    profile: profileOf('current_2025'),
    register: registerOf('database')!,
    records,
    annex: { register: registerOf('data-item')!, records: sampleRecords(registerOf('data-item')!, 60, 6) },
    period: '2026',
    language: 'vi',
    draft: true,
    contentCode: '4K7Q-92MD',
    date: null,
    today: '2026-11-21',
  })
  const html = paperHtml(paper)
  expect(html).not.toMatch(/<(script|img|link|iframe)/)
  const page = await browser.newPage()
  await page.setContent(html)
  const file = join(await temporaryFolder(), 'in.pdf')
  await writeFile(file, await page.pdf({ preferCSSPageSize: true }))
  await page.close()
  const pages = await pdfPages(file)
  const annexAt = pages.findIndex((text) => text.includes('Phụ lục'))
  expect(annexAt).toBeGreaterThan(0)
  expect(pages.length).toBeGreaterThan(annexAt + 1)
  for (const text of pages) {
    expect(text).toMatch(/DỰ THẢO +Mã nội dung: 4K7Q-92MD/)
    expect(text).toContain('STT')
  }
  const numberOf = (text: string) => /^\s*(\d+)\s*$/.exec(text.split('\n')[0] ?? '')?.[1] ?? ''
  expect(pages.map(numberOf)).toEqual(
    pages.map((_, i) => (i === 0 || i === annexAt ? '' : String((i < annexAt ? i : i - annexAt) + 1))),
  )
  expect(pages.join(' ').replace(/\s+/g, '')).toContain('<script>')
})
