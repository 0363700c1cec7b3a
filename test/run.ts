// `npm test`: format and lint, types, then every vitest project; each check and each test counts. Promises: nothing that
// was not run is silent, the last line is exactly `N passed, N failed`, and the exit code is 1 when anything failed.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const out = join(root, 'out', 'test')
const bin = join(root, 'node_modules', '.bin')

type Outcome = {
  name: string
  passed: number
  failed: number
  notRun: string[]
  failures: string[]
  seconds: number
}

/** The part of vitest's JSON report that is read here. */
type VitestReport = {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[]
  }[]
}

function run(command: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', command), ...args], {
      cwd: root,
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
        FORCE_COLOR: '0',
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
  })
}

async function check(name: string, command: string, args: string[]): Promise<Outcome> {
  const started = Date.now()
  const { code, output } = await run(command, args)
  return {
    name,
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    notRun: [],
    failures: code === 0 ? [] : [output.trim().slice(0, 8_000)],
    seconds: (Date.now() - started) / 1000,
  }
}

async function vitest(project: string): Promise<Outcome> {
  const started = Date.now()
  const reportFile = join(out, `${project}.json`)
  const { code, output } = await run('vitest/vitest.mjs', [
    'run',
    `--project=${project}`,
    '--passWithNoTests',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ])
  const outcome: Outcome = { name: project, passed: 0, failed: 0, notRun: [], failures: [], seconds: 0 }
  if (existsSync(reportFile)) {
    for (const file of (JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport).testResults) {
      const where = relative(root, file.name)
      for (const test of file.assertionResults) {
        if (test.status === 'passed') outcome.passed++
        else if (test.status === 'failed') {
          outcome.failed++
          outcome.failures.push(
            `${where}: ${test.fullName}\n${(test.failureMessages ?? []).join('\n').slice(0, 3_000)}`,
          )
        } else outcome.notRun.push(`${where}: ${test.fullName.trim()}`)
      }
      // A file that does not load, or whose hooks throw, has no failed test of its own.
      if (file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed')) {
        outcome.failed++
        outcome.failures.push(`${where}: ${file.message.slice(0, 3_000)}`)
      }
    }
  }
  // Errors outside every test (an unhandled rejection, a crashed worker) end in the exit code alone.
  if (code !== 0 && outcome.failed === 0) {
    outcome.failed++
    outcome.failures.push(`${project}: vitest ended with code ${code}\n${output.slice(-6_000)}`)
  }
  outcome.seconds = (Date.now() - started) / 1000
  return outcome
}

function report(outcome: Outcome): void {
  const mark = outcome.failed === 0 ? 'ok  ' : 'FAIL'
  console.log(
    `${mark} ${outcome.name.padEnd(18)} ${outcome.passed} passed, ${outcome.failed} failed` +
      `${outcome.notRun.length > 0 ? `, ${outcome.notRun.length} not run` : ''} (${outcome.seconds.toFixed(1)} s)`,
  )
  for (const failure of outcome.failures) console.log(`\n${failure.replace(/^/gm, '    ')}\n`)
}

async function main(): Promise<void> {
  const started = Date.now()
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  console.log(`Node ${process.version}, ${availableParallelism()} cores`)

  const outcomes: Outcome[] = []
  const add = (outcome: Outcome): void => {
    outcomes.push(outcome)
    report(outcome)
  }
  // Both are short and single-threaded enough to share two cores; the tests then have the machine to themselves.
  const [lint, types] = await Promise.all([
    check('format and lint', '@biomejs/biome/bin/biome', [
      'check',
      '.',
      '--diagnostic-level=warn',
      '--max-diagnostics=100',
    ]),
    check('types', 'typescript/bin/tsc', ['-p', 'tsconfig.json']),
  ])
  add(lint)
  add(types)
  // Once, before tests that start the app: two of them must not build over each other.
  add(await check('build', '../build/bundle.ts', []))
  for (const project of ['unit', 'integration', 'e2e']) add(await vitest(project))

  const notRun = outcomes.flatMap((o) => o.notRun)
  if (notRun.length > 0) console.log(`\nNot run here:\n${notRun.map((name) => `  - ${name}`).join('\n')}`)
  const passed = outcomes.reduce((sum, o) => sum + o.passed, 0)
  const failed = outcomes.reduce((sum, o) => sum + o.failed, 0)
  console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

await main()
