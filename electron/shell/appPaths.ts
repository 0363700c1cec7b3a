// Where the built parts lie, found from the app's own folder: the repository in development, app.asar when packaged.
import { join } from 'node:path'

export type AppPaths = {
  readonly page: string
  readonly preload: string
  readonly core: string
  readonly parser: string
}

/** @param appFolder Electron's `app.getAppPath()`: the folder of package.json */
export function appPaths(appFolder: string): AppPaths {
  const built = join(appFolder, 'out', 'app')
  return {
    page: join(built, 'office'),
    preload: join(built, 'preload.cjs'),
    core: join(built, 'core.js'),
    parser: join(built, 'parserMain.js'),
  }
}
