import { describe, expect, it } from 'vitest'
import { receiptSlipHtml, recoverySheetHtml } from './recoverySheet.ts'

describe('the recovery sheet', () => {
  const sheet = {
    office: 'UBND xã <b>Tân Trào</b>',
    user: 'Nguyễn "Mẫu" & con',
    code: '4K7Q-92MD-AAAA',
    date: '2026-11-21',
  }

  it('carries office, person, code and day', () => {
    const html = recoverySheetHtml(sheet)
    expect(html).toContain('4K7Q-92MD-AAAA')
    expect(html).toContain('21/11/2026')
    expect(recoverySheetHtml({ ...sheet, date: new Date(2026, 1, 3) })).toContain('03/02/2026')
  })

  it('takes nothing that was typed for markup, and fetches nothing', () => {
    const html = recoverySheetHtml(sheet)
    expect(html).not.toContain('<b>Tân Trào</b>')
    expect(html).toContain('UBND xã &#60;b&#62;Tân Trào&#60;/b&#62;')
    expect(html).not.toMatch(/<script|https?:|src=/)
  })
})

describe('the receipt slip', () => {
  it('says what was received and is never called a signature', () => {
    const html = receiptSlipHtml({
      office: 'UBND xã Mẫu',
      province: 'Sở KH&CN',
      list: 'Danh mục cơ sở dữ liệu',
      period: '2026',
      records: 12,
      contentCode: 'AAAA-BBBB',
      receiptCode: '7H2K9M4PQX3T',
      receivedAt: '2026-12-18T08:00:00Z',
    })
    for (const text of ['Sở KH&#38;CN', '7H2K9M4PQX3T', 'AAAA-BBBB', '18/12/2026', '>12<'])
      expect(html).toContain(text)
    expect(html).not.toMatch(/ký số|đã ký/i)
  })
})
