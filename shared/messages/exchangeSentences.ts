// Why a message between office and province was not taken. The file or line it came on is never changed by that.
import type { Refusal } from '../bundle/types.ts'
import type { Label } from '../registers/define.ts'

export const exchangeSentences = {
  'bad-signature': {
    vi: 'Gói dữ liệu đã bị thay đổi trên đường hoặc bị hỏng: niêm phong không còn khớp. Không có gì được nhận vào, dữ liệu trong sổ vẫn an toàn. Xin bên gửi gửi lại tệp gốc.',
    en: 'The data package was altered on its way or damaged: its seal does not match. Nothing was taken in and your data is safe. Ask the sender for the original file again.',
  },
  expired: {
    vi: 'Gói trả lời này đã quá hạn và có bản mới hơn. Dữ liệu vẫn an toàn. Đồng bộ lại, hoặc xin tỉnh xuất tệp trả lời mới.',
    en: 'This reply has expired and a newer one exists. Your data is safe. Sync again, or ask the province for a new reply file.',
  },
  fork: {
    vi: 'Máy này và một máy khác (hoặc một bản sao cũ) đã cùng gửi gói số {number} với nội dung khác nhau. Cả hai bản đều được giữ, không mất gì. Gọi tỉnh để nối lại hai bản.',
    en: 'This machine and another (or an old copy) sent different packages number {number}. Both are kept and nothing is lost. Call the province to join them.',
  },
  gap: {
    vi: 'Còn thiếu gói số {expected}; vừa nhận được gói số {got}. Không có gì mất. Gửi tiếp các gói còn thiếu, hoặc chép lại tệp mới từ máy này.',
    en: 'Package {expected} is missing; {got} arrived. Nothing is lost. Send the missing ones, or write a new file from this machine.',
  },
  malformed: {
    vi: 'Gói dữ liệu có nội dung không hợp lệ ({where}). Không có gì được nhận vào, dữ liệu vẫn an toàn. Báo tỉnh và gửi kèm tệp này.',
    en: 'The data package holds something invalid ({where}). Nothing was taken in and your data is safe. Tell the province and send this file along.',
  },
  'newer-version': {
    vi: 'Gói này do phiên bản mới hơn lập (bản {version}). Không có gì mất; gói được giữ lại. Cập nhật phần mềm rồi thử lại.',
    en: 'This package was made by a newer version ({version}). Nothing is lost; it is kept. Update the app and try again.',
  },
  'not-a-message': {
    vi: 'Tệp này không phải gói dữ liệu của Sổ Dữ Liệu, hoặc đã bị cắt cụt. Không có gì thay đổi. Chọn đúng tệp, hoặc chép lại từ nơi gửi.',
    en: 'This file is not a Sổ Dữ Liệu package, or it is cut short. Nothing was changed. Choose the right file, or copy it again.',
  },
  'not-canonical': {
    vi: 'Gói dữ liệu được ghi khác quy cách nên không được nhận. Dữ liệu vẫn an toàn. Xin bên gửi xuất lại tệp từ Sổ Dữ Liệu.',
    en: 'The data package is not written in the agreed form and was not taken. Your data is safe. Ask the sender to export it again from Sổ Dữ Liệu.',
  },
  'not-for-us': {
    vi: 'Tệp này được mã hóa cho máy hoặc tỉnh khác nên không mở được ở đây. Dữ liệu vẫn an toàn. Kiểm tra xem có lấy nhầm tệp không.',
    en: 'This file is encrypted to another machine or province and cannot be opened here. Your data is safe. Check that it is the right file.',
  },
  'revoked-key': {
    vi: 'Máy lập gói này đã bị tỉnh ngừng công nhận. Gói không được nhận; dữ liệu trong sổ vẫn an toàn. Gọi tỉnh để đăng ký lại máy.',
    en: 'The province no longer accepts the machine that made this. The package was not taken; your data is safe. Call the province to enrol the machine again.',
  },
  'too-large': {
    vi: 'Gói dữ liệu vượt quá {maxBytes} byte nên không được nhận. Dữ liệu vẫn an toàn. Chép thành tệp để gửi, hoặc báo tỉnh.',
    en: 'The data package is over {maxBytes} bytes and was not taken. Your data is safe. Carry it as a file, or tell the province.',
  },
  'unknown-key': {
    vi: 'Gói được niêm phong bằng khóa chưa đăng ký. Gói được giữ lại bên gửi, không mất gì. Đăng ký máy với tỉnh rồi gửi lại.',
    en: 'The package is sealed with a key that is not enrolled. It stays with its sender and nothing is lost. Enrol the machine with the province, then send again.',
  },
  'wrong-audience': {
    vi: 'Gói này gửi cho tỉnh hoặc cơ quan khác. Không có gì thay đổi. Kiểm tra xem có lấy nhầm tệp không.',
    en: 'This package is meant for another province or office. Nothing was changed. Check that it is the right file.',
  },
  'wrong-kind': {
    vi: 'Đây là tệp của Sổ Dữ Liệu nhưng thuộc loại khác ({kind}). Không có gì thay đổi. Chọn tệp đúng loại cho việc này.',
    en: 'This is a Sổ Dữ Liệu file of another kind ({kind}). Nothing was changed. Choose the file that this step needs.',
  },
} as const satisfies Record<Refusal['code'], Label>
