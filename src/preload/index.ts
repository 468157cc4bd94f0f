import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, bridgeName, channels } from '../shared/bridge'

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(channels.request, name, input),
  onEvent(listener) {
    const forward = (_event: unknown, ...[name, payload]: Parameters<typeof listener>) =>
      listener(name, payload)
    ipcRenderer.on(channels.event, forward)
    return () => {
      ipcRenderer.off(channels.event, forward)
    }
  },
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
