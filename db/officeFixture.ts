// For tests: a small register pair, device keys, an in-memory keystore and stores in a folder of their own.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineRegister, field, type Register } from '../shared/registers/define.ts'
import type { Keystore } from './Keystore.ts'
import type { CommitMeta } from './OfficeStore.ts'
import { createStore, type OpenOptions, openStore } from './open.ts'
import type { DeviceKeys, SqliteStore } from './SqliteStore.ts'

const label = (vi: string, en: string) => ({ vi, en })
const nothing = label('', '')

export const database: Register = defineRegister({
  id: 'database',
  label: label('Danh mục cơ sở dữ liệu', 'Databases'),
  singular: label('Cơ sở dữ liệu', 'Database'),
  help: nothing,
  nameField: 'name',
  matchKey: ['name', 'owner'],
  nilAnswer: true,
  fields: [
    field({ id: 'name', label: label('Tên', 'Name'), type: 'text', required: true }),
    field({ id: 'owner', label: label('Chủ quản', 'Owner'), type: 'ref', target: 'unit' }),
    field({ id: 'purpose', label: label('Mục đích', 'Purpose'), type: 'longtext' }),
    field({
      id: 'role',
      label: label('Vai trò', 'Role'),
      type: 'enum',
      values: [
        { id: 'owner', label: label('Chủ quản', 'Owner') },
        { id: 'operator', label: label('Vận hành', 'Operator') },
        { id: 'user', label: label('Chỉ khai thác', 'User') },
      ],
    }),
    field({ id: 'records', label: label('Số bản ghi', 'Records'), type: 'int' }),
    field({ id: 'personal', label: label('Có dữ liệu cá nhân', 'Personal data'), type: 'bool' }),
    field({ id: 'since', label: label('Từ ngày', 'Since'), type: 'date' }),
    field({
      id: 'formats',
      label: label('Định dạng', 'Formats'),
      type: 'multi',
      values: [
        { id: 'csv', label: label('CSV', 'CSV') },
        { id: 'json', label: label('JSON', 'JSON') },
      ],
    }),
    field({ id: 'related', label: label('Liên quan', 'Related'), type: 'refs', target: 'database' }),
  ],
})

export const dataItem: Register = defineRegister({
  id: 'data-item',
  label: label('Mục dữ liệu', 'Data items'),
  singular: label('Mục dữ liệu', 'Data item'),
  help: nothing,
  nameField: 'itemName',
  matchKey: ['itemName', 'database'],
  parent: { register: 'database', field: 'database' },
  nilAnswer: false,
  fields: [
    field({ id: 'itemName', label: label('Tên mục', 'Item'), type: 'text', required: true }),
    field({ id: 'database', label: label('CSDL', 'Database'), type: 'ref', target: 'database' }),
  ],
})

export const registers: readonly Register[] = [database, dataItem]

export function deviceKeys(name = 'device'): DeviceKeys {
  const publicKey = createHash('sha256').update(name).digest()
  return {
    deviceId: createHash('sha256').update(publicKey).digest('hex').slice(0, 16),
    signingSecret: new Uint8Array(createHash('sha256').update(`${name} secret`).digest()),
    signingPublic: new Uint8Array(publicKey),
    ageIdentity: `AGE-SECRET-KEY-1${name.toUpperCase()}`,
  }
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'so-du-lieu-'))
}

export function memoryKeystore(): Keystore & { readonly held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>()
  return {
    held,
    get: (name) => Promise.resolve(held.get(name) ?? null),
    set: (name, bytes) => Promise.resolve(void held.set(name, Uint8Array.from(bytes))),
  }
}

export type Office = { readonly dir: string; readonly key: Uint8Array; store: SqliteStore }

export function newOffice(options: Partial<OpenOptions> & { readonly name?: string } = {}): Office {
  const dir = options.dir ?? freshFolder()
  const key = options.key ?? new Uint8Array(randomBytes(32))
  const made = createStore({ registers, ...options, dir, key, device: deviceKeys(options.name) })
  if (!made.ok) throw new Error(made.error.code)
  return { dir, key, store: made.value }
}

export function reopen(office: Office, options: Partial<OpenOptions> = {}): SqliteStore {
  office.store.close()
  const opened = openStore({ registers, ...options, dir: office.dir, key: office.key })
  if (!opened.ok) throw new Error(opened.error.code)
  office.store = opened.value
  return opened.value
}

let clock = 1_800_000_000_000

export function meta(origin: CommitMeta['origin'] = 'edit', text = 'Sửa'): CommitMeta {
  clock += 1_000
  return { actor: 'officer-1', origin, label: text, at: clock }
}
