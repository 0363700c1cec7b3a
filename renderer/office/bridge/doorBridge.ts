// The browser door's client: the same Bridge that the preload sets in Electron, carried by POST /rpc/<call> and an
// event stream. The one-time token comes in the address's fragment, which no server or proxy sees; it is taken out of
// the address at once and kept for this tab only.
import type {
  AppEvent,
  Bridge,
  CallError,
  CallInput,
  CallName,
  CallOutput,
} from '../../../shared/ipc/contract.ts'
import { decodeWire, encodeWire } from '../../../shared/ipc/wire.ts'

const TOKEN_KEY = 'sdl-token'

/** The tab's token: from `#t=…` (then wiped from the address), else as kept by this tab, else empty. */
export function takeToken(): string {
  const fragment = new URLSearchParams(location.hash.slice(1)).get('t')
  if (fragment) {
    sessionStorage.setItem(TOKEN_KEY, fragment)
    history.replaceState(history.state, '', location.pathname + location.search)
  }
  return fragment ?? sessionStorage.getItem(TOKEN_KEY) ?? ''
}

type Answer<N extends CallName> = { ok: true; value: CallOutput<N> } | { ok: false; error: CallError }

/**
 * @param token as taken by `takeToken`
 * @returns a Bridge; a door that does not answer yields the error `door-closed`, never a rejection.
 */
export function doorBridge(token: string): Bridge {
  const listeners = new Set<(event: AppEvent) => void>()
  let source: EventSource | null = null

  function listen(): void {
    source = new EventSource(`/events?t=${encodeURIComponent(token)}`)
    source.onmessage = (message) => {
      const event = decodeWire(message.data) as AppEvent
      for (const listener of listeners) listener(event)
    }
  }

  return {
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Answer<N>> {
      try {
        const response = await fetch(`/rpc/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-sdl-token': token },
          body: encodeWire(input),
        })
        const answer = decodeWire(await response.text())
        if (isAnswer<N>(answer)) return answer
        return { ok: false, error: { code: 'internal', args: { where: `${name} ${response.status}` } } }
      } catch {
        return { ok: false, error: { code: 'door-closed' } }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      if (!source) listen()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) {
          source?.close()
          source = null
        }
      }
    },
  }
}

function isAnswer<N extends CallName>(value: unknown): value is Answer<N> {
  return (
    typeof value === 'object' && value !== null && 'ok' in value && ('value' in value || 'error' in value)
  )
}
