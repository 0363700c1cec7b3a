// Where the officer is. The browser's own back and forward work (Alt+←), since each step is a history entry; the
// address never changes, so nothing about records is left in a browser's history.
import { create } from 'zustand'

export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'grid'; readonly register: string; readonly problemsOnly?: boolean }
  | {
      readonly screen: 'form'
      readonly register: string
      readonly id: string | null
      readonly field?: string
      /** Set for a new child: the parent it hangs on. */
      readonly parent?: { readonly id: string; readonly name: string }
    }
  | { readonly screen: 'import'; readonly register?: string; readonly parked?: boolean }
  | { readonly screen: 'attention' }
  | { readonly screen: 'rounds' }
  | { readonly screen: 'round'; readonly id: string }
  | { readonly screen: 'calendar' }
  | { readonly screen: 'rooms'; readonly register?: string }
  | { readonly screen: 'send'; readonly register?: string }
  | { readonly screen: 'settings' }

const HOME: Route = { screen: 'home' }

export const useRoute = create<{ route: Route }>()(() => ({ route: HOME }))

export function go(route: Route): void {
  history.pushState({ route }, '')
  useRoute.setState({ route })
}

/** Back to where the officer came from; home when there is nothing before. */
export function goBack(fallback: Route = HOME): void {
  if ((history.state as { route?: Route } | null)?.route) history.back()
  else go(fallback)
}

window.addEventListener('popstate', (event) => {
  useRoute.setState({ route: (event.state as { route?: Route } | null)?.route ?? HOME })
})
