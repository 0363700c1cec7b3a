// Where an officer's data lies unless told otherwise: the account's own application folder, never the program's.
import { homedir } from 'node:os'
import { join } from 'node:path'

const FOLDER = 'so-du-lieu'

/** @returns the absolute path; the folder may not exist yet */
export function defaultDataDir(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), FOLDER)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', FOLDER)
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), FOLDER)
}
