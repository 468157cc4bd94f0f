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

/** The themes to choose from; the first of a kind is that kind's default. */
export const terminalThemes: readonly TerminalTheme[] = [
  theme(
    'deck-dark',
    'Deck Dark',
    'dark',
    ['#131417', '#e0e2e7', '#86a8ff', '#34456f'],
    '#2a2d33 #ff857a #56c28a #e2a93f #86a8ff #c99bff #5cc3c9 #c6cad2 #6d7480 #ffa198 #7fd9a8 #f0c46c #a9c1ff #dcbcff #86dbe0 #f4f5f7',
  ),
  theme(
    'deck-light',
    'Deck Light',
    'light',
    ['#ffffff', '#1a1c20', '#2a5bd0', '#cfdcf9'],
    '#1a1c20 #b8241c #17753f #8a5600 #2a5bd0 #8236b5 #0b7178 #626874 #4f5560 #991b14 #125c32 #6e4500 #214bb0 #692b93 #095b61 #838995',
  ),
  theme(
    'midnight',
    'Midnight',
    'dark',
    ['#0b1020', '#d5dcf0', '#ffd166', '#2b3a66'],
    '#1a2340 #ff6b81 #5fd38d #ffd166 #6ea8fe #c792ea #56d4dd #aab4cf #53608a #ff94a3 #8ce5ae #ffe09a #9cc4ff #ddb6f5 #8ae6ec #f2f5ff',
  ),
  theme(
    'graphite',
    'Graphite',
    'dark',
    ['#1e1e1e', '#d4d4d4', '#aeafad', '#3f5f80'],
    '#2b2b2b #f07178 #8fbf7f #d9b36c #6fa8dc #c08bd6 #68b9b5 #bfbfbf #767676 #ff9aa0 #b2dba5 #f0d29b #9fc8f2 #dab1ec #95d8d4 #f5f5f5',
  ),
  theme(
    'contrast',
    'High Contrast',
    'dark',
    ['#000000', '#ffffff', '#ffff00', '#3f5fbf'],
    '#000000 #ff6060 #5fff5f #ffff5f #7f9fff #ff7fff #5fffff #dddddd #8f8f8f #ff9090 #a0ffa0 #ffffa0 #b0c4ff #ffb0ff #a0ffff #ffffff',
  ),
  theme(
    'solarized-dark',
    'Solarized Dark',
    'dark',
    ['#002b36', '#93a1a1', '#93a1a1', '#0f4a58'],
    '#073642 #dc322f #859900 #b58900 #268bd2 #d33682 #2aa198 #eee8d5 #586e75 #cb4b16 #9aae00 #cb9c12 #4fa6e0 #6c71c4 #4fbdb4 #fdf6e3',
  ),
  theme(
    'solarized-light',
    'Solarized Light',
    'light',
    ['#fdf6e3', '#586e75', '#586e75', '#e2dabf'],
    '#073642 #dc322f #708000 #a07800 #268bd2 #d33682 #1f8a82 #93a1a1 #002b36 #cb4b16 #586e75 #657b83 #1d6fa8 #6c71c4 #16706a #839496',
  ),
  theme(
    'gruvbox-dark',
    'Gruvbox Dark',
    'dark',
    ['#282828', '#ebdbb2', '#ebdbb2', '#504945'],
    '#3c3836 #fb4934 #b8bb26 #fabd2f #83a598 #d3869b #8ec07c #a89984 #928374 #ff6b57 #d0d33d #ffd35c #a3c2b5 #e6a5b6 #aedb9c #ebdbb2',
  ),
  theme(
    'nord',
    'Nord',
    'dark',
    ['#2e3440', '#d8dee9', '#d8dee9', '#4c5a73'],
    '#3b4252 #bf616a #a3be8c #ebcb8b #81a1c1 #b48ead #88c0d0 #e5e9f0 #6a7690 #d08770 #b9d1a5 #f3dcab #9dbbd8 #c9a9c3 #8fbcbb #eceff4',
  ),
  theme(
    'dracula',
    'Dracula',
    'dark',
    ['#282a36', '#f8f8f2', '#f8f8f2', '#44475a'],
    '#21222c #ff5555 #50fa7b #f1fa8c #bd93f9 #ff79c6 #8be9fd #f8f8f2 #6272a4 #ff6e6e #69ff94 #ffffa5 #d6acff #ff92df #a4ffff #ffffff',
  ),
  theme(
    'paper',
    'Paper',
    'light',
    ['#f6f1e7', '#2f2a24', '#7a4b1e', '#ddd1b8'],
    '#2f2a24 #a5302a #3c6e22 #8a5a00 #24599b #7d3a86 #12696b #6f675b #5a5248 #872019 #2d5618 #6b4500 #1b4679 #622d6a #0d5254 #8c8375',
  ),
  theme(
    'mist',
    'Mist',
    'light',
    ['#eef2f6', '#24303d', '#0b6bcb', '#c6d8ec'],
    '#24303d #b3263a #1d7346 #85580c #0b5fb8 #7a3bb0 #0a6f7d #5d6b7a #465360 #8f1c2d #155a36 #694507 #084a90 #612d8d #075661 #7f8c9a',
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
