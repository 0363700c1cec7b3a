// Opens the door's address in the person's own browser, where there is one. The address carries the token: it goes to the
// opener as one argument, never through a shell.
import { spawn } from 'node:child_process'

const SETTLE_MS = 1_500

/**
 * @param address the door's own address
 * @returns whether the opener took it; false on a machine without a screen, an opener or a browser
 */
export function openBrowser(
  address: string,
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<boolean> {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return Promise.resolve(false)
  const [command, ...args] =
    platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', address]
      : platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address]
  return new Promise((resolve) => {
    const child = spawn(command as string, args, { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    // An opener without a browser ends at once and says so by its code; some stay for as long as the browser does.
    child.once('exit', (code) => resolve(code === 0))
    child.once('spawn', () => {
      child.unref()
      setTimeout(() => resolve(true), SETTLE_MS).unref()
    })
  })
}
