import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type ProvinceSettings } from '../../../shared/settings/provinceSettings.ts'
import { readDraft, toDraft } from './rulesDraft.ts'

const WHOLE: ProvinceSettings = {
  ...DEFAULT_SETTINGS,
  fourEyes: true,
  holidays: [{ day: '2026-09-02', name: 'Quốc khánh' }],
  workdays: ['2026-08-22'],
  addressees: [
    { plan: 'Kế hoạch số 04/KH-UBND', names: ['Sở Khoa học và Công nghệ', 'Công an tỉnh'] },
    { plan: '', names: ['Văn phòng Ủy ban nhân dân tỉnh'] },
  ],
  deadlines: [{ register: 'database', text: 'trước ngày 15/12 hằng năm', basis: 'Công văn 12/SKHCN' }],
  texts: [{ report: 'databases', title: 'DANH MỤC', basis: [] }],
  sectors: ['Du lịch lòng hồ'],
}

it('what was saved is typed as it would be typed again, and parts without a box stay', () => {
  expect(readDraft(toDraft(WHOLE), WHOLE)).toEqual({ settings: WHOLE, bad: {} })
})

it('a line that cannot be read is named, and nothing can be saved', () => {
  const draft = {
    ...toDraft(DEFAULT_SETTINGS),
    holidays: '02/09/2026 Quốc khánh\n31/02/2026 Không có',
    deadlines: 'khong-co | trước 15/12',
    addressees: 'Không có dấu hai chấm',
  }
  expect(readDraft(draft, DEFAULT_SETTINGS)).toEqual({
    settings: null,
    bad: {
      holidays: '31/02/2026 Không có',
      deadlines: 'khong-co | trước 15/12',
      addressees: 'Không có dấu hai chấm',
    },
  })
})
