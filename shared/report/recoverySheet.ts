// Sheets to be printed from a page: the recovery code for the office's safe, and the slip that says what the province
// has received. HTML that stands alone: no script, no address, every value escaped.

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** dd/mm/yyyy of an instant on this machine's calendar, or of an ISO day. */
function shownDate(day: Date | string): string {
  if (typeof day !== 'string') {
    const two = (n: number) => String(n).padStart(2, '0')
    return `${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`
  }
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  return match ? `${match[3]}/${match[2]}/${match[1]}` : day
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
@page { size: A4 portrait; margin: 20mm 15mm 20mm 30mm }
body { font: 14pt/1.35 'Times New Roman', 'Liberation Serif', serif; color: #000; background: #fff; margin: 0 }
h1 { font-size: 16pt; text-align: center; text-transform: uppercase; margin: 10mm 0 2mm }
p { margin: 0 0 3mm; text-align: justify }
.office { font-weight: bold; text-transform: uppercase }
.code { border: 1.5pt solid #000; margin: 8mm 0; padding: 6mm; text-align: center; font: bold 20pt/1.6 'Courier New', 'Liberation Mono', monospace; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; margin: 4mm 0 }
th, td { border: 0.75pt solid #000; padding: 1.5mm 2.5mm; text-align: left; vertical-align: top }
th { width: 42%; font-weight: normal }
ol { margin: 0 0 4mm; padding-left: 8mm }
li { margin-bottom: 2mm }
.small { font-size: 12pt }
.signs { display: flex; justify-content: space-between; margin-top: 10mm; text-align: center; break-inside: avoid }
.signs div { width: 45%; height: 40mm }
</style>
</head>
<body>
${body}
</body>
</html>
`
}

/**
 * The sheet for the office's safe: with its code the store opens when a PIN is forgotten or the PC was reinstalled.
 * @param sheet.code the recovery code, as shown; @param sheet.date day of printing
 * @returns a whole HTML document, A4
 */
export function recoverySheetHtml(sheet: {
  readonly office: string
  readonly user: string
  readonly code: string
  readonly date: Date | string
}): string {
  const title = 'Phiếu khôi phục Sổ Dữ Liệu'
  return page(
    title,
    `<p class="office">${escapeHtml(sheet.office)}</p>
<h1>${title}</h1>
<p style="text-align:center">Người lập: ${escapeHtml(sheet.user)} – Ngày lập: ${escapeHtml(shownDate(sheet.date))}</p>
<p>Mã dưới đây mở được sổ của cơ quan khi quên mã PIN, khi cán bộ chuyển công tác hoặc khi máy tính được cài lại.
Ai có mã này và tệp sổ đều đọc được toàn bộ dữ liệu, kể cả số điện thoại của cán bộ đầu mối.</p>
<div class="code">${escapeHtml(sheet.code)}</div>
<ol>
<li>Cất phiếu trong két hoặc tủ có khóa của cơ quan, tách khỏi máy tính. Không chụp ảnh, không gửi qua mạng.</li>
<li>Khi cần: mở phần mềm, chọn “Quên mã PIN”, gõ mã (không phân biệt chữ hoa, chữ thường, dấu gạch), rồi đặt mã PIN mới.</li>
<li>Khi bàn giao nhiệm vụ đầu mối dữ liệu, bàn giao cả phiếu này và ghi vào biên bản.</li>
</ol>
<p class="small">Mã chỉ được hiển thị một lần. Nếu phiếu bị mất hoặc bị lộ, hãy lập mã mới trong phần mềm; mã cũ sẽ hết tác dụng.</p>
<div class="signs"><div><b>Người lập phiếu</b></div><div><b>Người giữ phiếu</b></div></div>`,
  )
}

/**
 * The slip an officer may print and keep with the papers: what was sent, when it was received, the code to read over
 * the phone. It is a confirmation of receipt, not a signature.
 * @returns a whole HTML document, A4
 */
export function receiptSlipHtml(slip: {
  readonly office: string
  readonly province: string
  readonly list: string
  readonly period: string
  readonly records: number
  readonly contentCode: string
  readonly receiptCode: string
  /** ISO day or instant of receipt. */
  readonly receivedAt: Date | string
}): string {
  const title = 'Phiếu xác nhận tiếp nhận'
  const rows: readonly (readonly [string, string])[] = [
    ['Cơ quan gửi', slip.office],
    ['Nơi tiếp nhận', slip.province],
    ['Nội dung', slip.list],
    ['Kỳ', slip.period],
    ['Số bản ghi', String(slip.records)],
    ['Mã nội dung (in trên bản giấy)', slip.contentCode],
    ['Mã tiếp nhận', slip.receiptCode],
    ['Ngày tiếp nhận', shownDate(slip.receivedAt)],
  ]
  return page(
    title,
    `<p class="office">${escapeHtml(slip.office)}</p>
<h1>${title}</h1>
<table>
${rows.map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`).join('\n')}
</table>
<p class="small">Phiếu do phần mềm lập từ xác nhận của tỉnh đã được kiểm tra trên máy này. Có thể đọc mã tiếp nhận qua điện thoại để đối chiếu.</p>`,
  )
}
