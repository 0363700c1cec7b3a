import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBrowser } from './openBrowser.ts'

const ADDRESS = 'http://127.0.0.1:1/#t=a;touch x'
let folder: string
let path: string | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdl-open-'))
  path = process.env.PATH
  process.env.PATH = `${folder}${delimiter}${path}`
})
afterEach(() => {
  process.env.PATH = path
  rmSync(folder, { recursive: true, force: true })
})

function opener(script: string): void {
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'xdg-open'), 0o755)
}

it('hands the address to the opener as one argument, never to a shell', async () => {
  const given = join(folder, 'given')
  opener(`printf '%s|%s' "$#" "$1" > '${given}'`)
  expect(await openBrowser(ADDRESS, 'linux', { DISPLAY: ':0' })).toBe(true)
  expect(readFileSync(given, 'utf8')).toBe(`1|${ADDRESS}`)
})

it('does not claim a browser that is not there', async () => {
  opener('exit 3')
  expect(await openBrowser(ADDRESS, 'linux', { DISPLAY: ':0' })).toBe(false)
})

it('starts nothing on a machine without a screen', async () => {
  opener(`touch '${join(folder, 'started')}'`)
  expect(await openBrowser(ADDRESS, 'linux', {})).toBe(false)
  expect(existsSync(join(folder, 'started'))).toBe(false)
})
