import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import { type Handler, platform } from './platform.ts'

// The parts of Electron that need no page: what would be seen or heard on a desktop happens nowhere.

let copied = ''

export const clipboard = {
  readText: async (): Promise<string> => copied,
  async writeText(text: string): Promise<void> {
    copied = text
  },
  clear(): void {
    copied = ''
  },
}

export const dialog = {
  showErrorBox: (title: string, content: string): void => void process.stderr.write(`${title}: ${content}\n`),
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
}

export const shell = {
  openExternal: async (): Promise<void> => {},
  showItemInFolder: (): void => {},
}

export const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel: string, handler: Handler): void => void platform.handlers.set(channel, handler),
})

export const globalShortcut = { register: (): boolean => true, unregister: (): void => {} }

export const powerMonitor = new EventEmitter()

const area = { x: 0, y: 0, width: 1920, height: 1080 }
const display = { id: 1, bounds: area, workArea: area, scaleFactor: 1 }

export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
})

class NativeImage {
  addRepresentation(): void {}
  setTemplateImage(): void {}
}

export const nativeImage = { createFromDataURL: (): NativeImage => new NativeImage() }

export class Menu {
  readonly items = []

  static setApplicationMenu(): void {}
  static buildFromTemplate(): Menu {
    return new Menu()
  }
}

export class Tray extends EventEmitter {
  setImage(): void {}
  setToolTip(): void {}
  setContextMenu(): void {}
  destroy(): void {}
}

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true
  }

  show(): void {}

  close(): void {
    this.emit('close')
  }
}

/** The real program of this process: `process.execPath` is what starts the stand-in. */
const node = '/proc/self/exe'

class UtilityProcess extends EventEmitter {
  readonly #child

  constructor(file: string, args: string[]) {
    super()
    this.#child = fork(file, args, { execPath: node, execArgv: [], serialization: 'advanced' })
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1))
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  postMessage(message: object): void {
    this.#child.send(message)
  }

  kill(): boolean {
    return this.#child.kill()
  }
}

export const utilityProcess = {
  fork: (file: string, args: string[] = []): UtilityProcess => new UtilityProcess(path.resolve(file), args),
}
