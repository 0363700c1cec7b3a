// The main process's end of the core: starts its process, relays calls and events, answers what the core asks of it, and
// starts another when it dies. Promises: every call is answered, by the core or as `door-closed`; it never looks into a
// call's values. The store recovers by itself: what was shown as saved is on the disk before the answer leaves.
import type { UtilityProcess, utilityProcess } from 'electron'
import type { Keystore } from '../../db/Keystore.ts'
import type { AppEvent } from '../../shared/ipc/contract.ts'
import { err, ok } from '../../shared/result.ts'
import type { CallAnswer, Core } from '../core/Core.ts'
import type { Post } from '../core/sync/Post.ts'
import type { Asks, CoreStart, FromCore, ToCore } from './coreMessages.ts'
import { type ParserRelay, parserRelay } from './parserRelay.ts'

const CLOSE_MS = 5_000
/** A core that dies this often is not started again: the same file would kill it for ever. */
const MAX_DEATHS = 3
const DEATHS_WITHIN_MS = 60_000

export type CoreHostOptions = {
  readonly fork: (typeof utilityProcess)['fork']
  readonly corePath: string
  readonly parserPath: string
  readonly start: CoreStart
  readonly keystore: Keystore
  readonly post: Post
}

type Running = {
  readonly child: UtilityProcess
  readonly parsers: ParserRelay
  readonly posts: Map<number, AbortController>
}

/** The core as the doors know it, in a process of its own. */
export function startCoreHost(options: CoreHostOptions): Core {
  const pending = new Map<number, (answer: CallAnswer) => void>()
  const listeners = new Set<(event: AppEvent) => void>()
  let nextCall = 1
  let deaths: number[] = []
  let isClosing = false
  let onClosed = (): void => {}
  // Calls made before the process listens would be lost.
  let isReady = false
  let waiting: ToCore[] = []
  let running: Running | null = launch()

  function launch(): Running {
    const child = options.fork(options.corePath, [], { serviceName: 'core', stdio: 'inherit' })
    const send = (message: ToCore): void => child.postMessage(message)
    const started: Running = {
      child,
      parsers: parserRelay(options.fork, options.parserPath, send),
      posts: new Map(),
    }
    child.on('message', (message: FromCore) => receive(started, message))
    child.on('exit', () => died(started))
    return started
  }

  function receive(from: Running, message: FromCore): void {
    switch (message.kind) {
      case 'ready':
        from.child.postMessage({ kind: 'start', options: options.start } satisfies ToCore)
        for (const early of waiting) from.child.postMessage(early)
        waiting = []
        isReady = true
        break
      case 'answer':
        pending.get(message.id)?.(message.answer)
        pending.delete(message.id)
        break
      case 'event':
        emit(message.event)
        break
      case 'closed':
        onClosed()
        break
      case 'ask':
        void answerAsk(from, message.id, message.ask, message.input)
        break
      case 'ask-abort':
        from.posts.get(message.id)?.abort()
        break
      default:
        from.parsers.receive(message)
    }
  }

  async function answerAsk(from: Running, id: number, name: keyof Asks, input: unknown): Promise<void> {
    const abort = new AbortController()
    from.posts.set(id, abort)
    let answer: ToCore
    try {
      answer = { kind: 'asked', id, answer: ok(await runAsk(options, name, input, abort.signal)) }
    } catch (error) {
      answer = { kind: 'asked', id, answer: err(error instanceof Error ? error.message : 'unknown error') }
    }
    from.posts.delete(id)
    if (running === from) from.child.postMessage(answer)
  }

  function died(from: Running): void {
    if (running !== from) return
    running = null
    isReady = false
    from.parsers.killAll()
    for (const abort of from.posts.values()) abort.abort()
    for (const answer of pending.values()) answer({ ok: false, error: { code: 'door-closed' } })
    pending.clear()
    onClosed()
    if (isClosing) return
    const now = Date.now()
    deaths = [...deaths.filter((at) => now - at < DEATHS_WITHIN_MS), now]
    if (deaths.length >= MAX_DEATHS) return
    running = launch()
    // The new core is locked: the page asks where it stands and shows the PIN screen.
    emit({ type: 'status' })
  }

  function emit(event: AppEvent): void {
    for (const listener of listeners) listener(event)
  }

  return {
    call(name, input) {
      const target = running
      if (target === null) return Promise.resolve({ ok: false, error: { code: 'door-closed' } })
      const id = nextCall++
      return new Promise((resolve) => {
        pending.set(id, resolve)
        const message: ToCore = { kind: 'call', id, name, input }
        if (isReady) target.child.postMessage(message)
        else waiting.push(message)
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      isClosing = true
      const target = running
      if (target === null) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(() => onClosed(), CLOSE_MS)
        onClosed = () => {
          clearTimeout(timer)
          running = null
          target.child.kill()
          resolve()
        }
        target.child.postMessage({ kind: 'close' } satisfies ToCore)
      })
    },
  }
}

async function runAsk(
  { keystore, post }: CoreHostOptions,
  name: keyof Asks,
  input: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  switch (name) {
    case 'keystore-get':
      return keystore.get((input as Asks['keystore-get']['input']).name)
    case 'keystore-set': {
      const { name: key, bytes } = input as Asks['keystore-set']['input']
      await keystore.set(key, bytes)
      return null
    }
    case 'post': {
      const { url, body } = input as Asks['post']['input']
      return post(url, body, signal)
    }
  }
}
