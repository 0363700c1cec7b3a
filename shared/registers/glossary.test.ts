import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { glossary } from './glossary.ts'
import { registers } from './registry.ts'

it('stands in docs/glossary.md as the declarations have it', async () => {
  await expect(glossary()).toMatchFileSnapshot('../../docs/glossary.md')
})

it('names every register, field and allowed value', () => {
  const written = readFileSync('docs/glossary.md', 'utf8')
  for (const register of registers) {
    expect(written).toContain(`(\`${register.id}\`)`)
    for (const f of register.fields) {
      expect(written, `${register.id}.${f.id}`).toContain(`| \`${f.id}\` | ${f.label.vi} |`)
      for (const value of f.values ?? [])
        expect(written, value.id).toContain(`\`${value.id}\` ${value.label.vi}`)
    }
  }
})
