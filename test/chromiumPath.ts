// The browser that tests drive: the machine's own, never a downloaded one.
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** @throws when there is none: `npm test` installs it on Debian or says what to install */
export function chromiumPath(): string {
  const path = [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place))
  if (!path) throw new Error('Chromium is needed: set CHROMIUM to its path or install the package chromium')
  return path
}
