import type { IDecoration, IDecorationOptions, IMarker, Terminal } from '@xterm/xterm'
import { throttled } from '../../../lib/throttled'
import { currentTheme } from './appearance'
import { cellsOf, type Hit, indexAtOrBefore, search } from './search-hits'

/** How many places a search found, and which one is shown, from 1 for the oldest; 0 while it is not known. */
export type SearchResults = { place: number; count: number; isComplete: boolean }

/** Width of the scroll bar and of the marks on it, CSS px; xterm's own default, so that a search changes no column. */
const rulerWidth = 14
/** Rows that are searched before the page gets its turn; some 5 ms. */
const rowsAtOnce = 2_000
/** Delay before new output is searched, ms. */
const outputMs = 200
/** Time between two moves of the marks while scrolling, ms. */
const marksMs = 50
/** Most marked hits, on screen and as many on the scroll bar. Each costs a little with every line of output. */
const mostMarks = 200

const marks = {
  dark: { hit: '#6b5413', hitOnRuler: '#e2a93f', shown: '#b3730b', shownOnRuler: '#ffd88a' },
  light: { hit: '#ffe9a8', hitOnRuler: '#b98a1c', shown: '#ffb938', shownOnRuler: '#8a5600' },
} as const

/**
 * Finds text in what one terminal remembers. It begins with the newest place at or above what is on screen, and counts
 * all of them, a slice at a time. While it is on, new output is searched too.
 */
export class TerminalSearch {
  readonly #terminal: Terminal
  readonly #listeners = new Set<(results: SearchResults) => void>()
  readonly #markSoon = throttled(marksMs, () => this.#markScreen())
  #text = ''
  /** Newest first. */
  #hits: Hit[] = []
  #isComplete = true
  /** The place that is shown. The marker follows its line when older ones are forgotten. */
  #shown: { marker: IMarker; at: number } | null = null
  #screenMarks: IDecoration[] = []
  #rulerMarks: IDecoration[] = []
  #slice: ReturnType<typeof setTimeout> | null = null

  constructor(terminal: Terminal) {
    this.#terminal = terminal
    terminal.onScroll(() => this.#markSoon(undefined))
    terminal.onWriteParsed(throttled(outputMs, () => this.#searchAgain()))
    terminal.onResize(() => this.#searchAgain())
    terminal.buffer.onBufferChange(() => this.#searchAgain())
  }

  /** Looks for a text and shows the newest place from where the person is. An empty text ends the search. */
  find(text: string): void {
    this.#text = text
    // xterm forgets to take away a mark whose line has left the scrollback: without a search there is no ruler.
    this.#terminal.options.overviewRuler = text === '' ? {} : { width: rulerWidth }
    if (text === '') this.stop()
    else this.#start(this.#shownHit() ?? this.#lastOnScreen(), true)
  }

  /** Shows the next newer or older place; round and round. */
  step(to: 'newer' | 'older'): void {
    const { length } = this.#hits
    if (length === 0) return
    const shown = this.#shownHit()
    const at = shown ? indexAtOrBefore(this.#hits, shown) : -1
    this.#show((at + (to === 'older' ? 1 : -1) + length) % length)
    this.#tell()
  }

  /** Calls `listener` when the found places change; returns how to stop. */
  onResults(listener: (results: SearchResults) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Ends the search and takes its marks away. */
  stop(): void {
    this.#text = ''
    if (this.#slice !== null) clearTimeout(this.#slice)
    this.#slice = null
    this.#hits = []
    this.#isComplete = true
    this.#shown?.marker.dispose()
    this.#shown = null
    this.#terminal.clearSelection()
    this.#markScreen()
    this.#markRuler()
    this.#tell()
  }

  /** Lines came, went or wrapped otherwise: the places are others, and the one that is shown stays. */
  #searchAgain(): void {
    if (this.#text !== '') this.#start(this.#shownHit() ?? this.#lastOnScreen(), false)
  }

  /** @param from where the person is: the first place that is not after it is shown where `isAsked` */
  #start(from: Hit, isAsked: boolean): void {
    if (this.#slice !== null) clearTimeout(this.#slice)
    const hits: Hit[] = []
    const slices = search(this.#terminal.buffer.active, this.#text, rowsAtOnce, (hit) => hits.push(hit))
    let isToShow = isAsked
    const next = () => {
      this.#slice = null
      const isComplete = slices.next().done === true
      if (!isComplete) this.#slice = setTimeout(next)
      // A search that is repeated because of output keeps the old count until the new one is there.
      if (!isAsked && !isComplete) return
      this.#hits = hits
      this.#isComplete = isComplete
      const at = indexAtOrBefore(hits, from)
      if (isToShow && (at < hits.length || isComplete)) {
        isToShow = false
        this.#show(Math.min(at, hits.length - 1))
      }
      if (isComplete) {
        this.#markScreen()
        this.#markRuler()
      }
      this.#tell()
    }
    next()
  }

  #show(index: number): void {
    const hit = this.#hits[index]
    this.#shown?.marker.dispose()
    this.#shown = null
    if (!hit) {
      this.#terminal.clearSelection()
      return
    }
    const { active } = this.#terminal.buffer
    this.#shown = { marker: this.#markerAt(hit.row), at: hit.at }
    const { row, column, cells } = cellsOf(active, hit, this.#text.length)
    this.#terminal.select(column, row, cells)
    if (row < active.viewportY || row >= active.viewportY + this.#terminal.rows)
      this.#terminal.scrollToLine(Math.max(0, row - Math.floor(this.#terminal.rows / 2)))
    this.#markScreen()
  }

  #shownHit(): Hit | null {
    if (!this.#shown || this.#shown.marker.isDisposed) return null
    return { row: this.#shown.marker.line, at: this.#shown.at }
  }

  #lastOnScreen(): Hit {
    return {
      row: this.#terminal.buffer.active.viewportY + this.#terminal.rows - 1,
      at: Number.POSITIVE_INFINITY,
    }
  }

  #markerAt(row: number): IMarker {
    const { baseY, cursorY } = this.#terminal.buffer.active
    return this.#terminal.registerMarker(row - baseY - cursorY)
  }

  /** Marks the places that are on screen. */
  #markScreen(): void {
    for (const mark of this.#screenMarks.splice(0)) mark.dispose()
    if (this.#hits.length === 0) return
    const colours = marks[currentTheme().kind]
    const shown = this.#shownHit()
    const last = this.#lastOnScreen()
    const begin = indexAtOrBefore(this.#hits, last)
    // A line that began above the screen may reach into it.
    const end = indexAtOrBefore(this.#hits, { row: last.row - 2 * this.#terminal.rows, at: 0 })
    for (const hit of this.#hits.slice(begin, Math.min(end, begin + mostMarks))) {
      const isShown = hit.row === shown?.row && hit.at === shown.at
      this.#markCells(hit, isShown ? colours.shown : colours.hit)
    }
    if (shown) this.#screenMarks.push(...this.#decorate(shown.row, onRuler(colours.shownOnRuler)))
  }

  #markCells(hit: Hit, backgroundColor: string): void {
    let { row, column, cells } = cellsOf(this.#terminal.buffer.active, hit, this.#text.length)
    while (cells > 0) {
      const width = Math.max(1, Math.min(cells, this.#terminal.cols - column))
      this.#screenMarks.push(...this.#decorate(row, { x: column, width, backgroundColor }))
      cells -= width
      column = 0
      row += 1
    }
  }

  /** Marks a share of all places on the scroll bar. */
  #markRuler(): void {
    for (const mark of this.#rulerMarks.splice(0)) mark.dispose()
    const { hitOnRuler } = marks[currentTheme().kind]
    const every = Math.ceil(this.#hits.length / mostMarks)
    for (let at = 0; at < this.#hits.length; at += every)
      this.#rulerMarks.push(...this.#decorate(this.#hits[at]?.row ?? 0, onRuler(hitOnRuler)))
  }

  #decorate(row: number, look: Omit<IDecorationOptions, 'marker'>): IDecoration[] {
    const marker = this.#markerAt(row)
    const decoration = this.#terminal.registerDecoration({ ...look, marker })
    decoration?.onDispose(() => marker.dispose())
    return decoration ? [decoration] : []
  }

  #tell(): void {
    const shown = this.#shownHit()
    const count = this.#hits.length
    const place = shown && this.#isComplete ? count - indexAtOrBefore(this.#hits, shown) : 0
    for (const listener of this.#listeners) listener({ place, count, isComplete: this.#isComplete })
  }
}

const onRuler = (color: string) => ({
  width: 0,
  overviewRulerOptions: { color, position: 'center' as const },
})
