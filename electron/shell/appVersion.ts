// The app's own version, from the package file that ships with it, so that it is written in one place.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @returns `major.minor.patch` of the nearest package.json above this module, in the sources and in the bundle alike */
export function appVersion(): string {
  for (let dir = import.meta.dirname; ; dir = dirname(dir)) {
    try {
      return (JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { version: string }).version
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dir === dirname(dir)) throw error
    }
  }
}
