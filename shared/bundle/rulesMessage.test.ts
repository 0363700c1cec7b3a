// The province's rules as a message: sealed by it alone, read by its own offices alone.
import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS, decodeSettings, encodeSettings } from '../settings/provinceSettings.ts'
import { keyId, signingKeyFrom } from './ed25519.ts'
import { openRules, sealRules } from './messages.ts'
import { nodeCodec } from './node/codec.ts'

const key = signingKeyFrom(new Uint8Array(32).fill(7))
const other = signingKeyFrom(new Uint8Array(32).fill(8))
const province = keyId(key.public)
const settings = encodeSettings({
  ...DEFAULT_SETTINGS,
  holidays: [{ day: '2026-09-02', name: 'Quốc khánh' }],
})
const rules = { province, number: 3, settings, issuedAt: 1_790_000_000_000 }
const reader = { province, provinceKey: key.public, codec: nodeCodec }

it('comes back as it was sealed, and its settings with it', () => {
  const opened = openRules(sealRules(rules, key, nodeCodec), reader)
  expect(opened).toEqual({ ok: true, value: rules })
  expect(opened.ok && decodeSettings(opened.value.settings)?.holidays).toEqual([
    { day: '2026-09-02', name: 'Quốc khánh' },
  ])
})

it('is refused under another province’s key, altered, or in another province’s name', () => {
  const message = sealRules(rules, key, nodeCodec)
  expect(openRules(message, { ...reader, provinceKey: other.public })).toMatchObject({
    error: { code: 'unknown-key' },
  })
  const altered = Uint8Array.from(message)
  altered[altered.length - 70]! ^= 1
  expect(openRules(altered, reader).ok).toBe(false)
  expect(openRules(message, { ...reader, province: keyId(other.public) })).toMatchObject({
    error: { code: 'wrong-audience' },
  })
  expect(() => sealRules({ ...rules, province: keyId(other.public) }, key, nodeCodec)).toThrow()
})

it('settings of an older province are whole by their defaults; what is none is null', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(decodeSettings(bytes('{}'))).toEqual(DEFAULT_SETTINGS)
  expect(decodeSettings(bytes('{"fourEyes":true,"moi":1}'))).toEqual({ ...DEFAULT_SETTINGS, fourEyes: true })
  for (const text of [
    '',
    'không',
    '[]',
    '{"fourEyes":"có"}',
    '{"holidays":[{"day":"2026-02-30","name":"x"}]}',
  ])
    expect(decodeSettings(bytes(text)), text).toBeNull()
  expect(decodeSettings(new Uint8Array([0xff, 0xfe]))).toBeNull()
})
