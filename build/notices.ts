// Writes THIRD-PARTY.md: every package that ships at run time with its version, licence and licence text, from the lock
// file and what is installed. `node build/notices.ts` after a dependency changed; a test holds it to the lock file.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
export const noticesFile = join(root, 'THIRD-PARTY.md')

type LockEntry = {
  version?: string
  dev?: boolean
  devOptional?: boolean
  license?: string
  os?: string[]
  link?: boolean
}
type Shipped = { name: string; version: string; licence: string; text: string | null }

/** Packages of the lock file that are not development's own. Platform packages are named once, without their platform. */
export function shippedPackages(): { path: string; name: string; version: string; licence: string }[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>
  }
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.link)
    .map(([path, entry]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      licence: entry.license ?? '',
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

function licenceText(path: string): string | null {
  const folder = join(root, path)
  if (!existsSync(folder)) return null
  // A package of fonts has two licences: its code's and its faces'.
  const files = readdirSync(folder).filter((name) =>
    /^(licen[cs]e|copying)(_font)?(\.(md|txt))?$/i.test(name),
  )
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8'))
  return texts.length ? texts.map((text) => text.replace(/\r\n?/g, '\n').trim()).join('\n\n') : null
}

function readShipped(): Shipped[] {
  const seen = new Map<string, Shipped>()
  for (const { path, name, version, licence } of shippedPackages()) {
    const key = `${name}@${version}`
    if (!seen.has(key)) seen.set(key, { name, version, licence, text: licenceText(path) })
  }
  return [...seen.values()]
}

function toMarkdown(packages: readonly Shipped[]): string {
  const byText = new Map<string, string[]>()
  for (const { name, version, text } of packages) {
    if (text !== null) byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`])
  }
  const table = packages.map(
    ({ name, version, licence }) => `| ${name} | ${version} | ${licence || 'see text'} |`,
  )
  const texts = [...byText].map(
    ([text, names]) => `### ${names.join(', ')}\n\n\`\`\`\`text\n${text}\n\`\`\`\``,
  )
  return [
    '# Third-party notices',
    '',
    'Sổ Dữ Liệu uses the packages below at run time. Written by `node build/notices.ts`; do not edit by hand.',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...table,
    '',
    '## Licence texts',
    '',
    texts.join('\n\n'),
    '',
  ].join('\n')
}

if (import.meta.main) {
  const packages = readShipped()
  writeFileSync(noticesFile, toMarkdown(packages))
  console.log(`THIRD-PARTY.md: ${packages.length} packages`)
}
