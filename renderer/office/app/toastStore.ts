// Short messages at the window's foot. Errors stay until closed; others go by themselves, and wait while one is focused.
import { create } from 'zustand'
import { errorSentence, type ShownError } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'

export type Toast = {
  readonly id: number
  readonly kind: 'info' | 'good' | 'error'
  readonly text: string
  /** Button that takes one undo step back; shown only while that step is still the last one. */
  readonly undoes?: { readonly at: number; readonly run: () => void }
}

const LASTING_MS = { info: 4_000, good: 8_000 }
let nextId = 1

export const useToasts = create<{ toasts: readonly Toast[]; close: (id: number) => void }>()((set) => ({
  toasts: [],
  close: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}))

/** Shows a message; at most three stand at once, the oldest going first. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = nextId++
  useToasts.setState((state) => ({ toasts: [...state.toasts.slice(-2), { ...toast, id }] }))
  if (toast.kind !== 'error') setTimeout(() => useToasts.getState().close(id), LASTING_MS[toast.kind])
}

/** Shows a refusal in the officer's words. */
export function showError(error: ShownError): void {
  showToast({ kind: 'error', text: errorSentence(error, useLanguage.getState().language) })
}
