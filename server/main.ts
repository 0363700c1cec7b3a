// `npm run server`: starts the province and says in Vietnamese where to sign in. Composes and does nothing else.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sentence } from '../shared/messages/sentence.ts'
import { UNNAMED } from './provinceName.ts'
import { type ProvinceOptions, startProvince } from './startProvince.ts'

const DEFAULT_PORT = 4701

const HELP = `Máy chủ Sổ Dữ Liệu của tỉnh

  npm run server -- [tùy chọn]

  --port N          cổng (mặc định ${DEFAULT_PORT})
  --host ĐỊA_CHỈ    địa chỉ lắng nghe (mặc định 127.0.0.1; 0.0.0.0 để các cơ quan kết nối thẳng)
  --data THƯ_MỤC    thư mục dữ liệu
  --name TÊN        tên tỉnh; tên mới được lưu, gói thiết lập cấp từ đó mang tên mới
  --public-url URL  địa chỉ các cơ quan dùng, khi có proxy đứng trước
  --key-file TỆP    tệp khóa niêm phong khóa của tỉnh
  --setup           chỉ tạo dữ liệu lần đầu, in mật khẩu quản trị rồi dừng

  DATABASE_URL      dùng PostgreSQL của tỉnh thay cho bản đi kèm
`

function readOptions():
  | (ProvinceOptions & { readonly setupOnly: boolean })
  | 'help'
  | { readonly bad: string } {
  let values: ReturnType<typeof parse>
  try {
    values = parse()
  } catch (error) {
    return { bad: error instanceof Error ? (/'(-[^']*)'/.exec(error.message)?.[1] ?? error.message) : '' }
  }
  if (values.help) return 'help'
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return { bad: `--port ${values.port}` }
  if (values['public-url'] && !URL.canParse(values['public-url']))
    return { bad: `--public-url ${values['public-url']}` }
  const databaseUrl = process.env.DATABASE_URL
  return {
    dataDir: values.data ?? defaultDataDir(),
    port,
    setupOnly: values.setup ?? false,
    ...(values.host ? { host: values.host } : {}),
    ...(values.name ? { name: values.name } : {}),
    ...(values['public-url'] ? { publicUrl: values['public-url'].replace(/\/+$/, '') } : {}),
    ...(values['key-file'] ? { keyFile: values['key-file'] } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
  }
}

function parse() {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  return parseArgs({
    options: {
      port: text,
      host: text,
      data: text,
      name: text,
      'public-url': text,
      'key-file': text,
      setup: flag,
      help: flag,
    },
  }).values
}

function defaultDataDir(): string {
  const base = process.env.XDG_DATA_HOME ?? process.env.LOCALAPPDATA ?? join(homedir(), '.local', 'share')
  return join(base, 'so-du-lieu-province')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function main(): Promise<void> {
  const options = readOptions()
  if (options === 'help') return say(HELP)
  if ('bad' in options) return fail('bad-option', { option: options.bad })
  const started = await startProvince(options)
  if (!started.ok) {
    const { code, ...args } = started.error
    fail(code, args as Record<string, string | number>)
    if ('log' in started.error) process.stderr.write(`${started.error.log}\n`)
    return
  }
  const { url, name, firstAdmin, close } = started.value
  say(`Máy chủ của ${name} đang chạy.`)
  if (name === UNNAMED) say('  Đặt tên tỉnh:   ở mục Thiết lập của trang quản lý, hoặc chạy lại với --name')
  say(`  Trang quản lý:  ${url}/`)
  if (firstAdmin) {
    say(`  Đăng nhập:      ${firstAdmin.login}`)
    say(`  Mật khẩu:       ${firstAdmin.password}   (dùng một lần; phải đổi khi đăng nhập, sẽ không in lại)`)
  }
  say(`  Dữ liệu:        ${options.databaseUrl ? 'PostgreSQL theo DATABASE_URL' : options.dataDir}`)
  say(
    `  Hãy sao lưu riêng tệp khóa ${options.keyFile ?? join(options.dataDir, 'province.key')}: mất tệp này thì không niêm phong được phản hồi.`,
  )
  if (options.setupOnly) return close()
  say('Nhấn Ctrl+C để dừng.')
  let isClosing = false
  const stop = () => {
    // A second Ctrl+C ends at once: what was acknowledged is on the disk.
    if (isClosing) process.exit(1)
    isClosing = true
    say('Đang dừng…')
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function fail(code: string, args: Readonly<Record<string, string | number>>): void {
  process.stderr.write(`${sentence(code, args)}\n`)
  process.exitCode = 1
}

await main()
