// Agencies that are not People's Committees: a province's usual departments, ministries and their usual units, as of now
// and as they were before the reorganisations of 2025. What a province does not have is simply not chosen.
import type { UnitChoice } from '../ipc/contract.ts'

// Short id, name.
const DEPARTMENTS: readonly (readonly [string, string])[] = [
  ['vp', 'Văn phòng Ủy ban nhân dân'],
  ['khcn', 'Sở Khoa học và Công nghệ'],
  ['nv', 'Sở Nội vụ'],
  ['tc', 'Sở Tài chính'],
  ['tp', 'Sở Tư pháp'],
  ['nnmt', 'Sở Nông nghiệp và Môi trường'],
  ['ct', 'Sở Công Thương'],
  ['xd', 'Sở Xây dựng'],
  ['vhttdl', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['gddt', 'Sở Giáo dục và Đào tạo'],
  ['yt', 'Sở Y tế'],
  ['dttg', 'Sở Dân tộc và Tôn giáo'],
  ['ngv', 'Sở Ngoại vụ'],
  ['tt', 'Thanh tra tỉnh'],
  ['ca', 'Công an tỉnh'],
  ['kcn', 'Ban Quản lý các Khu công nghiệp, Khu kinh tế'],
]

const FORMER_DEPARTMENTS: readonly (readonly [string, string])[] = [
  ['vp', 'Văn phòng Ủy ban nhân dân'],
  ['tttt', 'Sở Thông tin và Truyền thông'],
  ['khcn', 'Sở Khoa học và Công nghệ'],
  ['nv', 'Sở Nội vụ'],
  ['khdt', 'Sở Kế hoạch và Đầu tư'],
  ['tc', 'Sở Tài chính'],
  ['tp', 'Sở Tư pháp'],
  ['nnptnt', 'Sở Nông nghiệp và Phát triển nông thôn'],
  ['tnmt', 'Sở Tài nguyên và Môi trường'],
  ['ct', 'Sở Công Thương'],
  ['gtvt', 'Sở Giao thông vận tải'],
  ['xd', 'Sở Xây dựng'],
  ['vhttdl', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['ldtbxh', 'Sở Lao động - Thương binh và Xã hội'],
  ['gddt', 'Sở Giáo dục và Đào tạo'],
  ['yt', 'Sở Y tế'],
  ['ngv', 'Sở Ngoại vụ'],
  ['bdt', 'Ban Dân tộc'],
  ['tt', 'Thanh tra tỉnh'],
]

const MINISTRIES: readonly (readonly [string, string])[] = [
  ['bqp', 'Bộ Quốc phòng'],
  ['bca', 'Bộ Công an'],
  ['bng', 'Bộ Ngoại giao'],
  ['bnv', 'Bộ Nội vụ'],
  ['btp', 'Bộ Tư pháp'],
  ['btc', 'Bộ Tài chính'],
  ['bct', 'Bộ Công Thương'],
  ['bnnmt', 'Bộ Nông nghiệp và Môi trường'],
  ['bxd', 'Bộ Xây dựng'],
  ['bvhttdl', 'Bộ Văn hóa, Thể thao và Du lịch'],
  ['bkhcn', 'Bộ Khoa học và Công nghệ'],
  ['bgddt', 'Bộ Giáo dục và Đào tạo'],
  ['byt', 'Bộ Y tế'],
  ['bdttg', 'Bộ Dân tộc và Tôn giáo'],
  ['vpcp', 'Văn phòng Chính phủ'],
  ['ttcp', 'Thanh tra Chính phủ'],
  ['nhnn', 'Ngân hàng Nhà nước Việt Nam'],
]

const FORMER_MINISTRIES: readonly (readonly [string, string])[] = [
  ['btttt', 'Bộ Thông tin và Truyền thông'],
  ['bkhdt', 'Bộ Kế hoạch và Đầu tư'],
  ['btnmt', 'Bộ Tài nguyên và Môi trường'],
  ['bnnptnt', 'Bộ Nông nghiệp và Phát triển nông thôn'],
  ['bgtvt', 'Bộ Giao thông vận tải'],
  ['bldtbxh', 'Bộ Lao động - Thương binh và Xã hội'],
  ['ubdt', 'Ủy ban Dân tộc'],
]

const MINISTRY_UNITS: readonly (readonly [string, string])[] = [
  ['vp', 'Văn phòng'],
  ['cntt', 'Trung tâm Công nghệ thông tin'],
  ['cds', 'Cục Chuyển đổi số'],
  ['tccb', 'Vụ Tổ chức cán bộ'],
  ['khtc', 'Vụ Kế hoạch - Tài chính'],
  ['pc', 'Vụ Pháp chế'],
  ['httqt', 'Vụ Hợp tác quốc tế'],
  ['tt', 'Thanh tra'],
]

/** The usual departments of every province in the list, current or historic as the list is. */
export function departmentsOf(units: readonly UnitChoice[]): UnitChoice[] {
  return units
    .filter((unit) => unit.level === 'tinh')
    .flatMap((province) =>
      (province.historic ? FORMER_DEPARTMENTS : DEPARTMENTS).map(([id, name]) => ({
        code: `${province.code}-${id}`,
        name: /thành phố/.test(province.name) ? name.replace(/ tỉnh$/, ' thành phố') : name,
        level: 'so_nganh' as const,
        parentName: province.name,
        historic: province.historic,
      })),
    )
}

/** Ministries and ministry-level agencies with their usual units. */
export function ministries(): UnitChoice[] {
  const list = (entries: typeof MINISTRIES, historic: boolean): UnitChoice[] =>
    entries.flatMap(([id, name]) => [
      { code: id, name, level: 'bo' as const, parentName: '', historic },
      ...MINISTRY_UNITS.map(([unitId, unitName]) => ({
        code: `${id}-${unitId}`,
        name: unitId === 'vp' ? `${unitName} ${name}` : unitName,
        level: 'bo' as const,
        parentName: name,
        historic,
      })),
    ])
  return [...list(MINISTRIES, false), ...list(FORMER_MINISTRIES, true)]
}
