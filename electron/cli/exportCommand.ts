import { resolve } from 'node:path'
import { reports } from '../../shared/report/reports.ts'
import { type Command, need, refused } from './Command.ts'
import { openCore } from './openCore.ts'

export const exportCommand: Command = async (positionals, flags) => {
  const report = need(positionals[0], `tên báo cáo (${reports.map((r) => r.id).join(', ')})`)
  const path = resolve(need(flags.out, '--out FILE.xlsx|.docx|.pdf|.csv'))
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
