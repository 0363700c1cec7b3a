import { readFileSync } from 'node:fs'
import type { CallError } from '../../shared/ipc/contract.ts'
import { sentence } from '../../shared/messages/sentence.ts'
import type { ErrorCode } from '../../shared/messages/sentences.ts'
import { err, ok, type Result } from '../../shared/result.ts'

export type Flags = {
  readonly register?: string
  readonly sheet?: string
  readonly out?: string
  readonly data?: string
  readonly user?: string
  readonly 'pin-file'?: string
  readonly port?: string
  readonly host?: string
  readonly name?: string
  readonly 'public-url'?: string
  readonly 'key-file'?: string
  readonly setup?: boolean
  readonly key?: string
  /** File with an age identity, to look into a carried file. */
  readonly identity?: string
  /** Of a submission: its documents' format, how it is sent and why nobody else checked, what văn thư and the signer gave. */
  readonly format?: string
  readonly way?: string
  readonly reason?: string
  readonly number?: string
  readonly date?: string
  readonly signer?: string
  /** Authority and position, parted by `|`. */
  readonly lines?: string
  /** File with the scan of the signed paper. */
  readonly scan?: string
  readonly 'dry-run'?: boolean
  /** Take guesses that are not sure. */
  readonly yes?: boolean
  readonly json?: boolean
}

/** One command; gives the process's exit code. */
export type Command = (positionals: readonly string[], flags: Flags) => Promise<number>

/** The command line itself is wrong: exit code 2 and the usage text. */
export class UsageError extends Error {}

export function need(value: string | undefined, name: string): string {
  if (!value) throw new UsageError(`Thiếu ${name}.`)
  return value
}

/** The file's bytes, or a refusal that names what is wrong with the path. */
export function readInput(path: string): Result<Uint8Array, { code: ErrorCode; args: CallError['args'] }> {
  try {
    return ok(new Uint8Array(readFileSync(path)))
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown
    return err({ code: 'import-not-found', args: { name: path } })
  }
}

/** Says why on standard error and gives exit code 1; with --json the error goes out as one object instead. */
export function refused(error: { code: string; args?: CallError['args'] }, json = false): number {
  const text = sentence(error.code as ErrorCode, error.args ?? {}, 'vi')
  if (json) process.stdout.write(`${JSON.stringify({ error: { ...error, message: text } })}\n`)
  else process.stderr.write(`${text}\n`)
  return 1
}
