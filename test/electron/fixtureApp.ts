// A folder that looks like the built app: the real main process, preload and parser, with a core that only echoes and a
// page that only stands there. What the shell promises is tested apart from what the app does.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '..', '..')

const CORE = `
const port = process.parentPort
port.on('message', async ({ data }) => {
  if (data.kind === 'start') globalThis.options = data.options
  if (data.kind === 'asked') globalThis.resolveAsk(data.answer)
  if (data.kind === 'parser-message') globalThis.parserLog.push(data.message.type)
  if (data.kind === 'parser-exit') globalThis.resolveParser(globalThis.parserLog)
  if (data.kind === 'close') { (await import('node:fs')).writeFileSync(globalThis.options.dataDir + '/closed', 'yes'); port.postMessage({ kind: 'closed' }) }
  if (data.kind !== 'call') return
  const reply = (value) => port.postMessage({ kind: 'answer', id: data.id, answer: { ok: true, value } })
  const ask = (ask, input) => new Promise((resolve) => { globalThis.resolveAsk = resolve; port.postMessage({ kind: 'ask', id: 1, ask, input }) })
  switch (data.name) {
    case 'options': return reply(globalThis.options)
    case 'event': port.postMessage({ kind: 'event', event: data.input }); return reply(null)
    case 'ask': return reply(await ask(data.input.ask, data.input.input))
    case 'die': return process.exit(9)
    case 'session.lock': (await import('node:fs')).writeFileSync(globalThis.options.dataDir + '/locked', 'yes'); return reply(null)
    case 'parse':
      globalThis.parserLog = []
      globalThis.resolveParser = reply
      port.postMessage({ kind: 'parser-start', parser: 7, heapMb: 64 })
      port.postMessage({ kind: 'parser-job', parser: 7, job: data.input })
      setTimeout(() => port.postMessage({ kind: 'parser-kill', parser: 7 }), 1500)
      return
    default: return reply({ name: data.name, input: data.input })
  }
})
port.postMessage({ kind: 'ready' })
`

/**
 * Builds the fixture below `folder`.
 * @returns the app folder, for StandInApp.start
 */
export async function buildFixtureApp(folder: string): Promise<string> {
  const built = join(folder, 'out', 'app')
  mkdirSync(join(built, 'office'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"name":"fixture","version":"9.8.7","type":"module"}')
  writeFileSync(join(built, 'core.js'), CORE)
  writeFileSync(
    join(built, 'office', 'index.html'),
    '<!doctype html><title>fixture</title><script src="./page.js"></script>',
  )
  writeFileSync(join(built, 'office', 'page.js'), 'document.title = window.sdl ? "bridged" : "bare"')
  const modules = await rolldown({
    input: { main: join(root, 'electron/main.ts'), parserMain: join(root, 'electron/import/parserMain.ts') },
    platform: 'node',
    // The fixture lies outside the repository: what it needs is bundled, but for Electron itself.
    external: ['electron', /^node:/],
  })
  await modules.write({ dir: built, format: 'esm', entryFileNames: '[name].js' })
  await modules.close()
  const preload = await rolldown({
    input: { preload: join(root, 'electron/preload.ts') },
    platform: 'node',
    external: ['electron'],
  })
  await preload.write({ dir: built, format: 'cjs', entryFileNames: 'preload.cjs' })
  await preload.close()
  return folder
}
