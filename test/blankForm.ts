// A superior's empty form as an .xlsx, made by hand: what filling it must leave alone is all in it.
import { zipSync } from 'fflate'

const text = (at: string, value: string, style = 1) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`
const empty = (at: string, style = 2) => `<c r="${at}" s="${style}"/>`

/** A form with letterhead, two-row header, numbered columns, three lines to write on, a sum, and a signature under it. */
export function blankForm(): Buffer {
  const slot = (row: number, formula: string) =>
    `<row r="${row}" ht="18" customHeight="1"><c r="A${row}" s="2"><v>${row - 8}</v></c>${empty(`B${row}`)}${empty(`C${row}`)}${empty(`D${row}`, 3)}${empty(`E${row}`)}<c r="F${row}" s="2">${formula}</c></row>`
  const rows = [
    `<row r="1">${text('A1', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ')}</row>`,
    `<row r="3">${text('A3', 'BIỂU TỔNG HỢP DỮ LIỆU MỞ')}</row>`,
    `<row r="4">${text('A4', 'Đơn vị báo cáo: ……………………')}</row>`,
    `<row r="6">${text('A6', 'STT')}${text('B6', 'Bộ dữ liệu')}${text('D6', 'Ngày công bố')}${text('E6', 'Số bản ghi')}${text('F6', 'Gấp đôi')}</row>`,
    `<row r="7">${text('B7', 'Tên bộ dữ liệu')}${text('C7', 'Tần suất cập nhật')}</row>`,
    `<row r="8">${['A', 'B', 'C', 'D', 'E', 'F'].map((c, i) => `<c r="${c}8" s="1"><v>${i + 1}</v></c>`).join('')}</row>`,
    slot(9, '<f t="shared" ref="F9:F11" si="0">E9*2</f><v>0</v>'),
    slot(10, '<f t="shared" si="0"/><v>0</v>'),
    slot(11, '<f t="shared" si="0"/><v>0</v>'),
    `<row r="12">${text('A12', 'Tổng cộng')}<c r="E12" s="1"><f>SUM(E9:E11)</f><v>0</v></c></row>`,
    `<row r="14">${text('D14', 'NGƯỜI LẬP BIỂU')}</row>`,
  ]
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Biểu 1" sheetId="1" r:id="rId1"/><sheet name="Tổng" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'Biểu 1'!$A$1:$F$14</definedName></definedNames><calcPr calcId="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf/><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><dimension ref="A1:F14"/><sheetData>${rows.join('')}</sheetData><mergeCells count="3"><mergeCell ref="B6:C6"/><mergeCell ref="A3:F3"/><mergeCell ref="D14:F14"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="C9:C11"><formula1>"hằng năm,6 tháng,Quý"</formula1></dataValidation></dataValidations></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><f>'Biểu 1'!E12</f><v>0</v></c></row></sheetData></worksheet>`,
  }
  const files: Record<string, Uint8Array> = {}
  for (const [path, xml] of Object.entries(parts)) files[path] = Buffer.from(xml)
  return Buffer.from(zipSync(files))
}
