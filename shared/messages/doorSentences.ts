// What the browser door says when a request may not come in.
import type { Label } from '../registers/define.ts'

export const doorSentences = {
  'door-closed': {
    vi: 'Phần mềm ở máy này đã dừng hoặc không trả lời. Những gì đã báo “đã lưu” vẫn an toàn. Khởi động lại Sổ Dữ Liệu rồi mở địa chỉ mới.',
    en: 'The app on this machine has stopped or does not answer. Everything shown as saved is safe. Start Sổ Dữ Liệu again and open its new address.',
  },
  'door-refused': {
    vi: 'Yêu cầu này không đến từ trang của Sổ Dữ Liệu nên bị từ chối. Dữ liệu vẫn an toàn. Mở lại đúng địa chỉ mà phần mềm đã in ra.',
    en: 'This request did not come from Sổ Dữ Liệu’s own page and was refused. Your data is safe. Open the address that the app printed.',
  },
  'door-token': {
    vi: 'Địa chỉ này thiếu mã mở cửa hoặc mã thuộc lần chạy trước. Dữ liệu vẫn an toàn. Mở địa chỉ đầy đủ mà phần mềm vừa in ra.',
    en: 'This address lacks its opening code, or the code is of an earlier run. Your data is safe. Open the full address that the app has just printed.',
  },
  'door-used': {
    vi: 'Địa chỉ này đã được mở ở một trình duyệt khác. Dữ liệu vẫn an toàn. Dùng trình duyệt đó, hoặc khởi động lại Sổ Dữ Liệu để có địa chỉ mới.',
    en: 'This address was already opened in another browser. Your data is safe. Use that browser, or start Sổ Dữ Liệu again for a new address.',
  },
  'door-too-large': {
    vi: 'Tệp lớn quá mức nhận được (64 MB). Sổ chưa có gì thay đổi. Chia tệp làm nhiều phần rồi thử lại.',
    en: 'The file is larger than can be taken (64 MB). Nothing in your registers was changed. Split it and try again.',
  },
} as const satisfies Record<string, Label>
