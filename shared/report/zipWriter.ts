// A zip archive as a stream: each entry is compressed block by block and its sizes follow it in a data descriptor
// (APPNOTE 6.3.10 §4.3.9), so nothing is held back until the end. No zip64: an archive or entry over 4 GB throws.
import { Deflate as Fflate } from 'fflate'

/**
 * Compresses one block of an entry: raw DEFLATE that is byte-aligned at its end (sync flush), and ends the stream when
 * `final` is set. Blocks are given in order; a promise lets the next block be made meanwhile.
 */
export type Deflate = (block: Uint8Array, final: boolean) => Uint8Array | Promise<Uint8Array>

export type ZipOptions = {
  readonly sink: (bytes: Uint8Array) => void | Promise<void>
  readonly deflate?: Deflate
  /** A quicker CRC-32 than the built-in one: of the bytes, continued from `start`. */
  readonly crc32?: (bytes: Uint8Array, start: number) => number
}

export type ZipEntry = {
  readonly push: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

const encoder = new TextEncoder()
let scratch = new Uint8Array(1 << 21)

/** UTF-8 of a text; by way of one scratch block, which is quicker than a fresh encoding of large texts. */
function utf8(text: string): Uint8Array {
  if (text.length < 1024) return encoder.encode(text)
  if (scratch.length < text.length * 3) scratch = new Uint8Array(text.length * 3)
  return scratch.slice(0, encoder.encodeInto(text, scratch).written)
}

const LIMIT = 0xffffffff

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

function crc32(bytes: Uint8Array, start: number): number {
  let crc = ~start
  for (let i = 0; i < bytes.length; i++)
    crc = (CRC_TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8)
  return ~crc >>> 0
}

/** The built-in compressor of one entry, in plain JavaScript. */
function builtInDeflate(): Deflate {
  let out: Uint8Array[] = []
  const stream = new Fflate({ level: 4 }, (chunk) => out.push(chunk))
  return (block, final) => {
    stream.push(block, final)
    const all = new Uint8Array(out.reduce((sum, c) => sum + c.length, 0))
    let at = 0
    for (const chunk of out) {
      all.set(chunk, at)
      at += chunk.length
    }
    out = []
    return all
  }
}

/** Little-endian fields: [value, bytes]. */
function fields(...list: readonly (readonly [number, 2 | 4])[]): Uint8Array {
  const out = new Uint8Array(list.reduce((sum, [, size]) => sum + size, 0))
  const view = new DataView(out.buffer)
  let at = 0
  for (const [value, size] of list) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return out
}

// 1 January 1980, the format's first day: the same content gives the same bytes.
const DOS_DATE = 0x21
const FLAGS = 0x0808

/** Opens an archive whose bytes go to `options.sink`. Entries are written one after another, never at once. */
export function zipWriter(options: ZipOptions): {
  readonly open: (name: string) => ZipEntry
  readonly add: (name: string, text: string) => Promise<void>
  readonly finish: () => Promise<number>
} {
  const checksum = options.crc32 ?? crc32
  let offset = 0
  const directory: Uint8Array[] = []
  let count = 0

  async function emit(bytes: Uint8Array): Promise<void> {
    offset += bytes.length
    if (offset > LIMIT) throw new Error('archive over 4 GB')
    await options.sink(bytes)
  }

  function open(name: string): ZipEntry {
    const path = encoder.encode(name)
    const deflate = options.deflate ?? builtInDeflate()
    let start = -1
    let crc = 0
    let size = 0
    let packed = 0
    // The block under compression: the next one is made while it runs.
    let running: Uint8Array | Promise<Uint8Array> | null = null

    async function settle(): Promise<void> {
      if (start < 0) {
        start = offset
        await emit(
          fields(
            [0x04034b50, 4],
            [20, 2],
            [FLAGS, 2],
            [8, 2],
            [0, 2],
            [DOS_DATE, 2],
            [0, 4],
            [0, 4],
            [0, 4],
            [path.length, 2],
            [0, 2],
          ),
        )
        await emit(path)
      }
      if (!running) return
      const done = await running
      running = null
      packed += done.length
      await emit(done)
    }

    return {
      async push(text) {
        const block = utf8(text)
        crc = checksum(block, crc)
        size += block.length
        if (size > LIMIT) throw new Error('entry over 4 GB')
        await settle()
        running = deflate(block, false)
      },
      async close() {
        await settle()
        running = deflate(new Uint8Array(0), true)
        await settle()
        await emit(fields([0x08074b50, 4], [crc, 4], [packed, 4], [size, 4]))
        directory.push(
          fields(
            [0x02014b50, 4],
            [20, 2],
            [20, 2],
            [FLAGS, 2],
            [8, 2],
            [0, 2],
            [DOS_DATE, 2],
            [crc, 4],
            [packed, 4],
            [size, 4],
            [path.length, 2],
            [0, 2],
            [0, 2],
            [0, 2],
            [0, 2],
            [0, 4],
            [start, 4],
          ),
          path,
        )
        count++
      },
    }
  }

  return {
    open,
    async add(name, text) {
      const entry = open(name)
      await entry.push(text)
      await entry.close()
    },
    async finish() {
      const start = offset
      for (const part of directory) await emit(part)
      await emit(
        fields(
          [0x06054b50, 4],
          [0, 2],
          [0, 2],
          [count, 2],
          [count, 2],
          [offset - start, 4],
          [start, 4],
          [0, 2],
        ),
      )
      return offset
    },
  }
}
