import { ask } from '../bridge/bridge.ts'

/**
 * Prints the recovery sheet that the core lays out, from a frame of its own so that nothing else of the window is on
 * the paper. The frame runs no script and is removed afterwards.
 */
export async function printRecoverySheet(recoveryCode: string): Promise<void> {
  const sheet = await ask('recovery.sheet', { recoveryCode })
  if (!sheet) return
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.className = 'print-frame'
  frame.srcdoc = sheet.html
  await new Promise((resolve) => {
    frame.onload = resolve
    document.body.append(frame)
  })
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove())
  frame.contentWindow?.print()
}
