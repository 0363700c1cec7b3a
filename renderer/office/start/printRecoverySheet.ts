import { printHtml } from '../../ui/printHtml.ts'
import { ask } from '../bridge/bridge.ts'

/** Prints the recovery sheet that the core lays out. */
export async function printRecoverySheet(recoveryCode: string): Promise<void> {
  const sheet = await ask('recovery.sheet', { recoveryCode })
  if (sheet) await printHtml(sheet.html)
}
