// What the letters say: chosen by plan, profile and day, counted from the registers, and never more than the registers know.
import { expect, it } from 'vitest'
import { profileOf } from '../../profiles/profiles.ts'
import { registerOf } from '../../registers/registry.ts'
import { composeReport, type ReportInput } from '../composeReport.ts'
import type { Block, Paper } from '../paper.ts'
import { reportOf } from '../reports.ts'
import type { ReportRecord } from '../reportTable.ts'
import { romanNumber } from '../romanNumber.ts'
import { type CoverInput, composeCoverLetter, composeLeaderSummary } from './coverLetter.ts'

const office = {
  name: 'Ủy ban nhân dân xã Mẫu',
  parentName: '',
  level: 'xa',
  docSymbol: 'UBND',
  placeName: 'Mẫu',
} as const

function input(id: string, records: readonly ReportRecord[], more: Partial<ReportInput> = {}): ReportInput {
  const definition = reportOf(id)!
  return {
    definition,
    office,
    profile: profileOf('current_2025'),
    register: registerOf(definition.register)!,
    records,
    period: '2026',
    language: 'vi',
    draft: false,
    contentCode: '4K7Q-92MD',
    date: null,
    today: '2026-11-21',
    ...more,
  }
}

function blocksOf<K extends Block['kind']>(paper: Paper, kind: K): Extract<Block, { kind: K }>[] {
  return paper.parts.flatMap((part) =>
    part.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind),
  )
}

const textOf = (paper: Paper) => blocksOf(paper, 'paragraph').map((block) => block.text)
const headingsOf = (paper: Paper, at = 0) =>
  blocksOf(paper, 'table')[at]!.table.columns.map((column) => column.heading)

it.each([
  [
    'tuyen-quang-2022',
    ['STT', 'Nội dung thực hiện', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian thực hiện', 'Ghi chú'],
  ],
  [
    'bo-khcn-2020',
    [
      'STT',
      'Nội dung thực hiện',
      'Cơ quan chủ trì',
      'Cơ quan phối hợp',
      'Thời gian hoàn thành',
      'Sản phẩm dự kiến hoàn thành',
    ],
  ],
  [
    'son-la-chien-luoc-2030',
    ['STT', 'Nhiệm vụ, giải pháp', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian'],
  ],
])('prints the task list of the plan %s with that plan’s own columns', (plan, headings) => {
  expect(headingsOf(composeReport(input('task-list', [], { plan })).paper)).toEqual(headings)
})

it('lets a province’s template order and name the columns of a new list and of a document’s annex', () => {
  const list = composeReport(
    input('task-list', [], {
      plan: 'tuyen-quang-2022',
      template: {
        report: 'task-list',
        title: 'Bảng giao việc',
        columns: [{ field: 'lead', heading: 'Ai làm' }, { blank: 'Ký nhận' }],
      },
    }),
  ).paper
  expect(headingsOf(list)).toEqual(['STT', 'Ai làm', 'Ký nhận'])
  expect(blocksOf(list, 'title')[0]!.title).toBe('Bảng giao việc')
  const check = composeReport(
    input('data-check-report', [], {
      template: { report: 'data-check-report', annexColumns: [{ field: 'grade', heading: 'Loại' }] },
    }),
  ).paper
  expect(headingsOf(check)).toEqual(['STT', 'Loại'])
})

it('counts the check’s results from its databases, and takes in no other check’s', () => {
  const check = {
    id: 'c',
    values: { name: 'Kiểm tra', year: 2026, shortcomings: 'Thiếu người.\nThiếu máy.' },
  }
  const of = (id: string, values: object) =>
    ({ id, values: { check: { id: 'c', text: '' }, ...values } }) as ReportRecord
  const blocks = [
    of('1', {
      itemCount: 3,
      recordCount: 1200,
      compliance: 'dat',
      accuracy: 'tot',
      grade: 'tot',
      upkeepLogs: true,
      anomalies: 2,
    }),
    of('2', { itemCount: 9, recordCount: 50, compliance: 'chua_dat', grade: 'kha' }),
    of('3', { itemCount: 999, check: { id: 'last-year', text: '' } }),
  ]
  const { paper } = composeReport(
    input('data-check-report', [check], { related: (id) => (id === 'data-check-database' ? blocks : []) }),
  )
  const text = textOf(paper)
  expect(text).toContain('a) Kiểm kê hạng mục nội dung: tổng số 12 hạng mục dữ liệu, 1.250 bản ghi.')
  expect(text).toContain('b) Tuân thủ tiêu chuẩn, quy chuẩn, quy định: đạt: 01, chưa đạt: 01.')
  expect(text).toContain('d) Duy trì, vận hành, cập nhật: 01 cơ sở dữ liệu có nhật ký cập nhật, khai thác.')
  expect(text.join('\n')).toContain('độ chính xác: tốt: 01, chưa đánh giá: 01')
  expect(text).toContain('Thiếu người.')
  expect(text).toContain('Thiếu máy.')
  expect([...blocksOf(paper, 'table')[0]!.table.records]).toHaveLength(2)
})

it('names only people whose time is not over, and the leader where the register has one', () => {
  const points: ReportRecord[] = [
    { id: '1', values: { fullName: 'Nguyễn Thị An' } },
    { id: '2', values: { fullName: 'Trần Văn Cũ', endAt: '2026-06-30' } },
  ]
  const leaders = [{ id: '3', values: { name: 'Lê Văn Lãnh', position: 'Phó Chủ tịch' } }]
  const { paper } = composeReport(
    input('appointment-letter', points, { related: (id) => (id === 'data-leader' ? leaders : []) }),
  )
  const cells = blocksOf(paper, 'table').flatMap((block) =>
    [...block.table.records].flatMap((row) => row.values),
  )
  expect(cells).toContain('Nguyễn Thị An')
  expect(cells).toContain('Lê Văn Lãnh')
  expect(cells).not.toContain('Trần Văn Cũ')
  expect(blocksOf(paper, 'letterhead')[0]!.about).toMatch(
    /^V\/v cử lãnh đạo phụ trách về dữ liệu và cán bộ đầu mối/,
  )
})

it('counts what a review found, and what nobody said as not known', () => {
  const records: ReportRecord[] = [
    { id: '1', values: { name: 'A', status: 'dang_su_dung', personalData: 'khong' } },
    { id: '2', values: { name: 'B', status: 'dang_su_dung' } },
  ]
  const text = textOf(composeReport(input('review-results', records)).paper)
  expect(text).toContain('Tổng số: 02 cơ sở dữ liệu; danh mục nêu tại Phụ lục I.')
  expect(text).toContain('Theo trạng thái: đang sử dụng: 02.')
  expect(text).toContain('Chứa dữ liệu cá nhân: không: 01; chưa xác định: 01.')
})

const cover: CoverInput = {
  office,
  profile: profileOf('current_2025'),
  period: '2026',
  language: 'vi',
  draft: false,
  contentCode: '4K7Q-92MD',
  date: null,
  today: '2026-11-21',
  kind: 'cong_van',
  roundName: 'Báo cáo dữ liệu cuối năm',
  askedBy: { number: '125/SKHCN-CĐS', day: '2026-11-10', issuer: 'Sở Khoa học và Công nghệ' },
  annexes: [
    {
      title: 'Danh mục A',
      label: 'Phụ lục I',
      count: 12,
      nil: false,
      contentCode: 'AAAA-BBBB',
      changes: { added: 1, changed: 2, removed: 0 },
    },
    { title: 'Danh mục B', label: '', count: 0, nil: true, contentCode: 'CCCC-DDDD', changes: null },
  ],
  remarks: ['1 bộ dữ liệu mở.'],
}

it('covers a hand-in by the letter that asked for it, names each annex with its code, and says what is nil', () => {
  const { paper } = composeCoverLetter(cover)
  const text = textOf(paper).join('\n')
  expect(text).toContain(
    'Thực hiện Văn bản số 125/SKHCN-CĐS ngày 10/11/2026 của Sở Khoa học và Công nghệ, Ủy ban nhân dân xã Mẫu gửi Sở Khoa học và Công nghệ báo cáo dữ liệu cuối năm, kỳ 2026',
  )
  expect(text).toContain('Danh mục B: trong kỳ không phát sinh.')
  const rows = [...blocksOf(paper, 'table')[0]!.table.records].map((row) => row.values)
  expect(rows).toEqual([[1, 'Danh mục A', 'Phụ lục I', 12, 'AAAA-BBBB']])
  expect(blocksOf(paper, 'signature')[0]!.signature.recipients[0]).toBe('Như trên')
  expect(
    blocksOf(composeCoverLetter({ ...cover, kind: 'bao_cao' }).paper, 'letterhead')[0]!.head.symbol,
  ).toBe('BC-UBND')
})

it('goes to the addressee of its day', () => {
  const old = { ...cover, profile: profileOf('nd47_2020'), today: '2024-12-01' }
  expect(blocksOf(composeCoverLetter(old).paper, 'addressees')[0]!.names).toEqual([
    'Sở Thông tin và Truyền thông',
  ])
})

it('tells the one who signs what changed, what to look at, and that a draft is not to be signed', () => {
  const text = textOf(composeLeaderSummary({ ...cover, draft: true }).paper).join('\n')
  expect(text).toContain('- 1 bộ dữ liệu mở.')
  expect(text).toContain('DỰ THẢO, chưa dùng để ký')
})

it('numbers annexes with Roman numbers', () => {
  expect([1, 2, 4, 5, 9, 10, 14].map(romanNumber)).toEqual(['I', 'II', 'IV', 'V', 'IX', 'X', 'XIV'])
})
