// The store on disk and its snapshots: what is wrong with it and what is still there.
import type { Label } from '../registers/define.ts'

export const storeSentences = {
  'disk-error': {
    vi: 'Đĩa báo lỗi khi đọc hoặc ghi ({detail}). Những gì đã báo “đã lưu” vẫn an toàn; việc vừa làm chưa được lưu. Kiểm tra đĩa, quyền ghi thư mục, rồi thử lại.',
    en: 'The disk reported an error ({detail}). Everything shown as saved is safe; your last action was not saved. Check the disk and the folder’s permissions, then try again.',
  },
  'disk-full': {
    vi: 'Đĩa đã đầy nên chưa lưu được việc vừa làm. Những gì đã báo “đã lưu” vẫn an toàn. Xóa bớt tệp không cần rồi thử lại.',
    en: 'The disk is full, so your last action was not saved. Everything shown as saved is safe. Free some space and try again.',
  },
  'folder-failed': {
    vi: 'Không tạo được thư mục dữ liệu {folder} ({detail}). Chưa có gì được ghi, không mất gì. Chọn thư mục khác, hoặc kiểm tra lại đường dẫn.',
    en: 'The data folder {folder} could not be made ({detail}). Nothing was written and nothing is lost. Choose another folder or check the path.',
  },
  'folder-is-file': {
    vi: '{folder} là một tệp hoặc nằm dưới một tệp nên không dùng làm thư mục dữ liệu được. Tệp đó giữ nguyên. Chọn thư mục khác.',
    en: '{folder} is a file, or lies below one, and cannot be the data folder. That file was left as it is. Choose another folder.',
  },
  'folder-not-allowed': {
    vi: 'Tài khoản này không có quyền ghi vào thư mục dữ liệu {folder}. Dữ liệu có sẵn ở đó vẫn nguyên. Xin quyền ghi, hoặc chọn thư mục khác.',
    en: 'This account may not write to the data folder {folder}. What is there is untouched. Ask for the right to write, or choose another folder.',
  },
  'folder-read-only': {
    vi: 'Ổ đĩa chứa thư mục dữ liệu {folder} chỉ cho đọc. Dữ liệu có sẵn ở đó vẫn nguyên. Mở khóa ghi của ổ, hoặc chọn thư mục khác.',
    en: 'The disk with the data folder {folder} is read-only. What is there is untouched. Make it writable, or choose another folder.',
  },
  'snapshot-bad': {
    vi: 'Bản sao lưu này không đạt kiểm tra nên không dùng được. Sổ đang dùng giữ nguyên. Chọn bản sao lưu khác.',
    en: 'This backup failed its check and cannot be used. The present store is as it was. Choose another one.',
  },
  'snapshot-foreign': {
    vi: 'Bản sao lưu này của một sổ khác từng nằm trong thư mục này, khóa của sổ đang dùng không mở được. Sổ đang dùng giữ nguyên. Chọn bản có ngày sau khi lập sổ đang dùng.',
    en: 'This backup is of another store that was once in this folder; the present store’s key does not open it. The present store is as it was. Choose one made after the present store was set up.',
  },
  'snapshot-missing': {
    vi: 'Không tìm thấy bản sao lưu. Sổ đang dùng giữ nguyên. Chọn bản khác trong danh sách.',
    en: 'The backup was not found. The present store is as it was. Choose another one.',
  },
  'store-damaged': {
    vi: 'Tệp dữ liệu bị hỏng, có thể do mất điện hoặc đĩa lỗi. Các bản sao lưu vẫn còn. Chọn bản sao lưu tốt gần nhất ở màn hình mở sổ.',
    en: 'The data file is damaged, perhaps by a power cut or the disk. The backups are still there. Choose the last good one on the start screen.',
  },
  'store-exists': {
    vi: 'Thư mục này đã có một sổ. Sổ cũ không bị ghi đè. Mở sổ đó, hoặc chọn thư mục khác.',
    en: 'There is already a store in this folder. It was not overwritten. Open it, or choose another folder.',
  },
  'store-foreign': {
    vi: 'Tệp dữ liệu không phải do bản phát hành này tạo ra. Tệp được giữ nguyên. Cài lại phần mềm từ bộ cài chính thức, hoặc chọn đúng thư mục.',
    en: 'The data file was not made by this release. It was left as it is. Install the official release again, or choose the right folder.',
  },
  'store-in-use': {
    vi: 'Sổ đang được mở bởi một chương trình khác trên {host} (tiến trình {pid}). Dữ liệu vẫn an toàn. Đóng cửa sổ kia rồi thử lại.',
    en: 'The store is open in another program on {host} (process {pid}). Your data is safe. Close it and try again.',
  },
  'store-missing': {
    vi: 'Chưa có sổ trong thư mục này. Không có gì bị mất ở đây. Lập sổ mới, hoặc chọn đúng thư mục đã dùng.',
    en: 'There is no store in this folder yet. Nothing is lost here. Set one up, or choose the folder that was used.',
  },
  'store-newer': {
    vi: 'Sổ này do phiên bản mới hơn ghi (bản {version}). Dữ liệu vẫn an toàn và không bị sửa. Cập nhật phần mềm rồi mở lại.',
    en: 'This store was written by a newer version ({version}). Your data is safe and untouched. Update the app and open it again.',
  },
  'write-bad-medium': {
    vi: 'USB hoặc đĩa không giữ đúng những gì vừa ghi. Dữ liệu trong sổ vẫn an toàn. Dùng USB khác rồi xuất lại.',
    en: 'The stick or disk did not keep what was written. Your data is safe. Use another stick and export again.',
  },
  'write-disk-full': {
    vi: 'Không đủ chỗ để ghi tệp. Dữ liệu trong sổ vẫn an toàn. Chọn nơi khác hoặc xóa bớt tệp rồi xuất lại.',
    en: 'There is no room for the file. Your data is safe. Choose another place or free some space, then export again.',
  },
  'write-failed': {
    vi: 'Không ghi được tệp (USB có thể đã bị rút). Dữ liệu trong sổ vẫn an toàn. Cắm lại hoặc chọn nơi khác rồi xuất lại.',
    en: 'The file could not be written (the stick may be out). Your data is safe. Plug it in again or choose another place.',
  },
  'write-not-allowed': {
    vi: 'Không có quyền ghi vào nơi này, hoặc tệp đang mở bằng Excel. Dữ liệu trong sổ vẫn an toàn. Đóng tệp hoặc chọn thư mục khác.',
    en: 'Writing there is not allowed, or the file is open in Excel. Your data is safe. Close it or choose another folder.',
  },
} as const satisfies Record<string, Label>
