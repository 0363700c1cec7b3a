// Looks for what must not be opened by mistake: numbers of identity papers, phones, e-mails, accounts, birth dates, health,
// and marks of state secrets. It runs on the office's own machine and sends nothing. It finds, a named person decides.
import { cleanText, foldKey } from '../text/fold.ts'

export type GuardKind =
  | 'cccd'
  | 'cmnd'
  | 'phone'
  | 'email'
  | 'bank-account'
  | 'birth-date'
  | 'health'
  | 'state-secret'

/** One thing found in a text. `start` and `end` are offsets in the text as `cleanText` gives it (as the store keeps it). */
export type GuardFinding = { readonly kind: GuardKind; readonly start: number; readonly end: number }

/** How far before a number its name may stand: “Số CCCD của ông Nguyễn Văn An: …”. */
const CONTEXT = 48

type Heading = { readonly kind: GuardKind; readonly words: RegExp }

/** What a heading, or the words just before a value, say that the value is; folded text. */
const HEADINGS: readonly Heading[] = [
  {
    kind: 'cccd',
    words:
      /\b(cccd|can cuoc|so cc|ddcn|so dinh danh( ca nhan)?|dinh danh ca nhan|ma dinh danh cong dan|ma dinh danh ca nhan)\b/,
  },
  {
    kind: 'cmnd',
    words: /\b(cmnd|cmtnd|cmt|chung minh( nhan dan| thu)?|giay to(?! (dat|nha|xe|quyen))( tuy than)?)\b/,
  },
  {
    kind: 'phone',
    words: /\b(dien thoai|di dong|so dt|sdt|dt|dtdd|mobile|tel|phone|zalo|lien he|goi|so may)\b/,
  },
  { kind: 'email', words: /\b(e mail|email|thu dien tu)\b/ },
  {
    kind: 'bank-account',
    words:
      /\b(tai khoan|stk|tk|account|ngan hang|agribank|vietcombank|vietinbank|bidv|mb ?bank|techcombank|sacombank|lpbank|lienvietpostbank|acb|vpbank|tpbank)\b/,
  },
  {
    kind: 'birth-date',
    words: /\b(ngay sinh|nam sinh|sinh ngay|sinh nam|ngay thang nam sinh|ntns|dob|date of birth)\b/,
  },
  {
    kind: 'health',
    words:
      /\b(chan doan|benh an|benh ly|benh man tinh|tinh trang suc khoe|loai benh|mac benh|dang khuyet tat|muc do khuyet tat|nhom mau|tien su benh|ket qua xet nghiem|tinh trang benh)\b/,
  },
]

/** Numbers that look like somebody's but are an office's or a document's. */
const OF_A_THING =
  /\b(ma so thue|mst|ma ho so|so ho so|ma goi thau|so cong van|quyet dinh so|ma san pham|ma vach|ma cong trinh|ma du an|ma so doanh nghiep|ma buu chinh|toa do|so seri|so serial|isbn|ma tai san|so hieu|ma dinh danh co quan|ma don vi|ma bao hiem|so thua|so to|dien tich|kinh phi|so tien|tong (so|cong|muc|gia|von|thu|chi|kinh phi|dien tich)|vnd|ma giao dich|so bien lai|so hoa don|so lo|so khung|so may|bien so)\b/

/**
 * @param written one cell, or one field's text, in any Unicode form
 * @param heading the column's heading or the field's label, where there is one
 * @returns what was found, in the order of the text, without overlaps
 */
export function findPersonalData(written: string, heading = ''): GuardFinding[] {
  const text = cleanText(written)
  const headingKey = foldKey(heading)
  const found: GuardFinding[] = []
  const take = (kind: GuardKind, start: number, end: number) => {
    if (!found.some((f) => f.start < end && start < f.end)) found.push({ kind, start, end })
  }
  for (const { kind, start, end } of findEmails(text)) take(kind, start, end)
  for (const run of digitRuns(text)) {
    const kind = kindOfNumber(text, run, headingKey)
    if (kind) take(kind, run.start, run.end)
  }
  for (const { kind, start, end } of findBirthDates(text, headingKey)) take(kind, start, end)
  for (const { kind, start, end } of findHealth(text, headingKey)) take(kind, start, end)
  for (const { kind, start, end } of findSecretMarks(text, headingKey)) take(kind, start, end)
  return found.sort((a, b) => a.start - b.start)
}

/** The kind of value that a column's heading announces, or null. */
export function kindOfHeading(heading: string): GuardKind | null {
  const key = foldKey(heading)
  return HEADINGS.find(({ words }) => words.test(key))?.kind ?? null
}

// E-mail. A shared mailbox of an office is public by its nature; a person's, also a person's official one, is not.

const EMAIL = /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)*\s?\.\s?[a-z]{2,}/giu
/** Names of units and of duties; what may also be a given name (Phong, Sơn, Ban, Tịnh) needs a unit's abbreviation after it. */
const SHARED_MAILBOX =
  /^(?:(?:ubnd|hdnd|ubmt|mttq|vanthu|van[._-]thu|vpub|vanphong|bophan|trungtam|contact|info|support|hotro|lienhe|admin|webmaster|banbientap|bbt|tiepdan|tiepcongdan|motcua|tthcc|tthc|cntt|congan|congttdt|congthongtin|opendata|dulieu|noreply|no-reply|vp|doanthanhnien|hoiphunu|tramyte|daotao|thanhtra|chicuc|tinhuy|xa(?:[._-]|(?=[a-z]{4}))|phuong[._-])[a-z0-9._-]*|phong[._-]?(?:khcn|tttt|noivu|taichinh|tnmt|nnmt|gddt|tckh|vhxh|vhtt|tuphap|dantoc|ktht|kinhte|hcth|tchc|ytdp|ldtbxh)[._-]?[a-z0-9]{0,12}|(?:so|ban|tt)[._-]?(?:khcn|tt|tttt|tc|nv|noivu|taichinh|tnmt|nnmt|nnptnt|gtvt|xd|xaydung|yt|yte|ct|congthuong|ldtbxh|gd|gddt|kh|kht[a-z]|khdt|tckh|vh|vhxh|vhttdl|tp|tuphap|dantoc|dt|ktht|kt|kinhte|hc|hcth|tchc|qlda|bientap|tuyengiao|noichinh|tochuc|tiepdan|cntt|cds|qlvh|tth|vhtt|hcc|pvhcc|ytdp|ksbt|y?te)[._-]?[a-z0-9]{0,12})$/

function findEmails(text: string): GuardFinding[] {
  return [...text.matchAll(EMAIL)].flatMap((match) => {
    const whole = match[0].replace(/\s/g, '').toLowerCase()
    const [name = '', domain = ''] = whole.split('@')
    const isShared = /\.(gov|edu|org)\.vn$/.test(domain) && SHARED_MAILBOX.test(name)
    return isShared ? [] : [at('email', match)]
  })
}

// Numbers. A run is digits with the separators that people put between them, taken apart where they mean two numbers.

type Run = {
  readonly start: number
  readonly end: number
  readonly digits: string
  readonly plus: boolean
  readonly raw: string
}

const RUN = /(?<![\p{L}\p{N}])\(?\+?\(?\d(?:[\d\u00a0 .()–-]*\d)?(?![\p{L}\p{N}])/gu

function digitRuns(text: string): Run[] {
  return [...text.matchAll(RUN)].flatMap((match) => {
    const raw = match[0]
    const start = match.index
    // Two numbers in a row (a phone, then another) are told apart by a wide gap or a dash between blanks.
    const parts = [...raw.matchAll(/[^\s].*?(?=\s{2,}|\s[–-]\s|$)/gu)]
    return parts.flatMap((part) => {
      const piece = part[0].replace(/^[\s–-]+/u, '')
      const offset = start + part.index + (part[0].length - piece.length)
      const digits = piece.replace(/\D/g, '')
      if (digits.length < 6) return []
      return [{ start: offset, end: offset + piece.length, digits, plus: piece.includes('+'), raw: piece }]
    })
  })
}

const MOBILE = /^0(3[2-9]|5[25689]|7[06-9]|8\d|9\d)\d{7}$/
const LANDLINE = /^02\d{8,9}$/
/** Province (001–096, with gaps left open), century and sex, year of birth, six free digits: Decree 137/2015, Circular 59/2021. */
const CCCD = /^0(0[1-9]|[1-8]\d|9[0-6])[0-9]\d{2}\d{6}$/

function kindOfNumber(text: string, run: Run, headingKey: string): GuardKind | null {
  const before = foldKey(text.slice(Math.max(0, run.start - CONTEXT), run.start))
  const after = foldKey(text.slice(run.end, run.end + 12))
  const named = nearestKind(before) ?? headingKind(headingKey)
  const { digits } = run
  const local = localNumber(run)
  const isOfAThing =
    OF_A_THING.test(lastWords(before)) || /^(dong|vnd|nghin|trieu|ty|m2|ha|km|kg|ban ghi|nguoi)\b/.test(after)
  if (named === 'bank-account' && digits.length >= 6 && digits.length <= 19) return 'bank-account'
  if (digits.length === 12 && CCCD.test(digits) && !isAmount(run.raw)) {
    return isOfAThing && named !== 'cccd' ? null : 'cccd'
  }
  // Excel drops up to two zeros that an identity number begins with.
  if (named === 'cccd' && digits.length >= 9 && digits.length <= 12 && !isAmount(run.raw)) return 'cccd'
  if (
    named === 'cmnd' &&
    (digits.length === 10 || digits.length === 11) &&
    CCCD.test(digits.padStart(12, '0'))
  )
    return 'cccd'
  if (named === 'cmnd' && (digits.length === 9 || digits.length === 8)) return 'cmnd'
  if (named === 'cmnd' && digits.length === 12) return 'cccd'
  if (isAmount(run.raw)) return named === 'phone' && MOBILE.test(local) ? 'phone' : null
  if (MOBILE.test(local)) return isOfAThing && named !== 'phone' ? null : 'phone'
  // Excel drops the zero that a phone begins with.
  if (digits.length === 9 && MOBILE.test(`0${digits}`) && named === 'phone') return 'phone'
  if (LANDLINE.test(local) && /\b(nha rieng|ca nhan|ong|ba|chu ho)\b/.test(`${before} ${headingKey}`))
    return 'phone'
  if (digits.length === 9 && !isOfAThing && followsPersonName(text.slice(0, run.start))) return 'cmnd'
  return null
}

/** The number as it is dialled at home: +84 912…, 84912… and 0084912… begin with 0. */
function localNumber({ digits, plus }: Run): string {
  const bare = digits.startsWith('0084') ? digits.slice(2) : digits
  return bare.startsWith('84') && (plus || bare.length > 10) ? `0${bare.slice(2).replace(/^0/, '')}` : digits
}

/** 1.234.567.890 is money, not somebody: groups of three after one to three digits, parted by dots. */
function isAmount(raw: string): boolean {
  return /^[1-9]\d{0,2}([.\u00a0 ]\d{3}){2,}$/.test(raw.trim()) && raw.includes('.')
}

function lastWords(key: string): string {
  return key.split(' ').slice(-6).join(' ')
}

/** What the words just before say; the nearest wins. */
function nearestKind(before: string): GuardKind | null {
  let best: { kind: GuardKind; index: number } | null = null
  for (const { kind, words } of HEADINGS) {
    for (const match of before.matchAll(new RegExp(words, 'g'))) {
      if (!best || match.index > best.index) best = { kind, index: match.index }
    }
  }
  return best?.kind ?? null
}

function headingKind(key: string): GuardKind | null {
  return key === '' ? null : (HEADINGS.find(({ words }) => words.test(key))?.kind ?? null)
}

const FAMILY =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Lương|Mai|Tô|Hà|Đoàn|Trịnh|Cao|Lâm|Thạch|Kim|Sơn|Danh|Lò|Quàng|Cà|Giàng|Sùng|Thào|Vàng|Ma|Nông|Hứa|Triệu|Bàn|Chu|La|Y|H’|A|Rơ Châm|Rơ|Ksor|Siu|Kpă|Rmah|Nay|Niê|Êban|Đàm|Tạ|Thái|Phùng|Quách|Châu|Tăng|Vương|Tống|Lường|Tòng|Hạng|Mùa|Chẩu|Vừ|Sình|Lầu|Tráng|Hờ|Lỳ|Pờ|Chang|Phà|Khoàng|Vì|Bạc|Cầm|Điêu|Đèo|Tao|Lùng|Thèn|Cư|Mua|Thò|Lù|Chảo|Tẩn|Phàn|Lùng|Hù|Cứ|Ly|Xồng|Lầu|Moong|Cụt|Vi|Lữ|Lo|Sầm|Hồng|Hà|Đậu|Từ|Khuất|Kiều|Viên|Nghiêm|Mạc|Khổng|Ninh|Tiêu|Trà|Cil|Kră|K’|Điểu|Thị|Sô|Kim|Neáng|Chau'
const PERSON = new RegExp(`(?<!\\p{L})(?:${FAMILY})(?:\\s\\p{Lu}[\\p{Ll}\\p{M}’]*){1,4}`, 'u')

function followsPersonName(before: string): boolean {
  const tail = before.slice(-CONTEXT)
  return PERSON.test(tail)
}

// Birth dates, health, secrets: words decide, and a person or a column beside them.

const DATE =
  /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})(?!\d)|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}(?!\d)/gu

/** A line of a sample file: an identity number, a name, then the date. */
const IN_A_ROW = /(?<!\d)\d{9,12}\s*[;,|\t]\s*[\p{L}’ ]{4,40}[;,|\t]\s*$/u

function findBirthDates(text: string, headingKey: string): GuardFinding[] {
  const headed = headingKind(headingKey) === 'birth-date'
  return [...text.matchAll(DATE)].flatMap((match) => {
    const before = foldKey(text.slice(Math.max(0, match.index - 24), match.index))
    const said = /\b(sinh ngay|ngay sinh|sinh nam|nam sinh|ngay thang nam sinh|sinh|ntns|dob)$/.test(
      before.replace(/\b(la|vao|ngay|nam)$/, '').trim(),
    )
    return headed || said || IN_A_ROW.test(text.slice(0, match.index)) ? [at('birth-date', match)] : []
  })
}

const TITLE = 'ông|bà|cháu|em|anh|chị|con|cô|chú|bệnh nhân|người bệnh|đ/c|đồng chí'
const TITLED_NAME = new RegExp(`(?:^|[\\s,;:(])(?:${TITLE}|\\p{Lu}${TITLE.slice(1)})\\s+\\p{Lu}`, 'u')
/** In capitals a name cannot be told by its letters: a title, then two words or more that are not of the sentence. */
const TITLED_CAPITALS = new RegExp(
  `(?:^|[\\s,;:(])(?:${TITLE.toLocaleUpperCase('vi')})((?:\\s+[\\p{Lu}’]+){2,5})\\s*$`,
  'u',
)
const OF_THE_SENTENCE = /(?<!\p{L})(?:ĐANG|ĐƯỢC|MẮC|ĐÃ|CÁC|NGƯỜI|CÓ|TẠI|THEO|ĐIỀU TRỊ|SỐ|DO|TRONG)(?!\p{L})/u

const HEALTH_OF_A_PERSON =
  /(?:mắc|nhiễm|bị|điều trị|chẩn đoán|dương tính với)\s+(?:bệnh\s+)?(?:HIV(?:\/AIDS)?|lao(?: phổi)?|ung thư(?: \p{L}+)?|tâm thần(?: phân liệt)?|viêm gan(?: [ABC])?|tiểu đường|đái tháo đường|động kinh|trầm cảm|suy thận|bại não|Covid-?19|tăng huyết áp)/giu
const HEALTH_RECORD =
  /(?:bệnh án số|(?:hồ sơ )?bệnh án của [^.;]{2,120}|khuyết tật (?:đặc biệt nặng|nặng)|nhóm máu (?:A|B|AB|O)(?!\p{L}))/giu
const COUNTED =
  /\b(so|ty le|tong so|so luong|bao nhieu|so ca|so nguoi|thong ke|danh muc|phong|chong|phong chong|chuong trinh|du phong)\b/

function findHealth(text: string, headingKey: string): GuardFinding[] {
  if (headingKind(headingKey) === 'health' && /\p{L}{2}/u.test(text)) {
    return [{ kind: 'health', start: 0, end: text.length }]
  }
  return [HEALTH_OF_A_PERSON, HEALTH_RECORD].flatMap((words) =>
    [...text.matchAll(words)].flatMap((match) => {
      const before = text.slice(Math.max(0, match.index - 60), match.index)
      return (isOfSomebody(before) || PERSON.test(match[0]) || OF_A_NAMED_RECORD.test(match[0])) &&
        !COUNTED.test(lastWords(foldKey(before)))
        ? [at('health', match)]
        : []
    }),
  )
}

/** “HỒ SƠ BỆNH ÁN CỦA NGÔ XUÂN SƠN: …” */
const OF_A_NAMED_RECORD = new RegExp(
  `BỆNH ÁN CỦA (?:(?:${TITLE.toLocaleUpperCase('vi')}) )?(?:${FAMILY.toLocaleUpperCase('vi')})\\s`,
  'u',
)

function isOfSomebody(before: string): boolean {
  if (!/\p{Ll}/u.test(before)) {
    const name = TITLED_CAPITALS.exec(before.trimEnd())?.[1]
    return name !== undefined && !OF_THE_SENTENCE.test(name)
  }
  return PERSON.test(before) || TITLED_NAME.test(before)
}

/** The stamp itself, alone or named as one; never “bảo mật”, “mật độ”, “mật khẩu”. */
const STAMP = /(?<![\p{L}\p{N}])(TUYỆT MẬT|TỐI MẬT)(?![\p{L}\p{N}])/gu
const LONE_STAMP = /^\s*[([]?\s*(?:MẬT|Mật|TỐI MẬT|Tối mật|TUYỆT MẬT|Tuyệt mật)\s*[)\]]?\s*\.?\s*$/gmu
const NAMED_STAMP =
  /(?:độ mật\s*[:：]?\s*["“(]?\s*(?:A|B|C|mật|tối mật|tuyệt mật)(?![\p{L}\p{N}])|(?:đóng dấu|dấu)\s+(?:chỉ )?(?:độ )?["“(]?(?:mật|tối mật|tuyệt mật)(?![\p{L}\p{N}])|(?:tài liệu|văn bản|công văn)\s+(?:tuyệt |tối )?mật(?![\p{L}\p{N}])(?!\s*(?:độ|khẩu|mã))|(?:thuộc|chứa) (?:danh mục )?bí mật nhà nước|bí mật nhà nước,?\s+(?:ở\s+)?(?:độ|mức)\s+(?:tối |tuyệt )?mật(?![\p{L}\p{N}]))/giu
const NUMBER_OF_SECRET =
  /(?<![\p{L}\p{N}])\d{1,5}\s*\/\s*(?:BC|KH|QĐ|TB|TTr|CV|CT|HD)?-?[A-ZĐ-]*-?(?:\((?:M|TM|TuM)\)|-M)(?![\p{L}\p{N}])/gu
const DENIED =
  /(không|chưa|ngoài|loại trừ|trừ)\s+(?:có\s+|chứa\s+|phải\s+(?:là\s+)?)?(?:nội dung\s+|dữ liệu\s+|thông tin\s+)?$/iu

function findSecretMarks(text: string, headingKey: string): GuardFinding[] {
  if (/\bdo mat\b/.test(headingKey) && /^\s*(mật|tối mật|tuyệt mật|a|b|c)\s*$/iu.test(text)) {
    return [{ kind: 'state-secret', start: 0, end: text.length }]
  }
  return [STAMP, LONE_STAMP, NAMED_STAMP, NUMBER_OF_SECRET].flatMap((words) =>
    [...text.matchAll(words)].flatMap((match) =>
      DENIED.test(text.slice(Math.max(0, match.index - 40), match.index)) ? [] : [at('state-secret', match)],
    ),
  )
}

function at(kind: GuardKind, match: RegExpMatchArray): GuardFinding {
  const start = match.index ?? 0
  return { kind, start, end: start + match[0].length }
}
