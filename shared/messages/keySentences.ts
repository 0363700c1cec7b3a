// PINs, recovery codes and the keystore: why the store stays shut, and who can open it.
import type { Label } from '../registers/define.ts'

export const keySentences = {
  'keys-damaged': {
    vi: 'Tệp khóa của sổ bị hỏng nên chưa mở được. Dữ liệu vẫn nguyên trên đĩa. Khôi phục từ bản sao lưu ở màn hình mở sổ, hoặc dùng mã khôi phục.',
    en: 'The store’s key file is damaged, so it cannot be opened yet. The data is intact on disk. Restore a backup from the start screen, or use the recovery code.',
  },
  'keys-missing': {
    vi: 'Không thấy tệp khóa bên cạnh sổ. Dữ liệu vẫn nguyên trên đĩa nhưng chưa mở được. Chép lại đủ thư mục của sổ, hoặc khôi phục từ bản sao lưu.',
    en: 'The key file is not beside the store. The data is intact on disk but cannot be opened. Copy the whole folder again, or restore a backup.',
  },
  'keys-newer': {
    vi: 'Khóa của sổ do phiên bản mới hơn ghi (bản {version}). Dữ liệu vẫn an toàn. Cập nhật phần mềm rồi mở lại.',
    en: 'The store’s keys were written by a newer version ({version}). Your data is safe. Update the app and open it again.',
  },
  'keystore-missing': {
    vi: 'Máy này không còn giữ phần khóa của bạn (Windows cài lại, hoặc sổ được chép từ máy khác). Dữ liệu vẫn an toàn. Nhập mã khôi phục trên tờ giấy cất trong két.',
    en: 'This machine no longer holds its half of your key (Windows was reinstalled, or the store came from another PC). Your data is safe. Enter the recovery code from the sheet in the safe.',
  },
  'last-person': {
    vi: 'Đây là người dùng duy nhất của sổ nên không xóa được. Không có gì thay đổi. Thêm người dùng khác trước, rồi xóa người này.',
    en: 'This is the store’s only person and cannot be removed. Nothing was changed. Add another person first.',
  },
  'pin-too-short': {
    vi: 'Mã PIN cần ít nhất {min} ký tự. Không có gì thay đổi. Chọn mã dài hơn.',
    en: 'A PIN needs at least {min} characters. Nothing was changed. Choose a longer one.',
  },
  'pin-wait': {
    vi: 'Đã nhập sai mã PIN nhiều lần nên phải chờ {seconds} giây. Dữ liệu vẫn an toàn. Chờ rồi thử lại, hoặc dùng mã khôi phục.',
    en: 'The PIN was wrong too often; wait {seconds} seconds. Your data is safe. Then try again, or use the recovery code.',
  },
  'recovery-mistyped': {
    vi: 'Mã khôi phục gõ chưa đúng (sai hoặc thiếu ký tự). Dữ liệu vẫn an toàn. So lại từng nhóm ký tự với tờ giấy đã in.',
    en: 'The recovery code is mistyped. Your data is safe. Compare it group by group with the printed sheet.',
  },
  'recovery-wrong': {
    vi: 'Mã khôi phục này không phải của sổ này. Dữ liệu vẫn an toàn. Tìm tờ giấy có cùng tên cơ quan và ngày lập.',
    en: 'This recovery code belongs to another store. Your data is safe. Look for the sheet with this office’s name and date.',
  },
  'unknown-person': {
    vi: 'Người dùng này không có trong sổ. Dữ liệu vẫn an toàn. Chọn tên khác trong danh sách.',
    en: 'This person is not a user of the store. Your data is safe. Choose another name.',
  },
  'wrong-key': {
    vi: 'Khóa không mở được tệp dữ liệu này. Dữ liệu vẫn nguyên trên đĩa. Dùng mã khôi phục, hoặc khôi phục bản sao lưu cùng bộ với khóa.',
    en: 'The key does not open this data file. The data is intact on disk. Use the recovery code, or restore the backup that belongs to this key.',
  },
  'wrong-pin': {
    vi: 'Mã PIN không đúng. Dữ liệu vẫn an toàn. Nhập lại; nếu quên, dùng mã khôi phục trên tờ giấy cất trong két.',
    en: 'The PIN is wrong. Your data is safe. Enter it again; if it is forgotten, use the recovery code from the sheet in the safe.',
  },
} as const satisfies Record<string, Label>
