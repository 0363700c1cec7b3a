// Opens the door's address in the person's own browser, where there is one. The address carries the token: it goes to the
// opener as one argument, never through a shell.
import { spawn } from 'node:child_process'

/**
 * @param address the door's own address
 * @returns whether an opener was started; false on a machine without a screen or an opener
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
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
