// Where a workbook keeps its sheets: the parts of an .xlsx by sheet, as its own relations say.

export type SheetPart = { readonly name: string; readonly path: string; readonly hidden: boolean }

/** Sheets in the workbook's order. `text` gives a part's XML, or undefined when there is none. */
export function sheetParts(text: (path: string) => string | undefined): SheetPart[] {
  const root = text('_rels/.rels') ?? ''
  const main = /<Relationship\b[^>]*officeDocument"[^>]*>/.exec(root)?.[0]
  const workbookPath = resolvePart('', (main && attribute(main, 'Target')) || 'xl/workbook.xml')
  const workbook = text(workbookPath)
  if (!workbook) return []
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1)
  const file = workbookPath.slice(folder.length)
  const targets = new Map<string, string>()
  for (const [tag] of (text(`${folder}_rels/${file}.rels`) ?? '').matchAll(/<Relationship\b[^>]*>/g)) {
    const id = attribute(tag, 'Id')
    const target = attribute(tag, 'Target')
    if (id && target) targets.set(id, resolvePart(folder, target))
  }
  const sheets: SheetPart[] = []
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const path = targets.get(/\s(?:\w+:)?id="([^"]*)"/.exec(tag)?.[1] ?? '')
    const state = attribute(tag, 'state')
    if (path)
      sheets.push({
        name: decodeXml(attribute(tag, 'name') ?? ''),
        path,
        hidden: !!state && state !== 'visible',
      })
  }
  return sheets
}

/** An attribute's raw value in one start tag. */
export function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((v) => v !== undefined)
}

export function decodeXml(text: string): string {
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, code: string) => {
    if (code.startsWith('#')) {
      const n = code[1] === 'x' ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10)
      return n > 0 && n <= 0x10ffff ? String.fromCodePoint(n) : whole
    }
    return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[code] ?? whole
  })
}

function resolvePart(folder: string, target: string): string {
  const parts: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step && step !== '.') parts.push(step)
  }
  return parts.join('/')
}
