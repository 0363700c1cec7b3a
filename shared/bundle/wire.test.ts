import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { routes } from '../http/contract.ts'
import { BASE } from './columnParts.ts'
import { COMPRESSION } from './compress.ts'
import { KINDS, LABELS, WIRE_VERSION } from './cose.ts'
import { DICTIONARY_1_SHA256, dictionary1 } from './dictionary-1.ts'
import { CARRY_LIMITS, MESSAGE_LIMITS } from './limits.ts'
import { bundleLayout, enrolLayout, helloLayout, packLayout, replyLayout, rulesLayout } from './payloads.ts'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

it('keeps the wire schema of version 1', () => {
  const layouts = [helloLayout, enrolLayout, packLayout, bundleLayout, replyLayout, rulesLayout].map(
    (l) => l.describe,
  )
  const limits = {
    MAX_CHANGES: MESSAGE_LIMITS.changes,
    MAX_DEVICES: MESSAGE_LIMITS.devices,
    MAX_PLAIN_BYTES: MESSAGE_LIMITS.plainBytes,
    MAX_CARRIED_BYTES: CARRY_LIMITS.bytes,
    MAX_CARRIED_MESSAGES: CARRY_LIMITS.messages,
    MAX_DEPTH: MESSAGE_LIMITS.depth,
  }
  const schema = { WIRE_VERSION, KINDS, LABELS, COMPRESSION, BASE, layouts, limits, routes }
  // Red here means that old and new apps would misread each other. If that is wanted: a new WIRE_VERSION in cose.ts, a
  // new layout beside the old one, a section in docs/bundle-format.md, vectors of the new version beside the old, which
  // stay for ever. A raised limit needs no new version but must be raised at the province a release before the office.
  expect(sha256(JSON.stringify(schema))).toBe(
    'da7bcb8ee13a05ef50e41f718e9b8621f4036461936f43b6ac649baa929846e9',
  )
})

it('keeps dictionary 1 byte for byte', () => {
  // Every message sealed with compression 1 needs it for ever: other words are a dictionary 2 under another id.
  expect(sha256(dictionary1())).toBe('06dc213a2d719db42e1b13b8e5e9ff2c8914153adb8751ca27813f10c426abc0')
  expect(DICTIONARY_1_SHA256).toBe(sha256(dictionary1()))
  const shipped = join(import.meta.dirname, '..', '..', 'docs', 'vectors', 'dictionary-1.bin')
  expect(sha256(readFileSync(shipped))).toBe(DICTIONARY_1_SHA256)
})
