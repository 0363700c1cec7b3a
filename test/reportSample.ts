// Believable records of any register, from its definition: long Vietnamese sentences, every type, some gaps. The same
// seed gives the same records.
import type { Field, Register, Value } from '../shared/registers/define.ts'
import type { ReportRecord } from '../shared/report/reportTable.ts'

const WORDS =
  'quản lý thông tin đất đai hộ tịch dân cư trên địa bàn xã phục vụ giải quyết thủ tục hành chính, tra cứu, thống kê, báo cáo theo quy định của Ủy ban nhân dân tỉnh; cập nhật khi phát sinh biến động từ hồ sơ của người dân và doanh nghiệp nộp tại bộ phận một cửa, kết nối với nền tảng chia sẻ dữ liệu'.split(
    ' ',
  )

export type Random = () => number

/** A repeatable stream of numbers in [0, 1). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function phrase(random: Random, words: number): string {
  const text = Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')
  return text[0]!.toUpperCase() + text.slice(1).replace(/[,;]$/, '')
}

function fieldValue(field: Field, random: Random, n: number): Value {
  const pick = () => field.values![Math.floor(random() * field.values!.length)]!.id
  switch (field.type) {
    case 'int':
      return field.format === 'year' ? 1990 + Math.floor(random() * 36) : Math.floor(random() * 2_000_000)
    case 'bool':
      return random() < 0.5
    case 'date':
      return `20${10 + Math.floor(random() * 17)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
    case 'enum':
      return pick()
    case 'multi':
      return [...new Set([pick(), pick()])].sort()
    case 'ref':
      return { text: `${field.label.vi} ${n % 7}`, id: null }
    case 'refs':
      return [{ text: `Đơn vị ${n % 5}`, id: null }]
    case 'longtext':
      return phrase(random, 6 + Math.floor(random() * 40))
    default:
      if (field.format === 'phone') return `0${Math.floor(900_000_000 + random() * 99_999_999)}`
      if (field.format === 'email') return `dau.moi.xa${n}@tuyenquang.gov.vn`
      if (field.format === 'url') return `https://dulieu.tuyenquang.gov.vn/bo-du-lieu/${n}/tai-ve`
      return `${phrase(random, 2 + Math.floor(random() * 6))} ${n}`
  }
}

export function sampleRecords(register: Register, count: number, seed = 1, gaps = 0.1): ReportRecord[] {
  const random = randomOf(seed)
  return Array.from({ length: count }, (_, n) => {
    const values: Record<string, Value> = {}
    for (const field of register.fields) {
      if (field.id !== register.nameField && random() < gaps) continue
      const value = fieldValue(field, random, n + 1)
      // What names a record is its own, also where it is a reference.
      const namesIt = field.id === register.nameField && field.type === 'ref'
      values[field.id] = namesIt ? { text: `${field.label.vi} số ${n + 1}`, id: null } : value
    }
    return { id: `${register.id}-${n + 1}`, values }
  })
}
