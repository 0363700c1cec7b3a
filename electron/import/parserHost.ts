// Starts the parser's process. A port: Node forks here; Electron's main process gives one built on utilityProcess.fork,
// since a packaged app cannot fork Node.
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ParserJob, ParserMessage } from './parserProtocol.ts'

export type ParserChild = {
  post(job: ParserJob): void
  onMessage(listener: (message: ParserMessage) => void): void
  /** Called once. `errors` is what it wrote to standard error. */
  onExit(listener: (code: number | null, errors: string) => void): void
  kill(): void
}

export type ParserHost = { start(heapMb: number): ParserChild }

/** Forks Node. `entry` defaults to parserMain beside this file, as source or as built. */
export function nodeParserHost(entry: string = defaultEntry()): ParserHost {
  return {
    start(heapMb) {
      const child: ChildProcess = fork(entry, [], {
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        // A roomy nursery: parsing makes millions of short-lived strings.
        execArgv: [
          `--max-old-space-size=${heapMb}`,
          '--max-semi-space-size=64',
          '--disable-warning=ExperimentalWarning',
        ],
        // Nothing of the core's surroundings reaches the process that reads strangers' files.
        env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
      })
      let errors = ''
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        errors = (errors + text).slice(-4_000)
      })
      return {
        post: (job) => {
          child.send(job, () => undefined)
        },
        onMessage: (listener) => {
          child.on('message', (message) => listener(message as ParserMessage))
        },
        onExit: (listener) => {
          child.once('close', (code) => listener(code, errors))
          child.once('error', (error) => listener(null, error.message))
        },
        kill: () => {
          child.kill('SIGKILL')
        },
      }
    },
  }
}

function defaultEntry(): string {
  const source = fileURLToPath(new URL('./parserMain.ts', import.meta.url))
  return existsSync(source) ? source : fileURLToPath(new URL('./parserMain.js', import.meta.url))
}
