import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AppEvent } from '../../shared/ipc/contract.ts'
import { decodeWire, encodeWire } from '../../shared/ipc/wire.ts'
import type { Core } from '../core/Core.ts'
import { type Door, startDoor } from './startDoor.ts'

let folder: string
let pageDir: string
let door: Door
let calls: { name: string; input: unknown }[]
let emit: (event: AppEvent) => void = () => {}

const core: Core = {
  call: async (name, input) => {
    calls.push({ name, input })
    return { ok: true, value: { echo: input } }
  },
  subscribe: (listener) => {
    emit = listener
    return () => {
      emit = () => {}
    }
  },
  close: async () => {},
}

type Reply = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** A raw request: node:http lets a test say any Host, Origin and cookie, as an attacker's program can. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: door.port,
        path,
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
      },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          body += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(options.body)
  })
}

function tokenOf(address: string): string {
  return new URLSearchParams(new URL(address).hash.slice(1)).get('t') ?? ''
}

async function openPage(): Promise<string> {
  const page = await send('/')
  return String(page.headers['set-cookie']).split(';')[0] as string
}

function callHeaders(
  cookie: string,
  changed: Record<string, string | undefined> = {},
): Record<string, string> {
  const headers: Record<string, string | undefined> = {
    'content-type': 'application/json',
    origin: `http://127.0.0.1:${door.port}`,
    'x-sdl-token': tokenOf(door.address),
    cookie,
    ...changed,
  }
  return Object.fromEntries(Object.entries(headers).filter((e): e is [string, string] => e[1] !== undefined))
}

beforeEach(async () => {
  calls = []
  folder = mkdtempSync(join(tmpdir(), 'sdl-door-'))
  pageDir = join(folder, 'page')
  mkdirSync(join(pageDir, 'assets'), { recursive: true })
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(pageDir, 'assets', 'main-abc.js'), 'export {}')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  const opened = await startDoor({ core, pageDir, port: 0 })
  if (!opened.ok) throw new Error(opened.error.code)
  door = opened.value
})

afterEach(async () => {
  await door.close()
  rmSync(folder, { recursive: true, force: true })
})

it('carries a call with bytes to the core and its answer back', async () => {
  const cookie = await openPage()
  const body = encodeWire({ name: 'Đất đai', bytes: new Uint8Array([0, 1, 254, 255]) })
  const reply = await send('/rpc/import.open', { method: 'POST', headers: callHeaders(cookie), body })
  expect(reply.status).toBe(200)
  expect(decodeWire(reply.body)).toEqual({
    ok: true,
    value: { echo: { name: 'Đất đai', bytes: new Uint8Array([0, 1, 254, 255]) } },
  })
})

it('takes any path on the disk out of a call', async () => {
  const cookie = await openPage()
  const body = encodeWire({ report: 'database', path: '/etc/passwd' })
  await send('/rpc/export.report', { method: 'POST', headers: callHeaders(cookie), body })
  expect(calls).toEqual([{ name: 'export.report', input: { report: 'database' } }])
})

it.each([
  ['no token', { 'x-sdl-token': undefined }, 401],
  ['a wrong token', { 'x-sdl-token': 'A'.repeat(43) }, 401],
  ['no cookie', { cookie: undefined }, 401],
  ['a foreign origin', { origin: 'https://evil.example' }, 403],
  ['no origin', { origin: undefined }, 403],
  ['the null origin', { origin: 'null' }, 403],
  ['another port of this machine as origin', { origin: 'http://127.0.0.1:1' }, 403],
  ['a rebound host name', { host: 'evil.example' }, 403],
  ['localhost as host', { host: 'localhost' }, 403],
  ['cross-site fetch metadata', { 'sec-fetch-site': 'cross-site' }, 403],
  ['same-site fetch metadata', { 'sec-fetch-site': 'same-site' }, 403],
  ['a form’s content type', { 'content-type': 'text/plain' }, 415],
])('refuses a call with %s', async (_what, changed: Record<string, string | undefined>, status) => {
  const cookie = await openPage()
  const reply = await send('/rpc/app.status', {
    method: 'POST',
    headers: callHeaders(cookie, changed),
    body: '{}',
  })
  expect(reply.status).toBe(status)
  expect(decodeWire(reply.body)).toMatchObject({ ok: false })
  expect(calls).toEqual([])
})

it('refuses the right token from a second browser, and goes on serving the first', async () => {
  const first = await openPage()
  const second = await openPage()
  expect(first).not.toBe(second)
  const call = (cookie: string) =>
    send('/rpc/app.status', { method: 'POST', headers: callHeaders(cookie), body: '{}' })
  expect((await call(first)).status).toBe(200)
  expect(decodeWire((await call(second)).body)).toEqual({ ok: false, error: { code: 'door-used' } })
  expect((await call(first)).status).toBe(200)
})

it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses the method %s', async (method) => {
  const cookie = await openPage()
  expect((await send('/rpc/app.status', { method, headers: callHeaders(cookie) })).status).toBe(405)
})

it('answers broken JSON and broken base64 as bad input', async () => {
  const cookie = await openPage()
  for (const body of ['{', '', '{"bytes":{"$bytes":"%%%"}}']) {
    const reply = await send('/rpc/app.status', { method: 'POST', headers: callHeaders(cookie), body })
    expect([body, reply.status]).toEqual([body, 400])
  }
  expect(calls).toEqual([])
})

it('stops reading a body that says it is larger than any call', async () => {
  const cookie = await openPage()
  const headers = { ...callHeaders(cookie), 'content-length': String(91 * 1024 * 1024) }
  const reply = await send('/rpc/import.open', { method: 'POST', headers, body: '' })
  expect(reply.status).toBe(413)
})

it('serves the page with a strict policy, and nothing outside it', async () => {
  const page = await send('/')
  expect(page.body).toContain('<title>page</title>')
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  symlinkSync(join(folder, 'secret.html'), join(pageDir, 'linked.html'))
  writeFileSync(join(pageDir, '.hidden.html'), 'hidden')
  for (const path of [
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/..%2f..%2fsecret.html',
    '/..%5csecret.html',
    '/%00.html',
    '/%zz.html',
    '/linked.html',
    '/.hidden.html',
    '/assets/',
    '/index.html.map',
  ]) {
    const reply = await send(path)
    expect([path, reply.status, reply.body.includes('secret')]).toEqual([path, 404, false])
  }
})

it.each(['//evil.example/index.html', 'http://evil.example/', 'ftp:x'])(
  'refuses the request target %s',
  async (path) => {
    expect((await send(path)).status).toBe(400)
  },
)

it('streams the core’s events to the browser that holds the token, to no other', async () => {
  const cookie = await openPage()
  expect((await send('/events', { headers: { cookie } })).status).toBe(401)
  const received = await new Promise<string>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: door.port, path: `/events?t=${tokenOf(door.address)}`, headers: { cookie } },
      (response) => {
        response.setEncoding('utf8')
        let text = ''
        response.on('data', (chunk) => {
          text += chunk
          if (text === 'retry: 1000\n\n') emit({ type: 'changed', registers: ['database'] })
          if (text.includes('data:')) {
            resolve(text)
            sent.destroy()
          }
        })
      },
    )
    sent.on('error', reject)
    sent.end()
  })
  expect(received).toContain('data: {"type":"changed","registers":["database"]}\n\n')
})

it('says that a port is taken instead of throwing', async () => {
  expect(await startDoor({ core, pageDir, port: door.port })).toEqual({
    ok: false,
    error: { code: 'port-taken', args: { port: door.port } },
  })
})
