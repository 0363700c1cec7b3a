// Files that the page hands out (reports, bundles, templates) are saved through the system's own dialog, in the folder used
// last. Only files that the page itself made are ever saved; nothing is fetched from elsewhere.

import { basename, dirname, join } from 'node:path'
import type { Session } from 'electron'
import { isPageAddress } from './pageAddress.ts'
import { readShellState, writeShellState } from './shellState.ts'

/**
 * @param dataDir where the last folder is remembered
 * @param fallbackFolder the folder offered first, e.g. Documents
 */
export function setupDownloads(session: Session, dataDir: string, fallbackFolder: string): void {
  session.on('will-download', (event, item) => {
    const made = item.getURL().replace(/^blob:/, '')
    if (!item.getURL().startsWith('blob:') || !isPageAddress(made)) {
      event.preventDefault()
      return
    }
    const folder = readShellState(dataDir).lastFolder ?? fallbackFolder
    item.setSaveDialogOptions({ defaultPath: join(folder, basename(item.getFilename())) })
    item.once('done', (_done, state) => {
      if (state === 'completed') writeShellState(dataDir, { lastFolder: dirname(item.getSavePath()) })
    })
  })
}
