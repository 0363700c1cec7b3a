import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Command } from './Command.ts'

const PASSED_ON = ['port', 'host', 'data', 'name', 'public-url', 'key-file'] as const

/** The province's server is a program of its own; this only starts it and hands its signals on. */
export const serverCommand: Command = (_positionals, flags) => {
  const args = [fileURLToPath(new URL('../../server/main.ts', import.meta.url))]
  for (const name of PASSED_ON) {
    const value = flags[name]
    if (value) args.push(`--${name}`, value)
  }
  if (flags.setup) args.push('--setup')
  const server = spawn(process.execPath, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  return new Promise((resolve) => server.on('exit', (code) => resolve(code ?? 1)))
}
