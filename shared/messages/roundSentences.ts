// What rounds and submissions refuse.
import type { Label } from '../registers/define.ts'

export const roundSentences = {
  'already-sent': {
    vi: 'Báo cáo này đã gửi nên không sửa được nữa. Dữ liệu vẫn an toàn. Nếu cần sửa, khóa để ký một lần nộp mới thay cho lần này.',
    en: 'This report was sent and can no longer be changed. Your data is safe. To correct it, lock a new one in its place.',
  },
  'approval-not-allowed': {
    vi: 'Tỉnh chưa cho phép duyệt trong phần mềm. Không có gì thay đổi. Trình ký bản giấy, rồi ghi số và ngày của văn bản.',
    en: 'The province does not allow approval in the app. Nothing was changed. Have the paper signed, then record its number and date.',
  },
  'approve-own': {
    vi: 'Người đã khóa báo cáo không tự duyệt được. Không có gì thay đổi. Nhờ lãnh đạo duyệt bằng mã PIN của chính mình.',
    en: 'Whoever locked a report cannot approve it. Nothing was changed. Ask the leader to approve with their own PIN.',
  },
  'changed-since-locked': {
    vi: 'Dữ liệu đã sửa sau khi khóa và in. Dữ liệu vẫn an toàn, chưa có gì được gửi. Khóa lại và in lại để ký, hoặc hoàn tác phần vừa sửa.',
    en: 'The data was edited after it was locked and printed. It is safe, and nothing was sent. Lock and print again for signature, or undo the edit.',
  },
  'nil-not-allowed': {
    vi: 'Đợt này không nhận trả lời “Không phát sinh” cho “{list}”. Không có gì thay đổi. Nhập danh sách, hoặc hỏi lại tỉnh.',
    en: 'This round takes no “nothing to report” for “{list}”. Nothing was changed. Enter the list, or ask the province.',
  },
  'no-plan': {
    vi: 'Kỳ {period} chưa chọn kế hoạch nào có sẵn trong phần mềm. Không có gì thay đổi. Chọn kế hoạch cho kỳ này, hoặc nhập nhiệm vụ vào sổ.',
    en: 'No plan that the app knows is chosen for {period}. Nothing was changed. Choose one, or enter the tasks by hand.',
  },
  'plan-not-of-period': {
    vi: 'Kế hoạch này không có hiệu lực trong kỳ {period}. Không có gì thay đổi. Chọn kế hoạch khác, hoặc để trống.',
    en: 'That plan does not count in {period}. Nothing was changed. Choose another, or none.',
  },
  'profile-not-of-period': {
    vi: 'Bộ căn cứ này không còn hoặc chưa có hiệu lực vào ngày cuối kỳ {period}. Không có gì thay đổi. Chọn bộ căn cứ của kỳ.',
    en: 'That profile is not in force on the last day of {period}. Nothing was changed. Choose the one of the period.',
  },
  'no-scan': {
    vi: 'Máy này chưa có bản quét của báo cáo. Dữ liệu vẫn an toàn. Đính kèm tệp quét khi ghi số văn bản, hoặc mở trên máy đã đính kèm.',
    en: 'This machine has no scan of the report. Your data is safe. Attach it with the document’s number, or open it where it was attached.',
  },
  'not-signed': {
    vi: 'Báo cáo chưa ký nên chưa gửi. Dữ liệu vẫn an toàn, bản khóa giữ nguyên. Ghi số, ngày và người ký của văn bản, rồi gửi.',
    en: 'The report is not signed, so it was not sent. Your data and the lock are as they were. Record the number, date and signer, then send.',
  },
  'period-open': {
    vi: 'Kỳ {period} đã có trong sổ “{list}”. Không có gì thay đổi. Mở bản ghi của kỳ này để sửa tiếp.',
    en: 'The period {period} is in “{list}” already. Nothing was changed. Open its record and go on.',
  },
  'round-gone': {
    vi: 'Đợt báo cáo này không còn, có thể tỉnh đã rút. Dữ liệu vẫn an toàn. Xem lại danh sách các đợt.',
    en: 'This round is no longer there; the province may have taken it back. Your data is safe. Look at the list of rounds again.',
  },
  'round-list-empty': {
    vi: '“{list}” chưa có bản ghi nào và chưa trả lời “Không phát sinh”. Không có gì thay đổi. Nhập danh sách, hoặc trả lời “Không phát sinh”, rồi khóa lại.',
    en: '“{list}” has no record and no answer “nothing to report”. Nothing was changed. Enter the list or give that answer, then lock.',
  },
  'scan-too-large': {
    vi: 'Tệp quét lớn hơn {mb} MB nên chưa lưu. Không có gì thay đổi. Quét lại ở độ phân giải thấp hơn (150–200 dpi, đen trắng).',
    en: 'The scan is larger than {mb} MB and was not kept. Nothing was changed. Scan again at a lower resolution (150–200 dpi, black and white).',
  },
  'second-person-needed': {
    vi: 'Tỉnh yêu cầu người gửi khác người khóa báo cáo. Chưa có gì được gửi, bản khóa giữ nguyên. Nhờ người khác gửi, hoặc ghi lý do không qua người thứ hai.',
    en: 'The province wants another person to send than the one who locked. Nothing was sent, the lock stays. Ask a colleague, or write down why no second person checked.',
  },
} as const satisfies Record<string, Label>
