// The benchmarks by name, each loaded only when it is asked for: their peers and browsers cost nothing to the others.
import type { Bench } from './BenchRow.ts'

export const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  save: async () => (await import('./save.ts')).save,
  search: async () => (await import('./search.ts')).search,
  launch: async () => (await import('./launch.ts')).launch,
  import: async () => (await import('./importBench.ts')).importBench,
  export: async () => (await import('./exportBench.ts')).exportBench,
  bundle: async () => (await import('./bundleBench.ts')).bundleBench,
  page: async () => (await import('./pageBench.ts')).pageBench,
  year: async () => (await import('./yearBench.ts')).yearBench,
  board: async () => (await import('./boardBench.ts')).boardBench,
}
