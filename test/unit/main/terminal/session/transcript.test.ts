import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTranscripts, type Transcripts } from '../../../../../src/main/terminal/session/transcript'
import { recordEvents } from '../../../../harness/connection-events'
import { createFakeClock } from '../../../../harness/fake-clock'
import { fakeTransport } from '../../../../harness/fake-connection'

let parent: string
let folder: string
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'sessiondeck-transcripts-'))
  folder = path.join(parent, 'terminal-logs')
})
afterEach(() => rm(parent, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const files = async () => (await readdir(folder)).sort()
const contents = async () =>
  Promise.all((await files()).map((file) => readFile(path.join(folder, file), 'utf8')))
const exit = { kind: 'exit', code: 0, signal: null, reason: 'Done.' } as const

function connectTo(transcripts: Transcripts, label: string) {
  const transport = fakeTransport()
  const heard = recordEvents()
  const abort = new AbortController()
  const ask = async () => null
  transcripts.keep(label, transport.connect)({ cols: 80, rows: 24 }, heard.events, ask, abort.signal)
  return { ...heard, abort, events: transport.latest().events }
}

describe('a terminal whose output is kept', () => {
  it('has all its bytes in a file of its own that only the user can read', async () => {
    const clock = createFakeClock()
    const { events, seen, ended } = connectTo(createTranscripts(folder, clock), 'web-1')
    events.data(bytes('\x1b[1mone'))
    events.data(bytes(' two'))
    events.end(exit)
    expect(await ended).toEqual(exit)
    expect(seen.filter((line) => line.startsWith('data'))).toEqual(['data \x1b[1mone', 'data  two'])
    await vi.waitFor(async () => expect(await contents()).toEqual(['\x1b[1mone two']))
    const [file = ''] = await files()
    expect(file).toMatch(/^web-1-\d{4}-\d\d-\d\d\.log$/)
    expect(seen[0]).toBe(`notice The output is kept in ${path.join(folder, file)}`)
    if (process.platform !== 'win32') {
      expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600)
      expect((await stat(folder)).mode & 0o777).toBe(0o700)
    }
  })

  it('goes on in the same file when it connects again, and never shares it meanwhile', async () => {
    const transcripts = createTranscripts(folder, createFakeClock())
    const first = connectTo(transcripts, 'web')
    const second = connectTo(transcripts, 'web')
    first.events.data(bytes('a'))
    second.events.data(bytes('b'))
    await vi.waitFor(async () => expect((await contents()).sort()).toEqual(['a', 'b']))
    first.events.end(exit)
    second.events.end(exit)
    const again = createTranscripts(folder, createFakeClock())
    connectTo(again, 'web').events.data(bytes('c'))
    await vi.waitFor(async () => expect((await contents()).sort()).toEqual(['ac', 'b']))
  })

  it('begins another file before one grows past its bound', async () => {
    const { events } = connectTo(createTranscripts(folder, createFakeClock(), 8), 'web')
    for (const text of ['12345', '678', '9', 'longer than a file']) events.data(bytes(text))
    events.end(exit)
    await vi.waitFor(async () =>
      expect((await contents()).sort()).toEqual(['12345678', '9', 'longer than a file']),
    )
  })

  it.each([
    '../../etc/passwd',
    '..',
    '/root',
    'a\\..\\b',
    'C:x',
    'nul.',
    'a\u0000b',
    '\u202e',
    '漢'.repeat(60),
  ])('stays in the folder when it is called %j', async (label) => {
    const { events } = connectTo(createTranscripts(folder, createFakeClock()), label)
    events.data(bytes('x'))
    events.end(exit)
    await vi.waitFor(async () => expect(await contents()).toEqual(['x']))
    expect(await readdir(parent)).toEqual(['terminal-logs'])
    expect((await files())[0]).toMatch(/^[\p{L}\p{N}_-]+\.log$/u)
  })

  it('says once that it cannot be written, and goes on', async () => {
    await writeFile(folder, 'not a folder')
    const { events, seen } = connectTo(createTranscripts(folder, createFakeClock()), 'web')
    events.data(bytes('a'))
    events.data(bytes('b'))
    const notice = expect.stringMatching(/^notice The output is not kept .*\(\w+\)/)
    expect(seen).toEqual([notice, 'data a', 'data b'])
  })

  it('is whole on the disk when that was waited for', async () => {
    const transcripts = createTranscripts(folder, createFakeClock())
    const large = 'x'.repeat(4 * 1024 * 1024)
    const { events, abort } = connectTo(transcripts, 'web-1')
    events.data(bytes(large))
    events.data(bytes('end'))
    abort.abort()
    await transcripts.settled()
    expect((await contents())[0] === `${large}end`).toBe(true)
  })

  it('cannot be waited for in vain where it cannot be written', async () => {
    await writeFile(folder, 'a file in its place')
    const transcripts = createTranscripts(folder, createFakeClock())
    const { events, abort } = connectTo(transcripts, 'web-1')
    events.data(bytes('x'))
    abort.abort()
    await transcripts.settled()
  })

  it('keeps nothing of a connection that was given up', async () => {
    const { events, abort } = connectTo(createTranscripts(folder, createFakeClock()), 'web')
    events.data(bytes('before'))
    abort.abort()
    events.data(bytes('after'))
    events.end(exit)
    await vi.waitFor(async () => expect(await contents()).toEqual(['before']))
  })
})
