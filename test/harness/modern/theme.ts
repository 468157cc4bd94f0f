import { EventEmitter } from 'node:events'

type Source = 'system' | 'light' | 'dark'

/** `nativeTheme` on a system that is light. */
class NativeTheme extends EventEmitter {
  #source: Source = 'system'

  get themeSource(): Source {
    return this.#source
  }

  set themeSource(source: Source) {
    if (source === this.#source) return
    this.#source = source
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}

export const nativeTheme = new NativeTheme()

/** How the pages hear of it. */
export const theme = {
  on: (event: 'updated', listener: () => void) => nativeTheme.on(event, listener),
  off: (event: 'updated', listener: () => void) => nativeTheme.off(event, listener),
  get feature() {
    return { name: 'prefers-color-scheme', value: nativeTheme.shouldUseDarkColors ? 'dark' : 'light' }
  },
}
