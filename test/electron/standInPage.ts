// The page's side of the stand-in: Chromium with the real page and the real, bundled preload. Chromium does not route
// custom schemes, so app://bundle is mapped to a host that cannot exist.
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import { decodeWire, encodeWire } from '../../shared/ipc/wire.ts'
import { chromiumPath } from '../chromiumPath.ts'

const MAPPED = 'https://bundle.app.invalid'

export type InvokeEvent = { senderFrame: { url: string; parent: object | null } | null }
export type PageHost = {
  handleScheme: (request: Request) => Promise<Response>
  invoke: (channel: string, event: InvokeEvent, args: unknown[]) => Promise<unknown>
  download: (url: string, name: string) => Promise<void>
}

export const toApp = (url: string): string => url.replaceAll(MAPPED, 'app://bundle')
export const toMapped = (url: string): string => url.replaceAll('app://bundle', MAPPED)

/** What a sandboxed preload finds: a `require` that knows `electron` alone, and nothing shared but what it exposes. */
function preloadScript(preload: string): string {
  return `(() => {
    if (window.top !== window) return
    const listeners = new Map()
    const encode = (value) => JSON.stringify(value, (key, member) => member instanceof Uint8Array
      ? { $bytes: btoa(Array.from(member, (b) => String.fromCharCode(b)).join('')) } : member)
    const decode = (text) => JSON.parse(text, (key, member) => member && typeof member === 'object' && typeof member.$bytes === 'string'
      ? Uint8Array.from(atob(member.$bytes), (c) => c.charCodeAt(0)) : member)
    const ipcRenderer = {
      invoke: async (channel, ...args) => decode(await window.__standInInvoke(channel, encode(args))),
      on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]) },
      removeListener: (channel, listener) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((l) => l !== listener)) },
    }
    window.__standInReceive = (channel, text) => { for (const l of listeners.get(channel) ?? []) l({}, ...decode(text)) }
    const contextBridge = { exposeInMainWorld: (name, api) => { Object.defineProperty(window, name, { value: Object.freeze(api) }) } }
    const require = (name) => { if (name === 'electron') return { contextBridge, ipcRenderer }; throw new Error('a sandboxed preload cannot require ' + name) }
    const module = { exports: {} }
    ;(function (require, module, exports) { ${preload}
    })(require, module, module.exports)
  })()`
}

/** One Chromium for the app's one window. */
export class StandInPage extends EventEmitter {
  page: Page | null = null
  private context: BrowserContext | null = null
  private readonly host: PageHost

  constructor(host: PageHost) {
    super()
    this.host = host
  }

  async open(address: string, preloadPath: string, userData: string): Promise<void> {
    const debugPort = process.env.SDL_STANDIN_PORT ?? '0'
    this.context = await chromium.launchPersistentContext(userData, {
      executablePath: chromiumPath(),
      args: ['--no-sandbox', `--remote-debugging-port=${debugPort}`, '--disable-dev-shm-usage'],
      viewport: { width: 1366, height: 768 },
      ignoreHTTPSErrors: true,
      acceptDownloads: true,
    })
    await this.context.route('**/*', async (route) => {
      const request = route.request()
      if (!request.url().startsWith(MAPPED)) return route.abort('internetdisconnected')
      const response = await this.host.handleScheme(
        new Request(toApp(request.url()), { method: request.method() }),
      )
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      })
    })
    await this.context.exposeBinding('__standInInvoke', async (source, channel: string, text: string) => {
      const event: InvokeEvent = { senderFrame: senderOf(source.frame) }
      return encodeWire(await this.host.invoke(channel, event, decodeWire(text) as unknown[])) ?? 'null'
    })
    await this.context.addInitScript({ content: preloadScript(readFileSync(preloadPath, 'utf8')) })
    const page = this.context.pages()[0] ?? (await this.context.newPage())
    this.page = page
    page.on('download', (download) => {
      void this.host
        .download(toApp(download.url()), download.suggestedFilename())
        .catch((error: unknown) => console.error('stand-in: download', error))
    })
    page.on('close', () => this.emit('closed'))
    await page.goto(toMapped(address))
  }

  async send(channel: string, args: unknown[]): Promise<void> {
    await this.page
      ?.evaluate(
        ([name, text]) => {
          ;(window as unknown as { __standInReceive?: (n: string, t: string) => void }).__standInReceive?.(
            name,
            text,
          )
        },
        [channel, encodeWire(args)] as const,
      )
      // The page may be between two documents, as in Electron: the event is lost there too.
      .catch(() => undefined)
  }

  async close(): Promise<void> {
    await this.context?.close()
  }
}

function senderOf(frame: Frame): InvokeEvent['senderFrame'] {
  return { url: toApp(frame.url()), parent: frame.parentFrame() }
}
