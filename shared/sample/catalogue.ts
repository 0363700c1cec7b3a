// The list “chọn hệ thống đang dùng” where no office pack brought the province's own: systems of ministries and of a
// province that communes commonly feed or use. Codes starting with MAU are this list's own, not any ministry's.
import type { CatalogueEntry } from '../bundle/types.ts'

function entry(code: string, name: string, owner: string, register = 'database'): CatalogueEntry {
  return { code: `MAU-${code}`, register, name, owner }
}

function system(code: string, name: string, owner: string): CatalogueEntry {
  return entry(code, name, owner, 'information-system')
}

export const CATALOGUE: readonly CatalogueEntry[] = [
  entry('BCA-01', 'Cơ sở dữ liệu quốc gia về dân cư', 'Bộ Công an'),
  entry('BCA-02', 'Hệ thống định danh và xác thực điện tử (VNeID)', 'Bộ Công an'),
  entry('BCA-03', 'Cơ sở dữ liệu về cư trú', 'Bộ Công an'),
  entry('BTP-01', 'Cơ sở dữ liệu hộ tịch điện tử', 'Bộ Tư pháp'),
  entry('BTP-02', 'Cơ sở dữ liệu quốc gia về pháp luật', 'Bộ Tư pháp'),
  entry('BTP-03', 'Phần mềm chứng thực điện tử', 'Bộ Tư pháp'),
  entry('BNNMT-01', 'Cơ sở dữ liệu đất đai (VBDLIS)', 'Bộ Nông nghiệp và Môi trường'),
  entry('BNNMT-02', 'Cơ sở dữ liệu hộ nghèo, hộ cận nghèo', 'Bộ Nông nghiệp và Môi trường'),
  entry('BNNMT-03', 'Phần mềm thống kê, kiểm kê đất đai', 'Bộ Nông nghiệp và Môi trường'),
  entry(
    'BNNMT-04',
    'Cơ sở dữ liệu chăn nuôi, phòng chống dịch bệnh động vật',
    'Bộ Nông nghiệp và Môi trường',
  ),
  entry('BYT-01', 'Hệ thống thông tin bảo trợ xã hội', 'Bộ Y tế'),
  entry('BYT-02', 'Cơ sở dữ liệu trẻ em', 'Bộ Y tế'),
  entry('BYT-03', 'Hệ thống thông tin tiêm chủng quốc gia', 'Bộ Y tế'),
  entry('BYT-04', 'Cơ sở dữ liệu dân số', 'Bộ Y tế'),
  entry('BNV-01', 'Cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức', 'Bộ Nội vụ'),
  entry('BNV-02', 'Cơ sở dữ liệu người có công', 'Bộ Nội vụ'),
  entry('BNV-03', 'Cơ sở dữ liệu lao động, việc làm', 'Bộ Nội vụ'),
  entry('BGDDT-01', 'Cơ sở dữ liệu ngành giáo dục', 'Bộ Giáo dục và Đào tạo'),
  entry('BGDDT-02', 'Phần mềm phổ cập giáo dục, xóa mù chữ', 'Bộ Giáo dục và Đào tạo'),
  entry('BTC-01', 'Hệ thống thông tin quản lý ngân sách và kho bạc (TABMIS)', 'Bộ Tài chính'),
  entry('BTC-02', 'Cơ sở dữ liệu quốc gia về tài sản công', 'Bộ Tài chính'),
  entry('BTC-03', 'Hệ thống đăng ký hộ kinh doanh', 'Bộ Tài chính'),
  entry('BXD-01', 'Cơ sở dữ liệu về nhà ở và thị trường bất động sản', 'Bộ Xây dựng'),
  entry('BVHTTDL-01', 'Cơ sở dữ liệu gia đình và thiết chế văn hóa cơ sở', 'Bộ Văn hóa, Thể thao và Du lịch'),
  entry('VPCP-01', 'Hệ thống thông tin báo cáo quốc gia', 'Văn phòng Chính phủ'),
  entry('TINH-01', 'Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh', 'Ủy ban nhân dân tỉnh'),
  entry('TINH-02', 'Hệ thống quản lý văn bản và điều hành', 'Ủy ban nhân dân tỉnh'),
  entry('TINH-03', 'Hệ thống thông tin báo cáo của tỉnh', 'Ủy ban nhân dân tỉnh'),
  entry('TINH-04', 'Hệ thống tiếp nhận phản ánh, kiến nghị', 'Ủy ban nhân dân tỉnh'),
  entry('TINH-05', 'Kho dữ liệu dùng chung của tỉnh', 'Sở Khoa học và Công nghệ'),
  system('HT-01', 'Hệ thống giải quyết thủ tục hành chính của tỉnh', 'Ủy ban nhân dân tỉnh'),
  system('HT-02', 'Hệ thống quản lý văn bản và điều hành của tỉnh', 'Ủy ban nhân dân tỉnh'),
  system('HT-03', 'Hệ thống báo cáo của tỉnh', 'Ủy ban nhân dân tỉnh'),
  system('HT-04', 'Hệ thống phản ánh, kiến nghị của tỉnh', 'Ủy ban nhân dân tỉnh'),
  system('HT-05', 'Phần mềm hộ tịch điện tử', 'Bộ Tư pháp'),
  system('HT-06', 'Ứng dụng định danh quốc gia VNeID', 'Bộ Công an'),
]
