// Bundles from the command line: make the file that goes on a stick, look at one, verify its seals. Reading never
// changes a file. A carried file is encrypted to the province: looking inside needs the province's age identity.
import { resolve } from 'node:path'
import { unwrapCarry } from '../../shared/bundle/carry.ts'
import { isSignedBy, readEnvelope } from '../../shared/bundle/cose.ts'
import { keyId } from '../../shared/bundle/ed25519.ts'
import { messageHash } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { CallError } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type Command, type Flags, need, readInput, refused, UsageError } from './Command.ts'
import { openCore } from './openCore.ts'

export const bundleCommand: Command = async (positionals, flags) => {
  const [action, file] = positionals
  if (action === 'make') return make(flags)
  if (action === 'inspect') return inspect(need(file, 'FILE'), flags)
  if (action === 'verify') return verify(need(file, 'FILE'), flags)
  throw new UsageError('Dùng: bundle make | inspect | verify')
}

async function make(flags: Flags): Promise<number> {
  const path = resolve(need(flags.out, '--out FILE'))
  const opened = await openCore(flags)
  if (!opened.ok) return refused(opened.error, flags.json)
  try {
    const made = await opened.value.call('bundle.toFile', { path })
    if (!made.ok) return refused(made.error, flags.json)
    const { bundles, name } = made.value
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ path, bundles })}\n`
        : `Đã ghi ${bundles} gói vào ${path} (tên gợi ý: ${name})\n`,
    )
    return 0
  } finally {
    await opened.value.close()
  }
}

/** The signed messages of a file: one message as it is, or a carried file opened with `--identity`. */
async function messagesOf(
  file: string,
  flags: Flags,
): Promise<Result<readonly Uint8Array[], { code: string; args?: CallError['args'] }>> {
  const read = readInput(file)
  if (!read.ok) return read
  const bytes = read.value
  if (readEnvelope(bytes).ok) return ok([bytes])
  const keyFile = readInput(need(flags.identity, '--identity FILE (tệp này được mã hóa cho tỉnh)'))
  if (!keyFile.ok) return keyFile
  const identity = new TextDecoder().decode(keyFile.value).trim()
  const carried = await unwrapCarry(bytes, identity)
  return carried.ok ? ok(carried.value.messages) : carried
}

async function inspect(file: string, flags: Flags): Promise<number> {
  const messages = await messagesOf(file, flags)
  if (!messages.ok) return refused(messages.error, flags.json)
  const described = messages.value.map((message) => {
    const envelope = readEnvelope(message)
    const hash = Buffer.from(messageHash(message)).toString('hex')
    return envelope.ok
      ? { ...envelope.value.header, bytes: message.byteLength, hash }
      : { refusal: envelope.error, hash }
  })
  process.stdout.write(`${JSON.stringify({ messages: described }, null, flags.json ? 0 : 2)}\n`)
  return 0
}

async function verify(file: string, flags: Flags): Promise<number> {
  const key = new Uint8Array(
    Buffer.from(need(flags.key, '--key HEX (khóa công khai, 64 chữ số hệ 16)'), 'hex'),
  )
  if (key.byteLength !== 32) throw new UsageError('--key cần đúng 64 chữ số hệ 16.')
  const messages = await messagesOf(file, flags)
  if (!messages.ok) return refused(messages.error, flags.json)
  for (const message of messages.value) {
    const envelope = readEnvelope(message)
    if (!envelope.ok) return refused(envelope.error, flags.json)
    const { kid } = envelope.value.header
    if (kid !== keyId(key)) return refused({ code: 'unknown-key', args: { key: kid } }, flags.json)
    if (!isSignedBy(envelope.value, key, nodeCodec)) return refused({ code: 'bad-signature' }, flags.json)
  }
  const count = messages.value.length
  process.stdout.write(
    flags.json ? `${JSON.stringify({ verified: count })}\n` : `Niêm phong đúng: ${count} gói.\n`,
  )
  return 0
}
