import { expect, it } from 'vitest'
import { foundIn, memoryContext, ref } from './ruleFixture.ts'

const posted = {
  name: 'Danh sách trường học',
  classification: 'du_lieu_mo',
  noticeWay: 'Ghi chú trên trang',
  noticeAt: '2026-11-12',
  dataset: ref('Danh sách cơ sở giáo dục', 'o1'),
}
const store = { 'open-dataset': [{ id: 'o1', values: { title: 'Danh sách cơ sở giáo dục' } }] }
const found = (values: object) => foundIn('posted-data', { ...posted, ...values }, memoryContext(store))

it('is in order when it is decided, told and listed', () => {
  expect(found({})).toEqual([])
  expect(found({ classification: 'khong_thuoc', dataset: null })).toEqual([])
})

it('is to be decided', () => {
  const rest = { dataset: null, noticeWay: null, noticeAt: null }
  expect(found({ ...rest, classification: 'chua_xac_dinh' })).toEqual([
    'warning posted-undecided classification',
  ])
  expect(found({ ...rest, classification: null })).toEqual(['error required classification'])
})

it('stands in the list of open data once it is decided to be open', () => {
  expect(found({ dataset: null })).toEqual(['warning posted-without-dataset dataset'])
  // A name alone, or a dataset that is gone, is none.
  expect(found({ dataset: ref('Danh sách cơ sở giáo dục') })).toContain(
    'warning posted-without-dataset dataset',
  )
  expect(found({ dataset: ref('Đã xóa', 'o9') })).toContain('warning posted-without-dataset dataset')
  expect(found({ classification: 'khong_thuoc' })).toEqual(['error posted-not-open dataset'])
})

it('is made known to its users, whichever way it was decided', () => {
  expect(found({ noticeAt: null })).toEqual(['warning posted-users-not-told noticeAt'])
  expect(found({ noticeWay: null })).toEqual(['warning posted-users-not-told noticeWay'])
  expect(found({ classification: 'khong_thuoc', dataset: null, noticeWay: null, noticeAt: null })).toEqual([
    'warning posted-users-not-told noticeWay',
  ])
})
