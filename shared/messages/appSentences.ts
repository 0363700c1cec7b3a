// What use cases on records, lists and sets of them refuse.
import type { Label } from '../registers/define.ts'

export const appSentences = {
  'already-settled': {
    vi: 'Mục này đã được giải quyết ở nơi khác. Dữ liệu vẫn an toàn. Mở lại bản ghi để xem giá trị đang dùng.',
    en: 'This was already settled elsewhere. Your data is safe. Open the record again to see the value in use.',
  },
  'bad-value': {
    vi: 'Giá trị nhập ở “{field}” không đúng loại. Bản ghi giữ nguyên như trước. Nhập lại giá trị này.',
    en: 'The value in “{field}” is of the wrong kind. The record is as it was. Enter it again.',
  },
  cancelled: {
    vi: 'Đã dừng theo yêu cầu. Dữ liệu vẫn an toàn, không có gì thay đổi. Làm lại khi cần.',
    en: 'Stopped as you asked. Your data is safe and nothing was changed. Start again when needed.',
  },
  'import-gone': {
    vi: 'Tệp đang nhập đã được đóng. Dữ liệu trong sổ vẫn nguyên. Hãy chọn lại tệp.',
    en: 'The file being imported was closed. The registers are unchanged. Choose the file again.',
  },
  'nil-but-records': {
    vi: 'Sổ này đang có bản ghi nên không thể trả lời “Không phát sinh”. Không có gì thay đổi. Xóa các bản ghi không còn đúng, hoặc gửi danh sách như thường.',
    en: 'This register holds records, so “nothing to report” cannot be answered. Nothing was changed. Delete what is wrong, or hand in the list.',
  },
  'no-such-person': {
    vi: 'Không có người dùng tên này trong sổ. Dữ liệu vẫn an toàn. Kiểm tra lại tên, hoặc xem danh sách người dùng.',
    en: 'The store has no user of that name. Your data is safe. Check the name or look at the list of users.',
  },
  'nothing-to-hand-in': {
    vi: 'Danh sách chưa có bản ghi nào để gửi. Không có gì thay đổi. Nhập danh sách, hoặc trả lời “Không phát sinh”.',
    en: 'The list has no record to hand in. Nothing was changed. Enter the list, or answer “nothing to report”.',
  },
  'nothing-to-redo': {
    vi: 'Không còn việc nào để làm lại. Dữ liệu vẫn an toàn. Tiếp tục nhập như thường.',
    en: 'There is nothing to redo. Your data is safe. Go on as usual.',
  },
  'nothing-to-send': {
    vi: 'Không có gì chưa gửi. Mọi thứ tỉnh cần đã được nhận. Khi có thay đổi, gửi lại.',
    en: 'There is nothing unsent. The province has all it needs. Send again after your next change.',
  },
  'nothing-to-take': {
    vi: 'Các hệ thống đã chọn đều có trong sổ rồi. Không có gì thay đổi. Chọn hệ thống khác nếu cần.',
    en: 'The systems chosen are all in your register already. Nothing was changed. Choose others if needed.',
  },
  'nothing-to-undo': {
    vi: 'Không còn việc nào để hoàn tác. Dữ liệu vẫn an toàn. Tiếp tục nhập như thường.',
    en: 'There is nothing to undo. Your data is safe. Go on as usual.',
  },
  'province-writes': {
    vi: '“{field}” do tỉnh ghi nên không sửa được ở đây. Bản ghi giữ nguyên. Nếu thấy sai, báo tỉnh qua mục trả lời góp ý.',
    en: '“{field}” is written by the province and cannot be edited here. The record is as it was. If it is wrong, answer the province’s remark.',
  },
  'record-gone': {
    vi: 'Bản ghi này không còn trong sổ, có thể đã bị xóa. Các bản ghi khác vẫn an toàn. Tải lại danh sách; nếu xóa nhầm, bấm Hoàn tác.',
    en: 'This record is no longer in the register; it may have been deleted. Others are safe. Reload the list; if it was a slip, press Undo.',
  },
  'unknown-field': {
    vi: 'Phần mềm này không biết mục “{field}”. Không có gì thay đổi. Cập nhật phần mềm rồi thử lại.',
    en: 'This version does not know the field “{field}”. Nothing was changed. Update the app and try again.',
  },
  'unknown-register': {
    vi: 'Phần mềm này không biết sổ “{register}”. Không có gì thay đổi. Kiểm tra lại tên sổ, hoặc cập nhật phần mềm.',
    en: 'This version does not know the register “{register}”. Nothing was changed. Check its name, or update the app.',
  },
  'template-invalid': {
    vi: 'Tệp mẫu danh mục không đúng cấu trúc (chỗ sai: {where}). Mẫu đang dùng giữ nguyên, dữ liệu không thay đổi. Xin tỉnh tệp mẫu khác, hoặc tải mẫu đang dùng về để sửa theo.',
    en: 'The report template is not in order (at: {where}). The one in use stays and no data was changed. Ask the province for another, or start from the one in use.',
  },
  'template-field': {
    vi: 'Mẫu danh mục nêu trường “{field}” mà sổ “{register}” không có. Mẫu đang dùng giữ nguyên, dữ liệu không thay đổi. Báo tỉnh sửa tên trường, hoặc cập nhật phần mềm nếu trường này mới có.',
    en: 'The report template names the field “{field}”, which the register “{register}” does not have. The one in use stays and no data was changed. Ask the province to mend it, or update the app if the field is new.',
  },
  'unknown-report': {
    vi: 'Phần mềm này không có mẫu báo cáo “{report}”. Không có gì thay đổi. Chọn một báo cáo trong danh sách.',
    en: 'There is no report “{report}”. Nothing was changed. Choose one from the list.',
  },
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
