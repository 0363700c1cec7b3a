// A hint, never a gate beyond the least length: people who are refused write PINs on yellow notes.

export type PinStrength = 'weak' | 'fair' | 'strong'

const RUNS = '01234567890 09876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm'
const COMMON = /^(pass|matkhau|mat khau|admin|111|123|abc|qwe|xinchao|ubnd|vietnam)/

/** How hard a PIN or passphrase is to guess by somebody who sits near and knows the usual ones. */
export function pinStrength(pin: string): PinStrength {
  const plain = pin.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const distinct = new Set(plain).size
  const isYearOrDate = /^(19|20)?\d{2}(0?[1-9]|1[0-2])?\d{0,4}$/.test(plain) && plain.length <= 8
  if (plain.length < 6 || distinct <= 2 || RUNS.includes(plain) || COMMON.test(plain)) return 'weak'
  const kinds = [/[a-z]/, /\d/, /[^a-z\d]/].filter((kind) => kind.test(plain)).length
  const score = plain.length + distinct + kinds * 3
  if (isYearOrDate && kinds === 1) return plain.length >= 8 ? 'fair' : 'weak'
  return score >= 24 ? 'strong' : score >= 15 ? 'fair' : 'weak'
}
