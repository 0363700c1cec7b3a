// Starts the app as `npm start` does where Electron cannot be had, and opens its page in real Chromium.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumPath } from '../chromiumPath.ts'

const root = join(import.meta.dirname, '..', '..')

export type Ended = { readonly code: number | null; readonly output: string }

export class DoorApp {
  readonly address: string
  private readonly child: ChildProcess
  private readonly ended: Promise<Ended>
  private browsers: Browser[] = []

  private constructor(child: ChildProcess, ended: Promise<Ended>, address: string) {
    this.child = child
    this.ended = ended
    this.address = address
  }

  /** @param args beyond --door and --no-open, e.g. `--data`, DIR */
  static start(...args: string[]): Promise<DoorApp> {
    return DoorApp.startIn(root, ...args)
  }

  /** The same from another copy of the sources. */
  static async startIn(sources: string, ...args: string[]): Promise<DoorApp> {
    const { child, ended, output } = run(args, sources)
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', () => {
        const found = /http:\/\/127\.0\.0\.1:\d+\/#t=\S+/.exec(output())
        if (found) resolve(found[0])
      })
      void ended.then(({ code }) => reject(new Error(`the door ended with code ${code}: ${output()}`)))
    })
    return new DoorApp(child, ended, address)
  }

  /** Starts a door that is expected to end by itself. */
  static fail(...args: string[]): Promise<Ended> {
    return run(args, root).ended
  }

  /** A page in a browser profile of its own; `path` as printed unless told. */
  async open(address = this.address): Promise<Page> {
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    })
    this.browsers.push(browser)
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
    await page.goto(address)
    return page
  }

  kill(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal)
    return this.ended
  }

  async close(): Promise<void> {
    for (const browser of this.browsers) await browser.close()
    await this.kill('SIGTERM')
  }
}

function run(
  args: string[],
  cwd: string,
): { child: ChildProcess; ended: Promise<Ended>; output: () => string } {
  const child = spawn(process.execPath, ['build/start.ts', '--door', '--no-open', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8')
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output })))
  return { child, ended, output: () => output }
}
