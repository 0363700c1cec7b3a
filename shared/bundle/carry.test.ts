import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { carriedFileName, replyFileName, unwrapCarry, wrapForCarry } from './carry.ts'
import { CARRY_LIMITS } from './limits.ts'

const messages = [Uint8Array.from([1, 2, 3]), new Uint8Array(70_000).fill(7)]
let identity = ''
let file: Uint8Array

beforeAll(async () => {
  identity = await generateX25519Identity()
  file = await wrapForCarry(messages, await identityToRecipient(identity))
})

describe('a carried file', () => {
  it('gives its messages to its reader', async () => {
    expect(await unwrapCarry(file, identity)).toEqual({ ok: true, value: { messages } })
  })

  it('holds nothing readable', () => {
    expect(Buffer.from(file).includes(Buffer.alloc(16, 7))).toBe(false)
  })

  it('is not for another reader', async () => {
    const other = await generateX25519Identity()
    expect(await unwrapCarry(file, other)).toEqual({ ok: false, error: { code: 'not-for-us' } })
  })

  it('is found inside a zip under any name, among other files', async () => {
    const zip = zipSync({ 'thư mục/bản sao (1).bin': file, 'đọc tôi.txt': strToU8('xin chào') })
    expect(await unwrapCarry(zip, identity)).toEqual({ ok: true, value: { messages } })
    const stored = zipSync({ 'a.sdl': file }, { level: 0 })
    expect(await unwrapCarry(stored, identity)).toEqual({ ok: true, value: { messages } })
  })

  it('brings the messages of every file in a zip, and leaves out those of others', async () => {
    const foreign = await wrapForCarry(
      [messages[1]!],
      await identityToRecipient(await generateX25519Identity()),
    )
    const second = await wrapForCarry([messages[1]!], await identityToRecipient(identity))
    const read = await unwrapCarry(zipSync({ a: foreign, b: file, c: second }), identity)
    expect(read).toEqual({ ok: true, value: { messages: [...messages, messages[1]] } })
  })

  it('says so when it is damaged anywhere', async () => {
    for (let at = 30; at < file.length; at += 997) {
      const damaged = Uint8Array.from(file)
      damaged[at]! ^= 1
      expect((await unwrapCarry(damaged, identity)).ok).toBe(false)
    }
  })

  it('says so when it is cut anywhere', async () => {
    for (let length = 0; length < file.length; length += 1499) {
      expect((await unwrapCarry(file.subarray(0, length), identity)).ok).toBe(false)
    }
  })

  it('is told from any other file', async () => {
    const refused = { ok: false, error: { code: 'not-a-message' } }
    expect(await unwrapCarry(strToU8('%PDF-1.7'), identity)).toEqual(refused)
    expect(await unwrapCarry(new Uint8Array(), identity)).toEqual(refused)
    expect(await unwrapCarry(zipSync({ 'a.txt': strToU8('a') }), identity)).toEqual(refused)
  })

  it('does not inflate a bomb', async () => {
    const bomb = zipSync({ a: new Uint8Array(CARRY_LIMITS.bytes + 1) }, { level: 9 })
    expect(await unwrapCarry(bomb, identity)).toMatchObject({ error: { code: 'too-large' } })
    const many = zipSync(Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`f${i}`, strToU8('x')])))
    expect(await unwrapCarry(many, identity)).toMatchObject({ error: { code: 'too-large' } })
  })
})

describe('file names', () => {
  it('are plain ASCII and sort by number', () => {
    expect(carriedFileName('26734', 7, 9)).toBe('sodulieu-26734-0007-0009.sdl')
    expect(replyFileName('26734', 3, 3)).toBe('sodulieu-tra-loi-26734-0003-0003.sdl')
    expect(carriedFileName('Sở/Y tế', 1, 1)).toMatch(/^[A-Za-z0-9._-]+$/)
  })
})
