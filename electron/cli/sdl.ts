// The command-line door for a province's IT staff: the same use cases, rules and errors as the app.
// Exit codes: 0 done, 1 refused or found wrong (the sentence says why), 2 the command itself is wrong.
import { parseArgs } from 'node:util'
import { bundleCommand } from './bundleCommand.ts'
import { type Command, type Flags, UsageError } from './Command.ts'
import { exportCommand } from './exportCommand.ts'
import { importCommand } from './importCommand.ts'
import { registersCommand } from './registersCommand.ts'
import { replyCommand } from './replyCommand.ts'
import { roundsCommand } from './roundsCommand.ts'
import { serverCommand } from './serverCommand.ts'
import { submissionCommand } from './submissionCommand.ts'

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  export: exportCommand,
  bundle: bundleCommand,
  reply: replyCommand,
  rounds: roundsCommand,
  submission: submissionCommand,
  server: serverCommand,
  registers: registersCommand,
}

const USAGE = `npm run sdl -- <lệnh>
  import FILE --register R [--sheet S] [--dry-run] [--yes] [--json]   nhập bảng tính (.xlsx .xls .ods .csv); --yes: nhận cả cột đoán chưa chắc
  export REPORT --out FILE                                    xuất danh mục theo mẫu
  bundle make --out FILE                                      ghi gói dữ liệu gửi tỉnh ra tệp
  bundle inspect FILE [--identity FILE]                       xem gói (tệp mã hóa cho tỉnh: khóa age của tỉnh)
  bundle verify FILE --key HEX [--identity FILE]              kiểm tra niêm phong bằng khóa công khai của máy
  reply apply FILE                                            nhận tệp trả lời của tỉnh
  rounds [--json]                                             các đợt báo cáo, hạn và tình trạng
  submission lock ĐỢT                                         khóa danh sách của đợt để in, ký
  submission documents LẦN --out DIR [--format pdf|docx|xlsx|pair]   văn bản và phụ lục
  submission sign LẦN --number SỐ --date YYYY-MM-DD [--signer TÊN]
         [--lines "KT. CHỦ TỊCH|PHÓ CHỦ TỊCH"] [--scan FILE]  ghi số, ngày, người ký
  submission send LẦN --way line|stick|mail|edoc|zalo|paper   gửi
         [--reason LÝ_DO]
  server [--port N] [--host ĐỊA_CHỈ] [--data DIR] [--name TÊN]
         [--public-url URL] [--key-file TỆP] [--setup]        chạy máy chủ của tỉnh
  registers --json                                            các sổ và trường của chúng
Lệnh cần sổ: --data DIR --user TÊN --pin-file FILE (không có --pin-file thì hỏi mã PIN).
`

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  const command = name === undefined ? undefined : Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    process.stderr.write(USAGE)
    return name === 'help' || name === '--help' ? 0 : 2
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      allowPositionals: true,
      strict: true,
      options: {
        register: { type: 'string' },
        sheet: { type: 'string' },
        out: { type: 'string' },
        data: { type: 'string' },
        user: { type: 'string' },
        'pin-file': { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        name: { type: 'string' },
        'public-url': { type: 'string' },
        'key-file': { type: 'string' },
        setup: { type: 'boolean' },
        key: { type: 'string' },
        identity: { type: 'string' },
        format: { type: 'string' },
        way: { type: 'string' },
        reason: { type: 'string' },
        number: { type: 'string' },
        date: { type: 'string' },
        signer: { type: 'string' },
        lines: { type: 'string' },
        scan: { type: 'string' },
        'dry-run': { type: 'boolean' },
        yes: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
    return await command(positionals, values satisfies Flags)
  } catch (thrown) {
    const usage = thrown instanceof UsageError || (thrown instanceof TypeError && 'code' in thrown)
    if (!usage) throw thrown
    process.stderr.write(`${(thrown as Error).message}\n${USAGE}`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
