// `submission lock | documents | sign | send`: the way of a report out of the office, from the command line. The same
// refusals as in the app: what was changed since it was printed is not sent.
import { basename, resolve } from 'node:path'
import { formatCode } from '../../shared/bundle/codes.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts'
import { type Command, type Flags, need, readInput, refused, UsageError } from './Command.ts'
import { openCore } from './openCore.ts'

const WAYS = ['line', 'stick', 'mail', 'edoc', 'zalo', 'paper'] as const
const FORMATS = ['pdf', 'docx', 'xlsx', 'pair'] as const

export const submissionCommand: Command = async (positionals, flags) => {
  const [action, target] = positionals
  if (action === 'lock') {
    const round = need(target, 'mã đợt (xem: rounds)')
    return run(flags, 'submissions.lock', { round }, ({ id, contentCode, draft }) =>
      said(`Đã khóa ${id}, mã nội dung ${formatCode(contentCode)}${draft ? ' (DỰ THẢO)' : ''}`),
    )
  }
  if (action === 'documents') {
    const asked = {
      id: need(target, 'mã lần nộp'),
      format: oneOf(FORMATS, flags.format ?? 'pdf', '--format'),
      folder: resolve(need(flags.out, '--out DIR')),
    }
    return run(flags, 'submissions.documents', asked, ({ files, draft }) =>
      said(`${files.map(({ path, name }) => path ?? name).join('\n')}${draft ? '\n(DỰ THẢO)' : ''}`),
    )
  }
  if (action === 'sign') return sign(need(target, 'mã lần nộp'), flags)
  if (action === 'send') {
    const asked = {
      id: need(target, 'mã lần nộp'),
      way: oneOf(WAYS, need(flags.way, `--way ${WAYS.join('|')}`), '--way'),
      ...(flags.reason ? { passedOver: flags.reason } : {}),
    }
    return run(flags, 'submissions.send', asked, ({ state }) => said(`Đã gửi (${state}).`))
  }
  throw new UsageError('Dùng: submission lock | documents | sign | send')
}

function sign(id: string, flags: Flags): Promise<number> {
  const scan = flags.scan ? readInput(flags.scan) : null
  if (scan && !scan.ok) return Promise.resolve(refused(scan.error, flags.json))
  const lines = flags.lines?.split('|').map((line) => line.trim()) ?? []
  const asked = {
    id,
    number: need(flags.number, '--number SỐ/KÝ-HIỆU'),
    signedOn: need(flags.date, '--date YYYY-MM-DD'),
    signer: { lines, name: flags.signer ?? '' },
    ...(scan?.ok ? { scan: { name: basename(flags.scan ?? ''), bytes: scan.value } } : {}),
  }
  return run(flags, 'submissions.sign', asked, ({ number }) => said(`Đã ghi số ${number}`))
}

async function run<N extends CallName>(
  flags: Flags,
  name: N,
  input: CallInput<N>,
  tell: (value: CallOutput<N>) => string,
): Promise<number> {
  const opened = await openCore(flags)
  if (!opened.ok) return refused(opened.error, flags.json)
  try {
    const answer = await opened.value.call(name, input)
    if (!answer.ok) return refused(answer.error, flags.json)
    process.stdout.write(flags.json ? `${JSON.stringify(answer.value)}\n` : tell(answer.value))
    return 0
  } finally {
    await opened.value.close()
  }
}

function said(text: string): string {
  return `${text}\n`
}

function oneOf<T extends string>(allowed: readonly T[], value: string, name: string): T {
  const found = allowed.find((one) => one === value)
  if (!found) throw new UsageError(`${name} là một trong: ${allowed.join(', ')}.`)
  return found
}
