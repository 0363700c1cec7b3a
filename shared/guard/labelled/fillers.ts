// Generators of invented values for the labelled set: what looks like personal data, and what only resembles it.

type Random = () => number
const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)]!
const int = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => int(random, 0, 9)).join('')
const two = (value: number): string => String(value).padStart(2, '0')
const grouped = (value: string, sizes: readonly number[], by: string): string => {
  const parts: string[] = []
  let at = 0
  for (const size of sizes) {
    parts.push(value.slice(at, at + size))
    at += size
  }
  return parts.join(by)
}

// Province codes as they stand on identity cards (Circular 59/2021, annex).
const PROVINCES = [
  '001',
  '002',
  '004',
  '006',
  '008',
  '010',
  '011',
  '012',
  '014',
  '015',
  '017',
  '019',
  '020',
  '022',
  '024',
  '025',
  '026',
  '027',
  '030',
  '031',
  '033',
  '034',
  '035',
  '036',
  '037',
  '038',
  '040',
  '042',
  '044',
  '045',
  '046',
  '048',
  '049',
  '051',
  '052',
  '054',
  '056',
  '058',
  '060',
  '062',
  '064',
  '066',
  '067',
  '068',
  '070',
  '072',
  '074',
  '075',
  '077',
  '079',
  '080',
  '082',
  '083',
  '084',
  '086',
  '087',
  '089',
  '091',
  '092',
  '093',
  '094',
  '095',
  '096',
] // prettier-ignore
const MOBILE = [
  '032',
  '033',
  '034',
  '035',
  '036',
  '037',
  '038',
  '039',
  '052',
  '056',
  '058',
  '059',
  '070',
  '076',
  '077',
  '078',
  '079',
  '081',
  '082',
  '083',
  '084',
  '085',
  '086',
  '088',
  '089',
  '090',
  '091',
  '092',
  '093',
  '094',
  '096',
  '097',
  '098',
  '099',
] // prettier-ignore
const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Lò',
  'Giàng',
  'Vàng',
  'Sùng',
  'Cà',
  'Quàng',
  'Lường',
  'Tòng',
  'Thào',
  'Mùa',
  'Hạng',
  'Chẩu',
  'Y',
  'H’',
  'Rơ Châm',
  'Kpă',
  'Thạch',
  'Danh',
  'Sơn',
] // prettier-ignore
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Thị Thu', 'Quang', 'A', 'Thị Ngọc', 'Hữu', 'Xuân']
const GIVEN = [
  'An',
  'Bình',
  'Chi',
  'Dung',
  'Giang',
  'Hà',
  'Hùng',
  'Khánh',
  'Lan',
  'Mai',
  'Nam',
  'Phong',
  'Quỳnh',
  'Sơn',
  'Thảo',
  'Tùng',
  'Uyên',
  'Vinh',
  'Pao',
  'Sử',
  'Dế',
  'Mỷ',
  'Niê',
  'Êban',
  'Blôm',
] // prettier-ignore
const LATIN = ['an', 'binh', 'chi', 'dung', 'giang', 'ha', 'hung', 'khanh', 'lan', 'mai', 'nam', 'phong']
const SURNAME = ['nguyen', 'tran', 'le', 'pham', 'hoang', 'vu', 'dang', 'bui', 'lo', 'giang', 'vang']

function card(random: Random): string {
  const century = pick(random, ['0', '1', '2', '3'])
  const year = Number(century) < 2 ? int(random, 40, 99) : int(random, 0, 20)
  return pick(random, PROVINCES) + century + two(year) + digits(random, 6)
}
const lostCard = (random: Random): string => {
  const whole = card(random)
  return whole.replace(/^0+/, '')
}
const oldCard = (random: Random): string =>
  pick(random, [
    '01',
    '03',
    '06',
    '07',
    '08',
    '09',
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
    '20',
    '21',
    '23',
    '24',
    '25',
    '26',
    '28',
    '30',
    '31',
    '33',
    '36',
    '38',
  ]) + digits(random, 7) // prettier-ignore
const mobile = (random: Random): string => pick(random, MOBILE) + digits(random, 7)
const date = (random: Random, from: number, to: number, by: string): string =>
  `${two(int(random, 1, 28))}${by}${two(int(random, 1, 12))}${by}${int(random, from, to)}`

/** Every place name that a kernel may use. */
export const fillers: Readonly<Record<string, (random: Random) => string>> = {
  name: (r) => `${pick(r, FAMILY)} ${pick(r, MIDDLE)} ${pick(r, GIVEN)}`,
  cccd: card,
  cccdSpaced: (r) =>
    grouped(
      card(r),
      pick(r, [
        [4, 4, 4],
        [3, 3, 3, 3],
        [3, 3, 6],
      ]),
      pick(r, [' ', '.', '-', '\u00a0']),
    ), // prettier-ignore
  cccdLost: lostCard,
  cmnd: oldCard,
  cmndSpaced: (r) => grouped(oldCard(r), [3, 3, 3], pick(r, [' ', '.'])),
  mobile,
  mobileSpaced: (r) =>
    grouped(
      mobile(r),
      pick(r, [
        [4, 3, 3],
        [3, 3, 4],
        [4, 2, 2, 2],
      ]),
      ' ',
    ), // prettier-ignore
  mobileDotted: (r) =>
    grouped(
      mobile(r),
      pick(r, [
        [4, 3, 3],
        [3, 3, 4],
        [4, 2, 2, 2],
      ]),
      '.',
    ), // prettier-ignore
  mobileDashed: (r) => grouped(mobile(r), [4, 3, 3], '-'),
  mobileIntl: (r) => {
    const rest = mobile(r).slice(1)
    return pick(r, [
      `+84${rest}`,
      `+84 ${grouped(rest, [3, 3, 3], ' ')}`,
      `84${rest}`,
      `(+84) ${grouped(rest, [2, 3, 4], ' ')}`,
      `+84-${grouped(rest, [3, 3, 3], '-')}`,
      `0084${rest}`,
    ]) // prettier-ignore
  },
  mobileLost: (r) => mobile(r).slice(1),
  mail: (r) =>
    `${pick(r, [`${pick(r, LATIN)}.${pick(r, SURNAME)}`, `${pick(r, SURNAME)}${pick(r, LATIN)}${int(r, 60, 99)}`, `${pick(r, LATIN)}_${pick(r, SURNAME)}`, `${pick(r, SURNAME)}van${pick(r, LATIN)}`])}@${pick(r, ['gmail.com', 'yahoo.com.vn', 'outlook.com', 'hotmail.com', 'icloud.com', 'vnpt.vn', 'fpt.com.vn'])}`, // prettier-ignore
  mailOfficial: (r) =>
    `${pick(r, [`${pick(r, LATIN)}${pick(r, ['nv', 'tt', 'lv', 'pt', 'htm'])}`, `${pick(r, SURNAME)}${pick(r, ['van', 'thi'])}${pick(r, LATIN)}`, `${pick(r, LATIN)}.${pick(r, SURNAME)}`])}@${pick(r, ['dienbien.gov.vn', 'hanoi.gov.vn', 'laocai.gov.vn', 'mst.gov.vn', 'edu.vn', 'stnmt.sonla.gov.vn'])}`, // prettier-ignore
  account: (r) =>
    pick(r, [
      () => `${digits(r, 3)}1000${digits(r, 6)}`,
      () => `190${digits(r, 11)}`,
      () => `8900205${digits(r, 6)}`,
      () => `1${digits(r, 11)}`,
    ])(), // prettier-ignore
  accountSpaced: (r) => grouped(`${int(r, 1, 9)}${digits(r, 12)}`, [4, 3, 6], pick(r, [' ', '.'])),
  birth: (r) => date(r, 1940, 2018, '/'),
  birthDashed: (r) => date(r, 1940, 2018, pick(r, ['-', '.'])),
  yearNow: (r) => String(int(r, 2018, 2026)),
  // What only resembles personal data.
  money: (r) => grouped(`${int(r, 1, 9)}${digits(r, 11)}`, [3, 3, 3, 3], '.'),
  moneyPlain: (r) => `${int(r, 1, 9)}${digits(r, 5)}000000`,
  moneySmall: (r) => `${int(r, 1, 9)}${digits(r, 2)}.${digits(r, 3)}.000`,
  tender: (r) => `IB${int(r, 2300, 2600)}${digits(r, 6)}`,
  tenderDate: (r) => `20${int(r, 20, 26)}${two(int(r, 1, 12))}${digits(r, 5)}`,
  tax: (r) => `5600${digits(r, 6)}`,
  taxBranch: (r) => `0100${digits(r, 6)}-${digits(r, 3)}`,
  document: (r) =>
    `${int(r, 1, 9999)}/${pick(r, ['UBND-VX', 'QĐ-UBND', 'BC-SKHCN', 'KH-UBND', 'NĐ-CP', 'CV-STNMT', 'TB-VP'])}`, // prettier-ignore
  coordinates: (r) => `${int(r, 8, 23)}.${digits(r, 6)}, ${int(r, 102, 109)}.${digits(r, 6)}`,
  vn2000: (r) => `${int(r, 2300000, 2480000)}.${digits(r, 2)}; ${int(r, 400000, 600000)}.${digits(r, 3)}`,
  area: (r) => `${int(r, 1, 999)}.${digits(r, 3)},${digits(r, 2)}`,
  hotline: (r) =>
    pick(r, [`1900 ${digits(r, 4)}`, `1800${digits(r, 4)}`, `1900.${digits(r, 6)}`, '1022', '113']),
  landline: (r) =>
    pick(r, [
      `0215 3${digits(r, 3)} ${digits(r, 3)}`,
      `024.3${digits(r, 3)}.${digits(r, 4)}`,
      `(0212) 3${digits(r, 6)}`,
      `0203-3${digits(r, 6)}`,
      `028 3${digits(r, 7)}`,
    ]), // prettier-ignore
  isbn: (r) => `978-604-${int(r, 10, 99)}-${digits(r, 4)}-${int(r, 0, 9)}`,
  procedure: (r) => `${int(r, 1, 3)}.0${digits(r, 5)}.000.00.00.H${two(int(r, 1, 63))}`,
  identifier: (r) => `H18.${int(r, 1, 99)}.${int(r, 1, 99)}`,
  budgetUnit: (r) => `10${digits(r, 5)}`,
  commune: (r) => `0${digits(r, 4)}`,
  date: (r) => date(r, 2015, 2026, '/'),
  count: (r) => String(int(r, 11, 99999)),
  countDotted: (r) => `${int(r, 1, 99)}.${digits(r, 3)}`,
  ip: (r) => `10.${int(r, 0, 255)}.${int(r, 0, 255)}.${int(r, 1, 254)}`,
  port: (r) => String(int(r, 1024, 65535)),
  hash: (r) => Array.from({ length: 40 }, () => pick(r, [...'0123456789abcdef'])).join(''),
  uuid: (r) =>
    [8, 4, 4, 4, 12]
      .map((size) => Array.from({ length: size }, () => pick(r, [...'0123456789abcdef'])).join(''))
      .join('-'), // prettier-ignore
  parcel: (r) => `${int(r, 1, 400)}/${int(r, 1, 99)}`,
  barcode: (r) => `893${digits(r, 10)}`,
  project: (r) => `7${digits(r, 6)}`,
  mailbox: (r) =>
    `${pick(r, ['vanthu', 'ubnd', 'banbientap', 'hotro', 'phongvhxh', 'cntt', 'info', 'lienhe', 'tiepcongdan', 'sokhcn', 'vanphong', 'bophanmotcua'])}@${pick(r, ['dienbien.gov.vn', 'sonla.gov.vn', 'muongthanh.dienbien.gov.vn', 'mst.gov.vn'])}`, // prettier-ignore
}
