// The app in Electron. Composes, and does nothing else: each room is in electron/shell.
import { join, resolve } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  Tray,
  utilityProcess,
} from 'electron'
import { prepareDataFolder } from '../db/dataFolder.ts'
import { sentence } from '../shared/messages/sentence.ts'
import type { Core } from './core/Core.ts'
import { localDay } from './core/localDay.ts'
import { fetchPost } from './core/sync/fetchPost.ts'
import { appPaths } from './shell/appPaths.ts'
import { startCoreHost } from './shell/coreHost.ts'
import { defaultDataDir } from './shell/dataDir.ts'
import { createFileKeystore } from './shell/fileKeystore.ts'
import { openWindow } from './shell/openWindow.ts'
import { hasOsKeystore, osKeystore } from './shell/osKeystore.ts'
import { registerAppScheme, setupAppProtocol } from './shell/setupAppProtocol.ts'
import { setupDownloads } from './shell/setupDownloads.ts'
import { setupFences } from './shell/setupFences.ts'
import { setupIpc } from './shell/setupIpc.ts'
import { setupLock } from './shell/setupLock.ts'
import { setupMenu } from './shell/setupMenu.ts'
import { setupTray } from './shell/setupTray.ts'
import { TRAY_ICON } from './shell/trayIcon.ts'

const dataDir = resolve(app.commandLine.getSwitchValue('data') || defaultDataDir())
const folder = prepareDataFolder(dataDir)
if (!folder.ok) {
  const { code, ...args } = folder.error
  dialog.showErrorBox('Sổ Dữ Liệu', `${sentence(code, args)}\n\n${sentence(code, args, 'en')}`)
  app.exit(1)
}
// One app a data folder: the single-instance lock goes by it.
app.setPath('userData', dataDir)
app.setPath('sessionData', join(dataDir, 'page'))
app.enableSandbox()
registerAppScheme(protocol)

async function startCore(): Promise<Core> {
  const paths = appPaths(app.getAppPath())
  const plain = createFileKeystore(dataDir)
  const isSealed = await hasOsKeystore(safeStorage)
  return startCoreHost({
    fork: utilityProcess.fork,
    corePath: paths.core,
    parserPath: paths.parser,
    start: {
      dataDir,
      keystoreKind: isSealed ? 'os' : 'file',
      version: app.getVersion(),
      autoSyncMinutes: 5,
    },
    keystore: isSealed ? osKeystore(safeStorage, createFileKeystore(dataDir, 'keys-os'), plain) : plain,
    post: fetchPost((input, init) => net.fetch(input instanceof URL ? input.href : input, init)),
  })
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) {
    openWindow({ preload: appPaths(app.getAppPath()).preload, dataDir, withDevTools: !app.isPackaged })
    return
  }
  if (window.isMinimized()) window.restore()
  window.focus()
}

async function main(): Promise<void> {
  app.on('second-instance', showWindow)
  await app.whenReady()
  setupFences(app, session.defaultSession)
  setupAppProtocol(protocol, appPaths(app.getAppPath()).page)
  setupDownloads(session.defaultSession, dataDir, app.getPath('documents'))
  setupMenu()
  const core = await startCore()
  setupIpc(ipcMain, core, () => BrowserWindow.getAllWindows().map((window) => window.webContents))
  setupLock(powerMonitor, core)
  setupTray(core, {
    tray: new Tray(nativeImage.createFromDataURL(TRAY_ICON)),
    menu: (template) => Menu.buildFromTemplate(template),
    notify: (title, body, onClick) => {
      if (!Notification.isSupported()) return
      const notice = new Notification({ title, body })
      notice.on('click', onClick)
      notice.show()
    },
    show: showWindow,
    quit: () => app.quit(),
    today: () => localDay(new Date()),
  })
  let isClosed = false
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (isClosed) return
    // The store is closed first, then the app ends for real.
    event.preventDefault()
    void core.close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
  showWindow()
}

// Not awaited: Electron is ready only once this module has been evaluated, so waiting for it here would wait for ever.
if (app.requestSingleInstanceLock()) main().catch(fail)
else app.quit()

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.stack : 'unknown error')
  dialog.showErrorBox(
    'Sổ Dữ Liệu',
    'Phần mềm không khởi động được. Những gì đã báo “đã lưu” vẫn an toàn. Hãy khởi động lại máy rồi mở lại; nếu vẫn lỗi, gọi bộ phận hỗ trợ.\n\n' +
      'The app could not start. Everything shown as saved is safe. Restart the PC and open it again; if it fails again, call support.',
  )
  app.exit(1)
}
