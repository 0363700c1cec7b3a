// Why the province did not take a change in: the reasons of server/intake, as the officer reads them. What was refused or
// held is still in the office's own store.
import type { Label } from '../registers/define.ts'

export const outcomeSentences = {
  'outcome-bad-shape': {
    vi: 'Tỉnh không nhận thay đổi này vì khuôn dạng sai. Bản ghi ở máy bạn vẫn còn. Sửa lại bản ghi rồi gửi lại; nếu vẫn vậy, báo cho tỉnh.',
    en: 'The province refused this change as malformed. Your record is still here. Edit it and send again; if it persists, tell the province.',
  },
  'outcome-bad-value': {
    vi: 'Tỉnh không nhận vì có giá trị sai kiểu hoặc quá dài. Bản ghi ở máy bạn vẫn còn. Sửa giá trị rồi gửi lại.',
    en: 'The province refused a value of the wrong kind or length. Your record is still here. Mend the value and send again.',
  },
  'outcome-content-mismatch': {
    vi: 'Danh sách tỉnh dựng lại không khớp mã nội dung đã chốt nên được giữ riêng, chưa ai xem. Dữ liệu ở máy bạn vẫn còn. Gửi lại danh sách; nếu vẫn vậy, báo cho tỉnh.',
    en: 'The list rebuilt at the province does not match its frozen code, so it is held apart. Your data is still here. Send the list again; if it persists, tell the province.',
  },
  'outcome-not-yours': {
    vi: 'Tỉnh không nhận vì nội dung này do tỉnh lập. Không có gì mất. Nếu cần sửa, báo cho tỉnh.',
    en: 'The province refused it because this is the province’s own. Nothing is lost. Tell the province if it must change.',
  },
  'outcome-province-field': {
    vi: 'Tỉnh không nhận vì trường này do tỉnh ghi. Các trường khác của bản ghi vẫn còn ở máy bạn. Sửa bản ghi rồi gửi lại.',
    en: 'The province refused it because it writes this field itself. Your other fields are still here. Edit the record and send again.',
  },
  'outcome-unknown-record': {
    vi: 'Tỉnh chưa có bản ghi mà thay đổi này dựa vào nên giữ lại chờ. Dữ liệu vẫn an toàn. Bấm Gửi và nhận lần nữa; nếu vẫn vậy, báo cho tỉnh.',
    en: 'The province lacks the record that this change builds on and keeps it waiting. Your data is safe. Send and receive again; if it persists, tell the province.',
  },
  'outcome-unknown-register': {
    vi: 'Máy chủ của tỉnh chưa có sổ này nên giữ lại, chờ tỉnh cập nhật. Dữ liệu vẫn an toàn. Không phải làm gì thêm.',
    en: 'The province’s server does not know this register yet and keeps it until it is updated. Your data is safe. There is nothing to do.',
  },
  'outcome-wrong-register': {
    vi: 'Tỉnh không nhận vì bản ghi này thuộc sổ khác. Bản ghi ở máy bạn vẫn còn. Báo cho tỉnh.',
    en: 'The province refused it because the record belongs to another register. Your record is still here. Tell the province.',
  },
} as const satisfies Record<string, Label>
