// Wheels and jumps through the grid of an opened page and says how long row slots stayed empty: a slot is empty when no
// drawn row with a record's values covers it.
import type { Page } from 'playwright-core'

type Slots = { frames: number; longest: number; on: boolean; jumpedAt: number; filledAt: number }

/** Runs in the page. Installs a watch that looks at every visible row slot in every frame. */
export function watchSlots(): void {
  const ROW = 32
  const grid = document.querySelector<HTMLElement>('[role=grid]')!
  const state = { frames: 0, longest: 0, on: false, jumpedAt: 0, filledAt: 0 }
  const emptyFor = new Map<number, number>()
  Object.assign(window, { slots: state })
  function frame(): void {
    requestAnimationFrame(frame)
    const first = Math.ceil(grid.scrollTop / ROW)
    const last = Math.floor((grid.scrollTop + grid.clientHeight - 40) / ROW) - 1
    let empty = 0
    for (let row = first; row <= last; row++) {
      const name = document.getElementById(`cell-${row}-1`)
      const isEmpty = !name || name.textContent === ''
      const frames = isEmpty ? (emptyFor.get(row) ?? 0) + 1 : 0
      emptyFor.set(row, frames)
      if (isEmpty) empty++
      if (state.on) state.longest = Math.max(state.longest, frames)
    }
    for (const row of emptyFor.keys()) if (row < first || row > last) emptyFor.delete(row)
    state.frames++
    if (state.jumpedAt > 0 && state.filledAt === 0 && empty === 0) state.filledAt = performance.now()
  }
  requestAnimationFrame(frame)
}

const readSlots = (page: Page) => page.evaluate(() => ({ ...(window as unknown as { slots: Slots }).slots }))

/** @returns frames looked at, the longest time a slot stayed empty in frames, and the row where the wheel ended */
export async function wheelThrough(
  page: Page,
): Promise<{ readonly frames: number; readonly longest: number; readonly row: number }> {
  await page.evaluate(() =>
    Object.assign((window as unknown as { slots: Slots }).slots, { on: true, longest: 0, frames: 0 }),
  )
  await page.mouse.move(700, 450)
  for (let turn = 0; turn < 150; turn++) {
    await page.mouse.wheel(0, 360)
    await page.waitForTimeout(16)
  }
  for (let turn = 0; turn < 60; turn++) {
    await page.mouse.wheel(0, -360)
    await page.waitForTimeout(16)
  }
  const { frames, longest } = await readSlots(page)
  const position = await page.evaluate(() => document.querySelector('[role=grid]')!.scrollTop)
  return { frames, longest, row: Math.round(position / 32) }
}

/** Jumps of the scroll bar's thumb all over the list. @returns milliseconds until every visible row was there */
export async function jumpThrough(page: Page): Promise<number[]> {
  const times: number[] = []
  for (const part of [0.5, 0.9, 0.1, 0.73, 0.33, 0.999]) {
    await page.evaluate((at) => {
      const grid = document.querySelector('[role=grid]')!
      const slots = (window as unknown as { slots: Slots }).slots
      Object.assign(slots, { on: false, filledAt: 0, jumpedAt: performance.now() })
      grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * at
    }, part)
    await page.waitForFunction(() => (window as unknown as { slots: Slots }).slots.filledAt > 0)
    const slots = await readSlots(page)
    times.push(slots.filledAt - slots.jumpedAt)
    await page.waitForTimeout(120)
  }
  return times
}
