// What the provincial server and its console say: why it does not start, why an act was not done.
import type { Label } from '../registers/define.ts'

export const provinceSentences = {
  'already-decided': {
    vi: 'Việc này đã được quyết định trước đó. Không có gì bị thay đổi. Tải lại trang để xem tình trạng mới.',
    en: 'This was decided before. Nothing was changed. Reload the page to see how it stands.',
  },
  'bad-option': {
    vi: 'Tùy chọn “{option}” không dùng được. Chưa có gì được khởi động. Chạy lại với --help để xem các tùy chọn.',
    en: 'The option “{option}” cannot be used. Nothing was started. Run again with --help to see the options.',
  },
  'data-dir-denied': {
    vi: 'Không ghi được vào thư mục {dir}. Chưa có gì được khởi động. Chọn thư mục khác bằng --data hoặc cấp quyền ghi.',
    en: 'The folder {dir} cannot be written to. Nothing was started. Choose another with --data or allow writing.',
  },
  'data-dir-in-use': {
    vi: 'Một máy chủ khác (tiến trình {pid}) đang dùng thư mục dữ liệu này. Dữ liệu vẫn an toàn. Dừng tiến trình đó, hoặc chọn thư mục khác bằng --data.',
    en: 'Another server (process {pid}) is using this data folder. The data is safe. Stop that process, or choose another folder with --data.',
  },
  'edited-migration': {
    vi: 'Cơ sở dữ liệu của tỉnh được tạo bởi một bản phần mềm đã bị sửa ({name}). Không có gì bị thay đổi. Hãy dùng đúng bản phát hành đã tạo ra nó.',
    en: 'The province’s database was made by an altered release ({name}). Nothing was changed. Use the release that made it.',
  },
  'handin-superseded': {
    vi: 'Cơ quan đã gửi lại danh sách này. Chưa có gì bị thay đổi. Hãy xem và quyết định trên lần gửi mới nhất.',
    en: 'The office has handed this list in again. Nothing was changed. Decide on the latest one.',
  },
  'key-file-missing': {
    vi: 'Thiếu tệp khóa của tỉnh nên không thể niêm phong phản hồi. Dữ liệu đã nhận vẫn an toàn. Đặt lại tệp province.key từ bản sao lưu, hoặc chỉ ra bằng --key-file.',
    en: 'The province’s key file is missing, so replies cannot be sealed. What was received is safe. Put province.key back from its backup, or name it with --key-file.',
  },
  'key-file-wrong': {
    vi: 'Tệp khóa không phải của tỉnh này. Dữ liệu đã nhận vẫn an toàn. Dùng đúng tệp province.key đi cùng cơ sở dữ liệu.',
    en: 'The key file is not this province’s. What was received is safe. Use the province.key that belongs to this database.',
  },
  'last-admin': {
    vi: 'Đây là quản trị viên cuối cùng nên không thể khóa. Không có gì bị thay đổi. Hãy tạo quản trị viên khác trước.',
    en: 'This is the last administrator and cannot be disabled. Nothing was changed. Create another administrator first.',
  },
  'login-taken': {
    vi: 'Tên đăng nhập này đã có người dùng. Chưa có gì được tạo. Chọn tên khác.',
    en: 'This sign-in name is taken. Nothing was created. Choose another.',
  },
  'misheard-code': {
    vi: 'Mã vừa nhập không phải mã hợp lệ: có thể nghe hoặc gõ nhầm một ký tự. Máy vẫn đang chờ duyệt. Đề nghị cán bộ đọc lại mã.',
    en: 'That is not a valid code: a character was misheard or mistyped. The device still waits. Ask the officer to read it again.',
  },
  'must-change-password': {
    vi: 'Mật khẩu dùng một lần phải được đổi trước khi làm việc. Nhập mật khẩu mới của riêng bạn.',
    en: 'A one-time password must be changed before work begins. Enter a password of your own.',
  },
  'newer-database': {
    vi: 'Cơ sở dữ liệu của tỉnh thuộc bản phần mềm mới hơn ({name}). Dữ liệu vẫn an toàn, không có gì bị thay đổi. Hãy cập nhật máy chủ.',
    en: 'The province’s database belongs to a newer release ({name}). The data is safe and unchanged. Please update the server.',
  },
  'no-database': {
    vi: 'Không kết nối được PostgreSQL theo DATABASE_URL. Dữ liệu vẫn an toàn. Kiểm tra địa chỉ, tên đăng nhập, mật khẩu và máy chủ đó có đang chạy không.',
    en: 'PostgreSQL at DATABASE_URL cannot be reached. The data is safe. Check address, user, password and whether it is running.',
  },
  'no-such-account': {
    vi: 'Không tìm thấy tài khoản này. Không có gì bị thay đổi. Tải lại trang.',
    en: 'There is no such account. Nothing was changed. Reload the page.',
  },
  'no-such-device': {
    vi: 'Không tìm thấy máy này. Không có gì bị thay đổi. Tải lại trang.',
    en: 'There is no such device. Nothing was changed. Reload the page.',
  },
  'no-such-field': {
    vi: 'Sổ này không có mục đó. Góp ý chưa được ghi. Tải lại trang rồi thử lại.',
    en: 'This register has no such field. The remark was not made. Reload the page and try again.',
  },
  'no-such-handin': {
    vi: 'Không tìm thấy lần nộp này. Không có gì bị thay đổi. Tải lại trang.',
    en: 'There is no such hand-in. Nothing was changed. Reload the page.',
  },
  'no-such-message': {
    vi: 'Không tìm thấy gói đang giữ này, hoặc đã có người xử lý. Tải lại trang.',
    en: 'This held message is not there, or somebody has settled it. Reload the page.',
  },
  'no-such-office': {
    vi: 'Không tìm thấy cơ quan này. Không có gì bị thay đổi. Tải lại trang.',
    en: 'There is no such office. Nothing was changed. Reload the page.',
  },
  'no-such-record': {
    vi: 'Bản ghi này không có trong lần nộp. Không có gì bị thay đổi. Tải lại trang.',
    en: 'This record is not in the hand-in. Nothing was changed. Reload the page.',
  },
  'not-allowed': {
    vi: 'Tài khoản của bạn không có quyền làm việc này. Không có gì bị thay đổi. Liên hệ quản trị viên của tỉnh.',
    en: 'Your account may not do this. Nothing was changed. Ask the province’s administrator.',
  },
  'not-signed-in': {
    vi: 'Phiên làm việc đã kết thúc. Những gì đã lưu vẫn an toàn. Đăng nhập lại để tiếp tục.',
    en: 'Your session has ended. What was saved is safe. Sign in again to go on.',
  },
  'nothing-to-give': {
    vi: 'Chưa có phản hồi nào mới cho máy này. Không cần chép tệp.',
    en: 'There is no new reply for this device. No file is needed.',
  },
  'office-exists': {
    vi: 'Mã cơ quan này đã có. Chưa có gì được tạo. Kiểm tra lại mã.',
    en: 'An office with this id exists. Nothing was created. Check the id.',
  },
  'upload-too-large': {
    vi: 'Tệp lớn hơn {mb} MB nên không được nhận. Không có gì bị thay đổi. Chia tệp ra, hoặc bỏ hình ảnh trong tệp, rồi chọn lại.',
    en: 'The file is over {mb} MB and was not taken. Nothing was changed. Split it, or take the pictures out, and choose it again.',
  },
  'entry-changed': {
    vi: 'Danh sách của cơ quan này đã khác lúc xem trước. Chưa có gì được nhập. Bấm “Xem trước” lại rồi nhập.',
    en: 'The list of this office is no longer as previewed. Nothing was entered. Preview again, then enter.',
  },
  'entry-weak': {
    vi: 'Chưa chắc cột nào là “{field}” nên không nhập. Chưa có gì bị thay đổi. Kiểm tra sổ, trang tính đã chọn và chọn cột cho “{field}”.',
    en: 'It is not clear which column is “{field}”, so nothing was entered. Nothing was changed. Check register and sheet, and choose the column for “{field}”.',
  },
  'entry-nothing': {
    vi: 'Không có dòng nào nhập được. Chưa có gì bị thay đổi. Xem các ô cần sửa, sửa trong tệp rồi chọn lại.',
    en: 'No row can be entered. Nothing was changed. See the cells to mend, mend the file and choose it again.',
  },
  'entry-not-last': {
    vi: 'Chỉ hoàn tác được lần nhập hộ cuối cùng của sổ này. Không có gì bị thay đổi. Hoàn tác lần sau trước.',
    en: 'Only the last entry of this register can be undone. Nothing was changed. Undo the later one first.',
  },
  'entry-reviewed': {
    vi: 'Danh sách này đã có quyết định hoặc góp ý nên không hoàn tác. Không có gì bị thay đổi. Nhập lại tệp đúng thay cho hoàn tác.',
    en: 'This list was decided or remarked on, so it is not undone. Nothing was changed. Enter the right file instead.',
  },
  'not-entered': {
    vi: 'Danh sách này do cơ quan tự gửi, không phải nhập hộ. Không có gì bị thay đổi.',
    en: 'The office sent this list itself; it was not entered for it. Nothing was changed.',
  },
  'catalogue-no-columns': {
    vi: 'Không thấy cột mã và cột tên trong tệp. Danh mục chưa có gì thay đổi. Đặt tiêu đề các cột: Mã, Tên, Chủ quản, Sổ (code, name, owner, register).',
    en: 'No columns of codes and names in the file. The list was not changed. Head the columns: code, name, owner, register.',
  },
  'office-has-app': {
    vi: 'Cơ quan này đang dùng phần mềm nên không nhập hộ. Không có gì bị thay đổi. Đề nghị cơ quan gửi từ phần mềm.',
    en: 'This office uses the app, so nothing is entered for it. Nothing was changed. Ask it to send from the app.',
  },
  'other-site': {
    vi: 'Yêu cầu không đến từ trang của máy chủ tỉnh nên bị từ chối. Không có gì bị thay đổi. Mở lại đúng địa chỉ của máy chủ.',
    en: 'The request did not come from the province’s own page and was refused. Nothing was changed. Open the server’s own address.',
  },
  'pack-used': {
    vi: 'Gói thiết lập này đã dùng cho một máy khác. Máy này chưa được duyệt. Cấp gói mới cho cơ quan.',
    en: 'This office pack was used for another device. This one was not approved. Issue a new pack.',
  },
  'port-denied': {
    vi: 'Không được phép dùng cổng {port}. Chưa có gì được khởi động. Chọn cổng từ 1024 trở lên bằng --port.',
    en: 'Port {port} may not be used. Nothing was started. Choose one from 1024 up with --port.',
  },
  'port-taken': {
    vi: 'Cổng {port} đang được chương trình khác dùng. Dữ liệu vẫn an toàn. Chọn cổng khác bằng --port.',
    en: 'Port {port} is taken by another program. The data is safe. Choose another with --port.',
  },
  'postgres-failed': {
    vi: 'PostgreSQL đi kèm không khởi động được. Dữ liệu đã nhận vẫn nguyên trên đĩa. Xem chi tiết bên dưới; nếu máy có PostgreSQL riêng, dùng DATABASE_URL.',
    en: 'The PostgreSQL brought along did not start. What was received is on the disk. See the details below; with a PostgreSQL of your own, use DATABASE_URL.',
  },
  'postgres-missing': {
    vi: 'Không có PostgreSQL đi kèm cho loại máy này. Chưa có gì được khởi động. Cài lại bằng npm ci, hoặc chỉ ra PostgreSQL của tỉnh bằng DATABASE_URL.',
    en: 'No PostgreSQL came along for this kind of machine. Nothing was started. Run npm ci again, or name the province’s own with DATABASE_URL.',
  },
  'no-such-round': {
    vi: 'Không tìm thấy đợt báo cáo này. Không có gì bị thay đổi. Tải lại trang.',
    en: 'There is no such round. Nothing was changed. Reload the page.',
  },
  'nil-has-records': {
    vi: 'Danh sách đã nhập của cơ quan này đang có bản ghi nên không thể ghi “Không phát sinh”. Không có gì bị thay đổi. Nhập lại tệp Excel của cơ quan.',
    en: 'The list entered for this office holds records, so it is not “nothing to report”. Nothing was changed. Enter the office’s Excel file instead.',
  },
  'nobody-to-remind': {
    vi: 'Không còn cơ quan nào phải đôn đốc trong lựa chọn này. Chưa có văn bản nào được lập.',
    en: 'Nobody of this choice is left to remind. No letter was written.',
  },
  'no-rules': {
    vi: 'Tỉnh chưa lưu quy định nào nên chưa có gói để tải. Lưu quy định trước.',
    en: 'The province has saved no rules, so there is no pack to give. Save them first.',
  },
  'rules-changed': {
    vi: 'Người khác vừa lưu quy định mới. Những gì bạn sửa chưa được lưu. Tải lại trang rồi sửa tiếp.',
    en: 'Somebody else has just saved new rules. Your edits were not saved. Reload the page and go on.',
  },
  'round-closed': {
    vi: 'Đợt báo cáo này đã đóng. Không có gì bị thay đổi. Mở lại đợt rồi sửa hoặc gia hạn.',
    en: 'This round is closed. Nothing was changed. Open it again, then edit or extend it.',
  },
  'round-exists': {
    vi: 'Đang có một đợt cùng tên, cùng kỳ chưa đóng. Chưa có gì được gửi tới cơ quan. Sửa đợt đó, hoặc đặt tên khác.',
    en: 'An open round of this name and period exists. Nothing was sent to any office. Edit that one, or choose another name.',
  },
  'round-items': {
    vi: 'Đợt có sổ hoặc cột mà phần mềm không biết, hoặc một sổ bị chọn hai lần. Chưa có gì được gửi tới cơ quan. Chọn lại các sổ.',
    en: 'The round names a register or column that is not known, or one register twice. Nothing was sent to any office. Choose the registers again.',
  },
  'round-no-offices': {
    vi: 'Không có cơ quan nào khớp với lựa chọn. Không có gì bị thay đổi. Chọn lại cơ quan, hoặc thêm cơ quan trước.',
    en: 'No office fits the choice. Nothing was changed. Choose offices again, or add them first.',
  },
  'server-gone': {
    vi: 'Không liên lạc được máy chủ của tỉnh. Những gì đã lưu vẫn an toàn. Kiểm tra đường truyền rồi thử lại.',
    en: 'The province’s server does not answer. What was saved is safe. Check the line and try again.',
  },
  'too-many-tries': {
    vi: 'Đăng nhập sai quá nhiều lần. Tài khoản vẫn an toàn. Thử lại sau {waitSeconds} giây.',
    en: 'Too many wrong sign-ins. The account is safe. Try again in {waitSeconds} seconds.',
  },
  'weak-password': {
    vi: 'Mật khẩu mới phải có ít nhất 10 ký tự, khác mật khẩu cũ và không chứa tên đăng nhập. Mật khẩu chưa được đổi.',
    en: 'The new password needs at least 10 characters, must differ from the old one and not hold the sign-in name. It was not changed.',
  },
  'wrong-device-code': {
    vi: 'Mã này không phải của máy đang chờ. Máy chưa được duyệt. Đề nghị cán bộ đọc lại mã trên màn hình; nếu vẫn khác, hãy từ chối.',
    en: 'This is not the waiting device’s code. It was not approved. Ask the officer to read the code again; refuse it when it still differs.',
  },
  'wrong-password': {
    vi: 'Mật khẩu hiện tại không đúng. Mật khẩu chưa được đổi.',
    en: 'The current password is wrong. It was not changed.',
  },
  'wrong-sign-in': {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa. Kiểm tra lại; quên mật khẩu thì liên hệ quản trị viên.',
    en: 'The name or password is wrong, or the account is disabled. Check them; ask the administrator when you forgot.',
  },
} as const satisfies Record<string, Label>
