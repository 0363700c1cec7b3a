// Mẫu số 08 of Decree 331/2026, the yearly report on the security of information systems, one a year: its figures (worked
// out from the systems and their levels: securityReportFigures.ts), who answers for the systems, who for their security.
import { commonFields, l } from './common.ts'
import { defineRegister, type Field, field } from './define.ts'

const BASIS = { current_2025: 'Điều 35 Nghị định số 331/2026/NĐ-CP, Mẫu số 08' } as const

const FIGURES = [
  ['systemsTotal', 'Tổng số hệ thống thông tin', 'Systems in all'],
  ['systemsClassified', 'Số hệ thống đã phân loại', 'Classified'],
  ['systemsWithDossier', 'Số hệ thống đã xây dựng hồ sơ đề xuất cấp độ', 'With a dossier'],
  ['systemsAppraised', 'Số hệ thống đã được thẩm định', 'Appraised'],
  ['systemsApproved', 'Số hệ thống đã được phê duyệt cấp độ', 'Approved'],
  [
    'systemsCheckedRegularly',
    'Số hệ thống đã phê duyệt được kiểm tra định kỳ',
    'Approved and checked regularly',
  ],
] as const

function partyFields(prefix: 'owner' | 'security', of: string, ofEn: string): Field[] {
  const said = (id: string, vi: string, en: string, example: string, more: Partial<Field> = {}): Field =>
    field({
      id: `${prefix}${id}`,
      label: l(`${vi} của ${of}`, `${ofEn}: ${en}`),
      help: l(`Ví dụ: ${example}.`, `Example: ${example}.`),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      legalBasis: BASIS,
      ...more,
    })
  return [
    said(
      'Name',
      'Tên',
      'name',
      prefix === 'owner' ? 'Ủy ban nhân dân xã Mẫu' : 'Văn phòng HĐND và UBND xã Mẫu',
      { required: true },
    ),
    said('Mandate', 'Văn bản quy định chức năng, nhiệm vụ', 'mandate', '12/QĐ-UBND ngày 05/01/2026', {
      required: true,
    }),
    said('Head', 'Người đại diện', 'head', 'Trần Văn Mẫu', { required: true, sensitivity: 'personal' }),
    said('HeadPosition', 'Chức vụ người đại diện', 'position', 'Chủ tịch', {
      required: true,
      sensitivity: 'personal',
    }),
    said('Address', 'Địa chỉ', 'address', 'Trụ sở UBND xã Mẫu, tỉnh Mẫu', { required: true }),
    said('Phone', 'Điện thoại', 'phone', '0900000011', {
      required: true,
      format: 'phone',
      sensitivity: 'personal',
    }),
    said('Email', 'Thư điện tử', 'e-mail', 'ubnd@xamau.example', {
      required: true,
      format: 'email',
      sensitivity: 'personal',
    }),
  ]
}

export const securityReport = defineRegister({
  id: 'security-report',
  label: l('Báo cáo an ninh mạng hằng năm (Mẫu số 08)', 'Yearly security report (Mẫu số 08)'),
  short: l('Báo cáo Mẫu số 08', 'Mẫu số 08'),
  singular: l('Báo cáo an ninh mạng', 'Security report'),
  help: l(
    'Mỗi năm một báo cáo, số liệu 15/12 năm trước đến 14/12, gửi trước 20/12. Số đếm và bảng lấy từ danh mục hệ thống và cấp độ.',
    'One a year, figures from 15/12 to 14/12, due before 20/12. Counts and table come from the systems and their levels.',
  ),
  group: 'checks',
  period: { field: 'year' },
  draws: ['information-system', 'security-level'],
  nameField: 'name',
  matchKey: ['name', 'year'],
  nilAnswer: true,
  reopened: { fresh: FIGURES.map(([id]) => id) },
  fields: [
    field({
      id: 'name',
      label: l('Tên báo cáo', 'Name'),
      help: l(
        'Tên để nhận ra. Ví dụ: Báo cáo an ninh mạng năm 2026.',
        'What to call it. Example: security report of 2026.',
      ),
      type: 'text',
      depth: 'minimal',
      required: true,
      synonyms: ['báo cáo', 'tên'],
      width: { grid: 280, report: 30 },
    }),
    field({
      id: 'year',
      label: l('Năm', 'Year'),
      help: l('Năm báo cáo. Ví dụ: 2026.', 'Year of the report. Example: 2026.'),
      type: 'int',
      format: 'year',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { current_2025: 'Khoản 3 Điều 35 Nghị định số 331/2026/NĐ-CP' },
      synonyms: ['năm báo cáo'],
    }),
    ...(
      [
        ['periodFrom', 'Số liệu từ ngày', 'Figures from', '15/12/2025'],
        ['periodTo', 'Số liệu đến ngày', 'Figures to', '14/12/2026'],
      ] as const
    ).map(([id, vi, en, example]) =>
      field({
        id,
        label: l(vi, en),
        help: l(
          `Kỳ số liệu 15/12 năm trước đến 14/12. Ví dụ: ${example}.`,
          `Figures run from 15/12 to 14/12. Example: ${example}.`,
        ),
        type: 'date',
        depth: 'regulated',
        demand: 'L',
        legalBasis: { current_2025: 'Khoản 3 Điều 35 Nghị định số 331/2026/NĐ-CP' },
      }),
    ),
    ...FIGURES.map(([id, vi, en]) =>
      field({
        id,
        label: l(vi, en),
        help: l(
          'Phần mềm đếm từ danh mục; bấm “Lấy giá trị này” khi được nhắc. Ví dụ: 6.',
          'Counted from the registers. Example: 6.',
        ),
        type: 'int',
        depth: 'minimal',
        demand: 'L',
        required: true,
        legalBasis: BASIS,
      }),
    ),
    field({
      id: 'allApprovedBy',
      label: l('Dự kiến hoàn thành phê duyệt tất cả hệ thống', 'All approved by'),
      help: l(
        'Ngày muộn nhất trong các ngày dự kiến phê duyệt. Ví dụ: 30/06/2027.',
        'The latest of the days expected. Example: 30/06/2027.',
      ),
      type: 'date',
      depth: 'minimal',
      demand: 'L',
      legalBasis: BASIS,
    }),
    ...partyFields('owner', 'chủ quản hệ thống', 'Owner'),
    ...partyFields('security', 'đơn vị chuyên trách an ninh mạng', 'Security unit'),
    ...commonFields(),
  ],
})
