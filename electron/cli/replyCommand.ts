import { type Command, need, readInput, refused, UsageError } from './Command.ts'
import { openCore } from './openCore.ts'

export const replyCommand: Command = async (positionals, flags) => {
  if (positionals[0] !== 'apply') throw new UsageError('Dùng: reply apply FILE')
  const bytes = readInput(need(positionals[1], 'FILE'))
  if (!bytes.ok) return refused(bytes.error, flags.json)
  const opened = await openCore(flags)
  if (!opened.ok) return refused(opened.error, flags.json)
  try {
    const applied = await opened.value.call('reply.fromFile', { bytes: bytes.value })
    if (!applied.ok) return refused(applied.error, flags.json)
    const { receipts, remarks, changes } = applied.value
    process.stdout.write(
      flags.json
        ? `${JSON.stringify(applied.value)}\n`
        : `Đã nhận: ${receipts} phiếu xác nhận, ${remarks} ý kiến, ${changes} thay đổi.\n`,
    )
    return 0
  } finally {
    await opened.value.close()
  }
}
