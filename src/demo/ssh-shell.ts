import type { Clock } from './clock'
import { LineEditor } from './line-editor'

interface SshShellOptions {
  clock: Clock
  size(): { cols: number; rows: number }
  /** False when the client takes no more for now: go on when `drained` is called. */
  write(data: string | Buffer): boolean
  exit(code: number): void
}

const PROMPT = '\x1b[1;32mdemo@host\x1b[0m:\x1b[1;34m~\x1b[0m$ '
const HELP: readonly (readonly [command: string, what: string])[] = [
  ['help', 'this list'],
  ['echo TEXT', 'says it again'],
  ['colours', '16, 256 and true colours, and styles'],
  ['unicode', 'wide, combined and drawn characters'],
  ['progress', 'a bar that fills in three seconds'],
  ['flood [MIB]', 'output as fast as it goes, until Ctrl+C'],
  ['size', "the window's size"],
  ['clear', 'an empty screen'],
  ['exit [CODE]', 'ends the session'],
]
const UNICODE = [
  'wide      漢字 かな 한글 │',
  'emoji     😀 🚀 🎉 ❤️ │',
  'combined  e\u0301 n\u0303 a\u0308 o\u0302 │',
  'boxes     ┌─┬─┐ ├─┼─┤ └─┴─┘ ▁▂▃▄▅▆▇█',
  'letters   ñ ß ø Ж Ω ا ש',
]
const PROGRESS_STEPS = 30
const PROGRESS_STEP_MS = 100
const PIECE_BYTES = 32 * 1024

/**
 * The shell of the demo's SSH host: a few commands that show what a terminal can do. It starts no process and touches no
 * file.
 */
export class SshShell {
  readonly #options: SshShellOptions
  readonly #editor: LineEditor
  /** Ends the running command; null while the shell waits for one. */
  #stop: (() => void) | null = null
  #resume: (() => void) | null = null

  constructor(options: SshShellOptions) {
    this.#options = options
    this.#editor = new LineEditor({
      write: (data) => this.#write(data),
      line: (line) => this.#enter(line),
      interrupt: () => this.#interrupt(),
      end: () => this.#exit(0),
    })
  }

  /** Greets and prompts. */
  start(): void {
    this.#write(
      `Welcome to the demo host. It starts no process; \x1b[1mhelp\x1b[0m lists what it can do.\r\n${PROMPT}`,
    )
  }

  /** Keystrokes as a terminal sends them. A running command hears Ctrl+C only. */
  input(data: string): void {
    if (!this.#stop) this.#editor.input(data)
    else if (data.includes('\x03')) this.#interrupt()
  }

  /** The client takes output again. */
  drained(): void {
    const resume = this.#resume
    this.#resume = null
    resume?.()
  }

  /** The client is gone. */
  close(): void {
    this.#stop?.()
    this.#editor.close()
  }

  #write(data: string | Buffer): boolean {
    return this.#options.write(data)
  }

  #interrupt(): void {
    this.#stop?.()
    this.#stop = null
    this.#write(`^C\r\n${PROMPT}`)
  }

  #exit(code: number): void {
    this.#editor.close()
    this.#options.exit(code)
  }

  #done(): void {
    this.#stop = null
    this.#write(PROMPT)
  }

  #enter(line: string): void {
    const [command = '', ...words] = line.trim().split(/\s+/)
    const figure = Number.parseInt(words[0] ?? '', 10)
    if (command === 'exit') this.#exit(Number.isNaN(figure) ? 0 : figure & 0xff)
    else if (command === 'flood') this.#flood(figure > 0 ? figure : Number.POSITIVE_INFINITY)
    else if (command === 'progress') this.#progress(0)
    else {
      const output = this.#answer(command, line.trim().slice(command.length + 1))
      if (output) this.#write(`${output.replaceAll('\n', '\r\n')}\r\n`)
      this.#write(PROMPT)
    }
  }

  #answer(command: string, rest: string): string {
    switch (command) {
      case '':
        return ''
      case 'help':
        return HELP.map(([name, what]) => `  \x1b[1m${name.padEnd(14)}\x1b[0m${what}`).join('\n')
      case 'echo':
        return rest
      case 'colours':
      case 'colors':
        return colours()
      case 'unicode':
        return UNICODE.join('\n')
      case 'size': {
        const { cols, rows } = this.#options.size()
        return `${cols}x${rows}`
      }
      case 'clear':
        this.#write('\x1b[2J\x1b[H')
        return ''
      default:
        return `${command}: command not found`
    }
  }

  #progress(done: number): void {
    const percent = Math.round((done / PROGRESS_STEPS) * 100)
    const bar = `${'█'.repeat(done)}${'░'.repeat(PROGRESS_STEPS - done)}`
    this.#write(`\r\x1b[36m${bar}\x1b[0m ${String(percent).padStart(3)} %`)
    if (done === PROGRESS_STEPS) {
      this.#write('\r\n')
      this.#done()
    } else this.#stop = this.#options.clock.schedule(PROGRESS_STEP_MS, () => this.#progress(done + 1))
  }

  /** Writes as much as the client takes, listening between pieces so that Ctrl+C is heard at once. */
  #flood(mebibytes: number): void {
    const pieces = floodPieces(mebibytes * 1024 * 1024)
    let stopped = false
    this.#stop = () => {
      stopped = true
    }
    const step = () => {
      if (stopped) return
      const next = pieces.next()
      if (next.done) this.#done()
      else if (this.#write(next.value)) setImmediate(step)
      else this.#resume = step
    }
    step()
  }
}

/** What `flood` writes: `totalBytes` of numbered lines, in pieces. */
export function* floodPieces(totalBytes: number): Generator<Buffer, void> {
  let sent = 0
  let text = ''
  for (let line = 1; sent < totalBytes; line++) {
    text += `\x1b[3${line % 8}m${String(line).padStart(9, '0')}\x1b[0m The quick brown fox jumps over the lazy dog. Größe, 漢字, 😀\r\n`
    if (text.length < PIECE_BYTES) continue
    const piece = Buffer.from(text).subarray(0, totalBytes - sent)
    text = ''
    sent += piece.length
    yield piece
  }
}

function colours(): string {
  const cell = (code: string, text = '  ') => `\x1b[${code}m${text}\x1b[0m`
  const range = (length: number) => Array.from({ length }, (_, index) => index)
  const sixteen = [40, 100]
    .map((base) =>
      range(8)
        .map((index) => cell(`${base + index}`))
        .join(''),
    )
    .join('\n')
  const cube = range(6).map((row) =>
    range(36)
      .map((column) => cell(`48;5;${16 + row * 36 + column}`, ' '))
      .join(''),
  )
  const ramp = range(64)
    .map((step) => cell(`48;2;${step * 4};${96};${255 - step * 4}`, ' '))
    .join('')
  const styles = [
    cell('1', 'bold'),
    cell('2', 'dim'),
    cell('3', 'italic'),
    cell('4', 'underlined'),
    cell('7', 'inverse'),
    cell('9', 'struck'),
  ]
  return [sixteen, ...cube, ramp, styles.join(' ')].join('\n')
}
