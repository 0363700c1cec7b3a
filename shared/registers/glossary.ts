// docs/glossary.md as text: the term officials write, beside the identifier that the code uses for it. Made from the
// declarations, so that a field cannot be missing from it.
import { listRules, rules } from '../rules/checkRecord.ts'
import type { Field, Register } from './define.ts'
import { registers, userRegisters } from './registry.ts'

// Concepts that are no field: identifier, Vietnamese, what it is.
const CONCEPTS: readonly (readonly [string, string, string])[] = [
  ['Register', 'Sổ, danh mục', 'A list declared once in shared/registers'],
  ['StoredRecord', 'Bản ghi', 'One line of a register; perpetual'],
  ['Change', 'Thay đổi', 'One save: a record and the fields it sets'],
  ['DELETED', 'Đã xóa', 'The field `$deleted`, a record’s tombstone'],
  ['OfficeStore', 'Sổ của cơ quan (tệp dữ liệu)', 'The encrypted store on the office’s PC'],
  ['LegalProfile', 'Bộ căn cứ pháp lý', 'Citations, deadlines and addressees of a period'],
  ['Citation', 'Căn cứ', 'One document cited, with its effect dates'],
  ['Deadline', 'Thời hạn', 'A list’s yearly due day'],
  ['Rule', 'Quy tắc kiểm tra', 'What a register asks of a record'],
  ['Problem', 'Vấn đề cần sửa, cần xem lại', 'What a rule found'],
  ['handin', 'Lần nộp báo cáo', 'A list given to the province for a period'],
  ['nil-answer', 'Không phát sinh', 'A register with nothing to report in a period'],
  ['Bundle', 'Gói dữ liệu gửi tỉnh', 'A sealed run of one machine’s changes'],
  ['Receipt', 'Phiếu xác nhận tiếp nhận', 'The province’s proof that a bundle arrived'],
  ['Reply', 'Gói trả lời của tỉnh', 'Receipts, remarks and changes coming back'],
  ['remark', 'Góp ý', 'What the province says about a field'],
  ['review', 'Kết quả xem xét', 'Accepted or returned'],
  ['OfficePack', 'Gói cài đặt cơ quan', 'What the province gives an office at set-up'],
  ['EnrolRequest', 'Yêu cầu đăng ký máy', 'A machine asks to be known'],
  ['SigningKey', 'Khóa niêm phong của máy', 'Seals packages; it is no digital signature in law'],
  ['stateCode', 'Mã trạng thái', 'The same on both sides when all has arrived'],
  ['receiptCode', 'Mã xác nhận', '12 characters, readable over the phone'],
  ['contentCode', 'Mã nội dung', 'Ties paper to data; printed on every page'],
  ['draft', 'Đang soạn', 'State of a record'],
  ['awaiting-signature', 'Chờ ký', 'State: locked in a submission that is not sent'],
  ['queued', 'Chờ gửi', 'State: handed in, its bytes still on this machine'],
  ['sent', 'Đã gửi', 'State: left this machine'],
  ['received', 'Tỉnh đã nhận', 'State: receipted'],
  ['returned', 'Trả lại', 'State: to be completed'],
  ['accepted', 'Chấp nhận', 'State: accepted by the province'],
  ['ParkedRow', 'Dòng để riêng', 'An imported row that could not be taken in yet'],
  ['FieldConflict', 'Hai giá trị cùng sửa', 'Two edits that did not see each other'],
  ['Sector', 'Lĩnh vực', 'Sector of a database or dataset, with its expected datasets'],
  ['UnitChoice', 'Cơ quan, đơn vị trong danh sách có sẵn', 'A unit offered at set-up'],
  ['minimal', 'Tối thiểu', 'Shallowest form'],
  ['regulated', 'Theo quy định', 'Form with what law and forms ask'],
  ['full', 'Đầy đủ', 'Form with everything'],
]

/** The whole of docs/glossary.md. */
export function glossary(): string {
  return [
    '# Glossary',
    '',
    'The term officials write, and the identifier that the code, the database, the bundle and the server use for it.',
    'Made from the declarations; `npx vitest run shared/registers/glossary.test.ts --update` writes it anew.',
    '',
    '## Concepts',
    '',
    ...table(
      ['Identifier', 'Vietnamese', 'What it is'],
      CONCEPTS.map(([id, vi, what]) => [code(id), vi, what]),
    ),
    '',
    ...userRegisters.flatMap((register) => registerPart(register)),
    '## The app’s own registers',
    '',
    'They travel with the rest and have no grid, menu entry or template.',
    '',
    ...registers.filter((register) => register.system).flatMap((register) => registerPart(register, '###')),
    '## Rules',
    '',
    ...table(
      ['Identifier', 'Severity', 'Register', 'Sentence'],
      [...rules, ...listRules].map((r) => [
        code(r.id),
        r.severity,
        r.register ? code(r.register) : 'all',
        r.message.vi,
      ]),
    ),
    '',
  ].join('\n')
}

function registerPart(register: Register, heading = '##'): string[] {
  const choices = register.fields.filter((f) => f.values)
  return [
    `${heading} ${register.label.vi} (\`${register.id}\`)`,
    '',
    `${register.label.en}.`,
    '',
    ...table(
      ['Identifier', 'Vietnamese', 'English', 'Type', 'Asked by'],
      register.fields.map((f) => [code(f.id), f.label.vi, f.label.en, typeOf(f), f.demand]),
    ),
    '',
    ...(choices.length === 0
      ? []
      : [
          ...table(
            ['Field', 'Allowed values'],
            choices.map((f) => [code(f.id), valuesOf(f)]),
          ),
          '',
        ]),
  ]
}

function typeOf(field: Field): string {
  return field.target
    ? `${field.type} → ${code(field.target)}`
    : field.format
      ? `${field.type} (${field.format})`
      : field.type
}

function valuesOf(field: Field): string {
  return (field.values ?? []).map((value) => `${code(value.id)} ${value.label.vi}`).join('; ')
}

function code(text: string): string {
  return `\`${text}\``
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
