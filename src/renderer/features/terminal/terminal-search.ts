import { SearchAddon } from '@xterm/addon-search'
import type { Terminal } from '@xterm/xterm'
import { currentTheme } from './appearance'

/** How many places a search found; `index` counts from 0, -1 when there are too many to count. */
export type SearchResults = { index: number; count: number }

/** Width of the scroll bar and of the marks on it, CSS px; xterm's own default, so that a search changes no column. */
const rulerWidth = 14

const marks = {
  dark: {
    matchBackground: '#6b5413',
    matchOverviewRuler: '#e2a93f',
    activeMatchBackground: '#b3730b',
    activeMatchColorOverviewRuler: '#ffd88a',
  },
  light: {
    matchBackground: '#ffe9a8',
    matchOverviewRuler: '#b98a1c',
    activeMatchBackground: '#ffb938',
    activeMatchColorOverviewRuler: '#8a5600',
  },
} as const

/** Finds text in what one terminal remembers. */
export class TerminalSearch {
  readonly #terminal: Terminal
  readonly #addon = new SearchAddon({ highlightLimit: 2_000 })

  constructor(terminal: Terminal) {
    this.#terminal = terminal
    terminal.loadAddon(this.#addon)
  }

  /** Marks every place of a text and goes to the next one. An empty text takes the marks away. */
  find(text: string, direction: 'next' | 'previous', incremental: boolean): void {
    // xterm forgets to take away a mark whose line has left the scrollback: without a search there is no ruler.
    this.#terminal.options.overviewRuler = text === '' ? {} : { width: rulerWidth }
    if (text === '') {
      this.#addon.clearDecorations()
      this.#terminal.clearSelection()
      return
    }
    const options = { incremental, decorations: marks[currentTheme().kind] }
    if (direction === 'next') this.#addon.findNext(text, options)
    else this.#addon.findPrevious(text, options)
  }

  /** Calls `listener` when the number of found places changes; returns how to stop. */
  onResults(listener: (results: SearchResults) => void): () => void {
    const stop = this.#addon.onDidChangeResults(({ resultIndex, resultCount }) =>
      listener({ index: resultIndex, count: resultCount }),
    )
    return () => stop.dispose()
  }
}
