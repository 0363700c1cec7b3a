// How wide a text is in Times New Roman, and how many lines it takes in a cell. Spreadsheet programs do not fit row
// heights when they open a file, so the writer must know: a text that is measured too narrow is cut on paper. Pure
// arithmetic on an embedded table; never asks the machine which fonts it has.

/** First code point, and the advance of it and of those that follow, in 1/2048 of the font size. */
type Advances = readonly (readonly [number, readonly number[]])[]

// Advances that every face metric-compatible with Times New Roman shares.
const REGULAR: Advances = [
  [
    0x20,
    [
      512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024,
      1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479,
      1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479,
      1479, 1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024,
      569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909,
      983, 410, 983, 1108,
    ],
  ],
  [
    0xa0,
    [
      512, 682, 1024, 1024, 1024, 1024, 410, 1024, 682, 1556, 565, 1024, 1155, 682, 1556, 1024, 819, 1124,
      614, 614, 682, 1180, 928, 682, 682, 614, 635, 1024, 1536, 1536, 1536, 909, 1479, 1479, 1479, 1479, 1479,
      1479, 1821, 1366, 1251, 1251, 1251, 1251, 682, 682, 682, 682, 1479, 1479, 1479, 1479, 1479, 1479, 1479,
      1155, 1479, 1479, 1479, 1479, 1479, 1479, 1139, 1024, 909, 909, 909, 909, 909, 909, 1366, 909, 909, 909,
      909, 909, 569, 569, 569, 569, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1124, 1024, 1024, 1024, 1024,
      1024, 1024, 1024, 1024, 1479, 909, 1479, 909, 1479, 909, 1366, 909, 1366, 909, 1366, 909, 1366, 909,
      1479, 1324, 1479, 1024, 1251, 909, 1251, 909, 1251, 909, 1251, 909, 1251, 909, 1479, 1024, 1479, 1024,
      1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 682, 569, 682, 569, 682, 569, 682, 569, 682, 569, 1451,
      1131, 797, 569, 1479, 1024, 1024, 1251, 569, 1251, 569, 1251, 832, 1251, 704, 1251, 569, 1479, 1024,
      1479, 1024, 1479, 1024, 1237, 1437, 1013, 1479, 1024, 1479, 1024, 1479, 1024, 1821, 1479, 1366, 682,
      1366, 682, 1366, 682, 1139, 797, 1139, 797, 1139, 797, 1139, 797, 1251, 569, 1251, 875, 1251, 569, 1479,
      1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1933, 1479, 1479, 1024, 1479, 1251,
      909, 1251, 909, 1251, 909, 569,
    ],
  ],
  [0x1a0, [1479, 1083, 1894, 1416, 1331, 1024, 1139, 1139, 797, 1192, 704, 569, 1251, 569, 1251, 1589, 1110]],
  [
    0x1ea0,
    [
      1479, 909, 1479, 909, 1479, 909, 1479, 909, 1479, 909, 1479, 909, 1479, 909, 1479, 909, 1479, 909, 1479,
      909, 1479, 909, 1479, 909, 1251, 909, 1251, 909, 1251, 909, 1251, 909, 1251, 909, 1251, 909, 1251, 909,
      1251, 909, 682, 569, 682, 569, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024,
      1479, 1024, 1479, 1083, 1479, 1083, 1479, 1083, 1479, 1083, 1479, 1083, 1479, 1024, 1479, 1024, 1589,
      1110, 1589, 1110, 1589, 1110, 1589, 1110, 1589, 1110, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024,
    ],
  ],
  [
    0x2010,
    [
      682, 1139, 1024, 1024, 2048, 2048, 575, 1024, 682, 682, 682, 682, 909, 909, 909, 909, 1024, 1024, 717,
      1139, 1139, 1139, 2048,
    ],
  ],
  [0x20ab, [1050, 1024]],
]

const BOLD: Advances = [
  [
    0x20,
    [
      512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024,
      1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479,
      1479, 1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366,
      1479, 1479, 2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682,
      1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024,
      1024, 909, 807, 451, 807, 1065,
    ],
  ],
  [
    0xa0,
    [
      512, 682, 1024, 1024, 1024, 1024, 451, 1024, 682, 1530, 614, 1024, 1167, 682, 1530, 1024, 819, 1124,
      614, 614, 682, 1180, 1106, 683, 682, 614, 676, 1024, 1536, 1536, 1536, 1024, 1479, 1479, 1479, 1479,
      1479, 1479, 2048, 1479, 1366, 1366, 1366, 1366, 797, 797, 797, 797, 1479, 1479, 1593, 1593, 1593, 1593,
      1593, 1167, 1593, 1479, 1479, 1479, 1479, 1479, 1251, 1139, 1024, 1024, 1024, 1024, 1024, 1024, 1479,
      909, 909, 909, 909, 909, 569, 569, 569, 569, 1024, 1139, 1024, 1024, 1024, 1024, 1024, 1124, 1024, 1139,
      1139, 1139, 1139, 1024, 1139, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 909, 1479, 909, 1479, 909,
      1479, 909, 1479, 1502, 1479, 1139, 1366, 909, 1366, 909, 1366, 909, 1366, 909, 1366, 909, 1593, 1024,
      1593, 1024, 1593, 1024, 1593, 1024, 1593, 1139, 1593, 1139, 797, 569, 797, 569, 797, 569, 797, 569, 797,
      569, 1685, 1131, 1024, 682, 1593, 1139, 1139, 1366, 569, 1366, 569, 1366, 960, 1366, 810, 1366, 569,
      1479, 1139, 1479, 1139, 1479, 1139, 1493, 1575, 1139, 1593, 1024, 1593, 1024, 1593, 1024, 2048, 1479,
      1479, 909, 1479, 909, 1479, 909, 1139, 797, 1139, 797, 1139, 797, 1139, 797, 1366, 682, 1366, 1067,
      1366, 682, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1139, 2048, 1479, 1479,
      1024, 1479, 1366, 909, 1366, 909, 1366, 909, 569,
    ],
  ],
  [
    0x1a0,
    [1593, 1134, 2163, 1578, 1422, 1139, 1251, 1139, 797, 1339, 1050, 682, 1366, 682, 1366, 1630, 1229],
  ],
  [
    0x1ea0,
    [
      1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479,
      1024, 1479, 1024, 1479, 1024, 1479, 1024, 1366, 909, 1366, 909, 1366, 909, 1366, 909, 1366, 909, 1366,
      909, 1366, 909, 1366, 909, 797, 569, 797, 569, 1593, 1024, 1593, 1024, 1593, 1024, 1593, 1024, 1593,
      1024, 1593, 1024, 1593, 1024, 1593, 1134, 1593, 1134, 1593, 1134, 1593, 1134, 1593, 1134, 1479, 1139,
      1479, 1139, 1630, 1229, 1630, 1229, 1630, 1229, 1630, 1229, 1630, 1229, 1479, 1024, 1479, 1024, 1479,
      1024, 1479, 1024,
    ],
  ],
  [
    0x2010,
    [
      682, 1139, 1024, 1024, 2048, 2048, 664, 1024, 682, 682, 682, 682, 1024, 1024, 1024, 1024, 1024, 1024,
      717, 1139, 1139, 1139, 2048,
    ],
  ],
  [0x20ab, [1050, 1024]],
]

const TABLE_SIZE = 0x10000
/** What is not in the table is taken for a full-width sign. */
const UNKNOWN = 2048

function tableOf(advances: Advances): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE).fill(UNKNOWN)
  for (const [first, widths] of advances) table.set(widths, first)
  for (let mark = 0x300; mark <= 0x36f; mark++) table[mark] = 0
  for (const blank of [0x200b, 0x200c, 0x200d, 0xad]) table[blank] = 0
  // The second half of a surrogate pair adds nothing to the first.
  table.fill(0, 0xdc00, 0xe000)
  return table
}

const regular = tableOf(REGULAR)
const bold = tableOf(BOLD)

export type Face = { readonly sizePt: number; readonly bold?: boolean }

const NEWLINE = 10
const TAB = 9
const SPACE = 32

/** Pixels (1/96 inch) a point is long. */
const PX_PER_PT = 96 / 72

/** Width of one line of text in pixels at 96 dpi. */
export function textWidthPx(text: string, face: Face): number {
  const table = face.bold ? bold : regular
  let units = 0
  for (let i = 0; i < text.length; i++) units += table[text.charCodeAt(i)] as number
  return (units / 2048) * face.sizePt * PX_PER_PT
}

/** Width in pixels of the widest word: a column narrower than this breaks words. */
export function widestWordPx(text: string, face: Face): number {
  let widest = 0
  for (const word of text.split(/\s+/)) widest = Math.max(widest, textWidthPx(word, face))
  return widest
}

/**
 * Lines that a wrapped text takes in a cell `widthPx` wide. Breaks at blanks only, and inside a word wider than the
 * line; programs that know more places to break need no more lines than this.
 */
export function countLines(text: string, widthPx: number, face: Face): number {
  const table = face.bold ? bold : regular
  const limit = Math.max((widthPx / PX_PER_PT / face.sizePt) * 2048, 2 * UNKNOWN)
  let lines = 1
  let used = 0
  let gap = 0
  let word = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : NEWLINE
    if (code > SPACE || (code !== SPACE && code !== TAB && code !== NEWLINE)) {
      word += table[code] as number
      continue
    }
    if (word > 0) {
      if (used + gap + word <= limit) {
        used += gap + word
      } else {
        if (used > 0) lines++
        // A word wider than the line is broken between signs; each broken line may waste up to one sign.
        const broken = word > limit ? Math.ceil(word / (limit - UNKNOWN)) - 1 : 0
        lines += broken
        used = broken > 0 ? limit : word
      }
      word = 0
      gap = 0
    }
    if (code !== NEWLINE) {
      gap += table[code] as number
    } else if (i < text.length) {
      lines++
      used = 0
      gap = 0
    }
  }
  return lines
}
