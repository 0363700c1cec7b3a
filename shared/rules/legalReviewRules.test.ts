import { expect, it } from 'vitest'
import { registerOf } from '../registers/registry.ts'
import { checkRecord } from './checkRecord.ts'
import { foundIn, memoryContext } from './ruleFixture.ts'

const review = {
  docNo: 'Quyết định số 12/2021/QĐ-UBND',
  title: 'Quy chế khai thác dữ liệu đất đai',
  limitText: 'Yêu cầu nộp bản sao giấy',
  proposal: 'sua_doi',
  reason: 'Dữ liệu đã có ở Cơ sở dữ liệu quốc gia về dân cư',
  inForce: 'con',
  status: 'da_de_xuat',
}
const found = (values: object, today = '2026-11-21') =>
  foundIn('legal-review', { ...review, ...values }, memoryContext({}, { today }))

it('says that a text is in force only while it is', () => {
  const old = { docNo: 'Nghị định số 47/2020/NĐ-CP' }
  expect(found(old)).toEqual(['error legal-repealed inForce'])
  expect(found({ ...old, inForce: 'het' })).toEqual([])
  expect(found(old, '2025-10-21')).toEqual([])
  expect(found(old, '2025-10-22')).toEqual(['error legal-repealed inForce'])
  expect(found({ docNo: 'nghị định 278/2025/NĐ-CP' })).toEqual([])
  expect(found({ docNo: '12/2099/NĐ-CP' })).toEqual([])
  const [problem] = checkRecord(registerOf('legal-review')!, { ...review, ...old }, memoryContext())
  expect(problem?.message).toContain(
    '47/2020/NĐ-CP ghi còn hiệu lực, nhưng đã hết hiệu lực sau ngày 21/10/2025',
  )
  expect(problem?.propose).toEqual({ inForce: 'het' })
})

it('rests its proposal on texts in force, but for an earlier period', () => {
  const reason = 'Để phù hợp Nghị định số 47/2020/NĐ-CP'
  expect(found({ reason })).toEqual(['warning legal-cites-repealed reason'])
  expect(found({ reason, legalProfile: 'nd47_2020' })).toEqual([])
  expect(found({ reason: 'Để phù hợp Nghị định số 278/2025/NĐ-CP' })).toEqual([])
})

it('gives a reason for a proposal, and what it is that limits', () => {
  expect(found({ reason: null })).toEqual(['error legal-proposal-reason reason'])
  expect(found({ proposal: 'giu_nguyen', reason: null })).toEqual([])
  expect(found({ limitText: null, reviewAim: ['han_che_chia_se'] })).toEqual([
    'warning legal-limit limitText',
  ])
  expect(found({ limitText: null, reviewAim: ['don_gian_hoa'] })).toEqual([])
})

it('is late after its day until it is settled', () => {
  expect(found({ dueAt: '2026-03-31' })).toEqual(['warning legal-overdue status'])
  expect(found({ dueAt: '2026-03-31', status: 'xong' })).toEqual([])
  expect(found({ dueAt: '2026-11-21' })).toEqual([])
})
