import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { Terminal } from '@xterm/xterm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countAsHosts } from '../../../src/renderer/features/terminal/view/host-widths'
import { OutputText } from '../../../src/renderer/features/terminal/view/output-text'
import { record } from '../../harness/connection-recorder'
import { machine } from '../../harness/ssh-machine'
import { hasSshd, type Sshd, startSshd } from '../../harness/sshd'

const run = promisify(execFile)
const hasTmux = existsSync('/usr/bin/tmux')
const hasVim = existsSync('/usr/bin/vim')

/** Characters that emulators and hosts have disagreed about. */
const samples = [
  ...['a', 'é', 'ж', '漢', '한', 'ｱ', '─', '█', '✓', '☎', '❤', '⌚', '⏰', '★', '☆', '…', '‘', '€'],
  ...[
    '😀',
    '🚀',
    '🧑',
    '🫠',
    '🥹',
    '🩷',
    '🪿',
    '🫨',
    '🪩',
    '🛜',
    '🫱',
    '🧌',
    '🇩',
    '䷀',
    '㉈',
    '𗀀',
    '𘬀',
    '𛀁',
    '\u00ad',
    '\u0301',
    '\u200d',
    '\ufe0f',
    '\u1160',
    '\ud7b0',
    '\u{e0100}',
  ],
]

describe.skipIf(!hasSshd)('how many cells a host counts', () => {
  let sshd: Sshd
  let key: string
  let homes = 0
  beforeAll(async () => {
    sshd = await startSshd(['AcceptEnv LANG LC_* COLORTERM'])
    key = await sshd.addKey('id')
  })
  afterAll(() => sshd.stop())

  /** A shell on the host, and what our terminal makes of it. */
  const open = async () => {
    homes += 1
    const home = await machine(path.join(sshd.folder, `home${homes}`), await sshd.knownHostsLine('ed25519'))
    const screen = new Terminal({ cols: 80, rows: 24, allowProposedApi: true })
    countAsHosts(screen)
    const text = new OutputText()
    const host = { port: sshd.port, user: sshd.user, identityFiles: [key], identitiesOnly: true }
    const terminal = record(home.connect(host), undefined, (bytes) => {
      for (const slice of text.read(bytes)) screen.write(slice)
    })
    // Programs ask a terminal what it is, and wait for the answer.
    screen.onData((data) => terminal.connection.write(data))
    await terminal.live()
    const rows = () =>
      Array.from({ length: screen.rows }, (_, row) =>
        screen.buffer.active
          .getLine(screen.buffer.active.baseY + row)
          ?.translateToString(true)
          .trimEnd(),
      )
    /** The cell at a place of the screen. */
    const cellAt = (row: number, column: number) =>
      screen.buffer.active
        .getLine(screen.buffer.active.baseY + row)
        ?.getCell(column)
        ?.getChars()
    const type = (data: string) => terminal.connection.write(data)
    const close = async () => {
      terminal.connection.close()
      await terminal.ended
    }
    return { type, rows, cellAt, close, screen }
  }

  it('is what we count, one by one', async () => {
    const folder = path.join(sshd.files, 'samples')
    await mkdir(folder, { recursive: true })
    const files = await Promise.all(
      samples.map(async (sample, at) => {
        const file = path.join(folder, `${at}`)
        await writeFile(file, `${sample}\n`)
        return file
      }),
    )
    const { stdout } = await run('wc', ['-L', ...files], {
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    })
    const counted = stdout
      .trim()
      .split('\n')
      .slice(0, samples.length)
      .map((line) => Number(line.trim().split(/\s+/)[0]))
    const screen = new Terminal({ allowProposedApi: true })
    countAsHosts(screen)
    const ours: string[] = []
    const theirs: string[] = []
    for (const [at, sample] of samples.entries()) {
      // A character that came after the host's library has no width there: it prints something else for it.
      if (counted[at] === 0 && /\p{Emoji_Presentation}/u.test(sample)) continue
      await new Promise<void>((resolve) => screen.write(`\r.${sample}`, resolve))
      ours.push(`${sample} ${screen.buffer.active.cursorX - 1}`)
      theirs.push(`${sample} ${counted[at]}`)
    }
    expect(ours).toEqual(theirs)
    expect(ours.length).toBeGreaterThan(30)
  })

  it('leaves the cursor of bash where the text is', async () => {
    const { type, rows, close } = await open()
    type("PS1='> '; clear\n")
    await expect.poll(() => rows()[0]).toBe('>')
    // Typed, then put in at the begin: bash draws the line anew by what it counts.
    type('🫠🥹🫱 漢字 end\x01x\x05y')
    await expect.poll(() => rows()[0]).toBe('> x🫠🥹🫱 漢字 endy')
    await close()
  })

  it.runIf(hasVim)('leaves vim’s ruler and its border where they belong', async () => {
    const { type, rows, cellAt, close } = await open()
    const file = path.join(sshd.files, 'wide.txt')
    await writeFile(file, '🫠🥹🫱 漢字 end\nplain\n', { mode: 0o644 })
    type(`vim -u NONE -c 'set encoding=utf-8 laststatus=0' -c 'vsplit' ${file}\n`)
    await expect.poll(() => rows()[0]).toContain('end')
    await expect.poll(() => cellAt(0, 40)).toBe('|')
    expect([cellAt(1, 40), cellAt(5, 40)]).toEqual(['|', '|'])
    type(':qa!\r')
    await close()
  })

  it.runIf(hasTmux)(
    'leaves the border between two panes of tmux straight, and every letter in it',
    async () => {
      const { type, rows, cellAt, close } = await open()
      type(
        'tmux -f /dev/null -L widths new \'printf "🫠🥹🫱 漢字 é end\\n"; read -r answer\' \\; split-window -h \'printf "🫠|\\n"; read -r answer\'\n',
      )
      await expect.poll(() => rows()[0]).toMatch(/🫠🥹🫱 漢字 é end +│🫠\|/)
      expect([0, 1, 5].map((row) => cellAt(row, 40))).toEqual(['│', '│', '│'])
      type('\r')
      await close()
    },
  )
})
