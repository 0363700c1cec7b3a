// Word documents as the file format asks: every part well formed, headings that repeat, a section with its own page numbers
// for each part, and texts that stay texts.
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { sampleRecords } from '../../test/reportSample.ts'
import { profileOf } from '../profiles/profiles.ts'
import { registerOf } from '../registers/registry.ts'
import { composeReport, type ReportInput } from './composeReport.ts'
import { writeDocx } from './paperDocx.ts'
import { reportOf } from './reports.ts'
import type { ReportRecord } from './reportTable.ts'

const databases = registerOf('database')!
const items = registerOf('data-item')!

async function written(records: readonly ReportRecord[], more: Partial<ReportInput> = {}) {
  const { paper } = composeReport({
    definition: reportOf('database-list')!,
    office: {
      name: 'Ủy ban nhân dân xã Tân Trào',
      parentName: '',
      level: 'xa',
      docSymbol: 'UBND',
      placeName: 'Tân Trào',
    },
    profile: profileOf('current_2025'),
    register: databases,
    records,
    period: '2026',
    language: 'vi',
    draft: true,
    contentCode: '4K7Q-92MD',
    date: null,
    today: '2026-11-21',
    ...more,
  })
  const chunks: Uint8Array[] = []
  const { rows } = await writeDocx(paper, { sink: (chunk) => void chunks.push(chunk) })
  const parts = Object.fromEntries(
    Object.entries(unzipSync(Buffer.concat(chunks))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
  return { parts, body: parts['word/document.xml']!, rows }
}

/** Names of elements left open or closed out of turn. */
function faultsOf(xml: string): string[] {
  const open: string[] = []
  const faults: string[] = []
  for (const [, closing, name, empty] of xml.matchAll(/<(\/?)([a-zA-Z:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) faults.push(name!)
    } else if (!empty) open.push(name!)
  }
  const bare = xml.replace(/<[^<>]*>/g, '').match(/[<>]|&(?!(amp|lt|gt|quot);)/g) ?? []
  return [...faults, ...open, ...bare]
}

function textsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) =>
    text!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  )
}

it('is well formed in every part, and each part named is there', async () => {
  const { parts } = await written(sampleRecords(databases, 20, 5), {
    annex: { register: items, records: sampleRecords(items, 40, 6) },
  })
  for (const [name, xml] of Object.entries(parts)) expect(faultsOf(xml), name).toEqual([])
  const named = [...parts['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part!)
  expect(named.filter((part) => parts[part] === undefined)).toEqual([])
  const targets = [...parts['word/_rels/document.xml.rels']!.matchAll(/Target="([^"]+)"/g)].map(
    ([, t]) => `word/${t}`,
  )
  expect(targets.filter((part) => parts[part] === undefined)).toEqual([])
})

it('holds every text of every cell in order', async () => {
  const records = sampleRecords(databases, 15, 8)
  const { body, rows } = await written(records)
  const all = textsOf(body).join('\n')
  expect(rows).toBe(15)
  let from = 0
  for (const record of records) {
    const purpose = String(record.values.purpose ?? '')
    if (!purpose) continue
    const at = all.indexOf(purpose.split('\n')[0]!, from)
    expect(at).toBeGreaterThanOrEqual(from)
    from = at
  }
})

it('repeats its headings, numbers each part from 1 and not on its first page, and carries the code in every footer', async () => {
  const { parts, body } = await written(sampleRecords(databases, 3, 8), {
    annex: { register: items, records: sampleRecords(items, 5, 6) },
  })
  expect(body.match(/<w:sectPr>/g)).toHaveLength(2)
  expect(body.match(/<w:pgNumType w:start="1"\/><w:titlePg\/>/g)).toHaveLength(2)
  expect(body.match(/<w:tblHeader\/>/g)!.length).toBeGreaterThanOrEqual(3)
  expect(body.match(/footerReference w:type="(default|first)" r:id="rId5"/g)).toHaveLength(4)
  expect(textsOf(parts['word/footer1.xml']!).join('')).toBe('DỰ THẢO   Mã nội dung: 4K7Q-92MD')
})

it('writes texts as texts: no field, no link, no markup of theirs', async () => {
  const corpus = [
    '=1+1',
    '<w:p/>&amp;',
    ']]>',
    '{ HYPERLINK "http://x.example" }',
    '_x000D_',
    'a\u0007b\u0000c',
    '\ud800x',
  ]
  const records = corpus.map((note, i) => ({ id: `${i}`, values: { name: `N${i}`, note } }))
  const { body } = await written(records)
  expect(faultsOf(body)).toEqual([])
  expect(body).not.toMatch(/<w:(instrText|fldSimple|hyperlink|object|altChunk)/)
  const texts = textsOf(body)
  for (const text of [
    '=1+1',
    '<w:p/>&amp;',
    ']]>',
    '{ HYPERLINK "http://x.example" }',
    '_x000D_',
    'abc',
    '\ufffdx',
  ])
    expect(texts).toContain(text)
})

it('says when there is nothing, and stops when told to', async () => {
  expect(textsOf((await written([], { nil: true })).body)).toContain('Không phát sinh')
  const controller = new AbortController()
  controller.abort(new Error('đã hủy'))
  const { paper } = composeReport({
    definition: reportOf('focal-point-list')!,
    office: { name: 'A', parentName: '', level: 'xa', docSymbol: '', placeName: '' },
    profile: profileOf('current_2025'),
    register: registerOf('focal-point')!,
    records: [],
    period: '',
    language: 'vi',
    draft: false,
    contentCode: '',
    date: null,
    today: '2026-11-21',
  })
  await expect(writeDocx(paper, { sink: () => {}, signal: controller.signal })).rejects.toThrow('đã hủy')
})
