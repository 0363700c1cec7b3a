// Files from the core to the officer: as a download where the page holds the bytes; where the shell has written the
// file itself, only its name is told.
import { ask } from '../bridge/bridge.ts'

/** Hands bytes to the browser as a download of that name. */
export function saveBytes(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A register's blank Excel template. */
export async function saveTemplate(register: string): Promise<void> {
  const file = await ask('export.template', { register })
  if (file) saveBytes(file.name, file.bytes)
}
