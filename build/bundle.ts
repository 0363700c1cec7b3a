// Builds the two pages (out/app/office, out/app/province) and Electron's three entries (main, preload, core). What is
// already built from the same sources is not built again: the mark holds a hash over every source's content. A failed
// build leaves no mark, so the next start builds anew.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
export const bundleDir = join(root, 'out/app')
const mark = join(bundleDir, '.sources')

type Part = 'office' | 'province' | 'electron'
const PARTS: readonly Part[] = ['office', 'province', 'electron']

const SOURCES: Record<Part, readonly string[]> = {
  office: ['renderer/office/**/*', 'renderer/ui/**/*', 'shared/**/*.ts', 'vite.config.ts'],
  province: ['renderer/province/**/*', 'renderer/ui/**/*', 'shared/**/*.ts', 'vite.config.ts'],
  electron: ['electron/**/*.ts', 'db/**/*.ts', 'shared/**/*'],
}

const ENTRY: Record<Part, string> = {
  office: 'renderer/office/index.html',
  province: 'renderer/province/index.html',
  electron: 'electron/main.ts',
}

/** SHA-256 over the paths and contents of what a part is built from, tests apart. */
function sourcesHash(part: Part): string {
  const hash = createHash('sha256')
  const files = globSync([...SOURCES[part], 'build/bundle.ts', 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files) {
    hash
      .update(relative(root, file).split(sep).join('/'))
      .update('\0')
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

function readMarks(): Partial<Record<Part, string>> {
  try {
    return JSON.parse(readFileSync(mark, 'utf8')) as Partial<Record<Part, string>>
  } catch {
    return {}
  }
}

async function buildPage(page: 'office' | 'province'): Promise<void> {
  const { build } = await import('vite')
  // Vite takes a set NODE_ENV at its word: a test run or a shell must not yield a development build.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: join(root, 'vite.config.ts'), mode: page, logLevel: 'warn' })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/**
 * Main and core stay ES modules beside each other; the preload is one CommonJS file, since a sandboxed preload can
 * require almost nothing. Packages are bundled, but for the native driver: hundreds of small files cost a cold start
 * more than anything else does, on an old disk most of all.
 */
async function buildElectron(): Promise<void> {
  const { rolldown } = await import('rolldown')
  // Chunks of an earlier build have other names: left there, they would be shipped.
  for (const old of globSync('chunk-*.js', { cwd: bundleDir })) rmSync(join(bundleDir, old))
  const modules = await rolldown({
    input: {
      main: join(root, 'electron/main.ts'),
      core: join(root, 'electron/core/coreProcess.ts'),
      door: join(root, 'electron/door/main.ts'),
      parserMain: join(root, 'electron/import/parserMain.ts'),
    },
    platform: 'node',
    external: ['electron', 'better-sqlite3', /^node:/],
  })
  await modules.write({
    dir: bundleDir,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[hash].js',
  })
  await modules.close()
  const preload = await rolldown({
    input: { preload: join(root, 'electron/preload.ts') },
    platform: 'node',
    external: ['electron'],
  })
  await preload.write({ dir: bundleDir, format: 'cjs', entryFileNames: 'preload.cjs' })
  await preload.close()
  copyFaces()
}

/** The faces of reports as PDF files stand beside the bundle, each in the folder it has in its package. */
function copyFaces(): void {
  const from = join(root, 'node_modules/@expo-google-fonts/tinos')
  for (const file of globSync('*/*.ttf', { cwd: from }))
    cpSync(join(from, file), join(bundleDir, 'fonts', file), { recursive: true })
}

/**
 * Builds every part whose sources changed since it was last built.
 * @param parts which to look at; all of them unless told
 * @returns the parts that were built; empty when all stood already.
 * @throws Error with the bundler's message when a source does not compile.
 */
export async function bundleIfStale(parts: readonly Part[] = PARTS): Promise<Part[]> {
  mkdirSync(bundleDir, { recursive: true })
  if (parts.every((part) => isFresh(part))) return []
  const release = await lockBuild()
  try {
    return await buildStale(parts)
  } finally {
    release()
  }
}

/** Held by one process at a time: a start and a test run must not empty each other's folder. */
async function lockBuild(): Promise<() => void> {
  const lock = join(bundleDir, '.building')
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      // A builder that was killed leaves its lock behind.
      if (!isAlive(Number(readFileIfAny(lock)))) rmSync(lock, { force: true })
      else await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function readFileIfAny(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Released between the two calls; the next try takes it.
    return ''
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isFresh(part: Part): boolean {
  if (!existsSync(join(root, ENTRY[part]))) return true
  const output = part === 'electron' ? 'main.js' : `${part}/index.html`
  return readMarks()[part] === sourcesHash(part) && existsSync(join(bundleDir, output))
}

async function buildStale(parts: readonly Part[]): Promise<Part[]> {
  const built: Part[] = []
  for (const part of parts) {
    if (isFresh(part)) continue
    const hash = sourcesHash(part)
    if (part === 'electron') await buildElectron()
    else await buildPage(part)
    writeFileSync(mark, `${JSON.stringify({ ...readMarks(), [part]: hash })}\n`)
    built.push(part)
  }
  return built
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--force')) rmSync(mark, { force: true })
  const started = performance.now()
  const named = PARTS.filter((part) => process.argv.includes(part))
  const built = await bundleIfStale(named.length > 0 ? named : PARTS)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    built.length ? `Built ${built.join(', ')} in ${seconds} s.` : `Nothing to build (${seconds} s).`,
  )
}
