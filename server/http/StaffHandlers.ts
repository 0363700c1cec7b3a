// What answers a console call of somebody with an account: one use case a name, its refusal as data.
import type { ConsoleCall, ConsoleError, ConsoleOutput, ConsoleParsed } from '../../shared/http/console.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Actor } from '../audit/writeAudit.ts'
import type { Province } from '../Province.ts'
import { toConsoleError } from './toConsoleError.ts'

export type Answer<N extends ConsoleCall> = Promise<Result<ConsoleOutput<N>, ConsoleError>>

/** Calls that need an account. */
export type StaffCall = Exclude<ConsoleCall, `session.${string}`>
export type StaffHandlers<N extends StaffCall = StaffCall> = {
  readonly [K in N]: (province: Province, input: ConsoleParsed<K>, actor: Actor) => Answer<K>
}

/** The answer of an act that gives nothing back. */
export function done<E extends { readonly code: string }>(
  result: Result<unknown, E>,
): Result<Record<string, never>, ConsoleError> {
  return result.ok ? ok({}) : err(toConsoleError(result.error))
}

/** The answer of an act whose value is the call's own. */
export function given<T, E extends { readonly code: string }>(result: Result<T, E>): Result<T, ConsoleError> {
  return result.ok ? result : err(toConsoleError(result.error))
}
