// Loads what a screen shows, says while it does, and again on demand; an answer that comes after another was asked for
// is dropped.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ConsoleCall, ConsoleError, ConsoleInput, ConsoleOutput } from '../../../shared/http/console.ts'
import { call } from './api.ts'

export type Loaded<T> = {
  readonly value: T | null
  readonly error: ConsoleError | null
  readonly reload: () => void
}

export function useLoad<N extends ConsoleCall>(name: N, input: ConsoleInput<N>): Loaded<ConsoleOutput<N>> {
  const [value, setValue] = useState<ConsoleOutput<N> | null>(null)
  const [error, setError] = useState<ConsoleError | null>(null)
  const asked = useRef(0)
  const key = JSON.stringify(input)
  const reload = useCallback(() => {
    const mine = ++asked.current
    void call(name, JSON.parse(key) as ConsoleInput<N>).then((answer) => {
      if (mine !== asked.current) return
      setError(answer.ok ? null : answer.error)
      if (answer.ok) setValue(answer.value)
    })
  }, [name, key])
  useEffect(reload, [reload])
  return { value, error, reload }
}
