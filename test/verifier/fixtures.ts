// Messages for tests, vectors and measurements: keys from fixed seeds, changes as offices make them, and random ones
// that use every corner of the format.
import fc from 'fast-check'
import { keyId, signingKeyFrom } from '../../shared/bundle/ed25519.ts'
import type { KnownKey } from '../../shared/bundle/messages.ts'
import { nodeCodec } from '../../shared/bundle/node/codec.ts'
import type { Bundle, EnrolRequest, Hello, OfficePack, Reply } from '../../shared/bundle/types.ts'
import type { Change, ChangeRef } from '../../shared/change/change.ts'
import { changeKey, sameRef } from '../../shared/change/change.ts'
import { recordId } from '../../shared/change/recordId.ts'
import type { Value } from '../../shared/registers/define.ts'

const seed = (n: number) => new Uint8Array(32).fill(n)

export const deviceKey = signingKeyFrom(seed(1))
export const otherKey = signingKeyFrom(seed(2))
export const provinceKey = signingKeyFrom(seed(3))
export const deviceId = keyId(deviceKey.public)
export const otherId = keyId(otherKey.public)
export const provinceId = keyId(provinceKey.public)
export const officeId = '26734'
export const nonce = '0123456789abcdef'
const NO_NONCE = '0000000000000000'
const AT = Date.UTC(2026, 1, 3, 2, 0, 0)
export const person = { id: 'a41c8b0e-9f3d-8c55-b1aa-0d6d3c2b7e10', name: 'Nguyễn Thị Hằng' }

/** Public ids of records that the message does not create: any fixed rule serves a test. */
export const recordIdOf = (ref: ChangeRef): string => recordId(ref.device, NO_NONCE, ref.seq)

const known: KnownKey = { publicKey: deviceKey.public, office: officeId }

/** A province that knows the device. */
export function reader(_bundle?: Bundle) {
  return {
    province: provinceId,
    keyOf: (kid: string) => (kid === deviceId ? known : undefined),
    codec: nodeCodec,
    recordIdOf,
  }
}

export const replyReader = {
  province: provinceId,
  provinceKey: provinceKey.public,
  office: officeId,
  device: deviceId,
  codec: nodeCodec,
  recordIdOf,
}

/** One field set on a record of that sequence, based on its creating change. */
export function edit(seq: number, record: number, register: string, field: string, value: Value): Change {
  const created = { device: deviceId, seq: record }
  return {
    ref: { device: deviceId, seq },
    register,
    record: created,
    recordId: recordIdOf(created),
    set: { [field]: value },
    base: { [field]: [created] },
    actor: person.id,
    at: AT + seq * 37_000,
    seen: 3,
  }
}

export function creation(seq: number, register: string, set: Change['set'], unlock = nonce): Change {
  const ref = { device: deviceId, seq }
  const id = recordId(deviceId, unlock, seq)
  return {
    ref,
    register,
    record: ref,
    recordId: id,
    set,
    base: {},
    actor: person.id,
    at: AT,
    seen: 0,
    nonce: unlock,
  }
}

/** A bundle of those changes, number 1 unless said. */
export function bundleWith(
  changes: readonly Change[],
  number = 1,
  previous: Uint8Array | null = null,
): Bundle {
  return {
    province: provinceId,
    office: officeId,
    device: deviceId,
    number,
    previous,
    firstSeq: changes[0]!.ref.seq,
    lastSeq: changes.at(-1)!.ref.seq,
    seenReply: 3,
    people: [person],
    changes,
  }
}

/** A small bundle of `count` edits of names, from sequence 1001. */
export function bundleOf(count: number): Bundle {
  return bundleWith(
    Array.from({ length: count }, (_, i) => edit(1001 + i, 1 + i, 'database', 'name', `Cơ sở dữ liệu ${i}`)),
  )
}

export function replyOf(): Reply {
  const remark = {
    ...creation(5, 'remark', { text: 'Ghi rõ căn cứ pháp lý', field: 'legalBasis' }),
    ref: { device: provinceId, seq: 5 },
    record: { device: provinceId, seq: 5 },
    recordId: recordId(provinceId, nonce, 5),
  }
  const colleague = { ...edit(9, 4, 'database', 'name', 'Hộ tịch'), ref: { device: otherId, seq: 9 } }
  return {
    province: provinceId,
    office: officeId,
    device: deviceId,
    number: 1,
    previous: null,
    receipts: [
      {
        bundleHash: seed(9),
        number: 1,
        firstSeq: 1,
        lastSeq: 3,
        counts: { changes: 3, applied: 1, held: 1, refused: 1 },
        code: '0123456789AB',
        at: AT,
      },
    ],
    outcomes: [
      { seq: 2, outcome: 'held', reason: 'newer-register' },
      { seq: 3, outcome: 'refused', reason: 'writer' },
    ],
    changes: [remark, colleague],
    people: [person],
    expects: 2,
    stateCode: 'ABCD1234',
    packs: [new Uint8Array([1, 2, 3])],
    revoked: [{ device: otherId, afterSeq: 17 }],
    at: AT,
    expiresAt: AT + 30 * 86_400_000,
  }
}

export function packOf(): OfficePack {
  return {
    province: provinceId,
    provinceName: 'Tỉnh Mẫu',
    provinceKey: provinceKey.public,
    provinceRecipient: 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj',
    url: 'https://sodulieu.example.vn',
    office: officeId,
    officeName: 'Ủy ban nhân dân xã Mẫu',
    parentName: 'Ủy ban nhân dân tỉnh Mẫu',
    level: 'commune',
    adminCode: officeId,
    docSymbol: 'UBND',
    placeName: 'Mẫu',
    profile: 'current_2025',
    plan: 'default',
    catalogue: [{ code: 'CSDL-001', register: 'database', name: 'Hộ tịch điện tử', owner: 'Bộ Tư pháp' }],
    token: seed(4),
    issuedAt: AT,
    expiresAt: AT + 90 * 86_400_000,
  }
}

export function enrolOf(): EnrolRequest {
  return {
    province: provinceId,
    office: officeId,
    publicKey: deviceKey.public,
    recipient: 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj',
    token: seed(4),
    deviceName: 'Máy tính Văn phòng',
    person: person.name,
  }
}

export function helloOf(): Hello {
  return {
    province: provinceId,
    office: officeId,
    device: deviceId,
    haveReply: 3,
    nextNumber: 8,
    nonce: seed(5).subarray(0, 16),
  }
}

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('Cơ sở dữ liệu đất đai', 'đang vận hành', '2024-05-01', '', '\ufeffBOM'),
)
const references = fc.record({
  text: texts,
  id: fc.oneof(fc.constant(null), fc.uuid(), fc.constant('#0'), fc.constant('#1'), fc.constant('H26.35')),
})
const values: fc.Arbitrary<Value> = fc.oneof(
  texts,
  texts,
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.array(texts, { maxLength: 3 }),
  references,
  fc.array(references, { maxLength: 3 }),
)

const rawChanges = fc.array(
  fc.record({
    creates: fc.boolean(),
    register: fc.constantFrom('database', 'unit', 'open-dataset', 'x9'),
    fields: fc.uniqueArray(fc.constantFrom('name', 'owner', 'nameNote', '$deleted', 'Z', 'a_1'), {
      maxLength: 4,
    }),
    values: fc.array(values, { minLength: 4, maxLength: 4 }),
    record: fc.tuple(fc.constantFrom(deviceId, otherId, provinceId), fc.integer({ min: 1, max: 20 })),
    base: fc.constantFrom('none', 'creation', 'previous', 'own', 'many'),
    seconds: fc.integer({ min: -631_152_000, max: 4_070_908_800 }),
    seen: fc.nat({ max: 3 }),
    person: fc.nat({ max: 2 }),
    nonce: fc.constantFrom(nonce, 'fedcba9876543210'),
  }),
  { minLength: 1, maxLength: 12 },
)

/** Bundles that use every mark, value and table of the format. */
export const randomBundles: fc.Arbitrary<Bundle> = fc
  .record({
    raws: rawChanges,
    firstSeq: fc.integer({ min: 1, max: 1_000_000 }),
    number: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ raws, firstSeq, number }) => {
    const people = [person, { id: 'p2', name: '' }, { id: 'người 3', name: 'Trần Văn Bảy' }]
    const created: ChangeRef[] = []
    const ids = new Map<string, string>()
    const lastWrite = new Map<string, ChangeRef>()
    const changes = raws.map((raw, i): Change => {
      const ref = { device: deviceId, seq: firstSeq + i }
      const own = created[raw.seen % Math.max(1, created.length)]
      const elsewhere = { device: raw.record[0], seq: raw.record[1] }
      const isTaken = elsewhere.device === deviceId && elsewhere.seq >= firstSeq
      const record = raw.creates
        ? ref
        : own && raw.person === 0
          ? own
          : isTaken
            ? { ...elsewhere, device: otherId }
            : elsewhere
      if (raw.creates) {
        created.push(ref)
        ids.set(changeKey(ref), recordId(deviceId, raw.nonce, ref.seq))
      }
      const set: Record<string, Value> = {}
      const base: Record<string, ChangeRef[]> = {}
      raw.fields.forEach((field, f) => {
        set[field] = raw.values[f] as Value
        const slot = `${changeKey(record)} ${field}`
        const previous = lastWrite.get(slot)
        lastWrite.set(slot, ref)
        if (sameRef(record, ref)) return
        if (raw.base === 'creation') base[field] = [record]
        else if (raw.base === 'previous' && previous) base[field] = [previous]
        else if (raw.base === 'own' && ref.seq > 1) base[field] = [{ device: deviceId, seq: ref.seq - 1 }]
        else if (raw.base === 'many')
          base[field] = [
            { device: otherId, seq: 7 },
            { device: 'aaaaaaaaaaaaaaaa', seq: 1 },
          ]
      })
      const change = {
        ref,
        register: raw.register,
        record,
        recordId: ids.get(changeKey(record)) ?? recordIdOf(record),
        set,
        base,
        actor: people[raw.person]!.id,
        at: raw.seconds * 1000,
        seen: raw.seen,
      }
      return raw.creates ? { ...change, nonce: raw.nonce } : change
    })
    const all = [...ids.values()]
    const named = changes.map((c) => ({ ...c, set: mapReferences(c.set, all) }))
    return { ...bundleWith(named, number, number === 1 ? null : seed(6)), people }
  })

/** `#0`, `#1` stand for records that the message creates, where there are any. */
function mapReferences(set: Change['set'], ids: readonly string[]): Change['set'] {
  const one = (value: Value): Value => {
    if (Array.isArray(value)) return value.map((v: Value) => one(v)) as Value
    if (value === null || typeof value !== 'object') return value
    const { text, id } = value as { text: string; id: string | null }
    return { text, id: id?.startsWith('#') ? (ids[Number(id[1])] ?? null) : id }
  }
  return Object.fromEntries(Object.entries(set).map(([field, value]) => [field, one(value)]))
}
