// Mẫu số 08 as the form has it: its sentences and twelve headings in its order, cells empty where its notes leave them empty,
// a column that no field answers refused as our own mistake.
import { expect, it } from 'vitest'
import { profileOf } from '../../profiles/profiles.ts'
import { l } from '../../registers/common.ts'
import { securityReport } from '../../registers/securityReport.ts'
import type { ReportInput } from '../composeReport.ts'
import type { Block, Paper } from '../paper.ts'
import type { ReportRecord } from '../reportTable.ts'
import { composeSecurityReport } from './securityReport.ts'

const ref = (id: string, name: string) => ({ id, text: name })

function made(): Paper {
  const input: ReportInput = {
    definition: {
      id: 'security-report',
      register: 'security-report',
      document: 'security-report',
      sheet: 'Mẫu số 08',
      title: l('Báo cáo', 'Report'),
      columns: [],
      counted: l('hệ thống', 'systems'),
      fileName: 'mau-08',
    },
    office: {
      name: 'Ủy ban nhân dân xã Mẫu',
      parentName: '',
      level: 'xa',
      docSymbol: 'UBND',
      placeName: 'Mẫu',
    },
    profile: profileOf('current_2025'),
    register: securityReport,
    records: [
      {
        id: 'r',
        values: {
          systemsTotal: 2,
          systemsApproved: 1,
          ownerName: 'UBND xã Mẫu',
          ownerHead: 'Trần Văn Mẫu',
          ownerHeadPosition: 'Chủ tịch',
        },
      },
    ],
    related: (id): readonly ReportRecord[] =>
      id === 'information-system'
        ? [
            { id: 's2', values: { name: 'Trang tin', officeRole: 'chu_quan' } },
            {
              id: 's1',
              values: {
                name: 'Một cửa',
                officeRole: 'chu_quan',
                owner: ref('', 'UBND xã'),
                operator: ref('', 'Văn phòng'),
              },
            },
          ]
        : [
            {
              id: '1',
              values: {
                system: ref('s1', 'Một cửa'),
                proposedLevel: 'cap_2',
                approvalState: 'da_phe_duyet',
                approvalDecision: 'QĐ 12',
                plannedApprovalAt: '2027-01-01',
                implementation: 'chua',
                plannedImplementationAt: '2027-03-31',
                checks: ['dinh_ky'],
              },
            },
            {
              id: '2',
              values: {
                system: ref('s2', 'Trang tin'),
                approvalState: 'du_thao',
                approvalDecision: 'nhầm',
                plannedApprovalAt: '2027-02-01',
                implementation: 'day_du',
                plannedImplementationAt: '2027-04-01',
              },
            },
          ],
    period: '2026',
    language: 'vi',
    draft: false,
    contentCode: '4K7Q-92MD',
    date: null,
    today: '2026-11-21',
  }
  return composeSecurityReport(input).paper
}

const table = (paper: Paper) =>
  paper.parts[1]!.blocks.find((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table')!
    .table

it('has the form’s twelve headings, numbered (1) to (12)', () => {
  const { columns, columnNumbers } = table(made())
  expect(columnNumbers).toBe(true)
  expect(columns.map((column) => column.heading)).toEqual([
    'STT',
    'Tên HTTT',
    'Chủ quản HTTT',
    'Đơn vị vận hành HTTT',
    'Cấp độ đề xuất',
    'Tình trạng phê duyệt cấp độ',
    'Quyết định phê duyệt cấp độ',
    'Quy chế bảo đảm ANM cho hệ thống',
    'Dự kiến thời điểm phê duyệt HSĐXCĐ',
    'Đã triển khai đầy đủ PA BĐANM',
    'Dự kiến thời điểm triển khai đầy đủ PA BĐANM',
    'Đã kiểm tra, đánh giá ANM',
  ])
})

it('leaves empty what the form’s notes leave empty, whatever the register holds', () => {
  const [draft, approved] = [...table(made()).records].map((row) => row.values)
  expect(approved!.slice(1, 7)).toEqual([
    'Một cửa',
    'UBND xã',
    'Văn phòng',
    '2',
    'Đã được phê duyệt',
    'QĐ 12',
  ])
  expect([approved![8], typeof approved![10], approved![11]]).toEqual([
    null,
    'number',
    expect.stringContaining('Định kỳ'),
  ])
  expect([draft![6], typeof draft![8], draft![10]]).toEqual([null, 'number', null])
})

it('says sections 1 and 2 in the form’s words, and numbers section 3 on', () => {
  const paper = made()
  const said = paper.parts[0]!.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  expect(said).toContain('- Tổng số hệ thống thông tin thuộc phạm vi quản lý: 2;')
  expect(said).toContain('(3) Người đại diện, chức vụ: Trần Văn Mẫu, Chủ tịch;')
  expect(said.indexOf('1. Thông tin chung')).toBeLessThan(
    said.indexOf('2. Thông tin về chủ quản hệ thống thông tin và đơn vị chuyên trách về an ninh mạng'),
  )
  expect(paper.parts[1]).toMatchObject({ landscape: true, continues: true })
})
