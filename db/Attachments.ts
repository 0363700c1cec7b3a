// Files kept inside the encrypted store, named by the SHA-256 of their bytes. A file comes in whole or not at all, the
// same one twice takes no more room, and what comes out is checked against its name. Nothing here is ever changed.
import { createHash } from 'node:crypto'
import type { WritableDB } from './Connection.ts'

/** Cut here, so that a file can travel and be mended a piece at a time. */
export const CHUNK_BYTES = 64 * 1024

export class Attachments {
  readonly #db: WritableDB

  constructor(db: WritableDB) {
    this.#db = db
  }

  /**
   * Keeps a file. To be called inside a transaction.
   * @param at wall time, ms
   * @returns its name: hex SHA-256
   */
  add(bytes: Uint8Array, at: number): string {
    const name = sha256(bytes)
    if (this.#numberOf(name) !== undefined) return name
    const attachment = this.#db.run(
      'INSERT INTO attachment (hash, bytes, added_at) VALUES (?, ?, ?)',
      name,
      bytes.byteLength,
      Math.trunc(at),
    ).lastInsertRowid
    for (let position = 0; position * CHUNK_BYTES < bytes.byteLength; position++) {
      const chunk = bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES)
      this.#db.run(
        'INSERT INTO attachment_part (attachment_no, position, chunk_no) VALUES (?, ?, ?)',
        attachment,
        position,
        this.#chunk(chunk),
      )
    }
    return name
  }

  has(name: string): boolean {
    return this.#numberOf(name) !== undefined
  }

  /**
   * The file's bytes; undefined when it is not here.
   * @throws Error when what is kept no longer has its name: a damaged page.
   */
  get(name: string): Uint8Array | undefined {
    const no = this.#numberOf(name)
    if (no === undefined) return undefined
    const chunks = this.#db.column<Uint8Array>(
      `SELECT chunk.bytes FROM attachment_part part JOIN attachment_chunk chunk ON chunk.no = part.chunk_no
       WHERE part.attachment_no = ? ORDER BY part.position`,
      no,
    )
    const bytes = new Uint8Array(Buffer.concat(chunks))
    if (sha256(bytes) !== name) throw new Error(`the kept file ${name.slice(0, 12)} is damaged`)
    return bytes
  }

  #numberOf(name: string): number | undefined {
    return this.#db.get<{ no: number }>('SELECT no FROM attachment WHERE hash = ?', name)?.no
  }

  #chunk(bytes: Uint8Array): number {
    const name = sha256(bytes)
    const known = this.#db.get<{ no: number }>('SELECT no FROM attachment_chunk WHERE hash = ?', name)
    if (known) return known.no
    return this.#db.run('INSERT INTO attachment_chunk (hash, bytes) VALUES (?, ?)', name, Buffer.from(bytes))
      .lastInsertRowid
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
