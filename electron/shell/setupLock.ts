// The registers lock when the PC is locked or put to sleep: the next person at a shared PC finds a PIN screen.
import type { PowerMonitor } from 'electron'
import type { Core } from '../core/Core.ts'

export function setupLock(powerMonitor: Pick<PowerMonitor, 'on'>, core: Core): void {
  const lock = (): void => {
    void core.call('session.lock', {})
  }
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('shutdown', lock)
}
