// The parts of a Word document (ECMA-376, transitional) that do not depend on its text, and how a paragraph is written.
// Times New Roman throughout, as Decree 30/2020 asks. Every text is literal: no field, link or macro is ever written from one.
import { wordText } from './xml.ts'

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const WORDML = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Twentieths of a point, Word's unit of length. */
export const DXA_PER_PX = 15
export const DXA_PER_PT = 20
export const DXA_PER_MM = 1440 / 25.4

export type ParagraphLook = {
  readonly sizePt?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  /** First line, in dxa. */
  readonly firstLine?: number
  /** Left and right, in dxa. */
  readonly sides?: readonly [number, number]
  readonly beforePt?: number
  readonly afterPt?: number
  /** Lines apart: 1 is single. */
  readonly spacing?: number
  readonly keepNext?: boolean
  /** A line ruled under the paragraph. */
  readonly ruled?: boolean
}

/** One paragraph; line ends of the text become line breaks. */
export function paragraphXml(text: string, look: ParagraphLook): string {
  const size = Math.round((look.sizePt ?? 13) * 2)
  const run = `<w:rPr>${look.bold ? '<w:b/>' : ''}${look.italic ? '<w:i/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
  const lines = text.split(/\r\n|[\n\r]/)
  const runs =
    text === ''
      ? ''
      : lines
          .map(
            (line, i) =>
              `<w:r>${run}${i > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${wordText(line)}</w:t></w:r>`,
          )
          .join('')
  return `<w:p><w:pPr>${paragraphProperties(look)}${run}</w:pPr>${runs}</w:p>`
}

function paragraphProperties(look: ParagraphLook): string {
  const rule = look.ruled
    ? '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    : ''
  const spacing = `<w:spacing w:before="${Math.round((look.beforePt ?? 0) * DXA_PER_PT)}" w:after="${Math.round((look.afterPt ?? 0) * DXA_PER_PT)}" w:line="${Math.round((look.spacing ?? 1) * 240)}" w:lineRule="auto"/>`
  const [left, right] = look.sides ?? [0, 0]
  const indent =
    look.firstLine || left || right
      ? `<w:ind w:left="${Math.round(left)}" w:right="${Math.round(right)}" w:firstLine="${Math.round(look.firstLine ?? 0)}"/>`
      : ''
  const align = look.align && look.align !== 'left' ? look.align : ''
  const jc = align ? `<w:jc w:val="${align === 'justify' ? 'both' : align}"/>` : ''
  return `${look.keepNext ? '<w:keepNext/>' : ''}${rule}${spacing}${indent}${jc}`
}

/** Everything but the text: names of parts and their content. */
export function fixedParts(about: {
  readonly title: string
  readonly creator: string
  readonly footer: string
}): readonly (readonly [string, string])[] {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${WORDML}.${type}+xml"/>`
  const types = [
    override('word/document.xml', 'document.main'),
    override('word/styles.xml', 'styles'),
    override('word/settings.xml', 'settings'),
    override('word/header1.xml', 'header'),
    override('word/header2.xml', 'header'),
    override('word/footer1.xml', 'footer'),
  ]
  const relations = (items: readonly string[]) =>
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  const number =
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p>'
  return [
    [
      '[Content_Types].xml',
      `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      relations([
        relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
        relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ]),
    ],
    [
      'docProps/core.xml',
      `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${wordText(about.title)}</dc:title><dc:creator>${wordText(about.creator)}</dc:creator></cp:coreProperties>`,
    ],
    [
      'word/_rels/document.xml.rels',
      relations([
        relation('rId1', `${OFFICE}/styles`, 'styles.xml'),
        relation('rId2', `${OFFICE}/settings`, 'settings.xml'),
        relation('rId3', `${OFFICE}/header`, 'header1.xml'),
        relation('rId4', `${OFFICE}/header`, 'header2.xml'),
        relation('rId5', `${OFFICE}/footer`, 'footer1.xml'),
      ]),
    ],
    [
      'word/styles.xml',
      `${XML_HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="55" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="55" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`,
    ],
    [
      'word/settings.xml',
      `${XML_HEAD}<w:settings xmlns:w="${WORD}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ],
    ['word/header1.xml', `${XML_HEAD}<w:hdr xmlns:w="${WORD}">${number}</w:hdr>`],
    ['word/header2.xml', `${XML_HEAD}<w:hdr xmlns:w="${WORD}"><w:p/></w:hdr>`],
    [
      'word/footer1.xml',
      `${XML_HEAD}<w:ftr xmlns:w="${WORD}">${paragraphXml(about.footer, { sizePt: 9 })}</w:ftr>`,
    ],
  ]
}
