/** The colours of one terminal theme. `ansi`: the eight colours, then their bright ones. */
export type TerminalTheme = {
  id: string
  name: string
  kind: 'light' | 'dark'
  background: string
  foreground: string
  cursor: string
  selection: string
  ansi: readonly string[]
}

const theme = (
  id: string,
  name: string,
  kind: TerminalTheme['kind'],
  [background, foreground, cursor, selection]: readonly [string, string, string, string],
  ansi: string,
): TerminalTheme => ({ id, name, kind, background, foreground, cursor, selection, ansi: ansi.split(' ') })

/**
 * The themes to choose from; the first of a kind is that kind's default. Programs write white and yellow on red and blue
 * (mc, whiptail), and black on green, yellow, cyan and white (htop, ls, vim): those can be read as they are. What a
 * colour lacks against the theme's own background then, the minimum contrast gives it.
 */
export const terminalThemes: readonly TerminalTheme[] = [
  theme(
    'deck-dark',
    'Deck Dark',
    'dark',
    ['#131417', '#e0e2e7', '#86a8ff', '#34456f'],
    '#2a2d33 #b3413b #56c28a #e2a93f #4764b5 #875ab8 #5cc3c9 #e4e8f0 #6d7480 #ffa198 #7fd9a8 #f0c46c #a9c1ff #dcbcff #86dbe0 #f4f5f7',
  ),
  theme(
    'deck-light',
    'Deck Light',
    'light',
    ['#ffffff', '#1a1c20', '#2a5bd0', '#cfdcf9'],
    '#0f1115 #b8241c #2a834c #9e6820 #2a5bd0 #8236b5 #247f86 #e1e8f6 #4f5560 #991b14 #125c32 #6e4500 #214bb0 #692b93 #095b61 #f5f8ff',
  ),
  theme(
    'midnight',
    'Midnight',
    'dark',
    ['#0b1020', '#d5dcf0', '#ffd166', '#2b3a66'],
    '#1a2340 #c02f4e #5fd38d #ffd166 #3067b7 #8d5aad #56d4dd #dfe8ff #53608a #ff94a3 #8ce5ae #ffe09a #9cc4ff #ddb6f5 #8ae6ec #f2f5ff',
  ),
  theme(
    'graphite',
    'Graphite',
    'dark',
    ['#1e1e1e', '#d4d4d4', '#aeafad', '#3f5f80'],
    '#2b2b2b #b63d49 #8fbf7f #d9b36c #336b9b #8f5ca3 #68b9b5 #e8e8e8 #767676 #ff9aa0 #b2dba5 #f0d29b #9fc8f2 #dab1ec #95d8d4 #f5f5f5',
  ),
  theme(
    'contrast',
    'High Contrast',
    'dark',
    ['#000000', '#ffffff', '#ffff00', '#3f5fbf'],
    '#000000 #c72732 #5fff5f #ffff5f #4762bc #bc3ebe #5fffff #e8e8e8 #8f8f8f #ff9090 #a0ffa0 #ffffa0 #b0c4ff #ffb0ff #a0ffff #ffffff',
  ),
  theme(
    'solarized-dark',
    'Solarized Dark',
    'dark',
    ['#002b36', '#93a1a1', '#93a1a1', '#0f4a58'],
    '#063541 #cc1d20 #8da218 #be9118 #046caa #cc2e7c #35a9a0 #eee8d5 #5e757c #e86636 #9aae00 #cb9c12 #4fa6e0 #8187dc #4fbdb4 #fdf6e3',
  ),
  theme(
    'solarized-light',
    'Solarized Light',
    'light',
    ['#fdf6e3', '#586e75', '#586e75', '#e2dabf'],
    '#00141a #cb1b1f #6c7b0d #936f0c #046caa #c12173 #0f827a #eee8d5 #002b36 #c5450c #586e75 #5f747c #1d6fa8 #6468ba #16706a #fdf6e3',
  ),
  theme(
    'gruvbox-dark',
    'Gruvbox Dark',
    'dark',
    ['#282828', '#ebdbb2', '#ebdbb2', '#504945'],
    '#332f2d #cd1905 #b8bb26 #fabd2f #4e6e62 #a1596e #8ec07c #f6e5cf #928374 #ff6b57 #d0d33d #ffd35c #a3c2b5 #e6a5b6 #aedb9c #fff3d6',
  ),
  theme(
    'nord',
    'Nord',
    'dark',
    ['#2e3440', '#d8dee9', '#d8dee9', '#4c5a73'],
    '#29303f #a74b55 #a3be8c #ebcb8b #4d6b89 #876381 #88c0d0 #e5e9f0 #727e98 #d38a73 #b9d1a5 #f3dcab #9dbbd8 #c9a9c3 #8fbcbb #f1f4f9',
  ),
  theme(
    'dracula',
    'Dracula',
    'dark',
    ['#282a36', '#f8f8f2', '#f8f8f2', '#44475a'],
    '#21222c #d72b34 #50fa7b #f1fa8c #865cbd #c44391 #8be9fd #f8f8f2 #6373a5 #ff6e6e #69ff94 #ffffa5 #d6acff #ff92df #a4ffff #ffffff',
  ),
  theme(
    'paper',
    'Paper',
    'light',
    ['#f6f1e7', '#2f2a24', '#7a4b1e', '#ddd1b8'],
    '#16110c #a5302a #4e8135 #9c6b1e #24599b #7d3a86 #307f81 #f0e7d9 #5a5248 #872019 #2d5618 #6b4500 #1b4679 #622d6a #0d5254 #fff7eb',
  ),
  theme(
    'mist',
    'Mist',
    'light',
    ['#eef2f6', '#24303d', '#0b6bcb', '#c6d8ec'],
    '#07121e #b3263a #308355 #996b27 #0b5fb8 #7a3bb0 #257f8d #daeafb #465360 #8f1c2d #155a36 #694507 #084a90 #612d8d #075661 #f2f8ff',
  ),
]

/** The theme of that name; the default of its kind when there is none (any more). */
export function terminalTheme(id: string, kind: TerminalTheme['kind']): TerminalTheme {
  const found =
    terminalThemes.find((each) => each.id === id) ?? terminalThemes.find((each) => each.kind === kind)
  if (!found) throw new Error(`There is no ${kind} terminal theme`)
  return found
}

const ansiNames = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const

/** A theme in the words of xterm. */
export const xtermTheme = (each: TerminalTheme) => ({
  background: each.background,
  foreground: each.foreground,
  cursor: each.cursor,
  cursorAccent: each.background,
  selectionBackground: each.selection,
  selectionInactiveBackground: each.selection,
  overviewRulerBorder: each.background,
  ...Object.fromEntries(
    ansiNames.flatMap((name, index) => [
      [name, each.ansi[index]],
      [`bright${name.charAt(0).toUpperCase()}${name.slice(1)}`, each.ansi[index + 8]],
    ]),
  ),
})
