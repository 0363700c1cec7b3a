// A call's answer, asked anew at every change of the store; the last one stays in sight meanwhile.
import { useEffect, useState } from 'react'
import type { CallInput, CallName, CallOutput } from '../../../shared/ipc/contract.ts'
import { useApp, useVersion } from '../app/appStore.ts'
import { ask } from '../bridge/bridge.ts'

/** @returns null until the first answer, or when it was refused (said already) */
export function useAnswer<N extends CallName>(name: N, input: CallInput<N>): CallOutput<N> | null {
  const version = useVersion('*')
  const exchangedAt = useApp((state) => state.sync?.lastGoodAt)
  const [answer, setAnswer] = useState<CallOutput<N> | null>(null)
  const asked = JSON.stringify(input)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the input by its text; version and exchange say when to ask anew
  useEffect(() => {
    let isCurrent = true
    void ask(name, input).then((found) => {
      if (isCurrent && found) setAnswer(found)
    })
    return () => {
      isCurrent = false
    }
  }, [name, asked, version, exchangedAt])
  return answer
}
