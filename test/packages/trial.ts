import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { expect } from 'vitest'
import type { Person } from './person'

/** What a demo that runs on a person's desktop is tried with, by its keys alone: a package has no way in for tests. */
export type Trial = {
  person: Person
  /** The demo's own process, as soon as there is one. */
  pid(): number | undefined
  /** Its data folder. */
  folder: string
}

/** How long a person's attempts at one thing may take together, ms. */
const attemptsTimeoutMs = 60_000

/** Bytes that the demo's host is asked to print. */
const printedBytes = 16 * 1024 * 1024

/** Waits until every page of a program is held by a filter of system calls, the inner half of the sandbox. */
export async function expectSandbox(person: Person, program: string): Promise<void> {
  const renderers = () => person.processes(program).filter(({ words }) => words.includes('--type=renderer'))
  await expect.poll(() => renderers().length).toBeGreaterThan(0)
  for (const { pid } of renderers())
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
  expect(person.processes(program).flatMap(({ words }) => words)).not.toContain('--no-sandbox')
}

/** Disconnects somebody from the list, and waits for that in the action log: so there were rows. */
export async function expectRows({ person, pid, folder }: Trial): Promise<void> {
  const down: string[] = []
  const recorded = async () => {
    // From the search to a row, each time the next one: not every service can disconnect.
    down.push('Down')
    await person.press(pid(), 'Escape', 'slash', ...down, 'Delete')
    // What the dialog's question is answered with.
    await person.run('xdotool', ['sleep', '0.5', 'key', 'ctrl+Return'])
    return actions(path.join(folder, 'history.db'))
  }
  await expect.poll(recorded, { timeout: attemptsTimeoutMs, interval: 500 }).toContain('disconnect')
}

/** Opens a terminal on the demo's host, signs in, and waits until what its shell prints has come. */
export async function expectTerminal({ person, pid, folder }: Trial): Promise<void> {
  const type = (...words: string[]) =>
    person.run('xdotool', ['sleep', '1', 'type', '--delay', '50', ...words])
  const before = bytesRead(pid())
  const printed = async () => {
    await person.press(pid(), 'Escape', 'Escape', 'ctrl+k')
    await type('Demo host\n')
    // The question about its key is on "Cancel" first; it is asked once.
    if (!existsSync(path.join(folder, 'known_hosts')))
      await person.run('xdotool', ['sleep', '1', 'key', 'Tab', 'Return'])
    await type('demo\n')
    await type(`flood ${printedBytes / 1024 / 1024}\n`)
    return bytesRead(pid()) - before
  }
  await expect
    .poll(printed, { timeout: attemptsTimeoutMs, interval: 1_000 })
    .toBeGreaterThanOrEqual(printedBytes)
}

/** Bytes that a process has read so far, from whatever. */
function bytesRead(pid: number | undefined): number {
  return Number(/^rchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1])
}

/** The kinds of the actions in a log; none as long as there is no log. */
function actions(file: string): unknown[] {
  if (!existsSync(file)) return []
  const database = new Database(file, { readonly: true })
  try {
    const rows = database.prepare('SELECT kind FROM actions').all([]) as { kind: unknown }[]
    return rows.map(({ kind }) => kind)
  } catch {
    return []
  } finally {
    database.close()
  }
}
