// The parts of an .xlsx as buffers by name, and back. Limits are checked before anything is unpacked.
import { zipSync } from 'fflate'
import { err, ok, type Result } from '../../shared/result.ts'
import { inspectFile } from './inspectFile.ts'
import type { ImportLimits, WorkbookRefusal } from './limits.ts'
import { inflatePart } from './zipDirectory.ts'

/** @param name shown in refusals */
export function openParts(
  bytes: Uint8Array,
  name: string,
  limits: ImportLimits,
): Result<Map<string, Buffer>, WorkbookRefusal> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const inspected = inspectFile(buffer, name, limits)
  if (!inspected.ok) return inspected
  const parts = new Map<string, Buffer>()
  for (const part of inspected.value.parts) {
    if (part.name.endsWith('/')) continue
    const data = inflatePart(buffer, part)
    if (!data.ok) return err(data.error)
    parts.set(part.name, data.value)
  }
  return ok(parts)
}

export function packParts(parts: ReadonlyMap<string, Buffer>): Uint8Array {
  const files: Record<string, Uint8Array> = Object.create(null)
  for (const [path, data] of parts) files[path] = data
  return zipSync(files, { level: 6 })
}
