// The sample's open datasets with their columns and publications: what a commune can open at once.
import type { SampleRecord } from './record.ts'
import { databaseLink } from './sampleDatabases.ts'
import { unitLink } from './sampleUnits.ts'

// Key, title, description, source database, frequency, status, published, updated, records, sector, columns "name:type".
type Row = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string | null,
  string | null,
  number,
  string,
  readonly string[],
]

const ROWS: readonly Row[] = [
  [
    'truong',
    'Danh sách cơ sở giáo dục trên địa bàn xã Mẫu',
    'Tên trường, cấp học, địa chỉ, số lớp, số học sinh',
    'giao-duc',
    'nam',
    'da_cong_bo',
    '2026-05-15',
    '2026-09-20',
    7,
    'giao_duc_dao_tao',
    ['ten_truong:chuoi', 'cap_hoc:ma_danh_muc', 'so_hoc_sinh:so_nguyen'],
  ],
  [
    'di-tich',
    'Danh mục di tích, lễ hội xã Mẫu',
    'Tên di tích, cấp xếp hạng, địa điểm; lịch lễ hội',
    'di-tich',
    'nam',
    'da_cong_bo',
    '2026-05-15',
    '2026-05-15',
    21,
    'van_hoa_du_lich',
    ['ten_di_tich:chuoi', 'cap_xep_hang:ma_danh_muc'],
  ],
  [
    'cong-trinh',
    'Danh sách công trình hạ tầng do xã quản lý',
    'Tên công trình, loại, vị trí, năm xây dựng',
    'cong-trinh',
    'nam',
    'da_cong_bo',
    '2026-06-10',
    '2026-10-02',
    74,
    'xay_dung',
    ['ten_cong_trinh:chuoi', 'toa_do:toa_do', 'nam_xay_dung:so_nguyen'],
  ],
  [
    'trong-trot',
    'Diện tích, năng suất, sản lượng cây trồng theo vụ',
    'Theo thôn, theo cây, từ vụ Xuân 2020',
    'san-xuat',
    'quy',
    'da_cong_bo',
    '2026-04-20',
    '2026-06-30',
    240,
    'nong_nghiep',
    ['thon:chuoi', 'cay_trong:ma_danh_muc', 'dien_tich_ha:so_thuc'],
  ],
  [
    'chan-nuoi',
    'Tổng đàn vật nuôi theo thôn',
    'Số lượng trâu, bò, lợn, gia cầm theo kỳ thống kê',
    'san-xuat',
    'quy',
    'da_cong_bo',
    '2026-04-20',
    '2026-10-05',
    80,
    'nong_nghiep',
    ['thon:chuoi', 'loai:ma_danh_muc', 'so_luong:so_nguyen'],
  ],
  [
    'htx',
    'Danh sách hợp tác xã, tổ hợp tác xã Mẫu',
    'Tên, ngành nghề, địa chỉ trụ sở',
    'htx',
    'nam',
    'da_cong_bo',
    '2026-06-10',
    '2026-06-10',
    9,
    'nong_nghiep',
    ['ten_htx:chuoi', 'nganh_nghe:chuoi'],
  ],
  [
    'ho-kd',
    'Số hộ kinh doanh theo thôn và ngành nghề',
    'Số tổng, không có tên hộ',
    'ho-kinh-doanh',
    'sau_thang',
    'da_cong_bo',
    '2026-07-01',
    '2026-07-01',
    56,
    'cong_thuong_nang_luong',
    ['thon:chuoi', 'nganh_nghe:chuoi', 'so_ho:so_nguyen'],
  ],
  [
    'nha-van-hoa',
    'Nhà văn hóa thôn, khu thể thao',
    'Địa điểm, diện tích, sức chứa',
    'di-tich',
    'nam',
    'cho_cong_bo',
    null,
    null,
    14,
    'van_hoa_du_lich',
    ['ten:chuoi', 'suc_chua:so_nguyen'],
  ],
  [
    'tthc',
    'Kết quả giải quyết thủ tục hành chính theo tháng',
    'Số hồ sơ nhận, giải quyết, đúng hạn theo lĩnh vực',
    'tthc',
    'thang',
    'da_cong_bo',
    '2026-03-05',
    '2026-11-05',
    96,
    'khac',
    ['thang:ngay', 'linh_vuc:ma_danh_muc', 'dung_han:so_nguyen'],
  ],
  [
    'ho-ngheo',
    'Tỷ lệ hộ nghèo, hộ cận nghèo theo thôn',
    'Số hộ và tỷ lệ theo kết quả rà soát',
    'ho-ngheo',
    'nam',
    'cho_cong_bo',
    null,
    null,
    14,
    'lao_dong_xa_hoi',
    ['thon:chuoi', 'ty_le:so_thuc'],
  ],
  [
    'don-thu',
    'Kết quả tiếp công dân, giải quyết đơn thư',
    'Số lượt, số đơn theo loại, tỷ lệ đúng hạn',
    'don-thu',
    'quy',
    'du_thao',
    null,
    null,
    12,
    'khac',
    ['quy:chuoi', 'so_don:so_nguyen'],
  ],
  [
    'diem-dich-vu',
    'Điểm hỗ trợ dịch vụ công trực tuyến',
    'Địa chỉ, giờ làm việc, thiết bị',
    'tthc',
    'khi_phat_sinh',
    'da_cong_bo',
    '2026-09-10',
    '2026-09-10',
    5,
    'khac',
    ['dia_chi:chuoi', 'gio_lam_viec:chuoi'],
  ],
]

const PRINCIPLES = [
  'principleComplete',
  'principleCurrent',
  'principleOnline',
  'principleMachine',
  'principleNoLogin',
  'principleOpenFormat',
  'principleFree',
  'principleDemand',
]
const TERMS =
  'Tự do sử dụng, kể cả cho mục đích thương mại; ghi rõ nguồn; dữ liệu cung cấp nguyên trạng; không bán lại dữ liệu nguyên gốc.'

export const sampleDatasets: readonly SampleRecord[] = ROWS.map(
  ([key, title, description, source, frequency, status, publishedAt, lastUpdatedAt, records, sector]) => {
    const published = status === 'da_cong_bo'
    return {
      key: `ds-${key}`,
      register: 'open-dataset',
      set: {
        title,
        description,
        publisher: unitLink('xa'),
        sector,
        sectorNote: sector === 'khac' ? 'Cải cách hành chính' : null,
        openLabel: 'du_lieu_mo',
        formats: key === 'di-tich' ? ['xlsx'] : ['csv', 'xlsx'],
        publishMethod: ['tai_ve'],
        frequency,
        status,
        publishedAt,
        lastUpdatedAt,
        nextReviewAt: published ? '2026-12-31' : null,
        channel: published ? ['cong_du_lieu_tinh'] : null,
        disclosure: 'cong_khai',
        licence: 'cc_by_4',
        useTerms: TERMS,
        keywords: 'xã Mẫu; dữ liệu mẫu',
        records,
        bytes: records * 180,
        feedbackContact: { link: 'fp-xa', text: 'Nguyễn Thị Mẫu An' },
        sourceDb: databaseLink(source),
        ...Object.fromEntries(PRINCIPLES.map((id) => [id, published])),
        privacyRisk: 'thap',
        mosaicRisk: 'thap',
        publishDecision: published ? 'cong_bo' : null,
      },
    }
  },
)

const titles: ReadonlyMap<string, string> = new Map(ROWS.map((row) => [row[0], row[1]]))

export const sampleDatasetFields: readonly SampleRecord[] = ROWS.flatMap(([key, , , , , , , , , , columns]) =>
  columns.map((column, i) => {
    const [name, type] = column.split(':') as [string, string]
    return {
      key: `field-${key}-${i + 1}`,
      register: 'dataset-field',
      set: {
        name,
        dataset: { link: `ds-${key}`, text: titles.get(key)! },
        type,
        description: `Cột ${name.replaceAll('_', ' ')} của bộ dữ liệu`,
        key: i === 0,
        masked: false,
      },
    }
  }),
)

export const samplePublications: readonly SampleRecord[] = ROWS.filter(
  (row) => row[5] === 'da_cong_bo',
).flatMap(([key, title, , , , , publishedAt], i) => {
  const portals: readonly (readonly [string, string])[] = [
    ['Cổng dữ liệu tỉnh Mẫu', `https://dulieu.tinhmau.example/${key}`],
    ...(i % 2 === 0
      ? [['Trang thông tin điện tử xã Mẫu', `https://xamau.tinhmau.example/du-lieu/${key}`] as const]
      : []),
  ]
  return portals.map(([portal, address], n) => ({
    key: `pub-${key}-${n + 1}`,
    register: 'publication',
    set: {
      portal,
      dataset: { link: `ds-${key}`, text: title },
      address,
      publishedAt,
      letterNo: `${60 + i}/UBND-VHXH ngày ${(publishedAt ?? '').split('-').reverse().join('/')}`,
    },
  }))
})
