import { expect, it } from 'vitest'
import { datasetOfPosted } from './datasetOfPosted.ts'

const posted = {
  name: 'Danh sách di tích',
  address: 'https://xamau.tinhmau.example/di-tich',
  classification: 'du_lieu_mo',
  form: 'van_ban',
  sourceDb: { text: 'Danh mục di tích', id: 'd1' },
}

it('makes a draft of what was decided to be open, with what the row says and no more', () => {
  expect(datasetOfPosted(posted)).toEqual({
    title: 'Danh sách di tích',
    existingUrl: 'https://xamau.tinhmau.example/di-tich',
    openLabel: 'du_lieu_mo',
    sourceDb: { text: 'Danh mục di tích', id: 'd1' },
    status: 'du_thao',
    priorityKind: 'da_cong_khai_van_ban',
  })
  expect(datasetOfPosted({ name: 'Bảng giá', classification: 'du_lieu_mo', form: 'bang' })).toEqual({
    title: 'Bảng giá',
    openLabel: 'du_lieu_mo',
    status: 'du_thao',
  })
})

it('makes none of what is not open, not decided, or has its dataset', () => {
  for (const classification of ['khong_thuoc', 'chua_xac_dinh', null])
    expect(datasetOfPosted({ ...posted, classification })).toBeNull()
  expect(datasetOfPosted({ ...posted, dataset: { text: 'Có rồi', id: 'o1' } })).toBeNull()
})
