// A key whose plain comparison gives Vietnamese dictionary order: a ă â … d đ e ê … u ư, and between equal letters the
// tones ngang, huyền, hỏi, ngã, sắc, nặng. Stored beside each record's name, because the driver has no collations.

const LETTERS = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz']
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const BASE_MARKS = '\u0306\u0302\u031b'

/** Rank of each letter as one character; digits go before letters, everything else keeps its code point. */
const RANK = new Map(LETTERS.map((letter, i) => [letter, String.fromCharCode(0x61 + i)]))

type Unit = { readonly primary: string; readonly tone: string }

const units = new Map<string, Unit>()

/** One NFC character to its rank and its tone; remembered, because a list has few distinct characters. */
function unitOf(char: string): Unit {
  let unit = units.get(char)
  if (unit) return unit
  let base = ''
  let tone = '0'
  for (const part of char.normalize('NFD')) {
    const index = TONES.indexOf(part)
    if (index >= 0) tone = String(index + 1)
    else if (BASE_MARKS.includes(part) || !/\p{M}/u.test(part)) base += part
  }
  const letter = base.normalize('NFC')
  unit = { primary: RANK.get(letter) ?? letter, tone }
  if (units.size < 5_000) units.set(char, unit)
  return unit
}

/**
 * @param text NFC or NFD, any case; runs of blanks count as one.
 * @returns a key to compare with `<`; equal for texts that differ only in case or blanks. At most 120 characters of the
 * text count: a list is not ordered by what nobody reads.
 */
export function vietnameseOrderKey(text: string): string {
  let primary = ''
  let tones = ''
  const plain = text.slice(0, 240).normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 120)
  for (const char of plain) {
    const unit = unitOf(char)
    primary += unit.primary
    tones += unit.tone
  }
  return `${primary}\u0001${tones.replace(/0+$/, '')}`
}
