// `npm run bench -- NAME` (none: all): our figure and the peers' in the same run, the ratio and the goal. Figures are
// printed and written to out/bench/NAME.json; a bench never fails a test run, because a busy machine is not a defect.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, BenchRow } from './BenchRow.ts'
import { benches } from './benches.ts'

const outDir = join(import.meta.dirname, '../../out/bench')

async function runBench(name: string, bench: Bench): Promise<void> {
  process.stdout.write(`\n${name}\n`)
  const rows = await bench()
  mkdirSync(outDir, { recursive: true })
  writeFileSync(join(outDir, `${name}.json`), `${JSON.stringify({ name, rows }, null, 2)}\n`)
  for (const row of rows) process.stdout.write(`${line(row)}\n`)
}

function line(row: BenchRow): string {
  const peers = Object.entries(row.peers).map(([peer, figure]) => {
    const ratio = figure > 0 ? ` (×${(row.ours / figure).toFixed(2)})` : ''
    return `${peer} ${round(figure)} ${row.unit}${ratio}`
  })
  const against = peers.length > 0 ? ` · ${peers.join(' · ')}` : ''
  return `  ${row.ok ? 'ok  ' : 'MISS'} ${row.what}: ${round(row.ours)} ${row.unit}${against} · goal ${row.goal}`
}

function round(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure >= 10 ? figure.toFixed(1) : figure.toFixed(2)
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  process.stderr.write(
    `No bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}\n`,
  )
  process.exitCode = 2
} else {
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    try {
      await runBench(name, await bench())
    } catch (thrown) {
      // The others are still worth their figures.
      process.stderr.write(`  ${name} could not be measured: ${(thrown as Error).stack ?? thrown}\n`)
      process.exitCode = 1
    }
  }
}
