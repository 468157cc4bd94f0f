import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import type { NotificationConstructorOptions } from 'electron'
import { capture } from '../../../scripts/command.mjs'
import { type Handler, platform } from './platform.ts'

// The parts of Electron that need no page. What would be seen or heard on a desktop happens nowhere, but for notifications.

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
  showOpenDialog: async (): Promise<{ canceled: boolean; filePaths: string[] }> => ({
    canceled: true,
    filePaths: [],
  }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
}

export const shell = {
  openExternal: async (): Promise<void> => {},
  openPath: async (): Promise<string> => '',
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
  getDisplayMatching: () => display,
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

/** One on the session's bus; a click on it is not heard. */
export class Notification extends EventEmitter {
  readonly #words: string[]
  /** The desktop's number for it. */
  #shown: Promise<string> = Promise.resolve('')

  static isSupported(): boolean {
    return true
  }

  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super()
    this.#words = [title, body]
  }

  show(): void {
    this.#shown = capture('notify-send', ['--print-id', '--', ...this.#words]).then(({ stdout }) =>
      stdout.trim(),
    )
  }

  close(): void {
    const target = ['--dest=org.freedesktop.Notifications', '/org/freedesktop/Notifications']
    const method = 'org.freedesktop.Notifications.CloseNotification'
    void this.#shown.then(async (id) => {
      if (id) await capture('dbus-send', ['--session', ...target, method, `uint32:${id}`])
    })
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
