// The page's one handle on the core. In Electron the preload sets `window.sdl`; beside the browser door the page makes
// its own client. Screens never know which.
import type { Bridge, CallInput, CallName, CallOutput } from '../../../shared/ipc/contract.ts'
import { showError } from '../app/toastStore.ts'
import { doorBridge, takeToken } from './doorBridge.ts'

declare global {
  interface Window {
    sdl?: Bridge
  }
}

let bridge: Bridge | null = null

export function getBridge(): Bridge {
  bridge ??= window.sdl ?? doorBridge(takeToken())
  return bridge
}

/** A call whose refusal the screen itself handles. */
export const call: Bridge['call'] = (name, input) => getBridge().call(name, input)

/** A call whose refusal is shown as a calm message; yields null then. */
export async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N> | null> {
  const answer = await getBridge().call(name, input)
  if (answer.ok) return answer.value
  showError(answer.error)
  return null
}
