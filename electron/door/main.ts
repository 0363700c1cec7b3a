// Starts the browser door: one core over one data folder, served to one browser on this machine. Composes only.
//   node electron/door/main.ts [--data DIR] [--port N] [--no-open]
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareDataFolder } from '../../db/dataFolder.ts'
import { sentence } from '../../shared/messages/sentence.ts'
import { createCore } from '../core/createCore.ts'
import { fetchPost } from '../core/sync/fetchPost.ts'
import { appVersion } from '../shell/appVersion.ts'
import { defaultDataDir } from '../shell/dataDir.ts'
import { createFileKeystore } from '../shell/fileKeystore.ts'
import { openBrowser } from './openBrowser.ts'
import { startDoor } from './startDoor.ts'

const root = join(import.meta.dirname, '..', '..')

const sentences = {
  'port-taken': (port: number) =>
    `Cổng ${port} đang có chương trình khác dùng. Dữ liệu vẫn an toàn. Bỏ --port để phần mềm tự chọn cổng, hoặc chọn số khác.\n` +
    `Port ${port} is in use by another program. Your data is safe. Leave --port out, or choose another number.`,
  'port-forbidden': (port: number) =>
    `Tài khoản này không được mở cổng ${port}. Dữ liệu vẫn an toàn. Chọn cổng từ 1024 trở lên, hoặc bỏ --port.\n` +
    `This account may not open port ${port}. Your data is safe. Choose a port from 1024 up, or leave --port out.`,
  'bad-port': () => '--port phải là số từ 1 đến 65535. / --port takes a number from 1 to 65535.',
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
    },
  })
  const port = values.port === undefined ? 0 : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(sentences['bad-port']())
    return 2
  }
  const dataDir = resolve(values.data ?? defaultDataDir())
  const folder = prepareDataFolder(dataDir)
  if (!folder.ok) {
    const { code, ...args } = folder.error
    console.error(`${sentence(code, args)}\n${sentence(code, args, 'en')}`)
    return 1
  }
  const core = createCore({
    dataDir,
    keystore: createFileKeystore(dataDir),
    keystoreKind: 'file',
    door: 'browser',
    version: appVersion(),
    post: fetchPost(fetch),
    now: Date.now,
    autoSyncMinutes: 5,
  })
  const door = await startDoor({ core, pageDir: join(root, 'out', 'app', 'office'), port })
  if (!door.ok) {
    await core.close()
    console.error(sentences[door.error.code](door.error.args.port))
    return 1
  }
  console.log('Mở địa chỉ này trong trình duyệt / Open this address in a browser:')
  console.log(`\n  ${door.value.address}\n`)
  console.log(`Dữ liệu / Data: ${dataDir}`)
  console.log(
    'Nhấn Ctrl+C để dừng; những gì đã báo “đã lưu” vẫn an toàn. / Ctrl+C stops; what was shown as saved is safe.',
  )
  const stopped = untilStopped()
  if (!values['no-open'] && (await openBrowser(door.value.address))) {
    console.log('Đã mở trình duyệt. / The browser was opened.')
  }
  await stopped
  await door.value.close()
  await core.close()
  if (process.connected) process.disconnect()
  console.log('Đã dừng. / Stopped.')
  return 0
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    // Started by `npm start`: when that is gone, nobody could stop this one any more.
    process.once('disconnect', () => resolve())
  })
}

process.exitCode = await main()
