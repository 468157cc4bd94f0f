import { FitAddon } from '@xterm/addon-fit'
import { Terminal } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import type { TerminalSize } from '../../../../shared/terminal'
import { request } from '../../../bridge'
import { throttled } from '../../../lib/throttled'
import { forTerminal } from '../pane/paste-guard'
import { commandOf, copiesSelection, isMac } from '../terminal-keys'
import { useTerminalPreferences } from '../terminal-preferences'
import { fontReady, onAppearance, xtermOptions } from './appearance'
import { drawColoursOnce } from './colour-drawing'
import { drawFast } from './fast-renderer'
import { countAsHosts } from './host-widths'
import { addLinks } from './links'
import { boundOutputCost } from './output-cost'
import { lastPrintedRow, printedText } from './printed-text'
import { clearAbove, PromptRows } from './prompt-rows'
import { onRemoteClipboard } from './remote-clipboard'
import { skipEmptySelections } from './selection-drawing'
import { TerminalSearch } from './terminal-search'
import { clampSize, sizeOf } from './terminal-size'
import { TerminalStream, type TerminalStreamEvents } from './terminal-stream'
import { xtermKey } from './xterm-keys'

/** Shortest time between two writes of a program to the clipboard, ms; its last text is written in any case. */
const clipboardEveryMs = 200

/** The callbacks of a terminal's picture. */
type TerminalViewEvents = TerminalStreamEvents & {
  /** A text to paste, not yet looked at. */
  paste(text: string): void
  /** Enter; `true` when it was for us and not for the remote program. */
  enter(): boolean
  /** What the remote program calls itself. Untrusted. */
  title(title: string): void
  bell(): void
  focus(): void
}

/**
 * One terminal's picture: an xterm with its addons, and what is done to it in the window. It outlives its place there: a
 * pane puts `element` into the document while it is looked at, and output is parsed (and acknowledged) all the time.
 */
export class TerminalView {
  readonly element = document.createElement('div')
  readonly search: TerminalSearch
  readonly stream: TerminalStream
  readonly #events: TerminalViewEvents
  readonly #terminal: Terminal
  readonly #prompt: PromptRows
  readonly #fit = new FitAddon()
  readonly #observer = new ResizeObserver(() => this.#fitSoon())
  readonly #stopAppearance: () => void
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
      // Each byte that makes no sense to it would be a line in the console.
      logLevel: 'off',
      // Where a program has the mouse, Option selects on a Mac, as Shift does elsewhere.
      macOptionClickForcesSelection: true,
      rightClickSelectsWord: false,
      scrollOnUserInput: true,
    })
    const terminal = this.#terminal
    terminal.loadAddon(this.#fit)
    countAsHosts(terminal)
    this.search = new TerminalSearch(terminal)
    this.stream = new TerminalStream(terminal, events)
    this.#prompt = new PromptRows(terminal)
    boundOutputCost(terminal)
    addLinks(terminal, this.element)
    const write = throttled(clipboardEveryMs, (text: string) => void request('clipboard.write', { text }))
    onRemoteClipboard(terminal, (text) => {
      if (useTerminalPreferences.getState().remoteClipboard) write(text)
    })
    terminal.attachCustomKeyEventHandler((event) => this.#onKey(event))
    terminal.onTitleChange((title) => events.title(title))
    terminal.onBell(() => events.bell())
    this.#listen()
    this.#stopAppearance = onAppearance(() => this.#applyAppearance())
  }

  /** Characters that fit, as far as is known. */
  get size(): TerminalSize {
    return sizeOf(this.#terminal)
  }

  /** Puts the picture into the document; resolves when it is measured. */
  async show(place: HTMLElement): Promise<void> {
    place.append(this.element)
    this.#opened ??= fontReady().then(() => {
      this.#terminal.open(this.element)
      skipEmptySelections(this.#terminal)
      drawColoursOnce(this.#terminal)
    })
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

  /** Takes the picture out of the document; output that comes meanwhile is kept. */
  hide(place: HTMLElement): void {
    if (this.element.parentElement !== place) return
    this.#observer.disconnect()
    this.#stopDrawing()
    this.#stopDrawing = () => {}
    this.element.remove()
    this.stream.setFocus(false)
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
    return printedText(this.#terminal.buffer.normal)
  }

  /** Selects all that was printed, without the empty rest of the screen. */
  selectAll(): void {
    const last = lastPrintedRow(this.#terminal.buffer.active)
    if (last >= 0) this.#terminal.selectLines(0, last)
  }

  /** Forgets what stands above the prompt; the screen of a full-screen program is left alone. */
  clear(): void {
    clearAbove(this.#terminal, this.#prompt.count)
  }

  dispose(): void {
    this.stream.stop()
    this.search.stop()
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#observer.disconnect()
    this.#stopAppearance()
    this.#stopDrawing()
    this.#terminal.dispose()
    this.element.remove()
  }

  #onKey(event: KeyboardEvent): boolean {
    if (event.type !== 'keydown') return true
    if (event.key === 'Enter' && !event.isComposing && this.#events.enter()) {
      event.preventDefault()
      return false
    }
    if (copiesSelection(event) && this.#terminal.hasSelection()) {
      event.preventDefault()
      this.#copySelection()
      this.#terminal.clearSelection()
      return false
    }
    // Chromium turns this key into a `paste` event, which carries the text: no right to read the clipboard is needed.
    if (commandOf(event) === 'paste') return false
    const sequence = event.isComposing ? null : this.#sequenceOf(event)
    if (sequence === null) return true
    event.preventDefault()
    event.stopPropagation()
    this.#terminal.input(sequence)
    return false
  }

  #sequenceOf(event: KeyboardEvent): string | null {
    return xtermKey(event, {
      optionTypes: isMac && !useTerminalPreferences.getState().optionIsMeta,
      altGraph: event.getModifierState('AltGraph'),
    })
  }

  #listen(): void {
    const { element } = this
    element.addEventListener('focusin', () => {
      this.stream.setFocus(true)
      this.#events.focus()
    })
    element.addEventListener('focusout', () => this.stream.setFocus(false))
    element.addEventListener(
      'paste',
      (event) => {
        event.preventDefault()
        event.stopPropagation()
        this.#events.paste(event.clipboardData?.getData('text/plain') ?? '')
      },
      { capture: true },
    )
    element.addEventListener('mousedown', () => {
      // A selection to the edge ends with a release outside.
      globalThis.addEventListener('mouseup', () => this.#onSelected(), { once: true })
    })
    element.addEventListener('contextmenu', (event) => {
      // A program that asked for the mouse gets the right button too; with Shift it is ours.
      if (this.#terminal.modes.mouseTrackingMode === 'none' || event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
    })
  }

  #onSelected(): void {
    if (useTerminalPreferences.getState().copyOnSelect && this.#terminal.hasSelection()) this.#copySelection()
  }

  #copySelection(): void {
    void request('clipboard.write', { text: this.selection })
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
}
