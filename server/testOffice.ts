// An office's device for the server's tests: real keys, real messages, no store. It keeps its chain in memory and can be
// told to break any rule.
import { randomBytes } from 'node:crypto'
import { bytesToHex } from '@noble/hashes/utils.js'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { contentHash } from '../shared/bundle/contentHash.ts'
import { keyId, signingKeyFrom } from '../shared/bundle/ed25519.ts'
import {
  messageHash,
  openPack,
  openReply,
  sealBundle,
  sealEnrolRequest,
  sealHello,
} from '../shared/bundle/messages.ts'
import { nodeCodec } from '../shared/bundle/node/codec.ts'
import type { OfficePack, Reply, SigningKey, SyncAnswer } from '../shared/bundle/types.ts'
import type { Change, ChangeRef } from '../shared/change/change.ts'
import { basesFor, type MergedRecord, mergeRecord } from '../shared/change/merge.ts'
import { recordId } from '../shared/change/recordId.ts'
import { decodeEnrolAnswer, decodeSyncAnswer, type EnrolAnswer } from '../shared/http/answer.ts'
import type { NewOffice } from '../shared/http/console.ts'
import { routes } from '../shared/http/contract.ts'
import type { FieldId, Value } from '../shared/registers/define.ts'

export const SAMPLE_OFFICE: NewOffice = {
  id: '26734',
  name: 'Ủy ban nhân dân xã Mẫu',
  parentName: 'Ủy ban nhân dân tỉnh Mẫu',
  level: 'xa',
  adminCode: '26734',
  docSymbol: 'UBND',
  placeName: 'Mẫu',
  profile: 'current_2025',
  plan: '',
  hasApp: true,
}

const PERSON = { id: '0b9f6f0a-3f5e-4d43-9d0e-0c8d2f6c1a11', name: 'Nguyễn Thị Mẫu' }

export class TestOffice {
  readonly key: SigningKey
  readonly device: string
  readonly pack: OfficePack
  readonly identity: string
  readonly recipient: string
  readonly changes: Change[] = []
  readonly bundles: Uint8Array[] = []
  readonly replies: Reply[] = []
  readonly foreign: Change[] = []
  #sealedSeq = 0
  #lastReplyHash: Uint8Array | null = null
  readonly #nonce = randomBytes(8).toString('hex')

  private constructor(pack: OfficePack, identity: string, recipient: string, key: SigningKey) {
    this.pack = pack
    this.identity = identity
    this.recipient = recipient
    this.key = key
    this.device = keyId(key.public)
  }

  static async from(packBytes: Uint8Array): Promise<TestOffice> {
    const pack = openPack(packBytes, { codec: nodeCodec })
    if (!pack.ok) throw new Error(`pack: ${pack.error.code}`)
    const identity = await generateIdentity()
    const key = signingKeyFrom(new Uint8Array(randomBytes(32)))
    return new TestOffice(pack.value, identity, await identityToRecipient(identity), key)
  }

  enrolRequest(): Uint8Array {
    const { province, office, token } = this.pack
    const request = {
      province,
      office,
      token,
      publicKey: this.key.public,
      recipient: this.recipient,
      deviceName: 'PC',
      person: PERSON.name,
    }
    return sealEnrolRequest(request, this.key)
  }

  async enrol(): Promise<EnrolAnswer> {
    const decoded = decodeEnrolAnswer(await this.post(routes.enrol, this.enrolRequest()))
    if (!decoded.ok) throw new Error(decoded.error.code)
    return decoded.value
  }

  /** Creates a record. @returns its creating change */
  create(register: string, set: Record<FieldId, Value>): Change {
    const ref: ChangeRef = { device: this.device, seq: this.changes.length + 1 }
    const id = recordId(this.device, this.#nonce, ref.seq)
    return this.#append({
      ref,
      register,
      record: ref,
      recordId: id,
      set,
      base: {},
      nonce: this.#nonce,
      ...this.#stamp(),
    })
  }

  edit(id: string, set: Record<FieldId, Value>): Change {
    const all = this.#of(id)
    const first = all[0]
    if (!first) throw new Error(`no record ${id}`)
    const ref: ChangeRef = { device: this.device, seq: this.changes.length + 1 }
    const base = basesFor(mergeRecord(all), Object.keys(set))
    return this.#append({
      ref,
      register: first.register,
      record: first.record,
      recordId: id,
      set,
      base,
      ...this.#stamp(),
    })
  }

  /** Hands in every live record of these registers (the first is the register handed in). */
  handIn(family: readonly string[], period = '2026', more: Record<FieldId, Value> = {}): Change {
    const ids = [
      ...new Set(
        [...this.changes, ...this.foreign].filter((c) => family.includes(c.register)).map((c) => c.recordId),
      ),
    ]
    const live = ids
      .map((id) => ({ id, merged: mergeRecord(this.#of(id)), register: this.#of(id)[0]?.register }))
      .filter((r) => !r.merged.deleted)
    const hash = contentHash(live.map(({ id, merged }) => ({ id, values: merged.values })))
    const register = family[0] ?? ''
    const count = live.filter((r) => r.register === register).length
    return this.create('handin', {
      register,
      period,
      nil: count === 0,
      count,
      contentHash: bytesToHex(hash),
      madeBy: PERSON.id,
      ...more,
    })
  }

  /** A record as this device has it. */
  merged(id: string): MergedRecord {
    return mergeRecord(this.#of(id))
  }

  /** Seals what is unsealed. @returns the new bundle */
  seal(): Uint8Array {
    const changes = this.changes.slice(this.#sealedSeq)
    const last = this.bundles.at(-1)
    const bytes = sealBundle(
      {
        province: this.pack.province,
        office: this.pack.office,
        device: this.device,
        number: this.bundles.length + 1,
        previous: last ? messageHash(last) : null,
        firstSeq: this.#sealedSeq + 1,
        lastSeq: this.changes.length,
        seenReply: this.replies.length,
        people: [PERSON],
        changes,
      },
      this.key,
      nodeCodec,
    )
    this.#sealedSeq = this.changes.length
    this.bundles.push(bytes)
    return bytes
  }

  helloMessage(nonce = new Uint8Array(randomBytes(16))): Uint8Array {
    const { province, office } = this.pack
    const nextNumber = this.bundles.length + 1
    return sealHello(
      { province, office, device: this.device, haveReply: this.replies.length, nextNumber, nonce },
      this.key,
    )
  }

  async hello(): Promise<SyncAnswer> {
    return this.take(await this.sync(routes.hello, this.helloMessage()))
  }

  async send(bytes = this.seal()): Promise<SyncAnswer> {
    return this.take(await this.sync(routes.bundle, bytes))
  }

  /** Applies an answer's replies as the app would: verified, in order, chained. */
  take(answer: SyncAnswer): SyncAnswer {
    for (const bytes of answer.replies) this.takeReply(bytes)
    return answer
  }

  takeReply(bytes: Uint8Array): void {
    const { province, provinceKey, office } = this.pack
    const recordIdOf = (ref: ChangeRef) =>
      [...this.changes, ...this.foreign].find((c) => c.ref.device === ref.device && c.ref.seq === ref.seq)
        ?.recordId
    const opened = openReply(bytes, {
      province,
      provinceKey,
      office,
      device: this.device,
      codec: nodeCodec,
      recordIdOf,
    })
    if (!opened.ok) throw new Error(`reply: ${opened.error.code}`)
    const reply = opened.value
    if (reply.number <= this.replies.length) return
    if (reply.number !== this.replies.length + 1)
      throw new Error(`reply ${reply.number} after ${this.replies.length}`)
    if (Buffer.compare(reply.previous ?? Buffer.alloc(0), this.#lastReplyHash ?? Buffer.alloc(0)) !== 0)
      throw new Error('reply chain broken')
    this.#lastReplyHash = messageHash(bytes)
    this.replies.push(reply)
    this.foreign.push(...reply.changes)
  }

  async sync(route: string, bytes: Uint8Array): Promise<SyncAnswer> {
    const decoded = decodeSyncAnswer(await this.post(route, bytes))
    if (!decoded.ok) throw new Error(decoded.error.code)
    return decoded.value
  }

  async post(route: string, bytes: Uint8Array): Promise<Uint8Array> {
    const response = await fetch(new URL(route, this.pack.url), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    })
    return new Uint8Array(await response.arrayBuffer())
  }

  #of(id: string): Change[] {
    return [...this.changes, ...this.foreign].filter((c) => c.recordId === id)
  }

  #append(change: Change): Change {
    this.changes.push(change)
    return change
  }

  #stamp() {
    return {
      actor: PERSON.id,
      at: 1_790_000_000_000 + this.changes.length * 1_000,
      seen: this.replies.length,
    }
  }
}
