// Text typed in the fonts of before Unicode (TCVN3: .VnTime…; VNI: VNI-Times…) and read as Latin-1. Which it is, is found
// from the text itself, because font names lie both ways. Unicode text must never be changed, spelling never corrected.
// Letters: the vietunicode charset tables (facts); TCVN 5712:1993 VN3, and VNI's letter-plus-mark pairs.
import { isSyllable } from '../text/syllable.ts'
import type { Cell, Sheet, TextEncoding } from './workbook.ts'

type Legacy = 'tcvn3' | 'vni'

// TCVN3 has one byte a letter and no accented capitals but these seven: fonts ending in H draw lower case as capitals.
const TCVN3_FROM = '¢£¤¡§¥¦µ¸©·ÌÐª×Ýßã«âïóý¨®Üò¬\u00ad¹¶ÊÇÈÉË¾»¼½ÆÑÎÏÕÒÓÔÖØÞäáèåæçéíêëìîôñøõö÷ùúþûü'
const TCVN3_TO = 'ÂÊÔĂĐƠƯàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ'
const TCVN3 = new Map([...TCVN3_FROM].map((from, i) => [from, [...TCVN3_TO][i]!]))

// VNI writes a letter and its mark as two bytes; ơ, ư, đ and i with a tone have a byte of their own.
const VNI_MARKS: Readonly<Record<string, string>> = {
  ø: '\u0300',
  ù: '\u0301',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}
const VNI_PAIR = /[aeouyôö][øùûõï]|[aeo][âáàåãä]|a[êéèúüë]/gi
const VNI_SINGLES = new Map([...'ìíæóòñôöîÌÍÆÓÒÑÔÖÎ'].map((from, i) => [from, [...'ìíỉĩịđơưỵÌÍỈĨỊĐƠƯỴ'][i]!]))

/** TCVN3 read as Latin-1, to Unicode NFC. Words all in capitals but for their accented letters become all capitals. */
export function tcvn3ToUnicode(text: string): string {
  const converted = replaceChars(text, TCVN3)
  const capitals = (text.match(/[A-Z]/g) ?? []).length
  return capitals >= 2 && !/[a-z]/.test(text) ? converted.toUpperCase() : converted
}

/** VNI read as Latin-1, to Unicode NFC: two-byte letters before single ones. */
export function vniToUnicode(text: string): string {
  let out = ''
  let last = 0
  for (const match of text.matchAll(VNI_PAIR)) {
    out += replaceChars(text.slice(last, match.index), VNI_SINGLES)
    const base = replaceChars(match[0][0]!, VNI_SINGLES)
    out += (base + VNI_MARKS[match[0][1]!.toLowerCase()]!).normalize('NFC')
    last = match.index + 2
  }
  return out + replaceChars(text.slice(last), VNI_SINGLES)
}

function replaceChars(text: string, table: ReadonlyMap<string, string>): string {
  let out = ''
  for (const char of text) out += table.get(char) ?? char
  return out
}

// Beyond ASCII; a soft hyphen is TCVN3's ư and counts as a letter.
const MARKED = /[\u0080-\uffff]/
const LATIN = /[\u00a1-\u00ff]/
const BEYOND_LATIN = /[\u0100-\u024f\u1e00-\u1eff]|\p{M}/u
/** Signs that stand for letters in TCVN3 and for nothing inside a Unicode word. */
const TCVN3_SIGNS =
  /[\u00a1-\u00a9\u00aa-\u00af\u00b5-\u00bf\u00c6\u00d7-\u00d8\u00de-\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: footnote marks of old exports part words too
const SPLIT = /[\s\u0000-\u0040\u005b-\u0060\u007b-\u007f\u00a0\u2010-\u2060\ufeff“”‘’…–—]+/

type Score = { readonly valid: number; readonly total: number }

function score(text: string): Score {
  let valid = 0
  let total = 0
  for (const word of text.split(SPLIT)) {
    if (!MARKED.test(word)) continue
    total++
    if (isSyllable(word)) valid++
  }
  return { valid, total }
}

const ratio = (s: Score): number => (s.total === 0 ? 0 : s.valid / s.total)

/** How one text was typed, on its own evidence; null when it has none (plain ASCII) or proves nothing. */
export function detectLegacy(text: string): TextEncoding | null {
  const clean = text.normalize('NFC')
  if (!MARKED.test(clean)) return null
  if (!LATIN.test(clean)) return BEYOND_LATIN.test(clean) ? 'unicode' : null
  // Letters of both kinds: Unicode unless signs that are no Vietnamese letters stand in words that are none as they are.
  const beyond = BEYOND_LATIN.test(clean)
  if (beyond && !TCVN3_SIGNS.test(clean)) return 'unicode'
  const asIs = score(clean)
  if (asIs.total === 0) return null
  if (beyond) return asIs.valid === asIs.total ? 'unicode' : 'mixed'
  const tcvn3 = score(tcvn3ToUnicode(clean))
  const vni = score(vniToUnicode(clean))
  const best = ratio(tcvn3) >= ratio(vni) ? tcvn3 : vni
  if (best.valid === 0 || ratio(best) <= ratio(asIs)) return ratio(asIs) > 0.5 ? 'unicode' : null
  if (ratio(tcvn3) === ratio(vni))
    return tcvn3.valid === vni.valid ? null : tcvn3.valid > vni.valid ? 'tcvn3' : 'vni'
  return best === tcvn3 ? 'tcvn3' : 'vni'
}

/** Converts word by word where Unicode and TCVN3 stand in one cell: only words that are Vietnamese after, not before. */
function convertMixed(text: string, legacy: Legacy): string {
  const convert = legacy === 'tcvn3' ? tcvn3ToUnicode : vniToUnicode
  return text
    .split(/(\s+)/)
    .map((part) => {
      if (!LATIN.test(part) || BEYOND_LATIN.test(part)) return part
      const before = score(part)
      const converted = convert(part)
      return ratio(score(converted)) > ratio(before) ? converted : part
    })
    .join('')
}

/** Text in Unicode, and how it was typed. `majority` is what the rest of the sheet was typed in. */
export function toUnicode(
  text: string,
  majority: Legacy | null = null,
): { text: string; from: TextEncoding } {
  const found = detectLegacy(text)
  const clean = text.normalize('NFC')
  if (found === 'tcvn3') return { text: tcvn3ToUnicode(clean), from: found }
  if (found === 'vni') return { text: vniToUnicode(clean), from: found }
  if (found === 'mixed') {
    const converted = convertMixed(clean, majority ?? 'tcvn3')
    return converted === clean ? { text, from: 'unicode' } : { text: converted, from: 'mixed' }
  }
  if (majority && LATIN.test(clean) && !BEYOND_LATIN.test(clean)) {
    const converted = majority === 'tcvn3' ? tcvn3ToUnicode(clean) : vniToUnicode(clean)
    const [before, after] = [score(clean), score(converted)]
    // In a legacy sheet a cell that reads both ways, or no way (an abbreviation), was typed like its neighbours.
    if (ratio(after) >= ratio(before)) return { text: converted, from: majority }
  }
  return { text, from: 'unicode' }
}

/** The sheet with every text in Unicode. A sheet without a trace of old fonts comes back as it is, at once. */
export function convertSheet(sheet: Sheet): Sheet {
  const votes = { unicode: 0, tcvn3: 0, vni: 0, mixed: 0 }
  const seen = new Map<string, TextEncoding | null>()
  for (const { cells } of sheet.rows) {
    for (const cell of cells) {
      const text = textOf(cell)
      if (text === null || !LATIN.test(text) || seen.has(text)) continue
      const found = detectLegacy(text)
      seen.set(text, found)
      if (found) votes[found]++
    }
  }
  const legacy = votes.tcvn3 + votes.vni + votes.mixed
  if (legacy === 0) return sheet
  const majority =
    votes.tcvn3 + votes.vni > votes.unicode ? (votes.tcvn3 >= votes.vni ? 'tcvn3' : 'vni') : null
  let converted = 0
  const memo = new Map<string, string>()
  const convert = (text: string): string => {
    let out = memo.get(text)
    if (out === undefined) {
      out = LATIN.test(text) ? toUnicode(text, majority).text : text
      memo.set(text, out)
    }
    if (out !== text) converted++
    return out
  }
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => convertCell(cell, convert)),
  }))
  const kinds = (['tcvn3', 'vni'] as const).filter((kind) => votes[kind] > 0)
  const encoding: TextEncoding = kinds.length === 1 && votes.unicode + votes.mixed === 0 ? kinds[0]! : 'mixed'
  return { ...sheet, rows, converted, encoding }
}

function textOf(cell: Cell): string | null {
  if (typeof cell === 'string') return cell
  return cell && typeof cell === 'object' && cell.k === 'text' ? cell.v : null
}

function convertCell(cell: Cell, convert: (text: string) => string): Cell {
  if (typeof cell === 'string') return convert(cell)
  return cell && typeof cell === 'object' && cell.k === 'text' ? { ...cell, v: convert(cell.v) } : cell
}
