// docs/bundle-format.md tables the format's bounds and gives worked examples; this holds them to the code.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isValueOf, judgeChange } from '../server/intake/judgeChange.ts'
import { ANSWER_LIMITS, CARRY_LIMITS, MESSAGE_LIMITS, VALUE_LIMITS } from '../shared/bundle/limits.ts'
import type { Change } from '../shared/change/change.ts'
import { registers } from '../shared/registers/registry.ts'
import { BOUNDS } from '../shared/registers/schema.ts'

const docs = join(import.meta.dirname, '..', 'docs')
const format = readFileSync(join(docs, 'bundle-format.md'), 'utf8')

function section(title: string): string {
  const from = format.indexOf(`## ${title}\n`)
  const next = format.indexOf('\n## ', from + 1)
  return format.slice(from, next < 0 ? undefined : next)
}

describe('the table of bounds', () => {
  it('says what the code reads, and names every bound', () => {
    const rows = [...section('Bounds').matchAll(/^\| `([\w.]+)`[^|]*\| ([\d,]+)[^|]*\|/gm)]
    const written = Object.fromEntries(rows.map(([, name, n]) => [name, Number(n!.replaceAll(',', ''))]))
    const prefixed = (prefix: string, limits: object) =>
      Object.fromEntries(Object.entries(limits).map(([name, n]) => [`${prefix}.${name}`, n]))
    expect(written).toEqual({
      ...MESSAGE_LIMITS,
      ...prefixed('value', VALUE_LIMITS),
      ...prefixed('carry', CARRY_LIMITS),
      ...prefixed('answer', ANSWER_LIMITS),
    })
  })
})

describe('a value at the bound of its register', () => {
  const text = { id: 'x', type: 'longtext' } as const
  const field = (type: 'longtext' | 'ref' | 'refs' | 'multi') => ({
    ...registers[0]!.fields[0]!,
    ...text,
    type,
  })
  const reference = (length: number) => ({ text: 'ư'.repeat(length), id: null })

  it('is taken by the province, and one more is not', () => {
    expect(isValueOf(field('longtext'), 'ư'.repeat(BOUNDS.longtext))).toBe(true)
    expect(isValueOf(field('longtext'), 'ư'.repeat(BOUNDS.longtext + 1))).toBe(false)
    expect(isValueOf(field('ref'), reference(BOUNDS.reference))).toBe(true)
    expect(isValueOf(field('ref'), reference(BOUNDS.reference + 1))).toBe(false)
    expect(isValueOf(field('refs'), Array(BOUNDS.items).fill(reference(1)))).toBe(true)
    expect(isValueOf(field('refs'), Array(BOUNDS.items + 1).fill(reference(1)))).toBe(false)
    expect(isValueOf(field('multi'), Array(BOUNDS.items).fill('x'))).toBe(true)
    expect(isValueOf(field('multi'), Array(BOUNDS.items + 1).fill('x'))).toBe(false)
  })

  it('never fills more than the message’s own bounds', () => {
    // Three bytes are the most that one UTF-16 unit takes in UTF-8.
    expect(VALUE_LIMITS.text * 3).toBeLessThanOrEqual(MESSAGE_LIMITS.textBytes)
    expect(VALUE_LIMITS.items).toBeLessThanOrEqual(MESSAGE_LIMITS.listItems)
  })

  it('is not refused for how many fields its change sets, nor for the length of their names', () => {
    const ref = { device: '0123456789abcdef', seq: 1 }
    const set = Object.fromEntries(
      Array.from({ length: MESSAGE_LIMITS.fields }, (_, i) => [`f${String(i).padStart(63, '0')}`, 'x']),
    )
    const change: Change = {
      ...{ ref, record: ref, recordId: 'r', register: 'database', set, base: {}, at: 0, seen: 0 },
      actor: 'a'.repeat(MESSAGE_LIMITS.idBytes),
    }
    const registerOf = (id: string) => registers.find((r) => r.id === id)
    expect(judgeChange(change, { registerOf, recordOf: () => null, mayStillCome: () => false })).toEqual({
      outcome: 'applied',
      reason: '',
    })
  })
})

describe('the page of the format', () => {
  type Vector = { name: string; result: unknown }
  const { vectors } = JSON.parse(readFileSync(join(docs, 'vectors', 'rules.json'), 'utf8')) as {
    vectors: Vector[]
  }
  const result = (name: string) => vectors.find((v) => v.name === name)?.result

  it('gives worked examples as the vectors have them', () => {
    const codes = section('Codes that people read aloud')
    const of = (name: string) => result(name) as Record<string, string>
    expect(codes).toContain(`| \`${of('a receipt, as the device makes it').pairSecret}\` |`)
    expect(codes).toContain(`| \`${of('a receipt, as the device makes it').code}\` |`)
    expect(codes).toContain(`| \`${of('the same bundle of another office').code}\` |`)
    expect(codes).toContain(`| \`${of('a list of nothing').hash}\` |`)
    expect(codes).toContain(`| \`${of('a list of nothing').code}\`,`)
    for (const name of ['a key', 'one device', 'the province’s own chain for an office'])
      expect(codes, name).toContain(`| \`${String(result(name))}\` |`)
  })

  it('says what this province allows', () => {
    const constant = (file: string, name: string) => {
      const source = readFileSync(join(docs, '..', 'server', file), 'utf8')
      return new RegExp(`const ${name} = ([\\d_]+)`).exec(source)?.[1]?.replace('_', '')
    }
    const said = [
      `At most ${constant('intake/takeBundle.ts', 'MAX_HELD')} messages of a device are held`,
      `know everything, at most ${constant('intake/takeHello.ts', 'MAX_NEW_REPLIES')} |`,
      `more than ${constant('http/syncRoutes.ts', 'ENROLS_A_MINUTE')} requests to enrol a minute`,
      `with ${constant('intake/enrolment.ts', 'MAX_PENDING_A_PACK')} requests waiting`,
      `A reply lives ${constant('reply/makeReply.ts', 'REPLY_LIFE_MS')} days`,
      `by number, at most ${constant('intake/replyFile.ts', 'MAX_REPLIES')} |`,
    ]
    for (const words of said) expect(format).toContain(words)
  })

  it('names every reason for which a change is held or refused, and every register that hangs on another', () => {
    const judge = readFileSync(join(docs, '..', 'server', 'intake', 'judgeChange.ts'), 'utf8')
    const types = judge.slice(judge.indexOf('export type HeldReason'), judge.indexOf('/** What is known'))
    const reasons = [...types.matchAll(/'([a-z-]+)'/g)].map(([, reason]) => reason)
    expect(reasons.length).toBeGreaterThanOrEqual(8)
    for (const reason of [...reasons, 'content-mismatch'])
      expect(section('What the province keeps, and how it answers'), reason).toContain(`\`${reason}\``)
    const handins = section('Hand-ins and decisions')
    for (const { id, parent, system, draws, fields } of registers) {
      for (const drawn of draws ?? []) expect(handins).toContain(`\`${drawn}\``)
      if (parent) expect(handins).toContain(`\`${id}\``)
      if (system) for (const f of fields) expect(handins, `${id}.${f.id}`).toContain(`\`${f.id}\``)
    }
  })
})
