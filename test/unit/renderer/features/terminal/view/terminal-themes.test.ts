import { describe, expect, it } from 'vitest'
import { contrast } from '../../../../../../src/renderer/features/terminal/view/contrast'
import {
  terminalTheme,
  terminalThemes,
  xtermTheme,
} from '../../../../../../src/renderer/features/terminal/view/terminal-themes'

/** Which colour programs write on which one, by their numbers. */
const used = [
  ['white on blue: mc, whiptail, dialog', 7, 4],
  ['bright white on blue: mc’s folders', 15, 4],
  ['white on red: whiptail’s button, ls', 7, 1],
  ['bright white on red: an error of mc or vim', 15, 1],
  ['bright white on magenta', 15, 5],
  ['black on white: a dialog', 0, 7],
  ['red on white: a dialog’s title', 1, 7],
  ['blue on white: a dialog’s key', 4, 7],
  ['black on green: htop, tmux, ls', 0, 2],
  ['black on yellow: a place that vim found', 0, 3],
  ['black on cyan: mc’s and htop’s cursor', 0, 6],
] as const

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

  it.each(used)('can be read: %s', (_, ink, ground) => {
    for (const { name, ansi } of terminalThemes)
      expect(contrast(ansi[ink] ?? '', ansi[ground] ?? ''), name).toBeGreaterThanOrEqual(4)
  })

  it.each(terminalThemes)('$name has bright colours that can be read on its own background', (theme) => {
    for (const colour of theme.ansi.slice(9, 15))
      expect(contrast(colour, theme.background)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(terminalThemes)(
    '$name shows every colour but that of its ground without a minimum contrast',
    (theme) => {
      const ground = theme.kind === 'dark' ? [0] : [7, 15]
      const others = theme.ansi.filter((_, index) => !ground.includes(index))
      for (const colour of others) expect(contrast(colour, theme.background)).toBeGreaterThanOrEqual(2.2)
    },
  )

  it('fall back to the default of the window’s kind', () => {
    expect(terminalTheme('gone', 'dark').id).toBe('deck-dark')
    expect(terminalTheme('gone', 'light').id).toBe('deck-light')
    expect(xtermTheme(terminalTheme('nord', 'dark'))).toMatchObject({
      green: '#a3be8c',
      white: '#e5e9f0',
    })
  })
})
