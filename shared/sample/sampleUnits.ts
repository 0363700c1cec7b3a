// The sample's agencies: a commune made of two in July 2025, its rooms, schools and station, and those it deals with.
import { link, type SampleRecord, type SampleValue } from './record.ts'

type UnitRow = { readonly key: string; readonly name: string; readonly level: string } & Readonly<
  Record<string, SampleValue>
>

const OFFICE_NAME = 'Ủy ban nhân dân xã Mẫu'

/** Agencies outside the commune, and those it replaced: nothing in them points elsewhere. */
const OUTSIDE: readonly UnitRow[] = [
  { key: 'ubnd-tinh', name: 'Ủy ban nhân dân tỉnh Mẫu', level: 'tinh', docSymbol: 'UBND', placeName: 'Mẫu' },
  {
    key: 'so-khcn',
    name: 'Sở Khoa học và Công nghệ',
    level: 'so_nganh',
    parentName: 'Ủy ban nhân dân tỉnh Mẫu',
    docSymbol: 'SKHCN',
    placeName: 'Mẫu',
  },
  {
    key: 'ca-tinh',
    name: 'Công an tỉnh Mẫu',
    level: 'so_nganh',
    parentName: 'Bộ Công an',
    docSymbol: 'CAT',
    placeName: 'Mẫu',
  },
  { key: 'bca', name: 'Bộ Công an', level: 'bo' },
  { key: 'btp', name: 'Bộ Tư pháp', level: 'bo' },
  { key: 'bnnmt', name: 'Bộ Nông nghiệp và Môi trường', level: 'bo' },
  { key: 'byt', name: 'Bộ Y tế', level: 'bo' },
  { key: 'bnv', name: 'Bộ Nội vụ', level: 'bo' },
  { key: 'bgddt', name: 'Bộ Giáo dục và Đào tạo', level: 'bo' },
  { key: 'btc', name: 'Bộ Tài chính', level: 'bo' },
  { key: 'bvhttdl', name: 'Bộ Văn hóa, Thể thao và Du lịch', level: 'bo' },
  { key: 'vpcp', name: 'Văn phòng Chính phủ', level: 'bo' },
  {
    key: 'huyen-cu',
    name: 'Ủy ban nhân dân huyện Mẫu',
    level: 'huyen',
    parentName: 'Ủy ban nhân dân tỉnh Mẫu',
    validTo: '2025-06-30',
    legacyUnit: true,
    legalProfile: 'nd47_2020',
  },
  {
    key: 'xa-dong',
    name: 'Ủy ban nhân dân xã Mẫu Đông',
    level: 'xa',
    parentName: 'Ủy ban nhân dân huyện Mẫu',
    validTo: '2025-06-30',
    legacyUnit: true,
  },
  {
    key: 'xa-tay',
    name: 'Ủy ban nhân dân xã Mẫu Tây',
    level: 'xa',
    parentName: 'Ủy ban nhân dân huyện Mẫu',
    validTo: '2025-06-30',
    legacyUnit: true,
  },
]

/** The commune and what belongs to it. */
const INSIDE: readonly UnitRow[] = [
  {
    key: 'xa',
    name: OFFICE_NAME,
    level: 'xa',
    docSymbol: 'UBND',
    placeName: 'Mẫu',
    validFrom: '2025-07-01',
    reportTo: link('so-khcn', 'Sở Khoa học và Công nghệ'),
    predecessors: [
      link('xa-dong', 'Ủy ban nhân dân xã Mẫu Đông'),
      link('xa-tay', 'Ủy ban nhân dân xã Mẫu Tây'),
    ],
    note: 'Cơ quan mẫu để dùng thử; mọi số liệu đều là giả định.',
  },
  ...[
    ['vp', 'Văn phòng HĐND và UBND xã Mẫu', 'phong', 'VP'],
    ['kt', 'Phòng Kinh tế xã Mẫu', 'phong', 'KT'],
    ['vhxh', 'Phòng Văn hóa - Xã hội xã Mẫu', 'phong', 'VHXH'],
    ['hcc', 'Trung tâm Phục vụ hành chính công xã Mẫu', 'don_vi_su_nghiep', 'PVHCC'],
    ['cax', 'Công an xã Mẫu', 'khac', 'CAX'],
    ['tyt', 'Trạm Y tế xã Mẫu', 'don_vi_su_nghiep', 'TYT'],
    ['mn', 'Trường Mầm non Mẫu', 'don_vi_su_nghiep', 'MNM'],
    ['th', 'Trường Tiểu học Mẫu', 'don_vi_su_nghiep', 'THM'],
    ['thcs', 'Trường Trung học cơ sở Mẫu', 'don_vi_su_nghiep', 'THCSM'],
  ].map(([key, name, level, docSymbol]) => ({
    key: key!,
    name: name!,
    level: level!,
    docSymbol: docSymbol!,
    parentName: OFFICE_NAME,
    placeName: 'Mẫu',
    reportTo: link('ubnd-tinh', 'Ủy ban nhân dân tỉnh Mẫu'),
    levelNote: level === 'khac' ? 'Lực lượng vũ trang cấp xã' : null,
    validFrom: '2025-07-01',
  })),
]

function toRecord({ key, ...set }: UnitRow): SampleRecord {
  return { key, register: 'unit', set }
}

export const outsideUnits: readonly SampleRecord[] = OUTSIDE.map(toRecord)
export const ownUnits: readonly SampleRecord[] = INSIDE.map(toRecord)

const NAMES: ReadonlyMap<string, string> = new Map(
  [...OUTSIDE, ...INSIDE].map(({ key, name }) => [key, name]),
)

/** A link to a sample unit. @throws Error for a key that is none: our mistake */
export function unitLink(key: string) {
  const name = NAMES.get(key)
  if (name === undefined) throw new Error(`sample unit ${key}`)
  return link(key, name)
}
