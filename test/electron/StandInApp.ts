// Starts the app's real main process on the stand-in and gives a test its page and a way to ask the shell from outside.
import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Download, type Page } from 'playwright-core'

type Message = { id?: number; value?: unknown; ready?: boolean; errorBox?: string; saveTo?: string }

export class StandInApp {
  readonly page: Page
  private readonly child: ChildProcess
  private readonly browser: Browser
  private nextId = 1

  private constructor(child: ChildProcess, browser: Browser, page: Page) {
    this.child = child
    this.browser = browser
    this.page = page
    this.saveDownloads()
  }

  /** Pairs each file that the page hands out with the place that the shell's dialog proposes. */
  private saveDownloads(): void {
    const files: Download[] = []
    const places: string[] = []
    const pair = async (): Promise<void> => {
      if (files.length === 0 || places.length === 0) return
      await (files.shift() as Download).saveAs(places.shift() as string)
      await this.ask('saved')
    }
    this.page.on('download', (file) => {
      files.push(file)
      void pair()
    })
    this.child.on('message', ({ saveTo }: Message) => {
      if (saveTo === undefined) return
      places.push(saveTo)
      void pair()
    })
  }

  /**
   * @param options.appFolder folder with package.json and out/app
   * @param options.dataDir where the app keeps its data
   * @param options.saveDir what the system calls Documents
   */
  static async start(options: { appFolder: string; dataDir: string; saveDir: string }): Promise<StandInApp> {
    const port = await freePort()
    const child = fork(join(options.appFolder, 'out', 'app', 'main.js'), ['--data', options.dataDir], {
      serialization: 'advanced',
      execArgv: ['--import', new URL('./register.ts', import.meta.url).href],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        SDL_STANDIN_APP: options.appFolder,
        SDL_STANDIN_SAVE: options.saveDir,
        SDL_STANDIN_PORT: String(port),
      },
    })
    await new Promise<void>((resolve, reject) => {
      child.on('message', (message: Message) => {
        if (message.ready) resolve()
        if (message.errorBox) reject(new Error(message.errorBox))
      })
      child.once('exit', (code) => reject(new Error(`main ended with code ${code}`)))
      child.once('error', reject)
    })
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const page = browser.contexts()[0]?.pages()[0]
    if (!page) throw new Error('the stand-in has no page')
    return new StandInApp(child, browser, page)
  }

  ask<T>(name: string, input?: unknown): Promise<T> {
    const id = this.nextId++
    return new Promise((resolve) => {
      const listen = (message: Message): void => {
        if (message.id !== id) return
        this.child.off('message', listen)
        resolve(message.value as T)
      }
      this.child.on('message', listen)
      this.child.send({ id, name, input })
    })
  }

  /** Closes the window as a person does; resolves when main has ended, with its exit code. */
  async close(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve))
    await this.browser.close().catch(() => undefined)
    if (this.child.connected) this.child.send({ id: 0, name: 'close' })
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 10_000)
    const code = await ended
    clearTimeout(timer)
    return code
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
