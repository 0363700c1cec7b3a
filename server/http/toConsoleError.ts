// A use case's typed refusal as the console's data: its code, and what the sentence needs beside it.
import type { ConsoleError } from '../../shared/http/console.ts'

export function toConsoleError(error: { readonly code: string }): ConsoleError {
  const { code, args, ...rest } = error as { readonly code: string; readonly args?: Args } & Args
  const all = { ...rest, ...args } as Readonly<Record<string, unknown>>
  const told = Object.entries(all).filter((e): e is [string, string | number] => isTold(e[1]))
  return told.length > 0 ? { code, args: Object.fromEntries(told) } : { code }
}

type Args = Readonly<Record<string, string | number>>

function isTold(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
