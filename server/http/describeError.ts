// An unforeseen error as the server's log may hold it: what kind, which PostgreSQL code, where in our code. Never its
// message: a query's message carries its parameters, and those are what offices wrote.
import { sqlState } from '../store/database.ts'

const MAX_PLACES = 6

export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const kinds: string[] = []
  for (let at: unknown = error; at instanceof Error && kinds.length < 4; at = at.cause) kinds.push(at.name)
  const code = sqlState(error)
  // The stack begins with the message, which may hold lines that look like places.
  const stack = error.stack ?? ''
  const after = stack.indexOf(error.message) + error.message.length
  const places = stack
    .slice(after)
    .split('\n')
    .filter((line) => /^ {4}at \S/.test(line))
  return [`${kinds.join(' <- ')}${code ? ` (PostgreSQL ${code})` : ''}`, ...places.slice(0, MAX_PLACES)].join(
    '\n',
  )
}
