interface LineHandlers {
  write(data: string): void
  /** A line was finished with Enter. */
  line(line: string): void
  /** Ctrl+C. */
  interrupt(): void
  /** Ctrl+D on an empty line. */
  end(): void
}

/** Turns keystrokes into lines the way a terminal in its usual mode does: echoes, and edits with backspace. */
export class LineEditor {
  readonly #handlers: LineHandlers
  #line = ''
  #closed = false

  constructor(handlers: LineHandlers) {
    this.#handlers = handlers
  }

  /** Keystrokes as a terminal sends them. */
  input(data: string): void {
    for (const char of data.replace(/\r\n/g, '\r')) {
      if (this.#closed) return
      this.#key(char)
    }
  }

  /** Ignores further keys. */
  close(): void {
    this.#closed = true
  }

  #key(char: string): void {
    const { write, line, interrupt, end } = this.#handlers
    switch (char) {
      case '\r':
      case '\n': {
        const finished = this.#line
        this.#line = ''
        write('\r\n')
        line(finished)
        return
      }
      case '\x7f':
        if (this.#line !== '') write('\b \b')
        this.#line = [...this.#line].slice(0, -1).join('')
        return
      case '\x03':
        this.#line = ''
        interrupt()
        return
      case '\x04':
        if (this.#line === '') end()
        return
      default:
        this.#line += char
        write(char)
    }
  }
}
