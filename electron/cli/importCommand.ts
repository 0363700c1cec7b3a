// `import FILE --register R`: the dry run needs no store; without --dry-run the good rows go into the office's own store
// as one undo step and the bad ones are parked, as in the app. Nobody looks at the columns here: a guess that is not sure is
// taken only with --yes.
import { basename, resolve } from 'node:path'
import { SURE_FROM } from '../../shared/excel/proposeColumns.ts'
import type { DryRow } from '../../shared/ipc/contract.ts'
import type { ImportCounts } from '../../shared/ipc/parts.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { dryRun } from '../import/dryRun.ts'
import { type Command, type Flags, need, refused, UsageError } from './Command.ts'
import { openCore } from './openCore.ts'

export const importCommand: Command = async (positionals, flags) => {
  const path = resolve(need(positionals[0], 'FILE'))
  const id = need(flags.register, '--register R')
  const register = registerOf(id)
  if (!register || register.system) throw new UsageError(`Không có sổ “${id}”. Xem: npm run sdl -- registers`)
  return flags['dry-run'] ? planOnly(path, id, flags) : importInto(path, id, flags)
}

async function planOnly(path: string, id: string, flags: Flags): Promise<number> {
  const register = registerOf(id)
  if (!register) throw new Error('the register was looked up before')
  const planned = await dryRun({ path }, basename(path), { register, sheet: flags.sheet })
  if (!planned.ok) return refused(planned.error, flags.json)
  const { sheets, counts } = planned.value
  if (flags.json) {
    const shown = sheets.map(({ name, headerRows, columns, rows, skipped }) => ({
      name,
      headerRows,
      columns: columns.map(({ header, field, confidence }) => ({ header, field, confidence })),
      rows: rows.map(rowAsJson),
      skipped,
    }))
    process.stdout.write(`${JSON.stringify({ sheets: shown, counts })}\n`)
    return 0
  }
  for (const sheet of sheets) {
    if (!sheet.headerRows) continue
    process.stdout.write(`Trang “${sheet.name}”, tiêu đề ở dòng ${sheet.headerRows.join('–')}\n`)
    for (const column of sheet.columns) {
      const sure = column.field && column.confidence < SURE_FROM ? ' (chưa chắc)' : ''
      process.stdout.write(`  ${column.header.replace(/\s+/g, ' ')} → ${column.field ?? '(bỏ qua)'}${sure}\n`)
    }
    for (const row of sheet.rows) {
      for (const problem of row.problems) process.stdout.write(`  ${problem.cell}: ${problem.message}\n`)
    }
  }
  process.stdout.write(
    `Mới ${counts.new}, thay đổi ${changedText(counts)}, giữ nguyên ${counts.same}, chờ sửa ${counts.parked}, bỏ qua ${counts.skipped}. Chưa lưu gì.\n`,
  )
  return 0
}

function rowAsJson({ row, status, values, problems }: DryRow) {
  const cells = problems.map(({ cell, rule, message }) => ({ cell, rule, message }))
  return { row, status, values, problems: cells }
}

/** Changes to accepted records are not written: they wait to be taken in one by one. */
function changedText({ changed, proposed = 0 }: ImportCounts): string {
  return proposed > 0 ? `${changed} (${proposed} chờ nhận, vì tỉnh đã chấp nhận bản ghi)` : String(changed)
}

async function importInto(path: string, register: string, flags: Flags): Promise<number> {
  const core = await openCore(flags)
  if (!core.ok) return refused(core.error, flags.json)
  const { call, close } = core.value
  try {
    const opened = await call('import.open', { register, name: basename(path), path })
    if (!opened.ok) return refused(opened.error, flags.json)
    const { importId, sheets, best } = opened.value
    const sheet = flags.sheet ?? sheets[best]?.name ?? ''
    const planned = await call('import.plan', { importId, sheet })
    if (!planned.ok) return refused(planned.error, flags.json)
    const unsure = planned.value.columns.filter((column) => column.field && column.confidence < SURE_FROM)
    if (unsure.length > 0 && !flags.yes) {
      const columns = unsure
        .map(({ header, field }) => `“${header.replace(/\s+/g, ' ')}” → ${field}`)
        .join('; ')
      return refused({ code: 'import-unsure', args: { columns } }, flags.json)
    }
    const committed = await call('import.commit', { importId })
    if (!committed.ok) return refused(committed.error, flags.json)
    const { counts } = committed.value
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ counts })}\n`
        : `Đã nhập: mới ${counts.new}, thay đổi ${changedText(counts)}, giữ nguyên ${counts.same}; chờ sửa ${counts.parked}, bỏ qua ${counts.skipped}.\n`,
    )
    return 0
  } finally {
    await close()
  }
}
