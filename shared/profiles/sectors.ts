// Sectors (lĩnh vực) of databases and datasets, each with the datasets that a province expects of it. The nine follow
// Sơn La's data strategy to 2030, II.3; many provinces have others since ministries merged in 2025, hence "khác".
import type { AllowedValue, Label } from '../registers/define.ts'

export type Sector = {
  readonly id: string
  readonly label: Label
  /** Other names of the sector, as offices and newer ministries write it. */
  readonly synonyms: readonly string[]
  /** Datasets that the strategy expects of the sector. */
  readonly datasets: readonly Label[]
}

function d(vi: string, en: string): Label {
  return { vi, en }
}

export const SECTORS: readonly Sector[] = [
  {
    id: 'nong_nghiep',
    label: d('Nông nghiệp', 'Agriculture'),
    synonyms: [
      'nông nghiệp và phát triển nông thôn',
      'nông lâm thủy sản',
      'nông nghiệp, nông thôn',
      'NN&PTNT',
    ],
    datasets: [
      d('Đất đai nông nghiệp', 'Farm land'),
      d('Cây trồng', 'Crops'),
      d('Vật nuôi', 'Livestock'),
      d('Thủy, hải sản', 'Fisheries'),
    ],
  },
  {
    id: 'cong_thuong_nang_luong',
    label: d('Công nghiệp, thương mại và năng lượng', 'Industry, trade and energy'),
    synonyms: ['công thương', 'công nghiệp', 'thương mại', 'năng lượng', 'điện lực'],
    datasets: [
      d('Mạng lưới sản xuất, truyền tải, tiêu thụ điện', 'Power production, transmission and use'),
      d('Sản xuất công nghiệp, chuỗi cung ứng', 'Industrial production and supply chains'),
      d('Trung tâm logistics, vận chuyển, kho bãi', 'Logistics centres, transport and storage'),
      d('Thị trường thương mại', 'Trade markets'),
    ],
  },
  {
    id: 'van_hoa_du_lich',
    label: d('Văn hóa, du lịch', 'Culture and tourism'),
    synonyms: ['văn hóa', 'du lịch', 'văn hóa, thể thao và du lịch', 'VHTTDL', 'thể thao'],
    datasets: [
      d('Di sản văn hóa, di sản tư liệu', 'Cultural and documentary heritage'),
      d('Di tích cấp tỉnh, quốc gia, quốc gia đặc biệt', 'Monuments'),
      d('Thư viện, di sản số', 'Libraries and digital heritage'),
    ],
  },
  {
    id: 'lao_dong_xa_hoi',
    label: d('Lao động, thương binh và xã hội', 'Labour and social affairs'),
    synonyms: ['lao động', 'LĐTBXH', 'xã hội', 'bảo trợ xã hội', 'người có công', 'việc làm', 'nội vụ'],
    datasets: [
      d('Người lao động', 'Workers'),
      d('Thị trường lao động, việc làm', 'Labour market'),
      d('Nhu cầu tuyển dụng', 'Recruitment needs'),
    ],
  },
  {
    id: 'tai_nguyen_moi_truong',
    label: d('Tài nguyên và môi trường', 'Natural resources and environment'),
    synonyms: ['tài nguyên', 'môi trường', 'đất đai', 'TNMT', 'nông nghiệp và môi trường', 'địa chính'],
    datasets: [
      d('Bản đồ đất đai', 'Land maps'),
      d('Quan trắc tự động xả thải của khu công nghiệp', 'Automatic monitoring of industrial discharge'),
      d('Điểm nóng ô nhiễm môi trường', 'Pollution hot spots'),
    ],
  },
  {
    id: 'giao_duc_dao_tao',
    label: d('Giáo dục và đào tạo', 'Education and training'),
    synonyms: ['giáo dục', 'đào tạo', 'GD&ĐT', 'GDĐT', 'trường học'],
    datasets: [d('Giáo trình, tài liệu giảng dạy, học tập', 'Teaching and learning materials')],
  },
  {
    id: 'giao_thong_van_tai',
    label: d('Giao thông vận tải', 'Transport'),
    synonyms: ['giao thông', 'vận tải', 'GTVT'],
    datasets: [
      d('Phương tiện giao thông', 'Vehicles'),
      d('Kho, bãi và logistics', 'Storage, yards and logistics'),
    ],
  },
  {
    id: 'xay_dung',
    label: d('Xây dựng', 'Construction'),
    synonyms: ['quy hoạch', 'quy hoạch xây dựng', 'nhà ở', 'đô thị', 'hạ tầng'],
    datasets: [
      d('Quy hoạch', 'Planning'),
      d('Nhà ở', 'Housing'),
      d('Đơn giá xây dựng', 'Construction prices'),
    ],
  },
  {
    id: 'y_te',
    label: d('Y tế', 'Health'),
    synonyms: ['y tế, dân số', 'sức khỏe', 'khám chữa bệnh'],
    datasets: [
      d('Khám chữa bệnh', 'Treatment'),
      d('Nhân lực, thiết bị y tế', 'Health staff and equipment'),
      d('Dược', 'Pharmacy'),
    ],
  },
]

/** The sectors as values of a field, with "khác" last. */
export function sectorValues(): AllowedValue[] {
  return [
    ...SECTORS.map(({ id, label, synonyms }) => ({ id, label, synonyms })),
    {
      id: 'khac',
      label: d('Khác', 'Other'),
      synonyms: [
        'lĩnh vực khác',
        'tư pháp',
        'hành chính',
        'tài chính',
        'khoa học và công nghệ',
        'an ninh, trật tự',
      ],
    },
  ]
}
