// The folded words of one record, each once. A form's texts repeat their words, three of four in a full record, and the
// full-text index takes as long for a word it has as for a new one. Works on bytes, because cutting strings costs as much
// as it saves. A text that does not fold to ASCII is taken as it is: then a word may come twice, which harms nobody.
import { foldInto, foldVietnamese } from '../shared/text/fold.ts'

const MAX_TEXT = 8_192
const MAX_WORDS = 2_048
const SLOTS = 2 * MAX_WORDS
const BLANK = 32

export class DistinctWords {
  readonly #text = new Uint8Array(MAX_TEXT)
  /** The words so far, each followed by a blank. */
  readonly #words = new Uint8Array(4 * MAX_TEXT)
  /** Open addressing: where in #words a word begins, plus one; 0 is free. */
  readonly #slots = new Int32Array(SLOTS)
  readonly #decoder = new TextDecoder()
  #length = 0
  #count = 0
  #rest = ''

  clear(): void {
    this.#slots.fill(0)
    this.#length = 0
    this.#count = 0
    this.#rest = ''
  }

  add(text: string): void {
    const text8 = this.#text
    const length = foldInto(text, text8)
    if (length < 0) {
      this.#rest += ` ${foldVietnamese(text)}`
      return
    }
    // A word is a byte and a blank at least: what is full is put aside, and the words begin anew.
    if (this.#length + length + 1 > this.#words.length || this.#count + length / 2 + 1 > MAX_WORDS)
      this.#putAside()
    for (let at = 0; at < length; ) {
      let hash = 0
      const start = at
      while (at < length && isWordByte(text8[at]!)) hash = (Math.imul(hash, 31) + text8[at++]!) | 0
      if (at > start) this.#put(start, at, hash)
      else at++
    }
  }

  /** The words, separated by blanks. */
  take(): string {
    this.#putAside()
    return this.#rest.trim()
  }

  #putAside(): void {
    if (this.#length === 0) return
    this.#rest += ` ${this.#decoder.decode(this.#words.subarray(0, this.#length - 1))}`
    this.#slots.fill(0)
    this.#length = 0
    this.#count = 0
  }

  #put(start: number, end: number, hash: number): void {
    const slots = this.#slots
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    for (; slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
      if (this.#isAt(slots[slot]! - 1, start, end)) return
    }
    slots[slot] = this.#length + 1
    this.#count++
    for (let at = start; at < end; at++) this.#words[this.#length++] = this.#text[at]!
    this.#words[this.#length++] = BLANK
  }

  #isAt(place: number, start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#words[place++] !== this.#text[at]) return false
    return this.#words[place] === BLANK
  }
}

/** Digits and small letters: a folded text has no others, and the index cuts words at everything else. */
function isWordByte(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57)
}
