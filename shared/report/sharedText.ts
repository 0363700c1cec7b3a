// Short texts that come again and again (allowed values, names of units) stand once in a workbook, in its shared
// strings part; long or further ones stay in their cells. Bounded, so that memory does not grow with the rows.
import { xmlText } from './xml.ts'

const MAX_LENGTH = 40
const MAX_TEXTS = 20_000

export type SharedText = {
  /** Place of the text in the part, or -1 when it is to stand in its cell. */
  readonly indexOf: (text: string) => number
  /** xl/sharedStrings.xml of all texts taken so far. */
  readonly toXml: () => string
}

export function sharedText(): SharedText {
  const places = new Map<string, number>()
  return {
    indexOf(text) {
      if (text.length > MAX_LENGTH) return -1
      const known = places.get(text)
      if (known !== undefined) return known
      if (places.size >= MAX_TEXTS) return -1
      places.set(text, places.size)
      return places.size - 1
    },
    toXml() {
      const items = [...places.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`)
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${items.length}">${items.join('')}</sst>`
    },
  }
}
