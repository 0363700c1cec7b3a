// A stand-in for the handful of Electron's APIs that electron/main.ts uses, in plain Node with real Chromium, so that the
// real main process and preload are tested where Electron's program cannot be fetched. Checked against electron.d.ts by
// `satisfies Pick<…>`. It tests our code, not Electron: the sandbox, fuses and the OS keystore need the real one.
//
// Driven by a test through Node's IPC: {control, …} in, {reply, value} out; see StandInApp.ts.
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type * as Electron from 'electron'
import { type InvokeEvent, StandInPage } from './standInPage.ts'

const appFolder = process.env.SDL_STANDIN_APP ?? process.cwd()
const paths = new Map<string, string>([['documents', process.env.SDL_STANDIN_SAVE ?? appFolder]])
const events = new EventEmitter()
const control = { privileged: [] as Electron.CustomScheme[], sandboxed: false, windowOptions: [] as object[] }

type Handler = (event: InvokeEvent, ...args: unknown[]) => unknown
const handlers = new Map<string, Handler>()
const schemes = new Map<string, (request: Request) => Response | Promise<Response>>()

async function handleScheme(request: Request): Promise<Response> {
  const handler = schemes.get(new URL(request.url).protocol.slice(0, -1))
  return handler ? handler(request) : new Response(null, { status: 404 })
}

async function invoke(channel: string, event: InvokeEvent, args: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`no handler for ${channel}`)
  return handler(event, ...args)
}

let isQuitting = false
async function quit(): Promise<void> {
  if (isQuitting) return
  let isPrevented = false
  events.emit('before-quit', {
    preventDefault: () => {
      isPrevented = true
    },
  })
  if (isPrevented) return
  isQuitting = true
  for (const window of windows) await window.pageHost.close()
  process.exit(0)
}

export const app = {
  commandLine: {
    getSwitchValue: (name: string) => {
      const at = process.argv.indexOf(`--${name}`)
      const joined = process.argv.find((arg) => arg.startsWith(`--${name}=`))
      return joined?.slice(name.length + 3) ?? (at > 0 ? (process.argv[at + 1] ?? '') : '')
    },
  },
  isPackaged: false,
  setPath: (name: string, path: string) => {
    mkdirSync(path, { recursive: true })
    paths.set(name, path)
  },
  getPath: (name: string) => paths.get(name) ?? appFolder,
  getAppPath: () => appFolder,
  getVersion: () =>
    (JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string }).version,
  enableSandbox: () => {
    control.sandboxed = true
  },
  requestSingleInstanceLock: () => true,
  whenReady: () => new Promise<void>((resolve) => setImmediate(resolve)),
  on: (name: string, listener: (...args: never[]) => void) => events.on(name, listener as never),
  quit: () => void quit(),
  exit: (code?: number) => process.exit(code ?? 0),
} satisfies Record<
  keyof Pick<
    Electron.App,
    | 'isPackaged'
    | 'setPath'
    | 'getPath'
    | 'getAppPath'
    | 'getVersion'
    | 'enableSandbox'
    | 'requestSingleInstanceLock'
    | 'whenReady'
    | 'quit'
    | 'exit'
    | 'on'
    | 'commandLine'
  >,
  unknown
>

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
    control.privileged.push(...schemes)
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    schemes.set(scheme, handler)
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>

export const ipcMain = {
  handle: (channel: string, handler: Handler) => {
    handlers.set(channel, handler)
  },
} satisfies Record<keyof Pick<Electron.IpcMain, 'handle'>, unknown>

type SessionHandlers = {
  request?: Parameters<Electron.Session['setPermissionRequestHandler']>[0]
  check?: Parameters<Electron.Session['setPermissionCheckHandler']>[0]
  device?: Parameters<Electron.Session['setDevicePermissionHandler']>[0]
}
const permission: SessionHandlers = {}
const sessionEvents = new EventEmitter()

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: SessionHandlers['request']) => {
      permission.request = handler
    },
    setPermissionCheckHandler: (handler: SessionHandlers['check']) => {
      permission.check = handler
    },
    setDevicePermissionHandler: (handler: SessionHandlers['device']) => {
      permission.device = handler
    },
    on: (name: string, listener: (...args: never[]) => void) => sessionEvents.on(name, listener as never),
  },
}

async function download(url: string, name: string, saveTo: (path: string) => Promise<void>): Promise<void> {
  let isPrevented = false
  let defaultPath = name
  const done = new EventEmitter()
  const item = {
    getURL: () => url,
    getFilename: () => name,
    getSavePath: () => defaultPath,
    setSaveDialogOptions: (options: Electron.SaveDialogOptions) => {
      defaultPath = options.defaultPath ?? name
    },
    once: (event: string, listener: (...args: unknown[]) => void) => done.once(event, listener),
  } satisfies Record<
    keyof Pick<
      Electron.DownloadItem,
      'getURL' | 'getFilename' | 'getSavePath' | 'setSaveDialogOptions' | 'once'
    >,
    unknown
  >
  sessionEvents.emit(
    'will-download',
    {
      preventDefault: () => {
        isPrevented = true
      },
    },
    item,
  )
  if (isPrevented) return
  // The officer accepts the dialog as it is offered.
  await saveTo(defaultPath)
  done.emit('done', {}, 'completed')
}

let onSaved = (): void => {}

/** The file lies with the test's own connection to the browser: it is asked to put it where the dialog said. */
function saveByTest(path: string): Promise<void> {
  return new Promise((resolve) => {
    onSaved = resolve
    process.send?.({ saveTo: path })
  })
}

const windows: BrowserWindow[] = []

class WebContents extends EventEmitter {
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null
  private readonly window: BrowserWindow

  constructor(window: BrowserWindow) {
    super()
    this.window = window
  }

  isDestroyed(): boolean {
    return this.window.isDestroyed
  }
  getURL(): string {
    return this.window.url
  }
  send(channel: string, ...args: unknown[]): void {
    void this.window.pageHost.send(channel, args)
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return windows
  }

  readonly webContents: WebContents
  readonly pageHost: StandInPage
  url = ''
  isDestroyed = false
  private readonly options: Electron.BrowserWindowConstructorOptions

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    control.windowOptions.push(options)
    this.pageHost = new StandInPage({
      handleScheme,
      invoke,
      download: (url, name) => download(url, name, saveByTest),
    })
    this.webContents = new WebContents(this)
    windows.push(this)
    events.emit('web-contents-created', {}, this.webContents)
    this.pageHost.on('closed', () => this.close())
  }

  close(): void {
    if (this.isDestroyed) return
    this.emit('close', { preventDefault: () => {} })
    this.isDestroyed = true
    windows.splice(windows.indexOf(this), 1)
    void this.pageHost.close()
    this.emit('closed')
    if (windows.length === 0) events.emit('window-all-closed')
  }
  async loadURL(url: string): Promise<void> {
    this.url = url
    const preload = this.options.webPreferences?.preload ?? ''
    await this.pageHost.open(url, preload, paths.get('sessionData') ?? appFolder)
    this.emit('ready-to-show')
    process.send?.({ ready: true })
  }
  show(): void {}
  focus(): void {}
  restore(): void {}
  maximize(): void {}
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return false
  }
  getNormalBounds(): Electron.Rectangle {
    return { x: 10, y: 10, width: 1280, height: 720 }
  }
}

export const screen = {
  getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1366, height: 768 } }),
}

export const Menu = { setApplicationMenu: () => {}, buildFromTemplate: (template: unknown) => template }

const shown = { tooltip: '', notices: [] as string[] }

export const nativeImage = {
  createFromDataURL: (url: string) => ({ url }) as unknown as Electron.NativeImage,
} satisfies Pick<typeof Electron.nativeImage, 'createFromDataURL'>

export class Tray {
  setToolTip(text: string): void {
    shown.tooltip = text
  }
  setContextMenu(): void {}
  on(): this {
    return this
  }
}
void (Tray.prototype satisfies Record<
  keyof Pick<Electron.Tray, 'setToolTip' | 'setContextMenu' | 'on'>,
  unknown
>)

export class Notification {
  static isSupported(): boolean {
    return true
  }
  private readonly options: Electron.NotificationConstructorOptions
  constructor(options: Electron.NotificationConstructorOptions) {
    this.options = options
  }
  on(): this {
    return this
  }
  show(): void {
    shown.notices.push(`${this.options.title}: ${this.options.body}`)
  }
}
void (Notification.prototype satisfies Record<keyof Pick<Electron.Notification, 'on' | 'show'>, unknown>)

export const dialog = {
  showErrorBox: (title: string, content: string) => {
    process.send?.({ errorBox: `${title}: ${content}` })
  },
} satisfies Pick<Electron.Dialog, 'showErrorBox'>

export const powerMonitor = new EventEmitter()

/** Not a cipher: the operating system's keystore needs the real thing. What is sealed here is only marked. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret' as const,
  encryptStringAsync: async (text: string) => Buffer.from(`standin:${text}`),
  decryptStringAsync: async (sealed: Buffer) => ({
    result: sealed.toString().replace(/^standin:/, ''),
    shouldReEncrypt: false,
  }),
} satisfies Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>

export const net = {
  fetch: (input: string | Request, init?: RequestInit) => fetch(input, init),
} satisfies Pick<Electron.Net, 'fetch'>

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) => {
    const parentPort = new URL('./parentPort.ts', import.meta.url).href
    const stdio = Array.isArray(options.stdio) ? options.stdio : (['ignore', 'inherit', 'inherit'] as const)
    const child = fork(modulePath, args, {
      serialization: 'advanced',
      execArgv: ['--import', parentPort, ...(options.execArgv ?? [])],
      stdio: [...stdio, 'ipc'] as ('ignore' | 'inherit' | 'pipe' | 'ipc')[],
      ...(options.env ? { env: options.env as NodeJS.ProcessEnv } : {}),
    })
    return Object.assign(new EventEmitter(), {
      pid: child.pid,
      stderr: child.stderr,
      postMessage: (message: unknown) => {
        if (child.connected) child.send(message as object)
      },
      kill: () => child.kill(),
      on(name: string, listener: (...values: never[]) => void) {
        child.on(name as 'message', listener as never)
        return this
      },
    })
  },
}

/** What a test may ask of the shell from outside the page. */
const controls: Record<string, (input: never) => unknown> = {
  settings: () => ({
    ...control,
    schemes: [...schemes.keys()],
    channels: [...handlers.keys()],
    hasDeviceHandler: permission.device !== undefined,
    device: permission.device?.({ deviceType: 'usb', origin: 'app://bundle', device: {} } as never),
  }),
  tray: () => shown,
  power: (name: string) => powerMonitor.emit(name),
  fetch: async (url: string) => {
    const response = await handleScheme(new Request(url))
    return { status: response.status, body: await response.text() }
  },
  invokeAs: ({ url, channel, args }: { url: string | null; channel: string; args: unknown[] }) =>
    invoke(channel, { senderFrame: url === null ? null : { url, parent: null } }, args),
  invokeAsChild: ({ url, channel, args }: { url: string; channel: string; args: unknown[] }) =>
    invoke(channel, { senderFrame: { url, parent: {} } }, args),
  permission: ({ name, url }: { name: string; url: string }) =>
    new Promise((resolve) => {
      permission.request?.({} as never, name as never, resolve, { requestingUrl: url } as never)
    }),
  check: ({ name, origin }: { name: string; origin: string }) =>
    permission.check?.({} as never, name as never, origin, {} as never),
  navigate: (url: string) => isRefused('will-navigate', url),
  redirect: (url: string) => isRefused('will-redirect', url),
  webview: () => isRefused('will-attach-webview', ''),
  windowOpen: (url: string) => windows[0]?.webContents.windowOpenHandler?.({ url }),
  fakeDownload: async (url: string) => {
    let saved: string | null = null
    await download(url, basename(url), async (path) => {
      saved = path
    })
    return saved
  },
  saved: () => onSaved(),
  close: () => windows[0]?.close(),
}

function isRefused(event: string, url: string): boolean {
  let isPrevented = false
  windows[0]?.webContents.emit(event, {
    url,
    preventDefault: () => {
      isPrevented = true
    },
  })
  return isPrevented
}

process.on('message', async ({ id, name, input }: { id: number; name: string; input: never }) => {
  process.send?.({ id, value: await controls[name]?.(input) })
})
// A test that ends takes its app with it.
process.on('disconnect', () => process.exit(0))
