import { expect, it, vi } from 'vitest'
import type { CalendarItem } from '../../shared/ipc/calendarCalls.ts'
import type { AppEvent } from '../../shared/ipc/contract.ts'
import type { CallAnswer } from '../core/Core.ts'
import { setupTray } from './setupTray.ts'

const due = (over: Partial<CalendarItem>): CalendarItem => ({
  kind: 'round',
  title: 'Báo cáo Mẫu số 08 năm 2026',
  round: 'r',
  register: null,
  recordId: null,
  lastDay: '2026-12-19',
  lastWorkingDay: '2026-12-18',
  warnOn: '2026-12-11',
  state: 'soon',
  ...over,
})

function trayWith(answer: () => CallAnswer) {
  const seen = { tooltip: '', menu: [] as (string | undefined)[], notices: [] as string[] }
  const listeners: ((event: AppEvent) => void)[] = []
  const clock = { day: '2026-12-14' }
  const stop = setupTray(
    {
      call: async () => answer(),
      subscribe: (listener) => {
        listeners.push(listener)
        return () => listeners.splice(0)
      },
      close: async () => {},
    },
    {
      tray: {
        setToolTip: (text: string) => {
          seen.tooltip = text
        },
        setContextMenu: () => {},
        on: (() => {}) as never,
      },
      menu: (template) => {
        seen.menu = template.map(({ label }) => label)
        return null
      },
      notify: (title, body) => void seen.notices.push(`${title}\n${body}`),
      show: () => {},
      quit: () => {},
      today: () => clock.day,
    },
  )
  return { seen, clock, stop, tell: (event: AppEvent) => listeners.forEach((one) => void one(event)) }
}

it('names what is due beside the clock, once a day as a notice, and no record’s title', async () => {
  const items = [due({}), due({ kind: 'task', title: 'Việc riêng', state: 'late' })]
  const { seen, clock, stop, tell } = trayWith(() => ({ ok: true, value: items }))
  await vi.waitFor(() => expect(seen.notices.length).toBe(1))
  expect(seen.tooltip).toBe('Sổ Dữ Liệu: 2 việc đến hạn. 18/12/2026: Báo cáo Mẫu số 08 năm 2026')
  expect(seen.menu.slice(0, 2)).toEqual([
    '18/12/2026: Báo cáo Mẫu số 08 năm 2026',
    '1 nhiệm vụ, việc khác đến hạn',
  ])
  expect(seen.notices.join()).not.toContain('Việc riêng')
  tell({ type: 'status' })
  clock.day = '2026-12-15'
  tell({ type: 'status' })
  await vi.waitFor(() => expect(seen.notices.length).toBe(2))
  stop()
})

it('says that it is locked, and nothing else', async () => {
  const { seen, stop } = trayWith(() => ({ ok: false, error: { code: 'locked' } }))
  await vi.waitFor(() => expect(seen.tooltip).toBe('Sổ Dữ Liệu (đang khóa)'))
  expect(seen.menu).toEqual(['Mở Sổ Dữ Liệu', 'Thoát'])
  expect(seen.notices).toEqual([])
  stop()
})
