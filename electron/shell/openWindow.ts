// The app's one window: sandboxed, isolated, where it stood last, shown when its first picture is ready.
import { BrowserWindow, screen } from 'electron'
import { PAGE_ADDRESS } from './pageAddress.ts'
import { readShellState, type ShellState, writeShellState } from './shellState.ts'

const DEFAULT_SIZE = { width: 1280, height: 720 }
const SMALLEST = { minWidth: 900, minHeight: 560 }

/** A place that lies on a screen that is still there; a window kept on an unplugged screen would be out of reach. */
function usableBounds(bounds: ShellState['bounds']): ShellState['bounds'] {
  if (bounds === undefined) return undefined
  const area = screen.getDisplayMatching(bounds).workArea
  const isReachable =
    bounds.x < area.x + area.width - 100 &&
    bounds.x + bounds.width > area.x + 100 &&
    bounds.y >= area.y - 10 &&
    bounds.y < area.y + area.height - 50
  return isReachable ? bounds : undefined
}

/**
 * @param options.preload the bundled preload
 * @param options.dataDir where the window's place is remembered
 * @param options.withDevTools only outside a packaged app
 */
export function openWindow(options: {
  readonly preload: string
  readonly dataDir: string
  readonly withDevTools: boolean
}): BrowserWindow {
  const state = readShellState(options.dataDir)
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...SMALLEST,
    ...usableBounds(state.bounds),
    title: 'Sổ Dữ Liệu',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spell checker would fetch its dictionaries from the network.
      spellcheck: false,
      devTools: options.withDevTools,
    },
  })
  if (state.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeShellState(options.dataDir, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  })
  void window.loadURL(PAGE_ADDRESS)
  return window
}
