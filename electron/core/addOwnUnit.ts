// A new office finds itself in its list of agencies.
import { type CoreContext, officeOf, openSession } from './CoreContext.ts'
import { commitEdits } from './recordCalls.ts'
import { officeUnit } from './unitRecords.ts'

/**
 * Makes the office's own unit record, once, at set-up. An office that came with a province's pack may have another PC
 * that has made it already: there it is offered where an agency is named, and made when it is chosen.
 */
export function addOwnUnit(context: CoreContext): void {
  const set = officeUnit(officeOf(openSession(context).store))
  commitEdits(context, [{ id: null, register: 'unit', set }], 'setup', 'Thiết lập sổ')
}
