import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { noticesFile, shippedPackages } from './notices.ts'

it('names every package that ships, in the version that the lock file holds', () => {
  const notices = readFileSync(noticesFile, 'utf8')
  const missing = shippedPackages().filter(
    ({ name, version }) => !notices.includes(`| ${name} | ${version} |`),
  )
  expect(missing).toEqual([])
})

it('ships no package under a licence that would bind the rest', () => {
  const copyleft = shippedPackages().filter(
    ({ licence }) => /\b(A?GPL|SSPL|BUSL)/.test(licence) && !/ OR /.test(licence),
  )
  expect(copyleft).toEqual([])
})
