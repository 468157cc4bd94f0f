import { describe, expect, it } from 'vitest'
import { terminalTheme, terminalThemes, xtermTheme } from '../../../../src/renderer/lib/terminal-themes'

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe('the terminal themes', () => {
  it('are at least eight, of both kinds, each with its own id and sixteen colours', () => {
    expect(terminalThemes.length).toBeGreaterThanOrEqual(8)
    expect(new Set(terminalThemes.map((theme) => theme.kind))).toEqual(new Set(['light', 'dark']))
    expect(new Set(terminalThemes.map((theme) => theme.id)).size).toBe(terminalThemes.length)
    for (const theme of terminalThemes) {
      expect(theme.ansi).toHaveLength(16)
      for (const colour of [...theme.ansi, theme.background, theme.foreground, theme.cursor, theme.selection])
        expect(colour).toMatch(/^#[0-9a-f]{6}$/)
    }
  })

  it.each(terminalThemes)('$name can be read, selected text too', ({ foreground, background, selection }) => {
    expect(contrast(foreground, background)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(foreground, selection)).toBeGreaterThanOrEqual(3)
  })

  it('fall back to the default of the window’s kind', () => {
    expect(terminalTheme('gone', 'dark').id).toBe('deck-dark')
    expect(terminalTheme('gone', 'light').id).toBe('deck-light')
    expect(xtermTheme(terminalTheme('nord', 'dark'))).toMatchObject({
      red: '#bf616a',
      brightWhite: '#eceff4',
    })
  })
})
