import { describe, expect, it } from 'vitest'
import { windowClipboard } from '../../../../../src/main/desktop/system/clipboard'

const refused = new Error('The clipboard is busy.')

/** Electron 25's. */
function atOnce() {
  let text = ''
  return {
    readText: () => text,
    writeText(next: string): void {
      if (next === '') throw refused
      text = next
    },
  }
}

/** Electron 44's. */
function later() {
  const { readText, writeText } = atOnce()
  return { readText: async () => readText(), writeText: async (text: string) => writeText(text) }
}

describe.each([
  ['answers at once', atOnce],
  ['answers later', later],
])('a clipboard that %s', (_name, system) => {
  it('has what was written, and gives it to a window in front only', async () => {
    const window = { focused: true, isFocused: () => window.focused }
    const clipboard = windowClipboard(system(), window)
    await clipboard.write('copied')
    expect(await clipboard.read()).toBe('copied')
    window.focused = false
    expect(await clipboard.read()).toBeNull()
  })

  it('says when it refused', async () => {
    await expect(windowClipboard(system(), { isFocused: () => true }).write('')).rejects.toBe(refused)
  })
})
