import { describe, expect, it } from 'vitest'
import type { Values } from '../registers/define.ts'
import { registerOf } from '../registers/registry.ts'
import { checkRecord } from './checkRecord.ts'
import { memoryContext, ref } from './ruleFixture.ts'

const found = (register: string, values: Values, context = memoryContext()) =>
  checkRecord(registerOf(register)!, values, context).find((problem) => problem.rule === 'open-guard')

const leak = { title: 'Danh sách hộ', description: 'Liên hệ ông Nguyễn Văn Mẫu, 0912 345 678' }

describe('what is to be opened', () => {
  it('is read in all its texts, and what was found is named without its value', () => {
    const problem = found('open-dataset', leak)
    expect(problem?.field).toBe('guardDecision')
    expect(problem?.message).toContain('số điện thoại')
    expect(JSON.stringify(problem)).not.toContain('345')
    expect(found('open-dataset', { title: 'Danh sách trường học' })).toBeUndefined()
  })

  it('is a data item or posted data only where it is open', () => {
    const item = { itemName: 'Điện thoại: 0912345678' }
    expect(found('data-item', { ...item, accessClass: 'du_lieu_mo' })).toBeDefined()
    expect(found('data-item', { ...item, accessClass: 'chia_se_mac_dinh' })).toBeUndefined()
    expect(found('posted-data', { name: 'CCCD 001085012345', classification: 'du_lieu_mo' })).toBeDefined()
    expect(found('posted-data', { name: 'CCCD 001085012345' })).toBeUndefined()
  })

  it('has its fields read too', () => {
    const fields = [
      { id: 'f', values: { dataset: ref('d', 'd'), name: 'lien_he', description: 'VD: 0912345678' } },
    ]
    const context = memoryContext({ 'dataset-field': fields }, { id: 'd' })
    expect(found('open-dataset', { title: 'Hộ kinh doanh' }, context)).toBeDefined()
  })

  it('waits for a named decision, which stands until a text changes', () => {
    const decided = { ...leak, guardDecision: 'khong_phai', guardBy: 'Lê Thị Mẫu' }
    expect(found('open-dataset', { ...leak, guardDecision: 'khong_phai' })?.propose).toBeUndefined()
    const code = found('open-dataset', decided)?.propose
    expect(code?.guardCode).toMatch(/^[0-9A-Z]{8}$/)
    expect(found('open-dataset', { ...decided, ...code })).toBeUndefined()
    expect(found('open-dataset', { ...decided, ...code, keywords: '0987654321' })).toBeDefined()
  })
})
