import { LineEditor } from './line-editor'
import type { LiveTerminal } from './vsay-world'

interface ShellOptions {
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
  readonly #editor: LineEditor

  constructor(options: ShellOptions) {
    const { write } = options
    this.#options = options
    this.#editor = new LineEditor({
      write,
      line: (line) => this.#enter(line.trim()),
      interrupt: () => write(`^C\r\n${PROMPT}`),
      end: () => this.#exit(),
    })
  }

  /** Greets and prompts. */
  start(): void {
    this.#options.write(`Demo terminal. ${HELP}\r\n${PROMPT}`)
  }

  /** Keystrokes as a terminal sends them. */
  input(data: string): void {
    this.#options.terminal.lastActivityMs = this.#options.now()
    this.#editor.input(data)
  }

  #enter(line: string): void {
    const { write } = this.#options
    if (line !== '') {
      this.#log('command', line)
      if (line === 'exit') {
        this.#exit()
        return
      }
      const output = this.#run(line)
      if (output !== '') {
        this.#log('output', output)
        write(`${output.replaceAll('\n', '\r\n')}\r\n`)
      }
    }
    write(PROMPT)
  }

  #exit(): void {
    this.#editor.close()
    this.#options.exit()
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
