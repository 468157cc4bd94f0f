import type { IBuffer, IMarker, Terminal } from '@xterm/xterm'

/** Commands in a row from which the height of the prompt is learned: one that printed nothing is likely among them. */
const observedCommands = 3
/** Rows of a prompt about which nothing is known. A line of output that stays is better than a prompt that loses one. */
const unknownRows = 2

/**
 * How many rows a shell's prompt has. A shell that marks its prompts (OSC 133) says so. Of others it is learned: what
 * stands between one Enter and the next is output and the prompt, so the least of a few such distances is the prompt.
 */
export class PromptRows {
  readonly #terminal: Terminal
  /** Where the shell said that a prompt begins. */
  #marked: IMarker | null = null
  /** The row in which Enter was pressed last. */
  #entered: IMarker | null = null
  /** The last row of the present prompt, as it was before anything was typed. */
  #prompt: string | null = null
  /** Rows between one Enter and the next, newest last, of prompts whose last row reads `of`. */
  #distances: { of: string; rows: number[] } = { of: '', rows: [] }

  constructor(terminal: Terminal) {
    this.#terminal = terminal
    const onMark = (data: string) => {
      if (data.startsWith('A')) this.#marked = this.#markRow(this.#marked, this.#firstRow())
      return false
    }
    for (const code of [133, 633]) terminal.parser.registerOscHandler(code, onMark)
    terminal.onData((data) => this.#typed(data))
  }

  /** The rows from the prompt's first one to the cursor's line, that line counted as one. */
  get count(): number {
    const row = this.#firstRow()
    const since = this.#since(row)
    if (this.#marked && !this.#marked.isDisposed) {
      const marked = row - this.#marked.line + 1
      if (marked > 0 && marked <= since) return marked
    }
    const { of, rows } = this.#distances
    const isKnown = rows.length > 0 && of === (this.#prompt ?? this.#leftOfCursor())
    return Math.min(since, isKnown ? Math.min(...rows) : unknownRows)
  }

  #typed(data: string): void {
    // An answer of the terminal itself, or an arrow: nothing that a line of input begins with.
    if (data.startsWith('\x1b')) return
    this.#prompt ??= this.#leftOfCursor()
    if (!data.includes('\r')) return
    const row = this.#firstRow()
    const since = this.#since(row)
    if (this.#distances.of !== this.#prompt) this.#distances = { of: this.#prompt, rows: [] }
    if (since > 0 && since !== Number.POSITIVE_INFINITY)
      this.#distances.rows = [...this.#distances.rows, since].slice(-observedCommands)
    this.#entered = this.#markRow(this.#entered, this.#row())
    this.#prompt = null
  }

  /** Rows that came since the last Enter. */
  #since(row: number): number {
    if (!this.#entered || this.#entered.isDisposed) return Number.POSITIVE_INFINITY
    return Math.max(1, row - this.#entered.line)
  }

  #row(): number {
    const { baseY, cursorY } = this.#terminal.buffer.active
    return baseY + cursorY
  }

  #firstRow(): number {
    return firstRowOf(this.#terminal.buffer.active, this.#row())
  }

  #leftOfCursor(): string {
    const { active } = this.#terminal.buffer
    return active.getLine(this.#row())?.translateToString(false, 0, active.cursorX) ?? ''
  }

  #markRow(old: IMarker | null, row: number): IMarker {
    old?.dispose()
    return this.#terminal.registerMarker(row - this.#row())
  }
}

/** The first row of the line that a row belongs to. */
function firstRowOf(buffer: Pick<IBuffer, 'getLine'>, row: number): number {
  let first = row
  while (first > 0 && buffer.getLine(first)?.isWrapped) first -= 1
  return first
}

/**
 * Forgets the scrollback and what stands on the screen above the last rows: `rows` of them, the cursor's line counted as
 * one. Done with the terminal's own sequences, so that the remote side's idea of where the cursor is stays true.
 */
export function clearAbove(terminal: Terminal, rows: number): void {
  const { active } = terminal.buffer
  if (active.type === 'alternate') return
  const line = firstRowOf(active, active.baseY + active.cursorY)
  const above = firstRowOf(active, Math.max(0, line - rows + 1)) - active.baseY
  const upwards = above > 0 ? `\x1b[${above}S\x1b[${above}A` : ''
  terminal.write(`${upwards}\x1b[3J`)
}
