// A register's rows, held in pages around what is being looked at. It promises that rows once shown stay shown until
// newer ones take their place, that only a few windows are asked for at once, and that what is on screen never waits for
// what was fetched ahead. It knows nothing of React or of the screen.
import type { RecordDto } from '../../../shared/ipc/contract.ts'

export const PAGE_ROWS = 50
/** Windows under way at once: for what is on screen, and (fewer) for what is fetched ahead. */
const MAX_IN_FLIGHT = 4
const MAX_AHEAD_IN_FLIGHT = 2
const MAX_PAGES = 96
/** Pages fetched ahead in the direction of the scroll, and behind. */
const AHEAD = 5
const BEHIND = 2

export type RecordWindowDto = { readonly total: number; readonly rows: readonly RecordDto[] }
/** Asks for rows; null when the core refused (it has told the officer why). */
export type FetchWindow = (offset: number, limit: number) => Promise<RecordWindowDto | null>

type Page = { rows: RecordDto[]; generation: number; usedAt: number }

export class RecordPages {
  total = 0
  /** False until the first window came. */
  loaded = false
  /** Counts up whenever something visible may have changed. */
  version = 0
  #fetchWindow: FetchWindow
  #onChange: () => void
  #pages = new Map<number, Page>()
  #inFlight = new Set<string>()
  #wanted: number[] = []
  /** How many of the wanted pages, from the first, are on screen. */
  #onScreen = 0
  #generation = 1
  #swap = false
  #clock = 0
  #lastFirst = 0

  constructor(fetchWindow: FetchWindow, onChange: () => void) {
    this.#fetchWindow = fetchWindow
    this.#onChange = onChange
  }

  row(index: number): RecordDto | undefined {
    const page = this.#pages.get(Math.floor(index / PAGE_ROWS))
    if (page) page.usedAt = ++this.#clock
    return page?.rows[index % PAGE_ROWS]
  }

  /** Says which rows are on screen; fetches them, then those that come next. */
  want(first: number, last: number): void {
    const forward = first >= this.#lastFirst
    this.#lastFirst = first
    const from = Math.floor(Math.max(0, first) / PAGE_ROWS)
    const to = Math.floor(Math.max(0, last) / PAGE_ROWS)
    const wanted: number[] = []
    for (let page = from; page <= to; page++) wanted.push(page)
    this.#onScreen = wanted.length
    for (let step = 1; step <= AHEAD; step++) wanted.push(forward ? to + step : from - step)
    for (let step = 1; step <= BEHIND; step++) wanted.push(forward ? from - step : to + step)
    this.#wanted = wanted
    this.#pump()
  }

  /** The rows may have changed: fetches them anew, showing the ones at hand meanwhile. */
  refresh(): void {
    this.#generation++
    this.#pump()
  }

  /** Another search, sort or filter: the rows at hand stay until the first new window comes, then all go. */
  replaceQuery(fetchWindow: FetchWindow): void {
    this.#fetchWindow = fetchWindow
    this.#generation++
    this.#swap = true
    this.#pump()
  }

  /** Shows a saved value at once, before the window is fetched anew. */
  patch(record: RecordDto): void {
    for (const page of this.#pages.values()) {
      const at = page.rows.findIndex((row) => row.id === record.id)
      if (at >= 0) page.rows[at] = record
    }
    this.#changed()
  }

  #pump(): void {
    for (const [at, page] of this.#wanted.entries()) {
      const isThere = page === 0 || (this.loaded ? page * PAGE_ROWS < this.total : at < this.#onScreen)
      if (page < 0 || !isThere) continue
      const key = `${this.#generation}:${page}`
      // Answers to an older question are thrown away when they come; they do not hold up the newer one.
      const current = [...this.#inFlight].filter((open) => open.startsWith(`${this.#generation}:`))
      if (current.length >= (at < this.#onScreen ? MAX_IN_FLIGHT : MAX_AHEAD_IN_FLIGHT)) return
      if (this.#pages.get(page)?.generation === this.#generation || this.#inFlight.has(key)) continue
      this.#inFlight.add(key)
      void this.#load(page, this.#generation).finally(() => {
        this.#inFlight.delete(key)
        this.#pump()
      })
    }
  }

  async #load(page: number, generation: number): Promise<void> {
    const found = await this.#fetchWindow(page * PAGE_ROWS, PAGE_ROWS)
    if (generation !== this.#generation) return
    // A refusal counts as an answer, or the pump would ask for ever; the next refresh asks again.
    const rows = found ? [...found.rows] : (this.#pages.get(page)?.rows ?? [])
    if (this.#swap) {
      this.#pages.clear()
      this.#swap = false
    }
    this.#pages.set(page, { rows, generation, usedAt: ++this.#clock })
    if (found) this.total = found.total
    this.loaded = true
    this.#trim()
    this.#changed()
  }

  #trim(): void {
    if (this.#pages.size <= MAX_PAGES) return
    const oldest = [...this.#pages]
      .sort((a, b) => a[1].usedAt - b[1].usedAt)
      .slice(0, this.#pages.size - MAX_PAGES)
    for (const [page] of oldest) this.#pages.delete(page)
  }

  #changed(): void {
    this.version++
    this.#onChange()
  }
}
