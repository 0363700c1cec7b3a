// What is due, beside the clock: a tooltip, a menu with the next days, and one notice a day. It asks the core, which
// answers only while the registers are open; locked, it says so and names nothing. Titles of records never leave the app.
import type { MenuItemConstructorOptions, Tray } from 'electron'
import type { CalendarItem } from '../../shared/ipc/calendarCalls.ts'
import type { Core } from '../core/Core.ts'

const APP = 'Sổ Dữ Liệu'
const EVERY_MS = 60 * 60_000
/** After a change the tray waits for the last of a run of them. */
const SETTLE_MS = 2_000
const SHOWN = 5
/** Windows cuts a longer tooltip. */
const TOOLTIP_LENGTH = 120

export type TrayPorts = {
  readonly tray: Pick<Tray, 'setToolTip' | 'setContextMenu' | 'on'>
  readonly menu: (template: MenuItemConstructorOptions[]) => Parameters<Tray['setContextMenu']>[0]
  readonly notify: (title: string, body: string, onClick: () => void) => void
  readonly show: () => void
  readonly quit: () => void
  /** The office's own day, `YYYY-MM-DD`. */
  readonly today: () => string
}

/** @returns what stops its clock */
export function setupTray(core: Core, ports: TrayPorts): () => void {
  let told = ''
  let settling: NodeJS.Timeout | null = null

  async function refresh(): Promise<void> {
    const answer = await core.call('calendar.reminders', {})
    // The core has parsed its answer by the contract; a core that is not the app's own answers otherwise.
    const items = answer.ok && Array.isArray(answer.value) ? (answer.value as readonly CalendarItem[]) : null
    const lines = items ? linesOf(items) : []
    ports.tray.setToolTip(tooltipOf(items).slice(0, TOOLTIP_LENGTH))
    ports.tray.setContextMenu(
      ports.menu([
        ...lines.slice(0, SHOWN).map((label) => ({ label, click: ports.show })),
        ...(lines.length > 0 ? [{ type: 'separator' as const }] : []),
        { label: `Mở ${APP}`, click: ports.show },
        { label: 'Thoát', click: ports.quit },
      ]),
    )
    const today = ports.today()
    if (lines.length === 0 || told === today) return
    told = today
    ports.notify(`${APP}: ${items!.length} việc đến hạn`, lines.slice(0, SHOWN).join('\n'), ports.show)
  }

  const soon = (): void => {
    if (settling) clearTimeout(settling)
    settling = setTimeout(() => void refresh(), SETTLE_MS)
  }
  ports.tray.on('click', ports.show)
  const stop = core.subscribe((event) => {
    if (event.type === 'status') void refresh()
    else if (event.type === 'changed') soon()
  })
  const hourly = setInterval(() => void refresh(), EVERY_MS)
  void refresh()
  return () => {
    stop()
    clearInterval(hourly)
    if (settling) clearTimeout(settling)
  }
}

/** Reports by name; the rest, whose titles are the office's own, counted. */
function linesOf(items: readonly CalendarItem[]): string[] {
  const rounds = items.filter(({ kind }) => kind === 'round')
  const others = items.length - rounds.length
  return [
    ...rounds.map(({ title, lastWorkingDay, state }) =>
      state === 'late' ? `Quá hạn: ${title}` : `${inVietnamese(lastWorkingDay)}: ${title}`,
    ),
    ...(others > 0 ? [`${others} nhiệm vụ, việc khác đến hạn`] : []),
  ]
}

function tooltipOf(items: readonly CalendarItem[] | null): string {
  if (items === null) return `${APP} (đang khóa)`
  const [first] = linesOf(items)
  return first ? `${APP}: ${items.length} việc đến hạn. ${first}` : `${APP}: chưa có việc đến hạn`
}

function inVietnamese(iso: string): string {
  return iso.split('-').reverse().join('/')
}
