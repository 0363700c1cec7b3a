// The shapes of phones, mails, addresses and codes: checked by a rule, never by refusing to save.
import type { TextFormat, Value } from '../registers/define.ts'
import { isEmpty } from '../registers/schema.ts'

const PATTERNS: Record<TextFormat, { readonly pattern: RegExp; readonly example: string }> = {
  phone: { pattern: /^(?:0\d{9,10}|\+\d{9,15}|1[89]00\d{4,6})$/, example: '0900 000 001' },
  email: {
    pattern: /^[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/,
    example: 'nvmau@xamau.gov.vn',
  },
  url: {
    pattern: /^(?:https?:\/\/)?(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}]{2,}(?::\d+)?(?:[/?#]\S*)?$/u,
    example: 'https://xamau.tinhmau.gov.vn',
  },
  'province-code': { pattern: /^\d{2}$/, example: '01' },
  // Commune 5 digits, province 2; 3 digits are districts', kept for records before 01/07/2025.
  'admin-code': { pattern: /^(?:\d{2}|\d{3}|\d{5})$/, example: '00004' },
  // Decision 20/2020: M-X1X2 groups, or the Z scheme; the older 000.00.00.H40 is still met.
  'org-id': {
    pattern:
      /^(?=.{1,35}$)(?:[A-Y]\d{2}(?:\.[0-9A-Z]+)*|Z\d{2}[0-9A-Z]{1,32}|\d{3}[.-]\d{2}[.-]\d{2}[.-][A-Y]\d{2})$/,
    example: 'H40.12.5',
  },
  year: { pattern: /^(?:19[4-9]\d|20\d\d)$/, example: '2021' },
}

/** Whether a text has its format's shape; empty has. */
export function hasFormat(format: TextFormat, value: Value | undefined): boolean {
  return isEmpty(value) || PATTERNS[format].pattern.test(String(value))
}

/** A text of that shape, for the sentence that says how to write it. */
export function exampleOf(format: TextFormat): string {
  return PATTERNS[format].example
}
