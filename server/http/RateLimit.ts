// So many a window for each key, counted in this process: a brake on guessing, beside the counts kept in the database.
const MAX_KEYS = 50_000

export class RateLimit {
  readonly #limit: number
  readonly #windowMs: number
  readonly #counts = new Map<string, { count: number; since: number }>()

  constructor(limit: number, windowMs: number) {
    this.#limit = limit
    this.#windowMs = windowMs
  }

  /** Counts one; false when the key has had its share of this window. */
  take(key: string, now = performance.now()): boolean {
    const entry = this.#counts.get(key)
    if (!entry || now - entry.since >= this.#windowMs) {
      if (this.#counts.size >= MAX_KEYS) this.#counts.clear()
      this.#counts.set(key, { count: 1, since: now })
      return true
    }
    entry.count++
    return entry.count <= this.#limit
  }
}
