// A screen that loads when it is first opened, or ahead of that. What was loaded ahead stands in the same frame: React's
// own `lazy` always shows the fallback first, and then holds the screen back for 300 ms so that nothing flickers.
import { type ComponentType, createElement, lazy, type ReactElement, useState } from 'react'

export type LazyScreen<P extends object> = ((props: P) => ReactElement) & {
  /** Fetches and compiles the screen's code; once. */
  loadAhead(): void
}

/** @param load the screen's component, by dynamic import */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>): LazyScreen<P> {
  let loaded: ComponentType<P> | null = null
  const fetchIt = async () => {
    loaded ??= await load()
    return { default: loaded }
  }
  const Later: ComponentType<P> = lazy(fetchIt) as unknown as ComponentType<P>
  function Screen(props: P): ReactElement {
    // Chosen once a mount: another component type would lose what the screen holds.
    const [chosen] = useState(() => ({ component: loaded ?? Later }))
    return createElement(chosen.component, props)
  }
  return Object.assign(Screen, {
    loadAhead: () => {
      // A failure comes up again, and is told, when the screen is opened.
      fetchIt().catch(() => undefined)
    },
  })
}
