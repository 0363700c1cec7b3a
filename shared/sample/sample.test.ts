import { describe, expect, it } from 'vitest'
import type { Values } from '../registers/define.ts'
import { matchKeyOf } from '../registers/matchKey.ts'
import { registerOf, userRegisters } from '../registers/registry.ts'
import { parseValue } from '../registers/schema.ts'
import { checkRecord } from '../rules/checkRecord.ts'
import type { RuleContext } from '../rules/rule.ts'
import { CATALOGUE } from './catalogue.ts'
import { resolveLinks } from './record.ts'
import { sampleWaves } from './sample.ts'

const all = sampleWaves.flat()
const resolved = all.map((r) => ({
  id: r.key,
  register: r.register,
  values: resolveLinks(r, (key) => key) as Values,
}))

const context = (id: string): RuleContext => ({
  today: '2026-11-21',
  profile: 'current_2025',
  id,
  get: (register, key) => resolved.find((r) => r.register === register && r.id === key),
  children: (register, parentId) =>
    resolved.filter(
      (r) =>
        r.register === register &&
        (r.values[registerOf(register)!.parent!.field] as { id: string } | null)?.id === parentId,
    ),
  all: (register) => resolved.filter((r) => r.register === register),
  sameKey: (register, values) =>
    resolved
      .filter(
        (r) => r.register === register.id && matchKeyOf(register, r.values) === matchKeyOf(register, values),
      )
      .map((r) => r.id),
})

describe('the sample office', () => {
  it('has records in every register that an office fills in, and 12 to 40 in its lists', () => {
    for (const register of userRegisters) {
      const count = all.filter((r) => r.register === register.id).length
      const isList = ['database', 'data-item', 'open-dataset', 'focal-point', 'unit'].includes(register.id)
      expect(count, register.id).toBeGreaterThanOrEqual(isList ? 12 : 1)
      expect(count, register.id).toBeLessThanOrEqual(40)
    }
  })

  it('holds only known fields with values of their kind', () => {
    for (const record of resolved) {
      for (const [id, value] of Object.entries(record.values)) {
        const field = registerOf(record.register)?.fields.find((f) => f.id === id)
        expect(field, `${record.register}.${id}`).toBeDefined()
        expect(parseValue(field!, value), `${record.id}.${id}`).toEqual({ ok: true, value })
      }
    }
  })

  it('links only to records of earlier waves', () => {
    const seen = new Set<string>()
    for (const wave of sampleWaves) {
      for (const record of wave) {
        for (const value of Object.values(record.set).flat() as unknown[]) {
          if (typeof value === 'object' && value !== null && 'link' in value)
            expect(seen, record.key).toContain(value.link)
        }
      }
      for (const record of wave) {
        expect(seen, record.key).not.toContain(record.key)
        seen.add(record.key)
      }
    }
  })

  it('is in order but for the few gaps that are there to be found', () => {
    const errors = resolved.flatMap((r) =>
      checkRecord(registerOf(r.register)!, r.values, context(r.id))
        .filter((p) => p.severity === 'error')
        .map((p) => `${r.id} ${p.rule} ${p.field}`),
    )
    expect(errors).toEqual(['db-danh-ba-thon required dataSource'])
    const warnings = resolved.flatMap((r) =>
      checkRecord(registerOf(r.register)!, r.values, context(r.id))
        .filter((p) => p.severity === 'warning')
        .map((p) => `${r.id} ${p.rule}`),
    )
    expect(warnings.sort()).toEqual(['ds-di-tich open-format', 'ds-trong-trot update-due'])
  })

  it('names no real person, number or address', () => {
    for (const record of resolved.filter((r) => ['focal-point', 'data-leader'].includes(r.register))) {
      expect(record.values.fullName ?? record.values.name).toMatch(/ Mẫu /)
      expect(record.values.phone).toMatch(/^0900000\d{3}$/)
      expect(record.values.email).toMatch(/@xamau\.example$/)
    }
  })
})

describe('the catalogue of systems in use', () => {
  it('has some 25 to 40 systems, each with a code, name and owner of its own', () => {
    expect(CATALOGUE.length).toBeGreaterThanOrEqual(25)
    expect(new Set(CATALOGUE.map((e) => e.code)).size).toBe(CATALOGUE.length)
    expect(new Set(CATALOGUE.map((e) => e.name)).size).toBe(CATALOGUE.length)
    for (const entry of CATALOGUE) expect(registerOf(entry.register), entry.code).toBeDefined()
  })

  it('is where the sample’s systems come from', () => {
    const codes = new Map(CATALOGUE.map((e) => [e.code, e.name]))
    for (const { values } of resolved.filter((r) => r.values.recordKind === 'tham_chieu')) {
      expect(codes.get(String(values.ownerCode))).toBe(values.name)
    }
  })
})
