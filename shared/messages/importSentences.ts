// What stops a workbook from being read, and that nothing was changed by it.
import type { Label } from '../registers/define.ts'

export const importSentences = {
  'import-not-found': {
    vi: 'Không mở được tệp “{name}”. Sổ chưa có gì thay đổi. Kiểm tra tệp còn ở đó và không bị khóa, rồi chọn lại.',
    en: 'The file “{name}” could not be opened. Nothing in your registers was changed. Check that it is still there and not locked, then choose it again.',
  },
  'import-unsure': {
    vi: 'Chưa nhập gì: có cột chỉ đoán được, chưa chắc đúng trường: {columns}. Sổ chưa có gì thay đổi. Xem trước bằng --dry-run; nếu đúng, chạy lại với --yes; nếu sai, nhập trong ứng dụng để chọn lại cột.',
    en: 'Nothing was imported: some columns are only guesses: {columns}. Nothing in your registers was changed. Look with --dry-run; if right, run again with --yes; if not, import in the app and choose the columns.',
  },
  'blank-not-xlsx': {
    vi: 'Chỉ điền được vào biểu mẫu .xlsx. Sổ chưa có gì thay đổi. Mở biểu mẫu bằng Excel, lưu thành .xlsx rồi chọn lại.',
    en: 'Only an .xlsx form can be filled. Nothing in your registers was changed. Open it in Excel, save it as .xlsx and choose it again.',
  },
  'import-too-large': {
    vi: 'Tệp nặng {mb} MB, quá giới hạn {limit} MB. Sổ chưa có gì thay đổi. Xóa hình ảnh và trang tính thừa, hoặc chia tệp làm nhiều phần.',
    en: 'The file is {mb} MB; the limit is {limit} MB. Nothing in your registers was changed. Remove pictures and unused sheets, or split the file.',
  },
  'import-empty': {
    vi: 'Tệp không có dữ liệu nào. Sổ chưa có gì thay đổi. Mở tệp bằng Excel để kiểm tra, lưu lại rồi chọn lại.',
    en: 'The file holds no data. Nothing in your registers was changed. Open it in Excel, save it again and choose it again.',
  },
  'import-encrypted': {
    vi: 'Tệp được đặt mật khẩu nên phần mềm không đọc được. Sổ chưa có gì thay đổi. Mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu lại rồi chọn lại.',
    en: 'The file is protected by a password and cannot be read. Nothing in your registers was changed. Open it in Excel, remove the password, save it and choose it again.',
  },
  'import-truncated': {
    vi: 'Tệp bị cắt cụt, có lẽ do sao chép hoặc tải về chưa xong. Sổ chưa có gì thay đổi. Chép lại tệp từ nơi gửi rồi chọn lại.',
    en: 'The file is cut short, probably an unfinished copy or download. Nothing in your registers was changed. Copy it again from its source and choose it again.',
  },
  'import-damaged': {
    vi: 'Tệp bị hỏng nên không đọc an toàn được. Sổ chưa có gì thay đổi. Mở bằng Excel, lưu thành tệp .xlsx mới rồi chọn lại; nếu Excel cũng không mở được, xin lại tệp.',
    en: 'The file is damaged and cannot be read safely. Nothing in your registers was changed. Open it in Excel, save it as a new .xlsx and choose that; if Excel cannot open it either, ask for it again.',
  },
  'import-bomb': {
    vi: 'Tệp có cấu tạo bất thường: giải nén ra lớn hơn nhiều so với mức an toàn, nên đã bị từ chối. Sổ chưa có gì thay đổi. Không mở tệp này; hỏi lại người gửi.',
    en: 'The file is built abnormally: it would unpack far beyond what is safe, so it was refused. Nothing in your registers was changed. Do not open it; ask the sender.',
  },
  'import-too-many-parts': {
    vi: 'Tệp chứa {parts} phần bên trong, quá giới hạn an toàn. Sổ chưa có gì thay đổi. Xóa hình ảnh và trang tính thừa, lưu lại rồi chọn lại.',
    en: 'The file holds {parts} inner parts, beyond the safe limit. Nothing in your registers was changed. Remove pictures and unused sheets, save it and choose it again.',
  },
  'import-too-many-cells': {
    vi: 'Tệp có quá nhiều ô, cột hoặc trang tính để đọc an toàn trên máy này. Sổ chưa có gì thay đổi. Chia tệp làm nhiều phần rồi nhập từng phần.',
    en: 'The file has too many cells, columns or sheets to be read safely on this PC. Nothing in your registers was changed. Split it and import the parts one by one.',
  },
  'import-not-a-workbook': {
    vi: 'Tệp này không phải bảng tính, dù tên có thể giống. Sổ chưa có gì thay đổi. Chọn tệp .xlsx, .xls, .ods hoặc .csv.',
    en: 'This file is not a workbook, whatever its name says. Nothing in your registers was changed. Choose an .xlsx, .xls, .ods or .csv file.',
  },
  'import-html': {
    vi: 'Tệp này là trang web được đổi tên thành bảng tính. Sổ chưa có gì thay đổi. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.',
    en: 'This file is a web page renamed as a workbook. Nothing in your registers was changed. Open it in Excel, save it as .xlsx and choose that.',
  },
  'import-unsupported': {
    vi: 'Phần mềm không đọc được kiểu bảng tính này. Sổ chưa có gì thay đổi. Mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chọn lại.',
    en: 'This kind of workbook cannot be read here. Nothing in your registers was changed. Open it in Excel or LibreOffice, save it as .xlsx and choose that.',
  },
  'import-macro-hidden': {
    vi: 'Tệp mang đuôi của bảng tính thường nhưng chứa macro, là dấu hiệu không an toàn, nên đã bị từ chối. Sổ chưa có gì thay đổi. Hỏi lại người gửi, hoặc lưu lại thành .xlsx không có macro.',
    en: 'The file claims to be a plain workbook but carries a macro, a sign of danger, so it was refused. Nothing in your registers was changed. Ask the sender, or save it again as .xlsx without macros.',
  },
  'import-memory': {
    vi: 'Đọc tệp này cần nhiều bộ nhớ hơn mức an toàn nên đã dừng lại. Sổ chưa có gì thay đổi. Chia tệp làm nhiều phần rồi nhập từng phần.',
    en: 'Reading this file needs more memory than is safe, so it was stopped. Nothing in your registers was changed. Split it and import the parts one by one.',
  },
  'import-timeout': {
    vi: 'Đọc tệp này quá lâu nên đã dừng lại. Sổ chưa có gì thay đổi. Đóng bớt chương trình khác rồi thử lại, hoặc chia tệp làm nhiều phần.',
    en: 'Reading this file took too long and was stopped. Nothing in your registers was changed. Close other programs and try again, or split the file.',
  },
  'import-cancelled': {
    vi: 'Đã dừng đọc tệp theo yêu cầu. Sổ chưa có gì thay đổi. Chọn lại tệp khi cần.',
    en: 'Reading the file was stopped as you asked. Nothing in your registers was changed. Choose it again when needed.',
  },
  'import-no-sheet': {
    vi: 'Tệp không có trang tính “{sheet}”. Sổ chưa có gì thay đổi. Chọn một trang tính có trong tệp: {sheets}.',
    en: 'The file has no sheet “{sheet}”. Nothing in your registers was changed. Choose one that is in it: {sheets}.',
  },
  'import-no-header': {
    vi: 'Không tìm thấy dòng tiêu đề của bảng. Sổ chưa có gì thay đổi. Chỉ ra dòng tiêu đề bằng tay, hoặc tải mẫu của phần mềm.',
    en: 'No header row was found. Nothing in your registers was changed. Point to the header row by hand, or use the template.',
  },
} as const satisfies Record<string, Label>
