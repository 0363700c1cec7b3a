// Run inside a copy of the sources by oneField.test.ts: says where a field of that label is found.
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { read, utils } from 'xlsx'
import { createCore } from '../../electron/core/createCore.ts'
import { createFileKeystore } from '../../electron/shell/fileKeystore.ts'
import { unwrapCarry } from '../../shared/bundle/carry.ts'
import { keyId, signingKeyFrom } from '../../shared/bundle/ed25519.ts'
import { openBundle, peekMessage, sealPack } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'

const label = process.argv[2] ?? ''
const dataDir = mkdtempSync(join(tmpdir(), 'sdl-probe-'))
const core = createCore({
  dataDir,
  keystore: createFileKeystore(dataDir),
  keystoreKind: 'file',
  door: 'browser',
  version: '0.0.0',
  post: () => Promise.reject(new Error('no line')),
  now: Date.now,
  autoSyncMinutes: 0,
  pinLog2N: 10,
})

// biome-ignore lint/suspicious/noExplicitAny: a probe of many calls; each result is looked at right away
async function call(name: string, input: unknown): Promise<any> {
  const answer = await core.call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value
}

function textOf(bytes: Uint8Array): string {
  const book = read(bytes, { type: 'array' })
  return book.SheetNames.map((sheet) => utils.sheet_to_csv(book.Sheets[sheet] ?? {})).join('\n')
}

const province = signingKeyFrom(new Uint8Array(randomBytes(32)))
const identity = await generateX25519Identity()
const pack = sealPack(
  {
    province: keyId(province.public),
    provinceName: 'Tỉnh Mẫu',
    provinceKey: province.public,
    provinceRecipient: await identityToRecipient(identity),
    url: 'http://127.0.0.1:9',
    office: '99001',
    officeName: 'Ủy ban nhân dân xã Mẫu',
    parentName: '',
    level: 'xa',
    adminCode: '99001',
    docSymbol: 'UBND',
    placeName: 'Mẫu',
    profile: 'current_2025',
    plan: '',
    catalogue: [],
    token: new Uint8Array(32),
    issuedAt: Date.now(),
    expiresAt: Date.now() + 1e9,
  },
  province,
  nodeCodec,
)
const { office } = await call('setup.readPack', { bytes: pack })
await call('setup.create', { office, userName: 'A', pin: 'mau-2468', pack, sample: false })
await call('records.save', {
  register: 'database',
  id: null,
  set: { name: 'Sổ hộ tịch', archiveCode: 'HS-01' },
})

const template = textOf((await call('export.template', { register: 'database' })).bytes).includes(label)
const report = textOf((await call('export.report', { report: 'database-list' })).bytes).includes(label)
const csv = new TextEncoder().encode(`STT,Tên cơ sở dữ liệu,${label}\n1,Sổ chứng thực,HS-02\n`)
const opened = await call('import.open', { register: 'database', name: 'a.csv', bytes: csv })
const imported = opened.sheets[0].columns[2].field
const searched = (
  await call('records.window', { register: 'database', search: 'hs-01', offset: 0, limit: 5 })
).rows.length

const carried = await unwrapCarry((await call('bundle.toFile', {})).bytes, identity)
if (!carried.ok) throw new Error(carried.error.code)
const message = carried.value.messages.find((m) => {
  const peeked = peekMessage(m)
  return peeked.ok && peeked.value.kind === 'bundle'
})
const { keyFingerprint } = await call('sync.details', {})
const bundle = openBundle(message ?? new Uint8Array(), {
  province: keyId(province.public),
  keyOf: () => ({ publicKey: new Uint8Array(Buffer.from(keyFingerprint, 'hex')), office: '99001' }),
  codec: nodeCodec,
})
if (!bundle.ok) throw new Error(bundle.error.code)
const bundled = bundle.value.changes.find((change) => 'archiveCode' in change.set)?.set.archiveCode
await core.close()
process.stdout.write(`${JSON.stringify({ template, imported, report, bundled, searched })}\n`)
