// One search as typed, in tiers: first what matches exactly — with its marks when marks were typed, else names that
// begin with the words — then names, then any other field. Each tier takes a bounded number of candidates, because
// ranking every hit of a common word over 100,000 records is too slow to type against; what lies beyond the tiers
// follows unranked when the grid scrolls that far, so that nothing that matches is ever out of reach.

import { foldVietnamese } from '../shared/text/fold.ts'
import type { ReadableDB, SqlValue } from './Connection.ts'
import type { Where } from './filterSql.ts'
import type { RecordQuery } from './OfficeStore.ts'
import { type Projection, quote } from './projection.ts'
import { wordsOf } from './searchText.ts'

/** Candidates a tier. */
export const TIER_LIMIT = 500

export class SearchTiers {
  readonly #db: ReadableDB
  readonly #projection: Projection
  readonly #where: Where
  readonly #plain: boolean
  readonly #deleted: boolean
  readonly #marked: readonly string[]
  readonly #folded: readonly string[]
  readonly #foldedText: string
  readonly #ids: number[]
  #complete = false
  #sorted: number[] | null = null

  constructor(
    db: ReadableDB,
    projection: Projection,
    where: Where,
    query: Pick<RecordQuery, 'filters' | 'parentId'>,
    search: string,
  ) {
    this.#db = db
    this.#projection = projection
    this.#where = where
    this.#marked = wordsOf(search.normalize('NFC').toLowerCase())
    this.#foldedText = foldVietnamese(search)
    this.#folded = wordsOf(this.#foldedText)
    // Deleted records are not in the indexes: these then answer alone, without a look at each row.
    this.#plain = (query.filters?.length ?? 0) === 0 && query.parentId === undefined
    this.#deleted =
      query.filters?.some((f) => f.field === '$deleted' && f.op === 'is' && f.value === true) ?? false
    this.#ids = this.#firstTiers()
  }

  /** Hits known so far: all of them, or the tiers' while nobody has scrolled to their end. */
  total(): number {
    return this.#ids.length
  }

  slice(offset: number, limit: number): number[] {
    if (offset + limit >= this.#ids.length) this.#completeList()
    return this.#ids.slice(offset, offset + limit)
  }

  /** Every hit, in another order; worked out once. */
  sortedBy(sort: (ids: readonly number[]) => number[]): readonly number[] {
    if (!this.#sorted) {
      this.#completeList()
      this.#sorted = sort(this.#ids)
    }
    return this.#sorted
  }

  #firstTiers(): number[] {
    if (this.#folded.length === 0) {
      this.#complete = true
      return []
    }
    if (this.#deleted) return this.#amongDeleted()
    const { names, search } = this.#projection
    const found = new Set<number>()
    const hasMarks = this.#marked.join(' ') !== this.#folded.join(' ')
    const exact = hasMarks
      ? this.#match(names, `marked : (${matchOf(this.#marked)})`, TIER_LIMIT)
      : this.#scan('t.name_fold >= ? AND t.name_fold < ?', [
          this.#foldedText,
          `${this.#foldedText}\u{10ffff}`,
        ])
    for (const no of exact) found.add(no)
    for (const no of this.#match(names, `folded : (${matchOf(this.#folded)})`, TIER_LIMIT)) found.add(no)
    const others = this.#match(search, matchOf(this.#folded), TIER_LIMIT)
    for (const no of others) found.add(no)
    this.#complete = others.length < TIER_LIMIT
    return [...found]
  }

  #completeList(): void {
    if (this.#complete) return
    const have = new Set(this.#ids)
    for (const no of this.#match(this.#projection.search, matchOf(this.#folded), -1)) {
      if (!have.has(no)) this.#ids.push(no)
    }
    this.#complete = true
  }

  #match(index: string, match: string, limit: number): number[] {
    const s = quote(index)
    if (this.#plain) return this.#db.column(`SELECT rowid FROM ${s} WHERE ${s} MATCH ? LIMIT ?`, match, limit)
    return this.#db.column(
      `SELECT t.no FROM ${s} CROSS JOIN ${quote(this.#projection.table)} t ON t.no = ${s}.rowid
       WHERE ${s} MATCH ? AND ${this.#where.sql} LIMIT ?`,
      match,
      ...this.#where.params,
      limit,
    )
  }

  /** The few deleted records that a person looks for are found by their folded name. */
  #amongDeleted(): number[] {
    this.#complete = true
    return this.#scan('instr(t.name_fold, ?) > 0', [this.#foldedText])
  }

  #scan(sql: string, params: readonly SqlValue[]): number[] {
    return this.#db.column(
      `SELECT t.no FROM ${quote(this.#projection.table)} t WHERE ${sql} AND ${this.#where.sql} LIMIT ?`,
      ...params,
      ...this.#where.params,
      TIER_LIMIT,
    )
  }
}

/** All words, the last one as a beginning. Words are letters and digits only, and quoted. */
function matchOf(words: readonly string[]): string {
  return words.map((word, i) => `"${word}"${i === words.length - 1 ? ' *' : ''}`).join(' AND ')
}
