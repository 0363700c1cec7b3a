// Entry of the core's own process in the app: the store and the use cases live here, so that the window never waits for
// the disk. It talks with the main process only, through the port that Electron gives a utility process.
import type { Keystore } from '../../db/Keystore.ts'
import { err, type Result } from '../../shared/result.ts'
import type { ParserHost } from '../import/parserHost.ts'
import type { ParserMessage } from '../import/parserProtocol.ts'
import type { Asks, CoreStart, FromCore, ToCore } from '../shell/coreMessages.ts'
import type { Core } from './Core.ts'
import { createCore } from './createCore.ts'
import type { LineError, Post } from './sync/Post.ts'

type Port = {
  postMessage(message: FromCore): void
  on(event: 'message', listener: (event: { data: ToCore }) => void): void
}

type ParserListeners = {
  readonly message: ((message: ParserMessage) => void)[]
  readonly exit: ((code: number | null, errors: string) => void)[]
}

const port = (process as unknown as { parentPort: Port }).parentPort
const asked = new Map<number, (answer: Result<unknown, string>) => void>()
const parsers = new Map<number, ParserListeners>()
let nextAsk = 1
let nextParser = 1
let core: Core | null = null

function ask<A extends keyof Asks>(
  name: A,
  input: Asks[A]['input'],
  signal?: AbortSignal,
): Promise<Asks[A]['answer']> {
  const id = nextAsk++
  return new Promise((resolve, reject) => {
    const abort = (): void => port.postMessage({ kind: 'ask-abort', id })
    signal?.addEventListener('abort', abort, { once: true })
    asked.set(id, (answer) => {
      signal?.removeEventListener('abort', abort)
      if (answer.ok) resolve(answer.value as Asks[A]['answer'])
      else reject(new Error(answer.error))
    })
    port.postMessage({ kind: 'ask', id, ask: name, input })
  })
}

const keystore: Keystore = {
  get: (name) => ask('keystore-get', { name }),
  set: async (name, bytes) => {
    await ask('keystore-set', { name, bytes })
  },
}

const post: Post = async (url, body, signal) => {
  if (signal?.aborted) return err<LineError>({ code: 'line-cut' })
  return ask('post', { url, body }, signal)
}

/** A packaged app cannot fork Node, and a utility process cannot start another: main starts the parser's. */
const parserHost: ParserHost = {
  start(heapMb) {
    const parser = nextParser++
    const listeners: ParserListeners = { message: [], exit: [] }
    parsers.set(parser, listeners)
    port.postMessage({ kind: 'parser-start', parser, heapMb })
    return {
      post: (job) => port.postMessage({ kind: 'parser-job', parser, job }),
      onMessage: (listener) => {
        listeners.message.push(listener)
      },
      onExit: (listener) => {
        listeners.exit.push(listener)
      },
      kill: () => port.postMessage({ kind: 'parser-kill', parser }),
    }
  },
}

function start(options: CoreStart): void {
  core = createCore({ ...options, keystore, door: 'electron', post, now: Date.now, parserHost })
  core.subscribe((event) => port.postMessage({ kind: 'event', event }))
}

async function receive(message: ToCore): Promise<void> {
  switch (message.kind) {
    case 'start':
      start(message.options)
      break
    case 'call':
      if (core === null) throw new Error('core: called before it was started')
      port.postMessage({
        kind: 'answer',
        id: message.id,
        answer: await core.call(message.name, message.input),
      })
      break
    case 'close':
      await core?.close()
      port.postMessage({ kind: 'closed' })
      break
    case 'asked':
      asked.get(message.id)?.(message.answer)
      asked.delete(message.id)
      break
    case 'parser-message':
      for (const listener of parsers.get(message.parser)?.message ?? []) listener(message.message)
      break
    case 'parser-exit':
      for (const listener of parsers.get(message.parser)?.exit ?? []) listener(message.code, message.errors)
      parsers.delete(message.parser)
      break
  }
}

port.on('message', (event) => {
  receive(event.data).catch((error: unknown) => {
    // Our own mistake: the process ends, main starts another and the page asks for the PIN again.
    console.error('core:', error instanceof Error ? error.stack : 'unknown error')
    process.exit(70)
  })
})
port.postMessage({ kind: 'ready' })
