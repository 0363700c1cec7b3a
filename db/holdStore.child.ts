// For tests: opens a store and holds it, or commits in a loop and says which ids are durable, until it is killed.
import { meta, registers } from './officeFixture.ts'
import { openStore } from './open.ts'

type Order = { readonly dir: string; readonly key: readonly number[]; readonly commit?: boolean }

process.once('message', (order: Order) => {
  const opened = openStore({ dir: order.dir, key: Uint8Array.from(order.key), registers })
  if (!opened.ok) throw new Error(opened.error.code)
  const store = opened.value
  process.send?.({ ready: true })
  const step = (n: number): void => {
    const batch = n % 7 === 0 ? 40 : 1
    const edits = Array.from({ length: batch }, (_, i) => ({
      id: null,
      register: 'database',
      set: { name: `Bản ghi ${n}.${i}`, purpose: 'Sao lưu '.repeat(40) },
    }))
    const { ids } = store.commit(edits, meta(batch > 1 ? 'import' : 'edit'))
    process.send?.({ ids })
    if (n % 11 === 0) store.snapshot('hourly')
    setImmediate(() => step(n + 1))
  }
  if (order.commit) step(1)
  else setInterval(() => {}, 1_000)
})
