// `npm run demo`: the whole main job without a window, on sample input, against a province that it starts itself and a
// line that it cuts. One line a step, then one line of JSON; every figure is counted from what happened.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Core } from '../../electron/core/Core.ts'
import { createCore } from '../../electron/core/createCore.ts'
import { fetchPost } from '../../electron/core/sync/fetchPost.ts'
import { appVersion } from '../../electron/shell/appVersion.ts'
import { createFileKeystore } from '../../electron/shell/fileKeystore.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts'
import { CATALOGUE } from '../../shared/sample/catalogue.ts'
import { startCuttingProxy } from '../line/cuttingProxy.ts'
import { DemoProvince } from './DemoProvince.ts'
import { writeSampleWorkbook } from './sampleWorkbook.ts'

const PIN = 'mau-2468'
const CUTS = 12
const OUT = join(import.meta.dirname, '../../out/demo')

let stepNumber = 0
const startedAt = performance.now()

function step(text: string, file?: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)
  process.stdout.write(
    `${String(++stepNumber).padStart(2)}. [${seconds} s] ${text}${file ? `\n              → ${file}` : ''}\n`,
  )
}

/** A call that must succeed: the demo has no other way on. */
async function call<N extends CallName>(core: Core, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await core.call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value as CallOutput<N>
}

function officeCore(dataDir: string): Core {
  return createCore({
    dataDir,
    keystore: createFileKeystore(dataDir),
    keystoreKind: 'file',
    door: 'browser',
    version: appVersion(),
    post: fetchPost(fetch),
    now: Date.now,
    autoSyncMinutes: 0,
  })
}

async function demo(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const work = mkdtempSync(join(tmpdir(), 'sdl-demo-'))
  const files: Record<string, string> = {}
  const province = await DemoProvince.start(join(work, 'province'))
  const proxy = await startCuttingProxy({
    port: province.port,
    seed: 20261121,
    maxBytes: 900,
    cuts: 0,
  })
  const core = officeCore(join(work, 'office'))
  try {
    step(`Máy chủ của tỉnh chạy tại ${province.url} (PostgreSQL riêng)`)
    const pack = await province.newOffice(proxy.url, CATALOGUE)
    files.pack = join(OUT, 'goi-co-quan.sdl')
    writeFileSync(files.pack, pack)
    step('Tỉnh lập gói cơ quan cho xã, có niêm phong', files.pack)

    const preview = await call(core, 'setup.readPack', { bytes: pack })
    const { recoveryCode } = await call(core, 'setup.create', {
      office: preview.office,
      userName: 'Cán bộ mẫu',
      pin: PIN,
      pack,
      sample: false,
    })
    step(
      `Cán bộ thiết lập sổ cho “${preview.office.name}”; mã khôi phục ${recoveryCode.length} ký tự, in một lần`,
    )

    files.list = join(OUT, 'danh-sach-csdl-cu.xlsx')
    writeSampleWorkbook(files.list)
    const opened = await call(core, 'import.open', {
      register: 'database',
      name: basename(files.list),
      path: files.list,
    })
    const sheet = opened.sheets[opened.best]
    if (!sheet) throw new Error('the sample workbook has a sheet')
    const planned = await call(core, 'import.plan', { importId: opened.importId, sheet: sheet.name })
    step(
      `Đọc Excel: tiêu đề ở dòng ${planned.headerRows?.join('–')}, ${planned.columns.filter((c) => c.field).length} cột nhận ra; bỏ qua ${planned.skipped.length} dòng`,
      files.list,
    )
    const { counts } = await call(core, 'import.commit', { importId: opened.importId })
    const marked = await call(core, 'import.marked', { importId: opened.importId })
    files.marked = join(OUT, marked.name)
    writeFileSync(files.marked, marked.bytes)
    step(
      `Nhập ${counts.new} dòng thành một bước hoàn tác; ${counts.parked} dòng chờ sửa, trả lại tệp có đánh dấu ô lỗi`,
      files.marked,
    )

    const taken = await completeOffline(core)
    step(
      `Làm tiếp không cần mạng: chọn ${taken} hệ thống của bộ, tỉnh từ danh sách; sửa một dòng chờ; thêm đầu mối`,
    )

    files.report = join(OUT, 'danh-muc-csdl.xlsx')
    const report = await call(core, 'export.report', { report: 'database-list', path: files.report })
    step(
      `Xuất danh mục theo Nghị định 30/2020: ${report.rows} dòng${report.draft ? ', DỰ THẢO vì còn chỗ trống' : ''}`,
      files.report,
    )

    const period = String(new Date().getFullYear())
    const handed = await call(core, 'handin.make', { register: 'database', period })
    step(`Gửi danh sách cho tỉnh: ${handed.count} CSDL, mã nội dung ${handed.contentCode}; đang “chờ gửi”`)

    await call(core, 'sync.now', {})
    const { code } = await call(core, 'enrol.request', {})
    await syncUntil(core, 'waiting')
    await province.approve(code)
    step(`Cán bộ đọc mã ${code} qua điện thoại; tỉnh đối chiếu và duyệt máy`)

    proxy.arm(CUTS)
    const tries = await syncUntil(core, 'idle')
    const details = await call(core, 'sync.details', {})
    const bundleBytes = details.bundles.reduce((sum, bundle) => sum + bundle.bytes, 0)
    const receipts = details.bundles.filter((bundle) => bundle.receiptCode !== null)
    step(
      `Gửi qua đường truyền bị cắt ${proxy.cuts()} lần: sau ${tries} lần thử, ${receipts.length} gói (${bundleBytes} byte) có phiếu xác nhận ${receipts.at(-1)?.receiptCode}`,
    )

    const returned = await province.returnOne(handed.id)
    await syncUntil(core, 'idle')
    const remarks = await call(core, 'remarks.list', { open: true })
    step(
      `Tỉnh trả lại ${returned} bản ghi, kèm ${remarks.length} ý kiến gắn vào trường: “${remarks[0]?.text}”`,
    )

    await answerRemarks(core)
    const again = await call(core, 'handin.make', { register: 'database', period })
    files.bundle = join(OUT, 'mang-di-usb.sdl')
    await call(core, 'bundle.toFile', { path: files.bundle })
    step(`Sửa theo ý kiến, gửi lại (mã nội dung ${again.contentCode}), lần này ghi ra USB`, files.bundle)

    const reply = await province.takeFileAndAccept(new Uint8Array(readFileSync(files.bundle)), again.id)
    files.reply = join(OUT, reply.name)
    writeFileSync(files.reply, reply.bytes)
    step(`Tỉnh nhận tệp, chấp nhận ${reply.accepted} bản ghi, ghi tệp trả lời`, files.reply)
    const applied = await call(core, 'reply.fromFile', { bytes: new Uint8Array(readFileSync(files.reply)) })
    const final = (await call(core, 'handin.list', {})).find((handin) => handin.id === again.id)
    step(
      `Cán bộ mở tệp trả lời: ${applied.receipts} phiếu xác nhận; danh mục đã “${final?.state === 'accepted' ? 'Chấp nhận' : final?.state}”`,
    )

    const finalDetails = await call(core, 'sync.details', {})
    const summary = {
      imported: counts.new,
      parked: counts.parked,
      bundleBytes,
      cuts: proxy.cuts(),
      receipts: finalDetails.bundles.filter((bundle) => bundle.receiptCode !== null).length,
      returned,
      accepted: final?.accepted ?? 0,
      files,
    }
    process.stdout.write(`${JSON.stringify(summary)}\n`)
  } finally {
    await core.close()
    await proxy.close()
    await province.close()
    rmSync(work, { recursive: true, force: true })
  }
}

/** What an officer does next without a line: systems from the list, one parked row mended, the focal point. */
async function completeOffline(core: Core): Promise<number> {
  const offered = await call(core, 'catalogue.list', { search: '' })
  const codes = offered
    .filter((entry) => entry.register === 'database' && !entry.taken)
    .slice(0, 5)
    .map((entry) => entry.code)
  const { ids } = await call(core, 'catalogue.take', { codes, role: 'nhap_cap_nhat' })
  const [parked] = await call(core, 'parked.list', {})
  if (parked) {
    const values = Object.fromEntries(Object.entries(parked.values).filter(([, value]) => value !== null))
    await call(core, 'parked.accept', {
      id: parked.id,
      values: { ...values, name: values.name ?? 'Sổ theo dõi hộ nghèo, hộ cận nghèo' },
    })
  }
  const set = {
    fullName: 'Nguyễn Thị Mẫu',
    position: 'Công chức Văn hóa - Xã hội',
    phone: '0912000111',
    email: 'mau@xamau.gov.vn',
  }
  await call(core, 'records.save', { register: 'focal-point', id: null, set })
  return ids.length
}

async function answerRemarks(core: Core): Promise<void> {
  for (const remark of await call(core, 'remarks.list', { open: true })) {
    const set = {
      [remark.field ?? 'note']: 'Phục vụ quản lý nhà nước trên địa bàn xã; đã bổ sung theo ý kiến của tỉnh.',
    }
    await call(core, 'records.save', { register: remark.register, id: remark.recordId, set })
    await call(core, 'remarks.answer', { id: remark.id, answer: 'Đã bổ sung.' })
  }
}

/** Presses the button again after every cut, as an officer would. */
async function syncUntil(core: Core, phase: 'idle' | 'waiting'): Promise<number> {
  for (let tries = 1; tries <= 60; tries++) {
    const status = await call(core, 'sync.now', {})
    if (status.phase === phase) return tries
    if (status.phase === 'refused') throw new Error(`sync refused: ${status.message}`)
  }
  throw new Error(`the sync never came to ${phase}`)
}

await demo()
