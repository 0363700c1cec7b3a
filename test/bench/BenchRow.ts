/** One measured line: ours beside the peers' of the same run. */
export type BenchRow = {
  readonly what: string
  readonly unit: string
  readonly ours: number
  readonly peers: Readonly<Record<string, number>>
  /** The goal in words, e.g. `≤ 5 ms p95`. */
  readonly goal: string
  readonly ok: boolean
}

export type Bench = () => Promise<readonly BenchRow[]>

/** Runs `work` `times` times and gives each run's milliseconds, sorted. */
export async function timed(
  times: number,
  work: (index: number) => unknown | Promise<unknown>,
): Promise<number[]> {
  const spent: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await work(i)
    spent.push(performance.now() - start)
  }
  return spent.sort((a, b) => a - b)
}

/** The p-quantile (0–1) of sorted figures, by nearest rank. */
export function quantile(sorted: readonly number[], p: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))
  const figure = sorted[at]
  if (figure === undefined) throw new Error('no figures')
  return figure
}
