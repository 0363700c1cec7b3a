// A planned import becomes records: its good rows as one undo step, the rest parked beside it.
import type { Edit } from '../../db/OfficeStore.ts'
import type { ImportSession } from '../import/importSession.ts'
import { type CoreContext, openSession } from './CoreContext.ts'
import { commitEdits } from './recordCalls.ts'
import { withUnitRecords } from './unitRecords.ts'

/**
 * @param importId kept with the parked rows
 * @param how.label of the undo step; default names the file
 * @param how.change each row's edit before it is written
 * @param how.also edits of the same step
 */
export function takeIn(
  context: CoreContext,
  session: ImportSession,
  importId: string,
  how: {
    readonly label?: string
    readonly change?: (edit: Edit) => Edit
    readonly also?: readonly Edit[]
  } = {},
): void {
  const { store } = openSession(context)
  store.transaction(() => {
    const edits = how.change ? session.toEdits().map(how.change) : session.toEdits()
    const label = how.label ?? `Nhập “${session.workbook.name}” (${edits.length} dòng)`
    const linked = [...withUnitRecords(store, edits), ...(how.also ?? [])]
    const committed = linked.length > 0 ? commitEdits(context, linked, 'import', label) : null
    store.park(session.toParked(importId), committed && committed.changes > 0 ? committed.group : null)
  })
}
