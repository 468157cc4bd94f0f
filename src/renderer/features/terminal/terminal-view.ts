import { FitAddon } from '@xterm/addon-fit'
import { SearchAddon } from '@xterm/addon-search'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import { Terminal } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import type { TerminalSize } from '../../../shared/terminal'
import type { FromWindow, ToWindow } from '../../../shared/terminal-frames'
import { request } from '../../bridge'
import { createPacedInput } from '../../lib/paced-input'
import { forTerminal } from '../../lib/paste-guard'
import { commandOf } from '../../lib/terminal-keys'
import { useTerminalPreferences } from '../../stores/terminal-preferences'
import { currentTheme, fontReady, onAppearance, xtermOptions } from './appearance'
import { drawFast } from './fast-renderer'
import { addLinks } from './links'
import { OutputFeed } from './output-feed'
import { onRemoteClipboard } from './remote-clipboard'
import { attachPort } from './terminal-port'
import { terminalTurns } from './turns'

/** What a terminal's picture reports. */
export type TerminalViewEvents = {
  /** A text to paste, not yet looked at. */
  paste(text: string): void
  /** Whether the remote side hears what is typed now. */
  isHeard(): boolean
  /** Enter; `true` when it was for us and not for the remote program. */
  enter(): boolean
  /** What the remote program calls itself. Untrusted. */
  title(title: string): void
  output(): void
  bell(): void
  focus(): void
  /** The output does not come: why. */
  failed(message: string): void
}

/** How many places a search found; `index` counts from 0, -1 when there are too many to count. */
export type SearchResults = { index: number; count: number }

const largest = 1_000
/** Width of the scroll bar and of the marks on it, CSS px; xterm's own default, so that a search changes no column. */
const rulerWidth = 14
const clampSize = (value: number): number => Math.min(largest, Math.max(1, value))

/**
 * One terminal's picture: an xterm with its addons, fed from its port. It outlives its place in the window: a pane
 * puts `element` into the document while it is looked at, and output is parsed (and acknowledged) all the time.
 */
export class TerminalView {
  readonly element = document.createElement('div')
  readonly #events: TerminalViewEvents
  readonly #terminal: Terminal
  readonly #fit = new FitAddon()
  readonly #search = new SearchAddon({ highlightLimit: 2_000 })
  readonly #observer = new ResizeObserver(() => this.#fitSoon())
  readonly #stopAppearance: () => void
  readonly #feed = new OutputFeed(terminalTurns)
  #port: MessagePort | null = null
  #attachedTo: string | null = null
  /** The size that the remote side was told last. */
  #told: TerminalSize | null = null
  /** The replay is being parsed: what it asks was answered long ago. */
  #replaying = false
  readonly #input = createPacedInput((data) => {
    if (!this.#events.isHeard()) return false
    this.#post({ type: 'input', data })
    return true
  })
  #frame: number | null = null
  #opened: Promise<void> | null = null
  #stopDrawing = () => {}
  #markMeasured = () => {}
  readonly #measured = new Promise<void>((resolve) => {
    this.#markMeasured = resolve
  })

  constructor(events: TerminalViewEvents) {
    this.#events = events
    this.element.style.cssText = 'width: 100%; height: 100%; overflow: hidden'
    this.#terminal = new Terminal({
      ...xtermOptions(useTerminalPreferences.getState()),
      allowProposedApi: true,
      lineHeight: 1.15,
      macOptionIsMeta: true,
      rightClickSelectsWord: false,
      scrollOnUserInput: true,
    })
    const terminal = this.#terminal
    for (const addon of [this.#fit, this.#search, new Unicode11Addon()]) terminal.loadAddon(addon)
    terminal.unicode.activeVersion = '11'
    addLinks(terminal, this.element)
    onRemoteClipboard(terminal, (text) => {
      if (useTerminalPreferences.getState().remoteClipboard) void request('clipboard.write', { text })
    })
    terminal.attachCustomKeyEventHandler((event) => this.#onKey(event))
    terminal.onData((data) => this.#type(data))
    terminal.onBinary((data) => this.#type(data))
    terminal.onTitleChange((title) => events.title(title))
    terminal.onBell(() => events.bell())
    terminal.onResize(() => this.#tellSize())
    this.#listen()
    this.#stopAppearance = onAppearance(() => this.#applyAppearance())
  }

  /** Characters that fit, as far as is known. */
  get size(): TerminalSize {
    return { cols: clampSize(this.#terminal.cols), rows: clampSize(this.#terminal.rows) }
  }

  /** Puts the picture into the document; resolves when it is measured. */
  async show(place: HTMLElement): Promise<void> {
    place.append(this.element)
    this.#opened ??= fontReady().then(() => this.#terminal.open(this.element))
    await this.#opened
    if (this.element.parentElement !== place) return
    this.#stopDrawing()
    this.#stopDrawing = drawFast(this.#terminal)
    this.#observer.observe(this.element)
    this.#fitNow()
    this.#markMeasured()
  }

  /** Resolves when it has been on screen and its size is known. */
  measured(): Promise<void> {
    return this.#measured
  }

  /** Takes the picture out of the document; what comes meanwhile is kept. */
  hide(place: HTMLElement): void {
    if (this.element.parentElement !== place) return
    this.#observer.disconnect()
    this.#stopDrawing()
    this.#stopDrawing = () => {}
    this.element.remove()
    this.#feed.setFocus(false)
  }

  /** Joins it to a terminal's output, which may begin with a replay; nothing happens when it is joined already. */
  async attach(terminalId: string, hasReplay: boolean): Promise<void> {
    if (this.#attachedTo === terminalId) return
    this.#attachedTo = terminalId
    const result = await attachPort(terminalId)
    if (this.#attachedTo !== terminalId) {
      if (result.ok) result.value.close()
      return
    }
    if (!result.ok) {
      this.#attachedTo = null
      this.#events.failed(result.error.message)
      return
    }
    this.#port?.close()
    this.#input.clear()
    this.#port = result.value
    this.#replaying = hasReplay
    result.value.onmessage = ({ data }: MessageEvent<ToWindow>) => this.#receive(result.value, data)
    this.tellSizeAgain()
  }

  /** Tells the remote side the size, even if it is the one that it was told last: it may be a new remote side. */
  tellSizeAgain(): void {
    this.#told = null
    this.#tellSize()
  }

  focus(): void {
    this.#terminal.focus()
  }

  /** Pastes a text that the person agreed to. */
  paste(text: string): void {
    this.#terminal.paste(forTerminal(text))
    this.focus()
  }

  get selection(): string {
    return this.#terminal.getSelection()
  }

  /** Everything that was printed and is still remembered, without what a full-screen program shows. Plain text. */
  get output(): string {
    const { normal } = this.#terminal.buffer
    const lines: string[] = []
    for (let row = 0; row < normal.length; row += 1) {
      const line = normal.getLine(row)
      // A line that goes on in the next row keeps its spaces at the edge.
      const text = line?.translateToString(!normal.getLine(row + 1)?.isWrapped) ?? ''
      if (line?.isWrapped) lines.push(`${lines.pop() ?? ''}${text}`)
      else lines.push(text)
    }
    return `${lines.join('\n').trimEnd()}\n`
  }

  selectAll(): void {
    this.#terminal.selectAll()
  }

  /** Forgets what was scrolled away; the line with the cursor stays. */
  clear(): void {
    this.#terminal.clear()
  }

  /** Marks every place of a text and goes to the next one. An empty text takes the marks away. */
  find(text: string, direction: 'next' | 'previous', incremental: boolean): void {
    // xterm forgets to take away a mark whose line has left the scrollback: without a search there is no ruler.
    this.#terminal.options.overviewRuler = text === '' ? {} : { width: rulerWidth }
    if (text === '') {
      this.#search.clearDecorations()
      this.#terminal.clearSelection()
      return
    }
    const dark = currentTheme().kind === 'dark'
    const options = {
      incremental,
      decorations: {
        matchBackground: dark ? '#6b5413' : '#ffe9a8',
        matchOverviewRuler: dark ? '#e2a93f' : '#b98a1c',
        activeMatchBackground: dark ? '#b3730b' : '#ffb938',
        activeMatchColorOverviewRuler: dark ? '#ffd88a' : '#8a5600',
      },
    }
    if (direction === 'next') this.#search.findNext(text, options)
    else this.#search.findPrevious(text, options)
  }

  /** Calls `listener` when the number of found places changes; returns how to stop. */
  onResults(listener: (results: SearchResults) => void): () => void {
    const stop = this.#search.onDidChangeResults(({ resultIndex, resultCount }) =>
      listener({ index: resultIndex, count: resultCount }),
    )
    return () => stop.dispose()
  }

  dispose(): void {
    this.#attachedTo = null
    this.#input.clear()
    this.#port?.close()
    this.#port = null
    this.#feed.stop()
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#observer.disconnect()
    this.#stopAppearance()
    this.#stopDrawing()
    this.#terminal.dispose()
    this.element.remove()
  }

  #receive(port: MessagePort, frame: ToWindow): void {
    if (frame.type === 'drain') {
      this.#input.held(frame.waiting)
      return
    }
    const { bytes } = frame
    this.#events.output()
    this.#feed.push((done) =>
      // Acknowledged after parsing: this is what holds a remote flood back.
      this.#terminal.write(bytes, () => {
        this.#replaying = false
        port.postMessage({ type: 'ack', bytes: bytes.byteLength } satisfies FromWindow)
        done()
      }),
    )
  }

  #type(data: string): void {
    if (!this.#replaying) this.#input.push(data)
  }

  #post(frame: FromWindow): void {
    this.#port?.postMessage(frame)
  }

  #onKey(event: KeyboardEvent): boolean {
    if (event.type !== 'keydown') return true
    if (event.key === 'Enter' && !event.isComposing && this.#events.enter()) {
      event.preventDefault()
      return false
    }
    // Chromium turns this key into a `paste` event, which carries the text: no right to read the clipboard is needed.
    return commandOf(event) !== 'paste'
  }

  #listen(): void {
    const { element } = this
    element.addEventListener('focusin', () => {
      this.#feed.setFocus(true)
      this.#events.focus()
    })
    element.addEventListener('focusout', () => this.#feed.setFocus(false))
    element.addEventListener(
      'paste',
      (event) => {
        event.preventDefault()
        event.stopPropagation()
        this.#events.paste(event.clipboardData?.getData('text/plain') ?? '')
      },
      { capture: true },
    )
    element.addEventListener('mouseup', () => {
      if (!useTerminalPreferences.getState().copyOnSelect || !this.#terminal.hasSelection()) return
      void request('clipboard.write', { text: this.selection })
    })
    element.addEventListener('contextmenu', (event) => {
      // A program that asked for the mouse gets the right button too; with Shift it is ours.
      if (this.#terminal.modes.mouseTrackingMode === 'none' || event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
    })
  }

  #applyAppearance(): void {
    this.#terminal.options = xtermOptions(useTerminalPreferences.getState())
    this.#fitSoon()
    // A font that is not there yet is measured again when it has come.
    void fontReady().then(() => this.#fitSoon())
  }

  #fitSoon(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      this.#fitNow()
    })
  }

  #fitNow(): void {
    const wanted = this.#fit.proposeDimensions()
    // Hidden or squeezed to nothing: the remote side keeps its size.
    if (!wanted || !this.element.isConnected || !(wanted.cols > 0 && wanted.rows > 0)) return
    const cols = clampSize(wanted.cols)
    const rows = clampSize(wanted.rows)
    if (cols !== this.#terminal.cols || rows !== this.#terminal.rows) this.#terminal.resize(cols, rows)
  }

  #tellSize(): void {
    const { cols, rows } = this.size
    if (!this.#port || (this.#told?.cols === cols && this.#told.rows === rows)) return
    this.#told = { cols, rows }
    this.#post({ type: 'resize', cols, rows })
  }
}
