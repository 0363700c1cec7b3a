import type { Round } from '../../shared/ipc/roundCalls.ts'
import { displayDate } from '../../shared/registers/displayValue.ts'
import { registerOf } from '../../shared/registers/registry.ts'
import { type Command, refused, UsageError } from './Command.ts'
import { openCore } from './openCore.ts'

/** `rounds [--json]`: what is asked of the office, the most urgent first. */
export const roundsCommand: Command = async (positionals, flags) => {
  if (positionals.length > 0) throw new UsageError('Lệnh rounds không nhận tham số.')
  const opened = await openCore(flags)
  if (!opened.ok) return refused(opened.error, flags.json)
  try {
    const listed = await opened.value.call('rounds.list', {})
    if (!listed.ok) return refused(listed.error, flags.json)
    process.stdout.write(
      flags.json ? `${JSON.stringify({ rounds: listed.value })}\n` : listed.value.map(lineOf).join(''),
    )
    return 0
  } finally {
    await opened.value.close()
  }
}

const STATES: Record<Round['state'], string> = {
  open: 'chưa khóa',
  locked: 'chờ ký',
  reprint: 'in lại',
  signed: 'đã ký',
  queued: 'chờ gửi',
  sent: 'đã gửi',
  received: 'tỉnh đã nhận',
  returned: 'trả lại',
  accepted: 'chấp nhận',
}
const URGENCY: Record<Round['urgency'], string> = { none: '', soon: ', sắp đến hạn', late: ', QUÁ HẠN' }

function lineOf(round: Round): string {
  const due = round.lastWorkingDay ? `hạn ${displayDate(round.lastWorkingDay)}` : 'không có hạn'
  const lists = round.items.map(
    ({ register, count, nil, errors }) =>
      `    ${registerOf(register)?.label.vi ?? register}: ${nil ? 'không phát sinh' : `${count} bản ghi`}, ${errors} lỗi\n`,
  )
  return `${round.id}\n  ${round.name} (${due}${URGENCY[round.urgency]}; ${STATES[round.state]})\n${lists.join('')}`
}
