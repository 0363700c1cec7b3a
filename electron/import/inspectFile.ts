// Says what a file is by its content, never by its name, and refuses what must not reach the parser. It inflates
// nothing; it runs in the core, in a few milliseconds.

import type { FileKind } from '../../shared/excel/workbook.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ImportLimits, WorkbookRefusal } from './limits.ts'
import { findUtf16 } from './parseDelimited.ts'
import { readZipDirectory, type ZipPart } from './zipDirectory.ts'

export type Inspected = {
  readonly kind: FileKind
  readonly macros: boolean
  readonly parts: readonly ZipPart[]
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/**
 * @param bytes the whole file
 * @param name the file's name, for its extension only
 */
export function inspectFile(
  bytes: Buffer,
  name: string,
  limits: ImportLimits,
): Result<Inspected, WorkbookRefusal> {
  if (bytes.length === 0) return err({ code: 'import-empty' })
  if (bytes.length > limits.fileBytes) return err(tooLarge(bytes.length, limits))
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0304) return inspectZip(bytes, name, limits)
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0506) return err({ code: 'import-empty' })
  if (bytes.subarray(0, 8).equals(OLE)) return inspectOle(bytes)
  // BIFF2–5 without an OLE container starts with a BOF record.
  if (
    bytes[0] === 0x09 &&
    [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) &&
    bytes.length > 8 &&
    bytes[3] === 0
  ) {
    return ok({ kind: 'xls', macros: false, parts: [] })
  }
  return inspectText(bytes)
}

export function tooLarge(bytes: number, limits: ImportLimits): WorkbookRefusal {
  return {
    code: 'import-too-large',
    args: { mb: Math.ceil(bytes / 1_048_576), limit: Math.floor(limits.fileBytes / 1_048_576) },
  }
}

function inspectZip(bytes: Buffer, name: string, limits: ImportLimits): Result<Inspected, WorkbookRefusal> {
  const read = readZipDirectory(bytes, limits)
  if (!read.ok) return read
  const parts = read.value
  const names = new Set(parts.map((part) => part.name))
  const macros = parts.some((part) => /vbaProject\.bin$/i.test(part.name))
  if (names.has('xl/workbook.bin')) return err({ code: 'import-unsupported' })
  if (parts.some((part) => /^xl\/workbook[^/]*\.xml$/i.test(part.name))) {
    // A macro in a file that says it has none was put there to be run by mistake.
    if (macros && /\.(xlsx|ods|csv)$/i.test(name)) return err({ code: 'import-macro-hidden' })
    return ok({ kind: 'xlsx', macros, parts })
  }
  if (names.has('content.xml')) return ok({ kind: 'ods', macros: false, parts })
  return err({ code: 'import-not-a-workbook' })
}

function inspectOle(bytes: Buffer): Result<Inspected, WorkbookRefusal> {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return err({ code: 'import-encrypted' })
  if (!has('Workbook') && !has('Book')) return err({ code: 'import-not-a-workbook' })
  return ok({ kind: 'xls', macros: has('_VBA_PROJECT'), parts: [] })
}

function inspectText(bytes: Buffer): Result<Inspected, WorkbookRefusal> {
  const utf16 = findUtf16(bytes)
  const head = new TextDecoder(utf16 ?? 'latin1').decode(bytes.subarray(0, 4_096)).trimStart().toLowerCase()
  if (/<(html|table|body|!doctype)|^mime-version:/.test(head)) return err({ code: 'import-html' })
  if (/^(ï»¿)?\s*<\?xml|<(workbook|office:document)/.test(head)) return err({ code: 'import-unsupported' })
  if (head.startsWith('%pdf') || head.startsWith('{\\rtf')) return err({ code: 'import-not-a-workbook' })
  if (!utf16) {
    // Text has no control bytes but tab and line ends; one in a thousand is forgiven (footnote marks of old exports).
    const sample = bytes.subarray(0, 65_536)
    let control = 0
    for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) control++
    if (control > sample.length / 1_000) return err({ code: 'import-not-a-workbook' })
  }
  return ok({ kind: 'csv', macros: false, parts: [] })
}
