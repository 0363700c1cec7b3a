// What the documents say of the tree is true: every path they name is there, every command is one of package.json's.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const inFolder = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
const pages = [...inFolder('.'), ...inFolder('docs'), ...inFolder('docs/decisions')].filter(
  (page) => page !== 'THIRD-PARTY.md',
)
const text = (page: string) => readFileSync(join(root, page), 'utf8')

it('names only paths that are there', () => {
  const ROOMS = 'build|db|docs|electron|renderer|server|shared|test'
  const path = new RegExp(`\`((?:${ROOMS})/[\\w./-]*)\``, 'g')
  let found = 0
  for (const page of pages) {
    for (const [, named] of text(page).matchAll(path)) {
      found++
      expect(existsSync(join(root, named!)), `${page}: ${named}`).toBe(true)
    }
  }
  expect(found).toBeGreaterThan(50)
})

it('links only to pages that are there', () => {
  let found = 0
  for (const page of pages) {
    for (const [, link] of text(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      found++
      expect(existsSync(join(root, page, '..', link!)), `${page}: ${link}`).toBe(true)
    }
  }
  expect(found).toBeGreaterThan(10)
})

it('names only commands that package.json has', () => {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
  for (const page of pages) {
    for (const [, command] of text(page).matchAll(/(?:^ *|`)npm run ([\w-]+)/gm))
      expect(scripts[command!], `${page}: npm run ${command}`).toBeDefined()
  }
})
