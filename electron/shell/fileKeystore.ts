// The keystore beside the browser door and the command line: one file a key, readable by this account alone. Weaker than
// the operating system's own store, and shown so; a key here still opens nothing without the person's PIN.
import { chmod, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../../db/dataFolder.ts'
import type { Keystore } from '../../db/Keystore.ts'

export interface FileKeystore extends Keystore {
  /** Takes the key away; nothing happens when there is none. */
  remove(name: string): Promise<void>
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/**
 * @param dataDir the store's folder; keys lie below it, in a folder made with mode 0700
 * @param folder its name, when other than the plain keys' own
 * @returns a keystore whose `set` is durable (written beside, fsynced, renamed over) when it resolves
 */
export function createFileKeystore(dataDir: string, folder = 'keys'): FileKeystore {
  const dir = join(dataDir, folder)
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error('keystore: not a key name')
    return join(dir, `${name}.key`)
  }
  return {
    async get(name) {
      try {
        return new Uint8Array(await readFile(pathOf(name)))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    async set(name, bytes) {
      const path = pathOf(name)
      makeFolder(dir)
      // A folder that stood before may be open to others; on Windows modes mean nothing and the profile's ACL decides.
      await chmod(dir, 0o700)
      const beside = `${path}.new`
      const file = await open(beside, 'w', 0o600)
      try {
        await file.chmod(0o600)
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(beside, path)
      await syncFolder(dir)
    },
    async remove(name) {
      await rm(pathOf(name), { force: true })
    },
  }
}

/** Makes the rename itself durable; Windows cannot open a folder, and its rename is journalled. */
async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
