// Makes shared/bundle/dictionary-1.ts, the preset DEFLATE dictionary of small messages: the words that registers are
// written in. FROZEN: every message ever sealed with compression 1 needs the very same bytes, so this script documents
// how they came about and is not run again; other words mean a dictionary 2 under a new compression id.
// `node build/bundleDictionary.ts` prints the hash of what it would write; with `--write` it writes.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registers } from '../shared/registers/registry.ts'
import { phrases } from './bundlePhrases.ts'

const SIZE = 32 * 1024
const root = join(import.meta.dirname, '..')

/** Texts in rising order of likelihood: DEFLATE reaches the end of the dictionary most cheaply. */
function texts(): string[] {
  const found: string[] = []
  for (const register of registers) for (const field of register.fields) found.push(field.help.vi)
  for (const register of registers) {
    found.push(register.label.vi)
    for (const field of register.fields) {
      found.push(field.label.vi, ...field.synonyms)
      for (const value of field.values ?? []) found.push(value.label.vi, ...(value.synonyms ?? []))
    }
  }
  found.push(...phrases)
  return found
}

/** Identifiers as they stand in shapes and values: CBOR text, its length before it. */
function identifiers(): Buffer {
  const ids = new Set<string>()
  for (const register of registers) {
    for (const field of register.fields) for (const value of field.values ?? []) ids.add(value.id)
  }
  for (const register of registers) {
    ids.add(register.id)
    for (const field of register.fields) ids.add(field.id)
  }
  return Buffer.concat([...ids].map(cborText))
}

function cborText(text: string): Buffer {
  const body = Buffer.from(text)
  return Buffer.concat([
    body.length < 24 ? Buffer.from([0x60 + body.length]) : Buffer.from([0x78, body.length]),
    body,
  ])
}

/** Leaves out sentences whose every pair of words stands later already. */
function withoutRepeats(all: readonly string[]): string[] {
  const seen = new Set<string>()
  const kept: string[] = []
  for (const text of [...all].reverse()) {
    const words = text.normalize('NFC').split(/\s+/).filter(Boolean)
    const pairs = words.map((w, i) => `${words[i - 1] ?? ''} ${w}`)
    const fresh = pairs.filter((p) => !seen.has(p))
    if (words.length === 0 || fresh.length * 2 < pairs.length) continue
    for (const p of pairs) seen.add(p)
    kept.push(words.join(' '))
  }
  return kept.reverse()
}

const years = ['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026'].flatMap((y) => [
  `${y}-01-01`,
  `${y}-12-31`,
])
const tail = Buffer.concat([...years.map(cborText), identifiers()])
const head = Buffer.from(` ${withoutRepeats(texts()).join(' ')} `)
const dictionary = Buffer.concat([head.subarray(Math.max(0, head.length - (SIZE - tail.length))), tail])
const hash = createHash('sha256').update(dictionary).digest('hex')
console.log(`${dictionary.length} bytes of ${head.length + tail.length}, sha256 ${hash}`)

if (process.argv.includes('--write')) {
  const lines = dictionary.toString('base64').match(/.{1,104}/g) ?? []
  const source = `// FROZEN: the preset dictionary of compression 1, made once by build/bundleDictionary.ts. Never edited: every message
// sealed with it needs these very bytes.
import { base64 } from './base64.ts'

export const DICTIONARY_1_SHA256 = '${hash}'

let bytes: Uint8Array | undefined

/** The dictionary's ${dictionary.length} bytes. */
export function dictionary1(): Uint8Array {
  bytes ??= base64(TEXT)
  return bytes
}

const TEXT = [
${lines.map((l) => `  '${l}',`).join('\n')}
].join('')
`
  writeFileSync(join(root, 'shared/bundle/dictionary-1.ts'), source)
  writeFileSync(join(root, 'docs/vectors/dictionary-1.bin'), dictionary)
}
