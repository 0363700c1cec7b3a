// Held against headings of lists that offices really keep, with what a person who knows the register would choose.
import { expect, it } from 'vitest'
import type { FieldId, RegisterId } from '../registers/define.ts'
import { registerOf } from '../registers/registry.ts'
import { proposeColumns } from './proposeColumns.ts'

type ExpectedHeadings = {
  readonly register: RegisterId
  /** Which kind of list the headings stand in. */
  readonly list: string
  readonly headings: readonly (readonly [heading: string, field: FieldId | null])[]
}

const EXPECTED_HEADINGS: readonly ExpectedHeadings[] = [
  {
    register: 'task',
    list: 'phụ lục nhiệm vụ của tỉnh Tuyên Quang',
    headings: [
      ['Số TT', null],
      ['Nội dung thực hiện', 'title'],
      ['Đơn vị chủ trì', 'lead'],
      ['Đơn vị phối hợp', 'support'],
      ['Thời gian thực hiện', 'timeText'],
      ['Ghi chú', 'note'],
    ],
  },
  {
    register: 'task',
    list: 'phụ lục nhiệm vụ của Bộ KH&CN',
    headings: [
      ['STT', null],
      ['Nội dung thực hiện', 'title'],
      ['Cơ quan chủ trì', 'lead'],
      ['Cơ quan phối hợp', 'support'],
      ['Thời gian hoàn thành', 'timeText'],
      ['Sản phẩm dự kiến hoàn thành', 'deliverable'],
    ],
  },
  {
    register: 'task',
    list: 'phụ lục nhiệm vụ của tỉnh Sơn La',
    headings: [
      ['TT', null],
      ['Nhiệm vụ, giải pháp', 'title'],
      ['Cơ quan chủ trì', 'lead'],
      ['Cơ quan phối hợp', 'support'],
      ['Thời gian', 'timeText'],
    ],
  },
  {
    register: 'legal-review',
    list: 'biểu văn bản quy phạm pháp luật của Bộ Công an',
    headings: [
      ['TT', null],
      ['Số, ký hiệu văn bản', 'docNo'],
      ['Ngày, tháng, năm ban hành', 'issuedAt'],
      ['Trích yếu', 'title'],
      ['Tình trạng triển khai', 'status'],
      ['Ghi chú', 'note'],
    ],
  },
  {
    register: 'data-leader',
    list: 'danh sách lãnh đạo phụ trách về dữ liệu',
    headings: [
      ['STT', null],
      ['Đơn vị', 'unit'],
      ['Họ và tên', 'name'],
      ['Chức vụ', 'position'],
      ['Điện thoại', 'phone'],
      ['Email', 'email'],
      ['Ghi chú', 'note'],
    ],
  },
  {
    register: 'data-check-database',
    list: 'kết quả kiểm tra, đánh giá từng cơ sở dữ liệu',
    headings: [
      ['STT', null],
      ['Tên CSDL', 'database'],
      ['Số hạng mục', 'itemCount'],
      ['Tuân thủ tiêu chuẩn, quy chuẩn, quy định', 'compliance'],
      ['Độ chính xác', 'accuracy'],
      ['Độ toàn vẹn', 'integrity'],
      ['Dữ liệu bất thường', 'anomalies'],
      ['Duy trì, vận hành, cập nhật', 'upkeep'],
      ['Chia sẻ dữ liệu', 'sharing'],
      ['Xếp loại', 'grade'],
    ],
  },
  {
    register: 'database',
    list: 'rà soát hiện trạng CSDL, HTTT của một tỉnh',
    headings: [
      ['STT', null],
      ['Tên', 'name'],
      ['Tên miền/URL', null],
      ['Cấp', null],
      ['Đơn vị quản lý', 'dbOwner'],
      ['Đơn vị con', 'operator'],
      ['Năm triển khai', 'sinceYear'],
      ['Hình thức', null],
      ['Tình trạng rà soát', null],
      ['Trạng thái', 'status'],
      ['Khả năng chia sẻ', 'shareReadiness'],
      ['Hình thức chia sẻ', 'sharingForm'],
      ['Tần suất cập nhật', 'updateMechanism'],
      ['Phạm vi dữ liệu', 'scope'],
      ['Danh mục cụ thể', 'content'],
      ['Hiện trạng kết nối', null],
    ],
  },
  {
    register: 'database',
    list: 'thống kê ứng dụng dùng chung',
    headings: [
      ['TT', null],
      ['Tên phần mềm, CSDL', 'name'],
      ['Đơn vị nghiệp vụ quản lý, sử dụng', 'dbOwner'],
      ['Năm triển khai/Năm đưa vào sử dụng', 'sinceYear'],
      ['Ứng dụng công nghệ mới, hiện đại', null],
      ['Phạm vi hoạt động trên hệ thống mạng', 'scope'],
      ['Khả năng tích hợp, kết nối liên thông, chia sẻ, dùng chung', 'shareReadiness'],
      ['Ghi chú', 'note'],
    ],
  },
  {
    register: 'database',
    list: 'dự án và thiết bị: không phải danh mục CSDL',
    headings: [
      ['Tên dự án', null],
      ['Tổng kinh phí (tỷ VNĐ)', null],
      ['Nguồn vốn', null],
      ['Tên thiết bị', null],
      ['SL hiện dùng / Tổng', null],
      ['Hãng sản xuất', null],
      ['Cấu hình', null],
      ['Ứng dụng đang chạy', null],
      ['Hệ điều hành', null],
    ],
  },
  {
    register: 'database',
    list: 'danh mục tự lập của xã',
    headings: [
      ['Số TT', null],
      ['TÊN CƠ SỞ DỮ LIỆU', 'name'],
      ['Mục đích sử dụng của CSDL', 'purpose'],
      ['Phạm vi, nội dung', null],
      ['Cơ chế thu thập, cập nhật', null],
      ['Nguồn dữ liệu (nếu có)', 'dataSource'],
      ['Cơ quan chủ quản CSDL', 'dbOwner'],
      ['Đơn vị vận hành', 'operator'],
      ['Chứa dữ liệu cá nhân (Có/Không)', 'personalData'],
      ['Số lượng bản ghi', 'recordCount'],
      ['Ngày đưa vào khai thác, sử dụng', 'inUseAt'],
      ['Nội dug', 'content'],
      ['Lĩnh vực', 'sector'],
      ['Hình thức lưu trữ', 'storageForm'],
      ['Người lập biểu', null],
      ['Tên bộ dữ liệu', null],
      ['Tên tập dữ liệu', null],
      ['Trang tính', null],
    ],
  },
  {
    register: 'database',
    list: 'bảng biểu khác: không cột nào của sổ',
    headings: [
      ['Dư nợ bàn giao Gốc', null],
      ['Mã số theo biểu thuế nhập khẩu Nhóm', null],
      ['Mã số theo biểu thuế nhập khẩu Phân nhóm', null],
      ['Ký hiệu quy cách, mô tả đặc tính kỹ thuật', null],
      ['Chuyên ngành', null],
      ['Giới tính Nam', null],
      ['Năm sinh Nam', null],
      ['Tên đơn vị', null],
      ['Số LĐ nước ngoài có mặt đầu kỳ báo cáo', null],
      ['Số lao động nước ngoài tăng trong kỳ báo cáo Tổng số', null],
      ['Số lao động nước ngoài tăng trong kỳ báo cáo Tr.đó nữ', null],
      ['Số người đang làm thủ tục cấp GPLĐ', null],
      ['Thời hạn giao kết HĐLĐ Dưới 1 năm', null],
      ['Cấp giấy phép Không thuộc diện cấp GPLĐ', null],
      ['Lý do giảm Chấm dứt HĐLĐ trước thời hạn', null],
      ['Lý do giảm GPLĐ bị cơ quan NN thu hồi', null],
      ['Số thứ', null],
      ['Tổng số', null],
      ['Danh mục', null],
      ['Tên xã', null],
      ['Mã số', null],
      ['Đơn vị tính', null],
      ['Đơn vị', null],
      ['Năm 2006', null],
      ['Số trang', null],
      ['Tỷ lệ hộ CN tập trung trên tổng số hộ dân %', null],
      ['Giá trị/định dạng quan sát được', null],
    ],
  },
  {
    register: 'data-item',
    list: 'hạng mục dữ liệu',
    headings: [
      ['Tên hạng mục dữ liệu', 'itemName'],
      ['Thuộc CSDL', 'database'],
      ['Hình thức chia sẻ dữ liệu', 'accessClass'],
      ['Đối tượng khai thác, sử dụng', 'userGroup'],
      ['Tên doanh nghiệp', null],
      ['Chức danh Khác', null],
      ['Cơ quan', null],
      ['Ngành', null],
      ['Tổng', null],
      ['Có chứng chỉ chuyên môn tay nghề', null],
      ['Method', null],
    ],
  },
  {
    register: 'open-dataset',
    list: 'danh mục dữ liệu mở của một ban quản lý',
    headings: [
      ['TT', null],
      ['Đơn vị chủ trì cung cấp', 'publisher'],
      ['Tên tập dữ liệu', 'title'],
      ['Mô tả', 'description'],
      ['Tần suất cũng cấp', 'frequency'],
    ],
  },
  {
    register: 'open-dataset',
    list: 'nhãn trên trang tập dữ liệu của các cổng',
    headings: [
      ['Cơ quan cung cấp', 'publisher'],
      ['Lĩnh vực', 'sector'],
      ['Tần suất cung cấp', 'frequency'],
      ['Ngày công bố', 'publishedAt'],
      ['Ngày cập nhật', 'lastUpdatedAt'],
      ['Giấy phép', 'licence'],
      ['Từ khóa', 'keywords'],
      ['Định dạng', 'formats'],
      ['Lượt xem', null],
      ['Lượt tải', null],
      ['Phiên bản', null],
      ['Nhãn trên trang chi tiết tập dữ liệu', null],
      ['Cổng', null],
      ['Tài khoản', null],
      ['Trang tính', null],
      ['Cấp giấy phép Đã cấp GPLĐ (ghi theo số GPLĐ)', null],
      ['Đơn vị tính', null],
      ['Địa chỉ Xã', null],
    ],
  },
  {
    register: 'dataset-field',
    list: 'trường dữ liệu',
    headings: [
      ['Trường thông tin', 'name'],
      ['Mô tả', 'description'],
      ['Kiểu dữ liệu', 'type'],
      ['Độ dài tối đa (ký tự)', null],
      ['Mức yêu cầu', null],
      ['Bảng', null],
    ],
  },
  {
    register: 'focal-point',
    list: 'danh sách đầu mối',
    headings: [
      ['STT', null],
      ['Cơ quan, đơn vị', 'unit'],
      ['Họ và tên cán bộ', 'fullName'],
      ['Họ tên', 'fullName'],
      ['Chức vụ', 'position'],
      ['Số điện thoại', 'phone'],
      ['Địa chỉ thư điện tử', 'email'],
      ['Địa chỉ', null],
      ['Ngày sinh', null],
      ['Giới tính', null],
      ['Đơn vị tính', null],
      ['Tham số', null],
      ['Ghi chú', 'note'],
    ],
  },
  {
    register: 'unit',
    list: 'danh sách đơn vị',
    headings: [
      ['Tên cơ quan, đơn vị', 'name'],
      ['Mã đơn vị hành chính', 'adminCode'],
      ['Cấp', 'level'],
      ['Mã', null],
      ['Đơn vị tính', null],
      ['Dân số', null],
      ['Nhãn', null],
    ],
  },
]

it('proposes what a person would choose, and rather nothing than something else', () => {
  let right = 0
  const wrong: string[] = []
  const missed: string[] = []
  for (const { register: id, headings } of EXPECTED_HEADINGS) {
    const register = registerOf(id)!
    for (const [heading, wanted] of headings) {
      // Each alone: what one column takes must not hide what another would have been given.
      const got = proposeColumns(register, [heading])[0]!.field
      if (got !== null && got === wanted) right++
      if (got !== null && got !== wanted) wrong.push(`${id}: ${heading} → ${got}`)
      if (wanted !== null && got !== wanted) missed.push(`${id}: ${heading}`)
    }
  }
  const figures = { precision: right / (right + wrong.length), recall: right / (right + missed.length) }
  expect(figures.precision, wrong.join('\n')).toBeGreaterThan(0.95)
  expect(figures.recall, missed.join('\n')).toBeGreaterThan(0.95)
})

it('gives a column to a field by one word only when the word is its name or a synonym', () => {
  const database = registerOf('database')!
  const words = ['Cấp', 'Cổng', 'Tổng', 'Hình thức', 'Tổng số', 'Mã số', 'Tên xã', 'Dư nợ bàn giao Gốc']
  for (const heading of words) expect(proposeColumns(database, [heading])[0]!.field, heading).toBeNull()
  expect(proposeColumns(database, ['Tên'])[0]).toMatchObject({ field: 'name', confidence: 0.97 })
})

it('takes the same letters under other marks for another word', () => {
  const database = registerOf('database')!
  expect(proposeColumns(database, ['Trang tính'])[0]!.field).toBeNull()
  expect(proposeColumns(database, ['Giới tính Nam'], { leaves: ['Nam'] })[0]!.field).toBeNull()
  expect(proposeColumns(database, ['Nam trien khai'])[0]!.field).toBe('sinceYear')
})
