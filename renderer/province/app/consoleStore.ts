// Who is signed in and which screen is shown. Back and forward work; the address never changes, so that a browser's
// history tells nothing about offices.
import { create } from 'zustand'
import type { Me } from '../../../shared/http/console.ts'

export type Route =
  | { readonly screen: 'offices' }
  | { readonly screen: 'office'; readonly office: string }
  | { readonly screen: 'rounds' }
  | { readonly screen: 'board'; readonly round: number }
  | { readonly screen: 'handins' }
  | { readonly screen: 'handin'; readonly office: string; readonly handin: string }
  | { readonly screen: 'devices' }
  | { readonly screen: 'intake' }
  | { readonly screen: 'catalogue' }
  | { readonly screen: 'audit' }
  | { readonly screen: 'accounts' }
  | { readonly screen: 'settings' }

const HOME: Route = { screen: 'offices' }

type ConsoleState = {
  /** undefined: not asked yet. */
  readonly me: Me | null | undefined
  readonly provinceName: string
  readonly route: Route
}

export const useConsole = create<ConsoleState>()(() => ({ me: undefined, provinceName: '', route: HOME }))

export function go(route: Route): void {
  history.pushState({ route }, '')
  useConsole.setState({ route })
  document.getElementById('content')?.focus()
}

window.addEventListener('popstate', (event) => {
  useConsole.setState({ route: (event.state as { route?: Route } | null)?.route ?? HOME })
})
