// PostgreSQL refuses to run as root. When we are root, it runs as another user of the machine.
import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

export type RunAs = { readonly uid: number; readonly gid: number; readonly name: string }

const OWN_USER = 'so-du-lieu'

/** The user that PostgreSQL shall run as; null when we are not root and need no other. */
export async function runAsUser(): Promise<RunAs | null> {
  if (process.getuid?.() !== 0) return null
  const found = (await findUser('postgres')) ?? (await findUser(OWN_USER))
  if (found) return found
  await promisify(execFile)('useradd', [
    '--system',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    OWN_USER,
  ])
  const made = await findUser(OWN_USER)
  if (!made) throw new Error('useradd reported success but the user is not in /etc/passwd')
  return made
}

async function findUser(name: string): Promise<RunAs | null> {
  const passwd = await readFile('/etc/passwd', 'utf8')
  const line = passwd.split('\n').find((l) => l.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid), name } : null
}

/** Whether every folder on the way down to `path`, itself too, may be entered by every user. */
export async function isReadableByAll(path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    const info = await stat(at).catch(() => null)
    if (info && (info.mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}
