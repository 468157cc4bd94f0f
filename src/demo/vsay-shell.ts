import type { LiveTerminal } from './vsay-world'

export interface ShellOptions {
  terminal: LiveTerminal
  /** Epoch milliseconds. */
  now(): number
  write(data: string): void
  exit(): void
}

const PROMPT = '\x1b[32mops@demo\x1b[0m:\x1b[34m~\x1b[0m$ '
const HELP = 'Commands: help, ls, echo TEXT, size, seq N, clear, exit'
const LONGEST_SEQUENCE = 100_000

/** A shell that knows a few words: echoes what is typed, edits with backspace, and ends with `exit` or Ctrl+D. */
export class ScriptedShell {
  readonly #options: ShellOptions
  #line = ''

  constructor(options: ShellOptions) {
    this.#options = options
  }

  /** Greets and prompts. */
  start(): void {
    this.#options.write(`Demo terminal. ${HELP}\r\n${PROMPT}`)
  }

  /** Keystrokes as a terminal sends them. */
  input(data: string): void {
    this.#options.terminal.lastActivityMs = this.#options.now()
    for (const char of data.replace(/\r\n/g, '\r')) {
      if (!this.#key(char)) return
    }
  }

  /** Handles one key; false when it ended the shell. */
  #key(char: string): boolean {
    const { write, exit } = this.#options
    switch (char) {
      case '\r':
      case '\n':
        write('\r\n')
        return this.#enter()
      case '\x7f':
        if (this.#line !== '') write('\b \b')
        this.#line = [...this.#line].slice(0, -1).join('')
        return true
      case '\x03':
        this.#line = ''
        write(`^C\r\n${PROMPT}`)
        return true
      case '\x04':
        if (this.#line !== '') return true
        exit()
        return false
      default:
        this.#line += char
        write(char)
        return true
    }
  }

  #enter(): boolean {
    const { write, exit } = this.#options
    const line = this.#line.trim()
    this.#line = ''
    if (line !== '') {
      this.#log('command', line)
      if (line === 'exit') {
        exit()
        return false
      }
      const output = this.#run(line)
      if (output !== '') {
        this.#log('output', output)
        write(`${output.replaceAll('\n', '\r\n')}\r\n`)
      }
    }
    write(PROMPT)
    return true
  }

  #run(line: string): string {
    const [command = '', ...words] = line.split(/\s+/)
    switch (command) {
      case 'help':
        return HELP
      case 'ls':
        return 'deploy.log  notes.txt  scripts'
      case 'echo':
        return words.join(' ')
      case 'size':
        return `${this.#options.terminal.cols}x${this.#options.terminal.rows}`
      case 'seq': {
        const length = Math.min(Math.max(Number.parseInt(words[0] ?? '', 10) || 0, 0), LONGEST_SEQUENCE)
        return Array.from({ length }, (_, index) => index + 1).join('\n')
      }
      case 'clear':
        this.#options.write('\x1b[2J\x1b[H')
        return ''
      default:
        return `${command}: command not found`
    }
  }

  #log(type: 'command' | 'output', content: string): void {
    this.#options.terminal.log.push({ timestampMs: this.#options.now(), type, content })
  }
}
