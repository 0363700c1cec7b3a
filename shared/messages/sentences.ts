// Every refusal a person can meet, keyed by its code: what happened, whether the work is safe, what to do next. A code
// without a sentence does not compile. `{name}` marks a place filled from the error's args.
import type { Label } from '../registers/define.ts'

export const sentences = {
  'bad-input': {
    vi: 'Yêu cầu không đúng khuôn dạng ({where}). Không có gì bị thay đổi. Hãy thử lại; nếu vẫn lỗi, khởi động lại phần mềm.',
    en: 'The request is malformed ({where}). Nothing was changed. Try again; if it fails again, restart the app.',
  },
  internal: {
    vi: 'Phần mềm gặp lỗi không lường trước ({where}). Những gì đã báo “đã lưu” vẫn an toàn. Hãy thử lại.',
    en: 'The app met an unforeseen error ({where}). Everything shown as saved is safe. Try again.',
  },
  locked: {
    vi: 'Sổ đang khóa. Dữ liệu vẫn an toàn. Nhập mã PIN để mở.',
    en: 'The store is locked. Your data is safe. Enter your PIN to open it.',
  },
} as const satisfies Record<string, Label>

export type ErrorCode = keyof typeof sentences
