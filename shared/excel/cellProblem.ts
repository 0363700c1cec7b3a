// What can be wrong with a cell or a row of an imported list, each with the sentence an officer reads. `{x}` marks a
// place filled from the problem's values. A rule without a sentence does not compile.
import type { Label } from '../registers/define.ts'

export const cellSentences = {
  'name-missing': {
    vi: 'Chưa có {label}. Điền tên rồi nhập lại.',
    en: '{label} is missing. Fill it in and import again.',
  },
  'cell-error': {
    vi: 'Ô chứa lỗi tính toán {text}. Sửa công thức hoặc gõ giá trị.',
    en: 'The cell holds the error {text}. Mend the formula or type the value.',
  },
  'formula-without-value': {
    vi: 'Ô là công thức chưa có kết quả. Mở tệp bằng Excel, lưu lại rồi nhập.',
    en: 'The cell is a formula saved without its result. Open and save the file in Excel, then import.',
  },
  'text-too-long': {
    vi: 'Nội dung dài {length} ký tự, quá {limit}. Rút gọn rồi nhập lại.',
    en: 'The text has {length} characters, more than {limit}. Shorten it.',
  },
  'date-unreadable': {
    vi: '“{text}” không phải ngày. Gõ theo dạng ngày/tháng/năm, ví dụ 05/03/2026.',
    en: '“{text}” is not a date. Write day/month/year, e.g. 05/03/2026.',
  },
  'date-incomplete': {
    vi: '“{text}” chưa đủ ngày, tháng, năm. Gõ đủ, ví dụ 05/03/2026.',
    en: '“{text}” lacks a day or month. Write all of it, e.g. 05/03/2026.',
  },
  'date-order': {
    vi: '“{text}” có vẻ ghi tháng trước ngày. Gõ theo thứ tự ngày/tháng/năm.',
    en: '“{text}” seems to put the month first. Write day/month/year.',
  },
  'date-year': {
    vi: 'Năm trong “{text}” ngoài khoảng 1900–2100, có thể gõ nhầm.',
    en: 'The year in “{text}” is outside 1900–2100, probably mistyped.',
  },
  'number-unreadable': {
    vi: '“{text}” không phải số nguyên. Chỉ gõ chữ số, ví dụ 1234.',
    en: '“{text}” is not a whole number. Write digits only, e.g. 1234.',
  },
  'number-ambiguous': {
    vi: '“{text}” đọc được hai cách: {grouped} hoặc {decimal}. Gõ lại không có dấu chấm, dấu phẩy.',
    en: '“{text}” reads two ways: {grouped} or {decimal}. Write it without points or commas.',
  },
  'number-too-large': {
    vi: '“{text}” lớn hơn số mà phần mềm giữ chính xác được.',
    en: '“{text}” is larger than can be kept exactly.',
  },
  'bool-unreadable': {
    vi: '“{text}” không phải Có hoặc Không. Gõ “x” hoặc “Có”, “Không”.',
    en: '“{text}” is neither yes nor no. Write “x”, “Có” or “Không”.',
  },
  'value-unknown': {
    vi: '“{text}” không có trong các giá trị cho phép của {label}. Chọn một trong: {allowed}.',
    en: '“{text}” is not an allowed value of {label}. Choose one of: {allowed}.',
  },
  'duplicate-in-file': {
    vi: 'Trùng với dòng {row} của chính tệp này. Giữ một dòng.',
    en: 'The same as row {row} of this file. Keep one.',
  },
  'match-ambiguous': {
    vi: 'Có {count} bản ghi cùng tên “{text}” trong sổ. Thêm cột cơ quan, đơn vị để phân biệt.',
    en: '{count} records are called “{text}”. Add the owner’s column to tell them apart.',
  },
  'match-deleted': {
    vi: 'Bản ghi này đã bị xóa trong sổ. Khôi phục nó rồi nhập lại, hoặc bỏ dòng này.',
    en: 'This record was deleted from the register. Restore it and import again, or drop the row.',
  },
  'accepted-record': {
    vi: '{label}: “{before}” → “{after}”. Tỉnh đã chấp nhận bản ghi này nên chưa sửa. Nhận vào sổ nếu đúng, hoặc bỏ dòng này.',
    en: '{label}: “{before}” → “{after}”. The province accepted this record, so it was not changed. Take it in if it is right, or drop the row.',
  },
  'filled-down': {
    vi: 'Ô trống, lấy theo ô {from} phía trên như ô gộp.',
    en: 'Empty; taken from {from} above, as of a merged cell.',
  },
} as const satisfies Record<string, Label>

export type CellRule = keyof typeof cellSentences

/** Notices are told and do not park the row. */
export const NOTICES: ReadonlySet<string> = new Set<CellRule>(['filled-down'])

export type CellProblem = { readonly rule: CellRule; readonly message: string }

/** The problem with its sentence in the interface's language. */
export function cellProblem(
  rule: CellRule,
  args: Readonly<Record<string, string | number>> = {},
  language: keyof Label = 'vi',
): CellProblem {
  const message = cellSentences[rule][language].replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = args[key]
    if (value === undefined) return whole
    const text = String(value)
    return text.length > 240 ? `${text.slice(0, 237)}…` : text
  })
  return { rule, message }
}
