// Electron's main process and preload, unmodified, on the stand-in: what the shell promises about every page and message.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildFixtureApp } from '../electron/fixtureApp.ts'
import { StandInApp } from '../electron/StandInApp.ts'

let folder: string
let dataDir: string
let saveDir: string
let app: StandInApp

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sdl-shell-'))
  dataDir = join(folder, 'data')
  saveDir = join(folder, 'documents')
  mkdirSync(saveDir)
  const appFolder = await buildFixtureApp(join(folder, 'app'))
  app = await StandInApp.start({ appFolder, dataDir, saveDir })
})
afterAll(async () => {
  await app?.close()
  rmSync(folder, { recursive: true, force: true })
})

const CALL = 'sdl:call'
type Bridge = {
  call(name: string, input: unknown): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }>
}

/** A call as the page makes it, through the real preload. */
function callFromPage(
  name: string,
  input: unknown,
): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }> {
  return app.page.evaluate(([n, i]) => (window as unknown as { sdl: Bridge }).sdl.call(n as string, i), [
    name,
    input,
  ] as const)
}

it('gives the page one object with two functions and nothing of Electron or Node', async () => {
  expect(await app.page.title()).toBe('bridged')
  const seen = await app.page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { sdl: object }).sdl).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }))
  expect(seen).toEqual({ bridge: ['call', 'subscribe'], node: [] })
})

it('relays calls with bytes to the core’s own process and back', async () => {
  const back = await app.page.evaluate(async () => {
    const bridge = (window as unknown as { sdl: Bridge }).sdl
    const answer = await bridge.call('echo', { name: 'Đất đai', bytes: new Uint8Array([0, 255]) })
    const { input } = answer.value as { input: { name: string; bytes: Uint8Array } }
    return [input.name, input.bytes instanceof Uint8Array, ...input.bytes]
  })
  expect(back).toEqual(['Đất đai', true, 0, 255])
})

it('keeps a sign beside the clock that names nothing while the registers are not open', async () => {
  const shown = await app.ask<{ tooltip: string; notices: string[] }>('tray')
  expect(shown).toEqual({ tooltip: 'Sổ Dữ Liệu (đang khóa)', notices: [] })
})

it('takes any path on the disk out of what the page sends', async () => {
  const answer = await callFromPage('import.open', { register: 'database', path: '/etc/passwd' })
  expect(answer.value).toEqual({ name: 'import.open', input: { register: 'database' } })
})

it('tells the page what the core tells, until it stops listening', async () => {
  const heard = await app.page.evaluate(async () => {
    const { sdl } = window as unknown as { sdl: Bridge & { subscribe(l: (e: unknown) => void): () => void } }
    const events: unknown[] = []
    const stop = sdl.subscribe((event) => events.push(event))
    await sdl.call('event', { type: 'changed', registers: ['database'] })
    await new Promise((resolve) => setTimeout(resolve, 200))
    stop()
    await sdl.call('event', { type: 'status' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    return events
  })
  expect(heard).toEqual([{ type: 'changed', registers: ['database'] }])
})

it.each([
  'https://evil.example/',
  'app://bundle.evil/',
  'app://evil/',
  'app://user@bundle/',
  'file:///etc/passwd',
  'about:blank',
  'data:text/html,x',
  'http://bundle/',
  '',
])('answers nothing to a sender at %s', async (url) => {
  const answer = await app.ask('invokeAs', { url, channel: CALL, args: ['echo', {}] })
  expect(answer).toEqual({ ok: false, error: { code: 'door-refused' } })
})

it('answers nothing to a frame inside the page, nor to one that is gone', async () => {
  const refused = { ok: false, error: { code: 'door-refused' } }
  expect(await app.ask('invokeAsChild', { url: 'app://bundle/', channel: CALL, args: ['echo', {}] })).toEqual(
    refused,
  )
  expect(await app.ask('invokeAs', { url: null, channel: CALL, args: ['echo', {}] })).toEqual(refused)
  expect(
    await app.ask('invokeAs', { url: 'app://bundle/', channel: CALL, args: ['echo', {}] }),
  ).toMatchObject({ ok: true })
})

it('serves the built page over app://bundle and nothing else on the disk', async () => {
  expect(await app.ask('fetch', 'app://bundle/')).toMatchObject({ status: 200 })
  for (const url of [
    'app://bundle/../core.js',
    'app://bundle/..%2fcore.js',
    'app://bundle/%2e%2e/%2e%2e/package.json',
    'app://bundle/..%5cmain.js',
    'app://evil/index.html',
    'app://bundle.evil/index.html',
  ]) {
    expect([url, (await app.ask<{ status: number }>('fetch', url)).status]).toEqual([url, 404])
  }
})

it('makes a sandboxed, isolated window without webviews, devices or a spell checker’s downloads', async () => {
  const settings = await app.ask<{
    sandboxed: boolean
    privileged: { scheme: string; privileges: Record<string, boolean> }[]
    windowOptions: { webPreferences: Record<string, unknown> }[]
    schemes: string[]
    channels: string[]
    device: boolean
  }>('settings')
  expect(settings.sandboxed).toBe(true)
  expect(settings.windowOptions).toHaveLength(1)
  expect(settings.windowOptions[0]?.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    spellcheck: false,
  })
  expect(settings.privileged).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  expect(settings.schemes).toEqual(['app'])
  expect(settings.channels).toEqual([CALL])
  expect(settings.device).toBe(false)
})

it('grants the page writing to the clipboard and no other permission, and other pages none', async () => {
  const ask = (name: string, url: string) => app.ask<boolean>('permission', { name, url })
  expect(await ask('clipboard-sanitized-write', 'app://bundle/')).toBe(true)
  expect(await ask('clipboard-sanitized-write', 'https://evil.example/')).toBe(false)
  for (const name of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fullscreen',
    'hid',
    'usb',
  ]) {
    expect([name, await ask(name, 'app://bundle/')]).toEqual([name, false])
    expect([name, await app.ask('check', { name, origin: 'app://bundle/' })]).toEqual([name, false])
  }
})

it('refuses to leave the page, to follow a redirect, to open a window or to hold a webview', async () => {
  for (const url of [
    'https://evil.example/',
    'app://bundle.evil/',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ]) {
    expect([url, await app.ask('navigate', url)]).toEqual([url, true])
    expect([url, await app.ask('redirect', url)]).toEqual([url, true])
    expect([url, await app.ask('windowOpen', url)]).toEqual([url, { action: 'deny' }])
  }
  expect(await app.ask('windowOpen', 'app://bundle/')).toEqual({ action: 'deny' })
  expect(await app.ask('navigate', 'app://bundle/')).toBe(false)
  expect(await app.ask('webview')).toBe(true)
})

it('sends a strict policy with the page: inline and foreign scripts do not run', async () => {
  const ran = await app.page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const inline = document.createElement('script')
    inline.textContent = 'window.__inlineRan = true'
    document.head.append(inline)
    const foreign = document.createElement('script')
    foreign.src = 'https://evil.example/x.js'
    document.head.append(foreign)
    await fetch('https://evil.example/').catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { ran: '__inlineRan' in window, violations: violations.sort() }
  })
  expect(ran).toEqual({ ran: false, violations: ['connect-src', 'script-src-elem', 'script-src-elem'] })
})

it('saves a file that the page made, in the folder used last, and refuses one from elsewhere', async () => {
  await app.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['danh mục']))
    link.download = 'danh-muc.txt'
    link.click()
  })
  const saved = join(saveDir, 'danh-muc.txt')
  await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toBe('danh mục')
  await expect
    .poll(
      () => existsSync(join(dataDir, 'window.json')) && readFileSync(join(dataDir, 'window.json'), 'utf8'),
    )
    .toContain(saveDir)
  expect(await app.ask('fakeDownload', 'https://evil.example/tool.exe')).toBeNull()
  expect(await app.ask('fakeDownload', 'blob:https://evil.example/tool.exe')).toBeNull()
  expect(await app.ask('fakeDownload', 'blob:app://bundle/..%2F..%2Ftool.exe')).toBe(
    join(saveDir, '..%2F..%2Ftool.exe'),
  )
})

it('hands the operating system’s keystore to the core, sealed on the disk', async () => {
  expect((await callFromPage('options', {})).value).toMatchObject({
    dataDir,
    keystoreKind: 'os',
    version: '9.8.7',
  })
  const set = { ask: 'keystore-set', input: { name: 'store-1', bytes: new Uint8Array([5, 6]) } }
  await app.ask('invokeAs', { url: 'app://bundle/', channel: CALL, args: ['ask', set] })
  const sealed = readFileSync(join(dataDir, 'keys-os', 'store-1.key'))
  expect(sealed.equals(Buffer.from([5, 6]))).toBe(false)
  const get = { ask: 'keystore-get', input: { name: 'store-1' } }
  const answer = await app.ask('invokeAs', { url: 'app://bundle/', channel: CALL, args: ['ask', get] })
  expect(answer).toEqual({ ok: true, value: { ok: true, value: new Uint8Array([5, 6]) } })
  const bad = { ask: 'keystore-get', input: { name: '../x' } }
  expect(
    await app.ask('invokeAs', { url: 'app://bundle/', channel: CALL, args: ['ask', bad] }),
  ).toMatchObject({
    value: { ok: false },
  })
})

it('gives a stranger’s file a process of its own, and tells the core when that process is gone', async () => {
  const answer = await callFromPage('parse', { broken: true })
  expect(answer.value).toEqual(['refused'])
})

it('locks the registers when the PC is locked', async () => {
  await app.ask('power', 'lock-screen')
  await expect.poll(() => existsSync(join(dataDir, 'locked'))).toBe(true)
})

it('answers a call whose core died, starts another core and tells the page', async () => {
  const heard = await app.page.evaluate(async () => {
    const { sdl } = window as unknown as { sdl: Bridge & { subscribe(l: (e: unknown) => void): () => void } }
    const events: unknown[] = []
    sdl.subscribe((event) => events.push(event))
    const died = await sdl.call('die', {})
    const after = await sdl.call('echo', { again: true })
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { died, after, events }
  })
  expect(heard).toEqual({
    died: { ok: false, error: { code: 'door-closed' } },
    after: { ok: true, value: { name: 'echo', input: { again: true } } },
    events: [{ type: 'status' }],
  })
})

it('closes the store before it ends', async () => {
  expect(await app.close()).toBe(0)
  expect(existsSync(join(dataDir, 'closed'))).toBe(true)
  expect(JSON.parse(readFileSync(join(dataDir, 'window.json'), 'utf8'))).toMatchObject({
    bounds: { width: 1280 },
  })
})
