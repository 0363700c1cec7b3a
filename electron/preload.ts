// The page's one handle on the app: two functions, no logic, no Electron object. Sandboxed, so bundled into one file.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { AppEvent } from '../shared/ipc/contract.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from './shell/channels.ts'

contextBridge.exposeInMainWorld('sdl', {
  call: (name: string, input: unknown) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  subscribe: (listener: (event: AppEvent) => void) => {
    const relay = (_event: IpcRendererEvent, event: AppEvent): void => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, relay)
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, relay)
    }
  },
})
