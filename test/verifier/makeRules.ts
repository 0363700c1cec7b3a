// Makes docs/vectors/rules.json: worked examples of codes, hashes, ids and chains, with the result that every
// implementation must reach. FROZEN like the messages: a name that is there is never made again, new ones are added.
// `node test/verifier/makeRules.ts` says what it would add; `--write` adds it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesToHex } from '@noble/hashes/utils.js'
import { contentCode } from '../../shared/bundle/codes.ts'
import { contentHash } from '../../shared/bundle/contentHash.ts'
import { deviceId, deviceKey, nonce, officeId, otherId, otherKey, provinceKey } from './fixtures.ts'
import { type AskedRule, ourResult, type RuleVector } from './rules.ts'

type Named = { readonly name: string } & AskedRule

const file = join(import.meta.dirname, '..', '..', 'docs', 'vectors', 'rules.json')
const hex = bytesToHex
const hash = (n: number) => n.toString(16).padStart(2, '0').repeat(32)
const id = (n: number) => `0190d3a4-7b1e-8f00-9c3d-0000000000${n.toString(16).padStart(2, '0')}`

const receipts: Named[] = [
  {
    name: 'a receipt, as the device makes it',
    rule: 'receipt-code',
    given: {
      ownSeed: hex(deviceKey.secret),
      otherKey: hex(provinceKey.public),
      office: officeId,
      bundleHash: hash(9),
    },
  },
  {
    name: 'the same receipt, as the province makes it',
    rule: 'receipt-code',
    given: {
      ownSeed: hex(provinceKey.secret),
      otherKey: hex(deviceKey.public),
      office: officeId,
      bundleHash: hash(9),
    },
  },
  {
    name: 'the same bundle of another office',
    rule: 'receipt-code',
    given: {
      ownSeed: hex(deviceKey.secret),
      otherKey: hex(provinceKey.public),
      office: '26735',
      bundleHash: hash(9),
    },
  },
  {
    name: 'the same bundle of another device',
    rule: 'receipt-code',
    given: {
      ownSeed: hex(otherKey.secret),
      otherKey: hex(provinceKey.public),
      office: officeId,
      bundleHash: hash(9),
    },
  },
]

const unit = { text: 'Xã Mẫu', id: id(9) }
const land = {
  name: 'Cơ sở dữ liệu đất đai',
  status: 'operating',
  count: 2_500_000,
  delta: -1,
  personal: true,
}
const contents: Named[] = [
  { name: 'a list of nothing', rule: 'content', given: { records: [] } },
  { name: 'one record', rule: 'content', given: { records: [{ id: id(1), values: land }] } },
  {
    name: 'the same record, its fields in another order and one cleared',
    rule: 'content',
    given: {
      records: [
        {
          id: id(1),
          values: {
            personal: true,
            note: null,
            delta: -1,
            count: 2_500_000,
            status: 'operating',
            name: land.name,
          },
        },
      ],
    },
  },
  {
    name: 'every kind of value, in two records out of order',
    rule: 'content',
    given: {
      records: [
        {
          id: id(2),
          values: {
            name: 'Hộ tịch',
            users: ['public', 'staff'],
            none: [],
            unit,
            owners: [unit, { text: 'Sở Tư pháp', id: null }],
          },
        },
        {
          id: id(1),
          values: {
            ...land,
            owner: { text: 'Sở Nông nghiệp và Môi trường', id: null },
            code: { text: 'Bộ Tư pháp', id: 'G15' },
            startedOn: '2024-07-01',
            shared: false,
          },
        },
      ],
    },
  },
]

const states: Named[] = [
  {
    name: 'one device',
    rule: 'state-code',
    given: { heads: [{ device: deviceId, seq: 30, hash: hash(3) }] },
  },
  {
    name: 'one device, a bundle later',
    rule: 'state-code',
    given: { heads: [{ device: deviceId, seq: 31, hash: hash(4) }] },
  },
  {
    name: 'two devices, one with nothing yet',
    rule: 'state-code',
    given: {
      heads: [
        { device: otherId, seq: 0, hash: null },
        { device: deviceId, seq: 30, hash: hash(3) },
      ],
    },
  },
]

const spoken = contentCode(contentHash([]))
const swapped = `${spoken[1]}${spoken[0]}${spoken.slice(2)}`
const typed: Named[] = [
  ['as it is written', spoken],
  [
    'in small letters, with a dash and blanks',
    ` ${spoken.slice(0, 4).toLowerCase()}-${spoken.slice(4).toLowerCase()} `,
  ],
  ['with two characters swapped', swapped],
  ['with its last character wrong', `${spoken.slice(0, 7)}${spoken[7] === 'Z' ? 'Y' : 'Z'}`],
  ['with a character too few', spoken.slice(1)],
  ['with a letter that no code has', `U${spoken.slice(1)}`],
  ['of zeros, said as the letter O', 'OOOO-OOOO'],
  ['of ones, said as I and L', 'ILIL-ILIL'],
].map(
  ([name, code]): Named => ({
    name: `a code ${name}`,
    rule: 'typed-code',
    given: { typed: code!, length: 8 },
  }),
)

const sofar = { number: 3, lastSeq: 30, hashes: { 1: hash(1), 2: hash(2), 3: hash(3) } }
const nothing = { number: 0, lastSeq: 0, hashes: {} }
const place = (name: string, on: typeof sofar | typeof nothing, message: object): Named =>
  ({ name, rule: 'chain', given: { sofar: on, message } }) as Named
const chains: Named[] = [
  place('a first bundle', nothing, { number: 1, hash: hash(1), previous: null, firstSeq: 1 }),
  place('a first bundle that begins at 2', nothing, {
    number: 1,
    hash: hash(1),
    previous: null,
    firstSeq: 2,
  }),
  place('a first bundle that comes second', nothing, {
    number: 2,
    hash: hash(2),
    previous: hash(1),
    firstSeq: 11,
  }),
  place('the next bundle', sofar, { number: 4, hash: hash(4), previous: hash(3), firstSeq: 31 }),
  place('the last bundle again', sofar, { number: 3, hash: hash(3), previous: hash(2), firstSeq: 21 }),
  place('an old bundle again', sofar, { number: 1, hash: hash(1), previous: null, firstSeq: 1 }),
  place('an old number with other bytes', sofar, {
    number: 2,
    hash: hash(9),
    previous: hash(1),
    firstSeq: 11,
  }),
  place('a bundle too far ahead', sofar, { number: 6, hash: hash(6), previous: hash(5), firstSeq: 51 }),
  place('the next number after another bundle', sofar, {
    number: 4,
    hash: hash(4),
    previous: hash(8),
    firstSeq: 31,
  }),
  place('the next number with a sequence left out', sofar, {
    number: 4,
    hash: hash(4),
    previous: hash(3),
    firstSeq: 32,
  }),
  place('the next number with a sequence again', sofar, {
    number: 4,
    hash: hash(4),
    previous: hash(3),
    firstSeq: 30,
  }),
  place('the next reply', sofar, { number: 4, hash: hash(4), previous: hash(3) }),
  place('a reply again', sofar, { number: 2, hash: hash(2), previous: hash(1) }),
  place('a reply too far ahead', sofar, { number: 5, hash: hash(5), previous: hash(4) }),
  place('another reply under an old number', sofar, { number: 3, hash: hash(7), previous: hash(2) }),
]

const others: Named[] = [
  { name: 'a key', rule: 'key-code', given: { publicKey: hex(deviceKey.public) } },
  { name: 'another key', rule: 'key-code', given: { publicKey: hex(otherKey.public) } },
  {
    name: 'the province’s own chain for an office',
    rule: 'own-chain',
    given: { provinceKey: hex(provinceKey.public), office: officeId },
  },
  { name: 'a record', rule: 'record-id', given: { device: deviceId, nonce, seq: 1 } },
  { name: 'a record far on', rule: 'record-id', given: { device: otherId, nonce, seq: 2 ** 40 + 1 } },
]

const kept: (Named & RuleVector)[] = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: (Named & RuleVector)[] }).vectors
  : []
const names = new Set(kept.map((v) => v.name))
const added = [...receipts, ...contents, ...states, ...typed, ...others, ...chains]
  .filter(({ name }) => !names.has(name))
  .map((asked) => ({ ...asked, result: ourResult(asked) }))
for (const { name, result } of added) console.log(`+ ${name}: ${JSON.stringify(result)}`)
if (process.argv.includes('--write')) {
  writeFileSync(file, `${JSON.stringify({ vectors: [...kept, ...added] }, null, 1)}\n`)
}
