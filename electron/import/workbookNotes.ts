// Notes (classic comments) on cells of an .xlsx: the comments part, the drawing that shows them, and their relations.
// Notes that the sheet already has stay.
import { columnName } from '../../shared/excel/workbook.ts'
import { xmlText } from '../../shared/report/xml.ts'
import { attribute } from './workbookParts.ts'

export type Note = { readonly row: number; readonly column: number; readonly text: string }

/** Texts of the container's parts by name; edited in place. */
export type PartTexts = { get(path: string): string | undefined; set(path: string, text: string): void }

const AUTHOR = 'Sổ Dữ Liệu'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const EMPTY_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

/** Adds the notes to the sheet at `sheetPath`; gives the sheet's XML, with its link to the drawing. */
export function addNotes(
  parts: PartTexts,
  sheetPath: string,
  sheetXml: string,
  notes: readonly Note[],
  serial: number,
): string {
  if (notes.length === 0) return sheetXml
  const folder = sheetPath.slice(0, sheetPath.lastIndexOf('/') + 1)
  const relationsPath = `${folder}_rels/${sheetPath.slice(folder.length)}.rels`
  const relations = parts.get(relationsPath) ?? EMPTY_RELATIONS
  const comments = targetOf(relations, '/comments"', folder)
  const drawing = targetOf(relations, '/vmlDrawing"', folder)
  if (comments && drawing && parts.get(comments) && parts.get(drawing)) {
    parts.set(comments, appendComments(parts.get(comments)!, notes))
    parts.set(drawing, parts.get(drawing)!.replace(/<\/xml>\s*$/, `${shapes(notes)}</xml>`))
    return sheetXml
  }
  const commentsPath = `xl/comments-nhap-${serial}.xml`
  const drawingPath = `xl/drawings/nhap-${serial}.vml`
  parts.set(commentsPath, appendComments(EMPTY_COMMENTS, notes))
  parts.set(drawingPath, `${VML_HEAD}${shapes(notes)}</xml>`)
  const [first, second] = [`rIdNhapA${serial}`, `rIdNhapB${serial}`]
  parts.set(
    relationsPath,
    relations.replace(
      /<\/Relationships>\s*$/,
      `<Relationship Id="${first}" Type="${RELATIONS}/comments" Target="/${commentsPath}"/>` +
        `<Relationship Id="${second}" Type="${RELATIONS}/vmlDrawing" Target="/${drawingPath}"/></Relationships>`,
    ),
  )
  addContentType(
    parts,
    `<Override PartName="/${commentsPath}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`,
  )
  addContentType(
    parts,
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
  )
  return insertLegacyDrawing(sheetXml, second)
}

/** Adds a declaration to [Content_Types].xml unless its extension is declared already. */
export function addContentType(parts: PartTexts, declaration: string): void {
  const types = parts.get('[Content_Types].xml') ?? ''
  const extension = attribute(declaration, 'Extension')
  if (extension && new RegExp(`Extension="${extension}"`, 'i').test(types)) return
  // Defaults go before overrides, as Excel writes them.
  const place = extension ? /(<Types\b[^>]*>)/ : /(?=<\/Types>)/
  parts.set('[Content_Types].xml', types.replace(place, `$1${declaration}`))
}

function targetOf(relations: string, type: string, folder: string): string | undefined {
  for (const [tag] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    if (!tag.includes(type)) continue
    const target = attribute(tag, 'Target')
    if (!target) return undefined
    if (target.startsWith('/')) return target.slice(1)
    const path = folder.split('/').filter(Boolean)
    for (const step of target.split('/')) {
      if (step === '..') path.pop()
      else path.push(step)
    }
    return path.join('/')
  }
  return undefined
}

const EMPTY_COMMENTS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>'

function appendComments(xml: string, notes: readonly Note[]): string {
  const author = (xml.match(/<(?:\w+:)?author(?:\s*\/)?>/g) ?? []).length
  const list = notes
    .map(
      ({ row, column, text }) =>
        `<comment ref="${columnName(column)}${row}" authorId="${author}"><text><r><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`,
    )
    .join('')
  return xml
    .replace(/<\/authors>/, `<author>${AUTHOR}</author></authors>`)
    .replace(/<authors\s*\/>/, `<authors><author>${AUTHOR}</author></authors>`)
    .replace(/<\/commentList>/, `${list}</commentList>`)
    .replace(/<commentList\s*\/>/, `<commentList>${list}</commentList>`)
}

const VML_HEAD =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

function shapes(notes: readonly Note[]): string {
  return notes
    .map(
      ({ row, column }) =>
        `<v:shape id="nhap_${row}_${column}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('')
}

// CT_Worksheet's order (ECMA-376 §18.3.1.99): what may stand after legacyDrawing.
const AFTER =
  /<(?:\w+:)?(legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/(?:\w+:)?worksheet>/

function insertLegacyDrawing(xml: string, id: string): string {
  const tail = xml.lastIndexOf('sheetData>')
  const place = tail + xml.slice(tail).search(AFTER)
  const prefix = /<(\w+:)?worksheet\b/.exec(xml)?.[1] ?? ''
  const link = `<${prefix}legacyDrawing xmlns:nhap="${RELATIONS}" nhap:id="${id}"/>`
  return xml.slice(0, place) + link + xml.slice(place)
}
