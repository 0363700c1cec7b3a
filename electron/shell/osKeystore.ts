// The app's keystore: the operating system encrypts each key for this account (DPAPI, Keychain, libsecret) and the result
// lies in a file. It fails closed: a key that the system sealed is never replaced by a weaker one, and a system without a
// real store (Linux's constant password) counts as having none.
import type { SafeStorage } from 'electron'
import type { Keystore } from '../../db/Keystore.ts'
import type { FileKeystore } from './fileKeystore.ts'

/** The part of Electron's safeStorage used here; its synchronous calls are on their way out. */
export type AsyncSafeStorage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

/** Whether the operating system can keep a key for this account, for real. */
export async function hasOsKeystore(safeStorage: AsyncSafeStorage): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

/**
 * @param safeStorage Electron's, after the app is ready; `hasOsKeystore` must have said yes
 * @param sealed where the sealed keys lie
 * @param plain keys of a time when this store was opened beside the browser door: sealed at first use, then removed
 */
export function osKeystore(safeStorage: AsyncSafeStorage, sealed: Keystore, plain: FileKeystore): Keystore {
  const seal = async (name: string, bytes: Uint8Array): Promise<void> => {
    await sealed.set(name, await safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64')))
  }
  return {
    async get(name) {
      const held = await sealed.get(name)
      if (held !== null) {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(held))
        const bytes = new Uint8Array(Buffer.from(result, 'base64'))
        // The system changed its own key: seal anew while the old one still opens.
        if (shouldReEncrypt) await seal(name, bytes)
        return bytes
      }
      const weak = await plain.get(name)
      if (weak === null) return null
      await seal(name, weak)
      await plain.remove(name)
      return weak
    },
    set: seal,
  }
}
