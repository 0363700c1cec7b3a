// Reads a zip container's central directory and inflates its parts under a cap, so that nothing else ever unpacks an
// untrusted file. A part is accepted only when what was declared, what was inflated and its checksum agree; parts may
// not overlap, repeat, or climb out of the container by name.
import { crc32, inflateRawSync } from 'node:zlib'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ImportLimits, WorkbookRefusal } from './limits.ts'

export type ZipPart = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Offset of the local header. */
  readonly at: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * The parts a container declares, with every limit checked before a byte is inflated.
 * @returns refusals: truncated (no end record), damaged, bomb, too many parts.
 */
export function readZipDirectory(
  bytes: Buffer,
  limits: ImportLimits,
): Result<readonly ZipPart[], WorkbookRefusal> {
  const end = findEnd(bytes)
  if (end < 0) return err({ code: 'import-truncated' })
  const directory = directoryOf(bytes, end)
  if (!directory) return err({ code: 'import-damaged' })
  if (directory.count > limits.entries)
    return err({ code: 'import-too-many-parts', args: { parts: directory.count } })
  const parts: ZipPart[] = []
  const names = new Set<string>()
  let at = directory.offset
  for (let i = 0; i < directory.count; i++) {
    const read = readCentral(bytes, at)
    if (!read) return err({ code: 'import-damaged' })
    const { part, encrypted } = read
    if (encrypted) return err({ code: 'import-encrypted' })
    const plain = part.name.replaceAll('\\', '/')
    if (names.has(plain.toLowerCase()) || plain.startsWith('/') || plain.split('/').includes('..')) {
      return err({ code: 'import-damaged' })
    }
    names.add(plain.toLowerCase())
    parts.push(part)
    at = read.next
  }
  return checkSizes(parts, bytes.length, limits)
}

function checkSizes(
  parts: readonly ZipPart[],
  fileBytes: number,
  limits: ImportLimits,
): Result<readonly ZipPart[], WorkbookRefusal> {
  let size = 0
  let packed = 0
  for (const part of parts) {
    size += part.size
    packed += part.packed
  }
  // Overlapping parts are how a small file declares petabytes: together they cannot be larger than the file.
  if (packed > fileBytes) return err({ code: 'import-bomb' })
  const sorted = [...parts].sort((a, b) => a.at - b.at)
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]!.at < sorted[i - 1]!.at + 30 + sorted[i - 1]!.packed) return err({ code: 'import-bomb' })
  }
  if (size > limits.inflatedBytes) return err({ code: 'import-bomb' })
  if (size > limits.ratioFromBytes && size > packed * limits.ratio) return err({ code: 'import-bomb' })
  return ok(parts)
}

/** One part's bytes; never more than it declared. */
export function inflatePart(bytes: Buffer, part: ZipPart): Result<Buffer, WorkbookRefusal> {
  if (part.at + 30 > bytes.length || bytes.readUInt32LE(part.at) !== LOCAL)
    return err({ code: 'import-damaged' })
  const start = part.at + 30 + bytes.readUInt16LE(part.at + 26) + bytes.readUInt16LE(part.at + 28)
  if (start + part.packed > bytes.length) return err({ code: 'import-truncated' })
  const packed = bytes.subarray(start, start + part.packed)
  let plain: Buffer
  if (part.method === 0) plain = packed
  else if (part.method === 8) {
    try {
      plain = inflateRawSync(packed, { maxOutputLength: Math.max(part.size, 1) })
    } catch (error) {
      // More came out than was declared: the declaration lied, which only a bomb does.
      const larger = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      return err({ code: larger ? 'import-bomb' : 'import-damaged' })
    }
  } else return err({ code: 'import-unsupported' })
  if (plain.length !== part.size) return err({ code: 'import-damaged' })
  return crc32(plain) === part.crc ? ok(plain) : err({ code: 'import-damaged' })
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) === END && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at
  }
  return -1
}

function directoryOf(bytes: Buffer, end: number): { count: number; offset: number } | null {
  let count = bytes.readUInt16LE(end + 10)
  let offset = bytes.readUInt32LE(end + 16)
  if (count === 0xffff || offset === 0xffffffff) {
    // Zip64: the locator stands right before the end record.
    const locator = end - 20
    if (locator < 0 || bytes.readUInt32LE(locator) !== 0x07064b50) return null
    const record = Number(bytes.readBigUInt64LE(locator + 8))
    if (record + 56 > bytes.length || bytes.readUInt32LE(record) !== 0x06064b50) return null
    count = Number(bytes.readBigUInt64LE(record + 32))
    offset = Number(bytes.readBigUInt64LE(record + 48))
  }
  return offset <= end && Number.isSafeInteger(count) ? { count, offset } : null
}

function readCentral(bytes: Buffer, at: number): { part: ZipPart; encrypted: boolean; next: number } | null {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return null
  const nameLength = bytes.readUInt16LE(at + 28)
  const extraLength = bytes.readUInt16LE(at + 30)
  const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  if (next > bytes.length) return null
  let packed = bytes.readUInt32LE(at + 20)
  let size = bytes.readUInt32LE(at + 24)
  let offset = bytes.readUInt32LE(at + 42)
  if (packed === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) {
    let extra = at + 46 + nameLength
    const extraEnd = extra + extraLength
    while (extra + 4 <= extraEnd && bytes.readUInt16LE(extra) !== 1)
      extra += 4 + bytes.readUInt16LE(extra + 2)
    let field = extra + 4
    const take = (): number => {
      if (field + 8 > extraEnd) return Number.NaN
      const value = Number(bytes.readBigUInt64LE(field))
      field += 8
      return value
    }
    if (size === 0xffffffff) size = take()
    if (packed === 0xffffffff) packed = take()
    if (offset === 0xffffffff) offset = take()
    if (![size, packed, offset].every(Number.isSafeInteger)) return null
  }
  const part: ZipPart = {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed,
    size,
    at: offset,
  }
  return { part, encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1, next }
}
