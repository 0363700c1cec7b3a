const SIGNS = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/** `III` of 3: how annexes and sections of official documents are numbered. @param value from 1 */
export function romanNumber(value: number): string {
  let rest = value
  let roman = ''
  for (const [sign, worth] of SIGNS) {
    while (rest >= worth) {
      roman += sign
      rest -= worth
    }
  }
  return roman
}
