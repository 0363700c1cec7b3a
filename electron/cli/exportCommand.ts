import { resolve } from 'node:path'
import { type Command, need, refused } from './Command.ts'
import { openCore } from './openCore.ts'

export const exportCommand: Command = async (positionals, flags) => {
  const report = need(positionals[0], 'tên danh mục (database-list, open-data-list, focal-point-list)')
  const path = resolve(need(flags.out, '--out FILE'))
  const opened = await openCore(flags)
  if (!opened.ok) return refused(opened.error, flags.json)
  try {
    const written = await opened.value.call('export.report', { report, path })
    if (!written.ok) return refused(written.error, flags.json)
    const { rows, draft } = written.value
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ path, rows, draft })}\n`
        : `Đã xuất ${rows} dòng${draft ? ' (DỰ THẢO)' : ''}: ${path}\n`,
    )
    return 0
  } finally {
    await opened.value.close()
  }
}
