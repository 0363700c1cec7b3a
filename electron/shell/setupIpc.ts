// The page's calls to the core and the core's events to the page. Every message's sender is checked: it must be the page's
// own top frame. Main only relays; the core parses input and output.
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { CallAnswer, Core } from '../core/Core.ts'
import { withoutPath } from '../door/withoutPath.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts'
import { isPageAddress } from './pageAddress.ts'

/** Whether a message comes from the page's own top frame: a frame that was navigated away or is gone has none. */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isPageAddress(frame.url)
}

/**
 * @param getPages the windows' contents that events go to
 */
export function setupIpc(
  ipcMain: Pick<IpcMain, 'handle'>,
  core: Core,
  getPages: () => readonly WebContents[],
): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<CallAnswer> => {
    if (!isTrustedSender(event)) return { ok: false, error: { code: 'door-refused' } }
    if (typeof name !== 'string') return { ok: false, error: { code: 'bad-input', args: { where: 'call' } } }
    return core.call(name, withoutPath(input))
  })
  core.subscribe((event) => {
    for (const page of getPages()) {
      if (!page.isDestroyed() && isPageAddress(page.getURL())) page.send(EVENT_CHANNEL, event)
    }
  })
}
