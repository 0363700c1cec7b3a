// "Dùng thử với dữ liệu mẫu": believable records in every register, taken in as one undo step.
import type { CoreContext } from './CoreContext.ts'

export function takeSample(_context: CoreContext): void {
  throw new Error('not yet')
}
