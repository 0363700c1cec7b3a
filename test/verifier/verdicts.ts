// Two verdicts on the same messages: ours, and the independent verifier's in one process for all of them.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  openBundle,
  openEnrolRequest,
  openHello,
  openPack,
  openReply,
  openRules,
} from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { MessageKind } from '../../shared/bundle/types.ts'
import { asJson } from './asJson.ts'
import { deviceId, deviceKey, officeId, provinceId, provinceKey, replyOf } from './fixtures.ts'
import type { AskedRule, RuleVector } from './rules.ts'

export type Asked = { readonly kind: MessageKind; readonly message: Uint8Array }
export type Verdict = { readonly taken: unknown } | { readonly refused: string }

const vectors = join(import.meta.dirname, '..', '..', 'docs', 'vectors')
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Latest province time that the reader has seen: twenty days after the fixtures’ reply was made. */
export const provinceTime = replyOf().at + 20 * 86_400_000

/** What the reader of the vectors knows; `dictionary` is a path beside it. */
export const context = {
  province: provinceId,
  provinceKey: hex(provinceKey.public),
  office: officeId,
  device: deviceId,
  dictionary: 'dictionary-1.bin',
  provinceTime,
  devices: { [deviceId]: { publicKey: hex(deviceKey.public), office: officeId, revokedAfterSeq: 9_000_000 } },
}

const device = {
  province: provinceId,
  keyOf: (kid: string) =>
    kid === deviceId
      ? { publicKey: deviceKey.public, office: officeId, revokedAfterSeq: 9_000_000 }
      : undefined,
  codec: nodeCodec,
}
const office = {
  province: provinceId,
  provinceKey: provinceKey.public,
  office: officeId,
  device: deviceId,
  codec: nodeCodec,
  provinceTime,
}

export function ourVerdict({ kind, message }: Asked): Verdict {
  const opened = {
    bundle: () => openBundle(message, device),
    hello: () => openHello(message, device),
    reply: () => openReply(message, office),
    pack: () => openPack(message, { codec: nodeCodec, now: provinceTime }),
    rules: () => openRules(message, office),
    enrol: () => openEnrolRequest(message, { province: provinceId, codec: nodeCodec }),
  }[kind]()
  return opened.ok ? { taken: asJson(opened.value) } : { refused: opened.error.code }
}

/** @param folder where the context may be written; a test's own. */
export function independentVerdicts(asked: readonly Asked[], folder: string): Verdict[] {
  return verifierAnswers(
    asked.map(({ kind, message }) => ({ kind, message: Buffer.from(message).toString('base64') })),
    folder,
  )
}

/** What the independent verifier makes of each rule; folder as above. */
export function independentResults(asked: readonly AskedRule[], folder: string): RuleVector['result'][] {
  const lines = asked.map(({ rule, given }) => ({ rule, given }))
  return verifierAnswers<{ result: RuleVector['result'] }>(lines, folder).map(({ result }) => result)
}

function verifierAnswers<T>(asked: readonly object[], folder: string): T[] {
  const contextFile = join(folder, 'context.json')
  writeFileSync(contextFile, JSON.stringify({ ...context, dictionary: join(vectors, context.dictionary) }))
  const lines = asked.map((one) => JSON.stringify(one))
  const run = spawnSync('/usr/bin/python3', [join(import.meta.dirname, 'verify.py'), contextFile], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  })
  if (run.status !== 0) throw new Error(`the verifier ended with ${run.status}: ${run.stderr}`)
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}
