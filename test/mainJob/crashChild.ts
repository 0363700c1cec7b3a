// A core in a process of its own, for being killed: does one kind of work over and over and says on standard output what
// was acknowledged. Run as `node crashChild.ts DIR WORK`.
import { writeSync } from 'node:fs'
import { importBytes } from './importBytes.ts'
import { OfficeCore } from './officeCore.ts'

const [dir = '', work = ''] = process.argv.slice(2)

/** Unbuffered: what the parent reads was said before the kill. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

const office = OfficeCore.at(dir)
await office.unlock()
say('ready')
for (let round = 0; ; round++) {
  if (work === 'save') {
    const { record } = await office.call('records.save', {
      register: 'database',
      id: null,
      set: { name: `Sổ ${round}` },
    })
    say(`saved ${record.id}`)
  } else if (work === 'import') {
    const opened = await office.call('import.open', {
      register: 'database',
      name: `dot-${round}.csv`,
      bytes: importBytes(round, 400),
    })
    await office.call('import.plan', {
      importId: opened.importId,
      sheet: opened.sheets[opened.best]?.name ?? '',
    })
    say(`committing ${round}`)
    await office.call('import.commit', { importId: opened.importId })
    say(`imported ${round}`)
  } else if (work === 'sync') {
    const { record } = await office.call('records.save', {
      register: 'database',
      id: null,
      set: { name: `Sổ gửi ${round}` },
    })
    say(`saved ${record.id}`)
    await office.call('sync.now', {})
    const { bundles } = await office.call('sync.details', {})
    for (const bundle of bundles)
      if (bundle.receiptCode) say(`receipted ${bundle.number} ${bundle.receiptCode}`)
  } else {
    throw new Error(`no such work: ${work}`)
  }
}
