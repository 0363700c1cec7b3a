// What an edit costs on the line: bytes of a signed bundle, against what common ways of sending the same edits need
// without any signature, account of people or chain.
import { deflateRawSync } from 'node:zlib'
import { sealBundle } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { Bundle } from '../../shared/bundle/types.ts'
import { deviceKey } from '../verifier/fixtures.ts'
import { officeEdits } from '../verifier/officeEdits.ts'
import type { BenchRow } from './BenchRow.ts'
import { loadPeer } from './peers.ts'

const GOALS = [
  { edits: 1, maxBytes: 300, bundles: 100 },
  { edits: 50, maxBytes: 1_800, bundles: 20 },
  { edits: 500, maxBytes: 16_000, bundles: 6 },
] as const

type YMap = { set(key: string, value: unknown): void }
type Yjs = {
  Doc: new () => {
    getMap(name: string): YMap & { get(key: string): YMap }
    transact(work: () => void): void
    clientID: number
  }
  Map: new () => YMap
  encodeStateVector(doc: object): Uint8Array
  encodeStateAsUpdateV2(doc: object, since?: Uint8Array): Uint8Array
}
type Automerge = {
  from<T extends object>(value: T): object
  change(doc: object, work: (doc: Record<string, Record<string, unknown>>) => void): object
  getChanges(before: object, after: object): Uint8Array[]
}

const RECORDS = 10_000

export async function bundleBench(): Promise<BenchRow[]> {
  const peers: Record<string, (bundle: Bundle) => number> = { 'JSON + DEFLATE, unsigned': jsonBytes }
  const yjs = loadPeer<Yjs>('yjs')
  if (yjs) peers['Yjs update v2 + DEFLATE, unsigned'] = yjsOffice(yjs)
  const automerge = loadPeer<Automerge>('@automerge/automerge')
  if (automerge) peers['Automerge changes + DEFLATE, unsigned'] = automergeOffice(automerge)
  return GOALS.map(({ edits, maxBytes, bundles }) => {
    const made = Array.from({ length: bundles }, (_, i) => officeEdits(edits, 1_000 + i))
    const ours = most(made, (one) => sealBundle(one, deviceKey, nodeCodec).length)
    return {
      what: `largest of ${bundles} bundles of ${edits} ${edits === 1 ? 'edit' : 'edits'}`,
      unit: 'B',
      ours,
      peers: Object.fromEntries(Object.entries(peers).map(([peer, bytes]) => [peer, most(made, bytes)])),
      goal: `≤ ${maxBytes} B with signature`,
      ok: ours <= maxBytes,
    }
  })
}

function most(bundles: readonly Bundle[], bytes: (bundle: Bundle) => number): number {
  return Math.max(...bundles.map(bytes))
}

/** As an HTTP API would take it: record, field, value, who, when, what it was based on. */
function jsonBytes({ changes }: Bundle): number {
  const plain = changes.map(({ ref, recordId, set, base, actor, at }) => ({
    seq: ref.seq,
    recordId,
    set,
    base,
    actor,
    at,
  }))
  return deflateRawSync(JSON.stringify(plain), { level: 9 }).length
}

function yjsOffice(yjs: Yjs): (bundle: Bundle) => number {
  const doc = new yjs.Doc()
  const records = doc.getMap('records')
  doc.transact(() => {
    for (let i = 1; i <= RECORDS; i++) records.set(String(i), new yjs.Map())
  })
  return ({ changes }) => {
    const before = yjs.encodeStateVector(doc)
    doc.transact(() => {
      for (const { record, set } of changes)
        for (const [field, value] of Object.entries(set)) records.get(String(record.seq)).set(field, value)
    })
    return deflateRawSync(yjs.encodeStateAsUpdateV2(doc, before), { level: 9 }).length
  }
}

function automergeOffice(automerge: Automerge): (bundle: Bundle) => number {
  let doc = automerge.from(Object.fromEntries(Array.from({ length: RECORDS }, (_, i) => [String(i + 1), {}])))
  return ({ changes }) => {
    const after = automerge.change(doc, (records) => {
      for (const { record, set } of changes)
        for (const [field, value] of Object.entries(set)) records[String(record.seq)]![field] = value
    })
    const bytes = Buffer.concat(automerge.getChanges(doc, after))
    doc = after
    return deflateRawSync(bytes, { level: 9 }).length
  }
}
