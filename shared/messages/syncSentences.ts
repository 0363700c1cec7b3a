// What syncing is doing, why it stopped, and where a machine's enrolment stands.
import type { Label } from '../registers/define.ts'

export const syncSentences = {
  'enrol-new': {
    vi: 'Máy này chưa đăng ký với tỉnh. Dữ liệu vẫn an toàn trong sổ. Bấm Đồng bộ để gửi yêu cầu đăng ký.',
    en: 'This machine is not enrolled with the province. Your data is safe in the store. Press Sync to ask.',
  },
  'enrol-pending': {
    vi: 'Đã gửi yêu cầu đăng ký máy; tỉnh chưa duyệt. Dữ liệu vẫn an toàn trong sổ. Gọi tỉnh và đọc mã đăng ký qua điện thoại.',
    en: 'The enrolment was sent and awaits the province. Your data is safe in the store. Call the province and read out the enrolment code.',
  },
  'enrol-approved': {
    vi: 'Máy đã được tỉnh chấp nhận. Dữ liệu vẫn an toàn. Bấm Đồng bộ để gửi.',
    en: 'The province has accepted this machine. Your data is safe. Press Sync to send.',
  },
  'enrol-refused': {
    vi: 'Tỉnh không chấp nhận đăng ký máy này. Dữ liệu vẫn an toàn trong sổ. Gọi tỉnh để biết lý do và xin gói thiết lập mới, rồi nạp ở phần Thiết lập.',
    en: 'The province refused this machine. Your data is safe in the store. Call the province for the reason and a new office pack, then load it in Settings.',
  },
  http: {
    vi: 'Máy chủ của tỉnh trả lời lỗi (mã {status}). Dữ liệu vẫn an toàn và sẽ được gửi lại. Thử lại sau; nếu kéo dài, báo tỉnh.',
    en: 'The province’s server answered with an error ({status}). Your data is safe and will be sent again. Try later; if it lasts, tell the province.',
  },
  'line-cut': {
    vi: 'Đường truyền bị ngắt giữa chừng. Không có gì mất; phần đã nhận được giữ lại. Phần mềm tự thử lại, hoặc bấm Đồng bộ.',
    en: 'The line broke midway. Nothing is lost; what arrived is kept. The app tries again by itself, or press Sync.',
  },
  'no-line': {
    vi: 'Không có mạng tới tỉnh. Dữ liệu vẫn an toàn và chờ gửi. Cứ làm tiếp; khi có mạng bấm Đồng bộ, hoặc chép tệp mang đi.',
    en: 'There is no line to the province. Your data is safe and waits to be sent. Go on working; press Sync when the line is up, or carry a file.',
  },
  'sync-asking': {
    vi: 'Đang hỏi tỉnh còn thiếu gì. Dữ liệu vẫn an toàn. Có thể làm tiếp việc khác.',
    en: 'Asking the province what it lacks. Your data is safe. You can go on working.',
  },
  'sync-done': {
    vi: 'Đã đồng bộ xong: tỉnh đã xác nhận mọi gói. Dữ liệu vẫn an toàn. Không cần làm gì thêm.',
    en: 'Synced: the province has confirmed every package. Your data is safe. Nothing more to do.',
  },
  'sync-idle': {
    vi: 'Chưa đồng bộ lần nào trong phiên này. Dữ liệu vẫn an toàn. Bấm Đồng bộ khi có mạng.',
    en: 'Not synced in this session yet. Your data is safe. Press Sync when the line is up.',
  },
  'sync-no-pack': {
    vi: 'Cơ quan chưa có gói thiết lập của tỉnh nên chưa gửi được. Dữ liệu vẫn an toàn trong sổ. Xin tỉnh gói thiết lập rồi nạp ở phần Thiết lập.',
    en: 'The office has no pack from the province, so nothing can be sent yet. Your data is safe in the store. Ask the province for it and load it in Settings.',
  },
  'sync-receiving': {
    vi: 'Đang nhận trả lời của tỉnh. Dữ liệu vẫn an toàn. Có thể làm tiếp việc khác.',
    en: 'Receiving the province’s reply. Your data is safe. You can go on working.',
  },
  'sync-sending': {
    vi: 'Đang gửi gói dữ liệu cho tỉnh. Dữ liệu vẫn an toàn; nếu mất mạng sẽ gửi tiếp. Có thể làm tiếp việc khác.',
    en: 'Sending packages to the province. Your data is safe; a lost line only delays it. You can go on working.',
  },
  'sync-waiting': {
    vi: 'Đang chờ để thử gửi lại. Dữ liệu vẫn an toàn và chờ gửi. Bấm Đồng bộ nếu muốn thử ngay.',
    en: 'Waiting to try again. Your data is safe and waits to be sent. Press Sync to try now.',
  },
} as const satisfies Record<string, Label>
