import { contextBridge, ipcRenderer } from 'electron'
import {
  type Bridge,
  bridgeName,
  channels,
  localeArgument,
  localeName,
  type TerminalPortMessage,
} from '../shared/bridge'

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
contextBridge.exposeInMainWorld(
  localeName,
  process.argv.find((word) => word.startsWith(localeArgument))?.slice(localeArgument.length),
)

// A port cannot cross the context bridge; the page gets it as a message to itself.
ipcRenderer.on(channels.port, ({ ports }, id: string) => {
  window.postMessage({ type: 'terminal.port', id } satisfies TerminalPortMessage, window.location.origin, [
    ...ports,
  ])
})
