import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterEach, beforeEach, expect, it } from 'vitest'

const { setFuses } = createRequire(import.meta.url)('./afterPack.cjs') as {
  setFuses(program: string): Promise<void>
}

/** Marks the fuse wire in Electron's program. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const DOCUMENTED = 8

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdl-fuses-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Bytes around a fuse wire of Electron's defaults; `length` fuses. */
function program(length: number): string {
  const path = join(folder, 'program')
  const wire = Buffer.from('10110001'.padEnd(length, '1').slice(0, length))
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.alloc(512, 7),
      Buffer.from(SENTINEL),
      Buffer.from([1, length]),
      wire,
      Buffer.alloc(64),
    ]),
  )
  return path
}

it('ships with Node, inspection and loose code switched off, and the archive checked', async () => {
  const path = program(DOCUMENTED)
  await setFuses(path)
  const wire = await getCurrentFuseWire(path)
  const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === 0x31
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    cookies: isOn(FuseV1Options.EnableCookieEncryption),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    asarOnly: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    snapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    fileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookies: true,
    nodeOptions: false,
    inspect: false,
    asarIntegrity: true,
    asarOnly: true,
    snapshot: false,
    fileProtocol: false,
  })
})

it('refuses to pack a program whose fuses nobody decided', async () => {
  await expect(setFuses(program(DOCUMENTED + 2))).rejects.toThrow()
})
