// "Dùng thử với dữ liệu mẫu": believable records in every register, each wave after the records that it names.
import { resolveLinks } from '../../shared/sample/record.ts'
import { sampleWaves } from '../../shared/sample/sample.ts'
import { type CoreContext, openSession } from './CoreContext.ts'
import { commitEdits } from './recordCalls.ts'

/** Fills the new store; all or nothing. */
export function takeSample(context: CoreContext): void {
  const ids = new Map<string, string>()
  openSession(context).store.transaction(() => {
    for (const wave of sampleWaves) {
      const edits = wave.map((record) => ({
        id: null,
        register: record.register,
        set: resolveLinks(record, (key) => ids.get(key) ?? null),
      }))
      const saved = commitEdits(context, edits, 'sample', 'Dữ liệu mẫu').ids
      for (const [index, record] of wave.entries()) ids.set(record.key, saved[index] ?? '')
    }
  })
}
