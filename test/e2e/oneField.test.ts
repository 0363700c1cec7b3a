// A developer adds a field in one place: in a copy of the sources one field is put into one register's file, and nothing
// else. It must then stand in the grid, the form, the template, the import, the report and the bundle.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DoorApp } from './DoorApp.ts'
import { openRegister, takeSampleOffice } from './officeSteps.ts'

const root = join(import.meta.dirname, '..', '..')
const COPIED = [
  'shared',
  'db',
  'electron',
  'renderer',
  'build',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
]
const LABEL = 'Mã hồ sơ lưu trữ'
const FIELD = `    field({
      id: 'archiveCode',
      label: { vi: '${LABEL}', en: 'Archive code' },
      type: 'text',
      depth: 'minimal',
      printed: true,
    }),
`

let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'sdl-one-field-'))
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const file = join(copy, 'shared/registers/database.ts')
  const source = readFileSync(file, 'utf8')
  const at = source.indexOf('  fields: [')
  expect(at).toBeGreaterThan(0)
  const changed = source.slice(0, at) + source.slice(at).replace('fields: [', `fields: [\n${FIELD}`)
  const imports = /import \{[^}]*\bfield\b[^}]*\} from '\.\/define\.ts'/.test(source)
  writeFileSync(file, imports ? changed : `import { field } from './define.ts'\n${changed}`)
  cpSync(join(import.meta.dirname, 'oneFieldProbe.ts'), join(copy, 'test/e2e/oneFieldProbe.ts'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

it('stands in the grid and the form of the built page', async () => {
  const door = await DoorApp.startIn(copy, '--data', join(copy, 'data'))
  try {
    const page = await door.open()
    await takeSampleOffice(page)
    await openRegister(page, 'Danh mục cơ sở dữ liệu')
    await page.getByRole('columnheader', { name: new RegExp(LABEL) }).waitFor({ state: 'attached' })
    await page.locator('#cell-0-1').click()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: new RegExp(LABEL) }).waitFor()
  } finally {
    await door.close()
  }
})

it('stands in the template, the import, the report and the bundle', () => {
  const printed = execFileSync(process.execPath, ['test/e2e/oneFieldProbe.ts', LABEL], {
    cwd: copy,
    encoding: 'utf8',
  })
  expect(JSON.parse(printed.split('\n').at(-2) ?? '')).toEqual({
    template: true,
    imported: 'archiveCode',
    report: true,
    bundled: 'HS-01',
    searched: 1,
  })
})
