// Starts, for the core, the processes that strangers' files are parsed in, and passes messages between the two. Each has a
// heap of its own and nothing of the app's surroundings; killing one touches nobody else.
import type { UtilityProcess, utilityProcess } from 'electron'
import type { FromCore, ToCore } from './coreMessages.ts'

const MAX_ERRORS = 4_000

export type ParserRelay = {
  receive(message: Extract<FromCore, { kind: `parser-${string}` }>): void
  killAll(): void
}

/**
 * @param fork Electron's utilityProcess.fork
 * @param parserPath the parser's built entry
 * @param send to the core that asked
 */
export function parserRelay(
  fork: (typeof utilityProcess)['fork'],
  parserPath: string,
  send: (message: ToCore) => void,
): ParserRelay {
  const children = new Map<number, UtilityProcess>()

  function start(parser: number, heapMb: number): void {
    const child = fork(parserPath, [], {
      serviceName: 'parser',
      stdio: ['ignore', 'ignore', 'pipe'],
      execArgv: [`--max-old-space-size=${heapMb}`],
      env: { PATH: process.env.PATH ?? '', TZ: 'UTC' },
    })
    children.set(parser, child)
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString('utf8')).slice(-MAX_ERRORS)
    })
    child.on('message', (message) => send({ kind: 'parser-message', parser, message }))
    child.on('exit', (code) => {
      children.delete(parser)
      send({ kind: 'parser-exit', parser, code, errors })
    })
  }

  return {
    receive(message) {
      if (message.kind === 'parser-start') start(message.parser, message.heapMb)
      else if (message.kind === 'parser-job') children.get(message.parser)?.postMessage(message.job)
      else children.get(message.parser)?.kill()
    },
    killAll() {
      for (const child of children.values()) child.kill()
      children.clear()
    },
  }
}
