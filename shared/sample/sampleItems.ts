// The sample's data items: several for the commune's own lists, one common item for each system that it only feeds.
import type { SampleRecord } from './record.ts'
import { databaseLink } from './sampleDatabases.ts'

// Database, item, class, disclosure, personal data, users.
type Row = readonly [string, string, string, string, string, readonly string[]]

const WITHIN = ['co_quan_trong_tinh'] as const
const STATE = ['bo_nganh', 'co_quan_trong_tinh'] as const
const ALL = ['bo_nganh', 'co_quan_khac', 'co_quan_trong_tinh', 'doanh_nghiep', 'nguoi_dan'] as const
const [MO, MAC_DINH, DAC_THU, KHONG] = [
  'du_lieu_mo',
  'chia_se_mac_dinh',
  'theo_yeu_cau_dac_thu',
  'khong_chia_se',
]
const [CK, DK, KCK] = ['cong_khai', 'cong_khai_co_dieu_kien', 'khong_cong_khai']

const ROWS: readonly Row[] = [
  ['ho-kinh-doanh', 'Tên, ngành nghề, địa chỉ kinh doanh', MAC_DINH!, DK!, 'khong', STATE],
  ['ho-kinh-doanh', 'Chủ hộ kinh doanh, điện thoại', DAC_THU!, KCK!, 'co_ban', WITHIN],
  ['ho-kinh-doanh', 'Số hộ kinh doanh theo thôn, theo ngành nghề', MO!, CK!, 'khong', ALL],
  ['htx', 'Tên, địa chỉ, ngành nghề hợp tác xã', MO!, CK!, 'khong', ALL],
  ['htx', 'Vốn, doanh thu năm', DAC_THU!, DK!, 'khong', WITHIN],
  ['htx', 'Số thành viên theo hợp tác xã', MAC_DINH!, CK!, 'khong', STATE],
  ['cong-trinh', 'Danh sách công trình, vị trí, năm xây dựng', MO!, CK!, 'khong', ALL],
  ['cong-trinh', 'Nguồn vốn, giá trị quyết toán', MAC_DINH!, DK!, 'khong', STATE],
  ['cong-trinh', 'Hiện trạng, nhu cầu sửa chữa', MAC_DINH!, DK!, 'khong', WITHIN],
  ['san-xuat', 'Diện tích, năng suất, sản lượng cây trồng theo vụ', MO!, CK!, 'khong', ALL],
  ['san-xuat', 'Tổng đàn vật nuôi theo thôn', MO!, CK!, 'khong', ALL],
  ['san-xuat', 'Thiệt hại do thiên tai, dịch bệnh', MAC_DINH!, DK!, 'khong', STATE],
  ['di-tich', 'Danh mục di tích, cấp xếp hạng', MO!, CK!, 'khong', ALL],
  ['di-tich', 'Lịch tổ chức lễ hội', MO!, CK!, 'khong', ALL],
  ['di-tich', 'Nhà văn hóa thôn, sức chứa', MO!, CK!, 'khong', ALL],
  ['don-thu', 'Nội dung đơn, người gửi', KHONG!, KCK!, 'co_ban', WITHIN],
  ['don-thu', 'Số đơn theo loại, tỷ lệ giải quyết đúng hạn', MAC_DINH!, CK!, 'khong', STATE],
  ['ho-so-dia-chinh', 'Sổ mục kê, sổ địa chính giấy', DAC_THU!, KCK!, 'co_ban', WITHIN],
  ['ho-so-dia-chinh', 'Danh mục sổ, bản đồ đang lưu', MAC_DINH!, DK!, 'khong', WITHIN],
  ['danh-ba-thon', 'Tên thôn, chức danh', MAC_DINH!, CK!, 'khong', STATE],
  ['danh-ba-thon', 'Điện thoại trưởng thôn', DAC_THU!, DK!, 'co_ban', WITHIN],
  ['ho-tich', 'Thông tin đăng ký khai sinh, kết hôn, khai tử', DAC_THU!, KCK!, 'nhay_cam', STATE],
  ['dat-dai', 'Thông tin thửa đất', MAC_DINH!, DK!, 'khong', STATE],
  ['dat-dai', 'Thông tin người sử dụng đất', DAC_THU!, KCK!, 'co_ban', WITHIN],
  ['ho-ngheo', 'Danh sách hộ nghèo, hộ cận nghèo', DAC_THU!, KCK!, 'nhay_cam', WITHIN],
  ['ho-ngheo', 'Số hộ nghèo, tỷ lệ theo thôn', MAC_DINH!, CK!, 'khong', STATE],
  ['bao-tro', 'Danh sách đối tượng hưởng trợ cấp', DAC_THU!, KCK!, 'nhay_cam', WITHIN],
  ['tre-em', 'Thông tin trẻ em', DAC_THU!, KCK!, 'nhay_cam', WITHIN],
  ['tthc', 'Hồ sơ, kết quả giải quyết thủ tục hành chính', MAC_DINH!, DK!, 'co_ban', STATE],
  ['van-ban', 'Văn bản đi, đến', MAC_DINH!, DK!, 'khong', WITHIN],
  ['giao-duc', 'Danh sách trường, số lớp, số học sinh', MAC_DINH!, CK!, 'khong', STATE],
]

// Statements for open items of databases that hold personal data.
const STATEMENT = 'Công chức Phòng Kinh tế xác nhận chỉ công bố số tổng theo thôn, không có tên người (mẫu)'

export const sampleItems: readonly SampleRecord[] = ROWS.map(
  ([database, itemName, accessClass, disclosure, personalData, userGroup], i) => ({
    key: `item-${i + 1}`,
    register: 'data-item',
    set: {
      itemName,
      database: databaseLink(database),
      accessClass,
      disclosure,
      userGroup: [...userGroup].sort(),
      personalData,
      ...(userGroup.includes('doanh_nghiep')
        ? { accessBusiness: 'du_lieu_mo', accessCitizen: 'du_lieu_mo' }
        : {}),
      ...(accessClass === 'du_lieu_mo' && database === 'ho-kinh-doanh'
        ? { aggregationStatement: STATEMENT }
        : {}),
      isCodeList: false,
      isMaster: i % 9 === 0,
      shareMethodNew: accessClass === 'khong_chia_se' ? null : 'packaged_media',
    },
  }),
)
