// docs/threats.md names a test for every threat that it calls stopped: this holds the page to the tests that there are.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs', 'threats.md'), 'utf8')
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| threat |'))
const NAMED = /`([\w./-]+\.test\.ts)`: “([^”]+)”/g

it('gives every threat that is stopped its test', () => {
  expect(rows.length).toBeGreaterThan(40)
  for (const row of rows) expect([...row.matchAll(NAMED)].length, row.slice(0, 80)).toBeGreaterThan(0)
})

it('names only tests that exist, and are run', () => {
  const named = [...page.matchAll(NAMED)]
  expect(named.length).toBeGreaterThan(60)
  for (const [, file, name] of named) {
    const path = join(root, file!)
    expect(existsSync(path), file).toBe(true)
    const source = readFileSync(path, 'utf8')
    const declared = ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote},`))
    expect(declared, `${file}: ${name}`).toBe(true)
  }
})

it('still says what is not stopped', () => {
  expect(page.slice(page.indexOf('## Not stopped yet')).match(/^- \*\*/gm)?.length).toBeGreaterThan(5)
})
