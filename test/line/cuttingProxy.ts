// A bad line: a TCP proxy on this machine that lets a number of bytes through, either way, and then cuts the
// connection. Seeded, so that a failing run repeats.

import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export type CuttingProxy = {
  readonly url: string
  readonly cuts: () => number
  readonly bytes: () => number
  /** Lets this many more connections be cut, from now on; 0 lets every one pass whole. */
  arm(cuts: number): void
  close(): Promise<void>
}

export type CuttingOptions = {
  /** Port on this machine that the line leads to. */
  readonly port: number
  readonly seed: number
  /** A connection is cut after a random number of bytes below this, in both directions together. */
  readonly maxBytes: number
  /** How many connections are cut before the line heals by itself. */
  readonly cuts: number
}

/** mulberry32: a small seeded generator of numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export async function startCuttingProxy(options: CuttingOptions): Promise<CuttingProxy> {
  const random = seededRandom(options.seed)
  const open = new Set<Socket>()
  let cuts = 0
  let bytes = 0
  let left = options.cuts

  const server = createServer((client) => {
    const upstream = connect(options.port, '127.0.0.1')
    let budget = left > 0 ? Math.floor(random() * options.maxBytes) : Number.POSITIVE_INFINITY
    const end = () => {
      client.destroy()
      upstream.destroy()
      open.delete(client)
      open.delete(upstream)
    }
    const pass = (to: Socket) => (chunk: Buffer) => {
      const through = chunk.subarray(0, Math.max(0, Math.min(budget, chunk.length)))
      bytes += through.length
      budget -= through.length
      if (through.length === chunk.length) {
        to.write(chunk)
        return
      }
      // A connection opened before the last cut was counted passes no further bytes, but is no cut of its own.
      if (left > 0) {
        cuts++
        left--
      }
      // What passed must arrive before the cut, as on a real line.
      to.end(through, end)
    }
    open.add(client).add(upstream)
    client.on('data', pass(upstream)).on('error', end).on('close', end)
    upstream.on('data', pass(client)).on('error', end).on('close', end)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    cuts: () => cuts,
    bytes: () => bytes,
    arm: (more) => {
      left = more
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
