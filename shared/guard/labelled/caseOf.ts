// Builds one labelled text from a kernel: `{kind}` places are filled with invented numbers from a seeded generator, and
// where each stands is kept. All persons, numbers and addresses are invented.
import { fillers } from './fillers.ts'

/** What must be found: kinds of one family, and the words that are it, as they stand in the text. */
export type LabelledKind = 'id' | 'phone' | 'email' | 'account' | 'birth' | 'health' | 'secret'
export type LabelledPlace = { readonly kind: LabelledKind; readonly value: string }
export type LabelledCase = {
  readonly kernel: string
  readonly heading: string
  readonly text: string
  readonly places: readonly LabelledPlace[]
}

/** A source of numbers from 0 to under 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const KIND_OF_FILLER: Readonly<Record<string, LabelledKind>> = {
  cccd: 'id',
  cccdSpaced: 'id',
  cccdLost: 'id',
  cmnd: 'id',
  cmndSpaced: 'id',
  mobile: 'phone',
  mobileSpaced: 'phone',
  mobileDotted: 'phone',
  mobileDashed: 'phone',
  mobileIntl: 'phone',
  mobileLost: 'phone',
  mail: 'email',
  mailOfficial: 'email',
  account: 'account',
  accountSpaced: 'account',
  birth: 'birth',
  birthDashed: 'birth',
}

/**
 * One case of a kernel. A kernel is `heading | text` or a text alone. `{name}` places are filled; those whose filler has
 * a kind are labelled; `[kind:words]` labels words that stand in the kernel themselves.
 * @param change applied to every piece (capitals, decomposed letters), so that values stay as they stand
 */
export function caseOf(
  kernel: string,
  random: () => number,
  change: (piece: string) => string = (piece) => piece,
): LabelledCase {
  const bar = kernel.indexOf(' | ')
  const heading = bar < 0 ? '' : change(kernel.slice(0, bar))
  const body = bar < 0 ? kernel : kernel.slice(bar + 3)
  let text = ''
  const places: LabelledPlace[] = []
  for (const piece of body.split(/(\{\w+\}|\[\w+:[^\]]+\])/)) {
    const start = text.length
    const filler = /^\{(\w+)\}$/.exec(piece)
    const words = /^\[(\w+):([^\]]+)\]$/.exec(piece)
    if (filler) {
      const fill = fillers[filler[1]!]
      if (!fill) throw new Error(`no filler ${filler[1]}`)
      const kind = KIND_OF_FILLER[filler[1]!]
      const value = fill(random)
      text += kind === 'email' || kind === undefined ? change(value) : value
      if (kind) places.push({ kind, value: text.slice(start) })
    } else if (words) {
      text += change(words[2]!)
      places.push({ kind: words[1] as LabelledKind, value: text.slice(start) })
    } else text += change(piece)
  }
  return { kernel, heading, text, places }
}

/** Cases of many kernels, each `times` times; as written, with decomposed letters, as written and in capitals, in turn. */
export function casesOf(kernels: readonly string[], times: number, seed: number): LabelledCase[] {
  const random = seeded(seed)
  const changes = [
    (piece: string) => piece,
    (piece: string) => piece.normalize('NFD'),
    (piece: string) => piece,
    (piece: string) => piece.toLocaleUpperCase('vi'),
  ]
  return kernels.flatMap((kernel) =>
    Array.from({ length: times }, (_, turn) => caseOf(kernel, random, changes[turn % changes.length]!)),
  )
}
