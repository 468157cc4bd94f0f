import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { packageFiles, signedFeed } from '../../packaging/update-feed.mjs'
import type { UpdateSource } from '../../src/main/updates/source'
import { newUpdateKey } from '../harness/update-feed'
import { aPerson, canInstall, root } from './person'
import { changedDeb, changedImages } from './versions'

const installed = '/opt/Sessiondeck/sessiondeck'
const key = newUpdateKey()

/** The names that the release has. */
const names = { deb: 'sessiondeck-0.2.0-linux-amd64.deb', image: 'sessiondeck-0.2.0-linux-x86_64.AppImage' }

/** Where the window's line about updates has its button for the next step, px from the window's right and upper edge. */
const button = { right: 90, top: 24 }

describe.skipIf(!canInstall())('an update from 0.1.0 to 0.2.0, as an ordinary user makes it', () => {
  const packages = inject('packages')?.[0] ?? ''
  const made = (ending: string) =>
    path.join(packages, readdirSync(packages || '.').find((name) => name.endsWith(ending)) ?? '')
  const { person, installDeb } = aPerson()
  let folder: string
  let server: Server
  let source: UpdateSource
  /** Requests that reached the update server: host and path. */
  const requests: string[] = []
  let feed = ''
  /** Whether the server sends everybody to a host that the package does not know. */
  let isMoved = true
  const elsewhere = () => source.feed.replace('127.0.0.1', 'localhost')
  /** Sent in place of a package. */
  let instead: Buffer | null = null

  const feedOf = (privateKey: string, stagingPercentage = 100) =>
    signedFeed(
      {
        version: '0.2.0',
        notes: 'Everything is faster.',
        stagingPercentage,
        folder: source.feed.replace('/update.json', ''),
        files: packageFiles(folder, '0.2.0'),
      },
      [privateKey],
    )

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'sessiondeck-updates-'))
    await chmod(folder, 0o755)
    server = createServer((request, response) => {
      const url = request.url ?? ''
      requests.push(`${request.headers.host} ${url} ${JSON.stringify(request.headers)}`)
      if (isMoved) response.writeHead(302, { location: elsewhere() }).end()
      else if (url === '/update.json') response.end(feed)
      else
        readFile(path.join(folder, path.basename(url))).then(
          (bytes) => response.end(instead ?? bytes),
          () => response.writeHead(404).end(),
        )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const feedAddress = `http://127.0.0.1:${(server.address() as AddressInfo).port}/update.json`
    source = {
      feed: feedAddress,
      hosts: ['127.0.0.1'],
      keys: [key.publicKey],
      page: 'https://sessiondeck.example',
    }
  })
  afterAll(async () => {
    server?.closeAllConnections()
    server?.close()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  /** A data folder of the person's, and what the application has written to its log there. */
  const data = (name: string) => path.join(person().session.env.XDG_CONFIG_HOME ?? '', name)
  const log = (name: string): string => {
    const file = path.join(data(name), 'logs/main.log')
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }
  const asked = (part: string) => requests.filter((each) => each.includes(part)).length

  /** Presses the window's button for the next step. */
  const press = async (pid: number | undefined) => {
    const window = await person().windowOf(pid)
    if (!window) return
    const { stdout } = await person().run('xdotool', ['getwindowgeometry', '--shell', window])
    const width = Number(/WIDTH=(\d+)/.exec(stdout)?.[1] ?? 0)
    const place = [String(width - button.right), String(button.top)]
    await person().run('xdotool', [
      'windowactivate',
      '--sync',
      window,
      'mousemove',
      '--window',
      window,
      ...place,
      'click',
      '1',
    ])
  }
  const pressUntil = (pid: number | undefined, done: () => boolean) =>
    expect
      .poll(
        async () => {
          if (!done()) await press(pid)
          return done()
        },
        { interval: 700, timeout: 40_000 },
      )
      .toBe(true)
  const end = (program: string) => person().end(program)

  it('of an installed deb: nothing that is not signed, not its turn or not the file; then the new version', async (test) => {
    const change = { updates: source }
    await changedDeb(made('.deb'), { ...change, version: '0.2.0' }, path.join(folder, names.deb))
    const first = path.join(folder, 'first.deb')
    await changedDeb(made('.deb'), { ...change, version: '0.1.0' }, first)
    await installDeb(first, test)

    const bin = path.join(folder, 'bin')
    mkdirSync(bin)
    const question = path.join(folder, 'question')
    const answer = path.join(folder, 'answer')
    await writeFile(
      path.join(bin, 'pkexec'),
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${question}.new'; mv '${question}.new' '${question}'\nwhile [ ! -e '${answer}' ]; do sleep 0.1; done\nread code < '${answer}'\nrm '${answer}' '${question}'\nexit "$code"\n`,
    )
    await chmod(path.join(bin, 'pkexec'), 0o755)
    await chmod(folder, 0o777)
    const words = [`--user-data-dir=${data('updated')}`]
    const start = (...more: string[]) =>
      person().start(installed, [...words, ...more], { PATH: `${bin}:${person().session.env.PATH}` })
    const pid = () => person().applications(installed)[0]?.pid

    start()
    await expect.poll(() => log('updated')).toContain('Update: idle (The update server could not be reached')
    await end(installed)

    isMoved = false
    feed = feedOf(newUpdateKey().privateKey)
    start()
    await expect.poll(() => log('updated')).toContain('Update: idle (The list of versions was not signed')
    await end(installed)

    feed = feedOf(key.privateKey, 0)
    start()
    await expect.poll(() => log('updated').match(/Update: idle/g)?.length).toBe(3)
    expect(log('updated')).not.toContain('Update: available')
    await end(installed)
    expect(asked('.deb')).toBe(0)

    feed = feedOf(key.privateKey)
    start('--hidden')
    await expect.poll(() => log('updated')).toContain('Update: available 0.2.0')
    // The second one shows the window of the first.
    start()
    await expect.poll(() => person().windowOf(pid())).not.toBe('')
    instead = Buffer.alloc(statSync(path.join(folder, names.deb)).size)
    await pressUntil(pid(), () => asked('.deb') > 0)
    await expect.poll(() => log('updated')).toContain('Update: available 0.2.0 (The downloaded file is not')
    instead = null
    await pressUntil(pid(), () => asked('.deb') > 1)
    await expect.poll(() => log('updated'), { timeout: 30_000 }).toContain('Update: ready 0.2.0')

    const before = pid()
    await pressUntil(before, () => existsSync(question))
    await writeFile(answer, '126\n')
    await expect
      .poll(() => log('updated'))
      .toContain('(The update was not installed: the system did not allow it')
    expect(pid()).toBe(before)

    await pressUntil(before, () => existsSync(question))
    const [program = '', ...rest] = readFileSync(question, 'utf8').trim().split('\n')
    expect(rest.at(-1)).toBe(path.join(data('updated'), 'updates/pending', names.deb))
    await root(program, ...rest)
    await writeFile(answer, '0\n')
    await expect.poll(() => log('updated'), { timeout: 30_000 }).toContain('Sessiondeck 0.2.0 on Electron')
    expect(pid()).not.toBe(before)
    expect(person().applications(installed)[0]?.words).toEqual([installed, ...words, '--hidden'])
    // There is nothing newer, so nothing is left of the download.
    await expect.poll(() => readdirSync(path.join(data('updated'), 'updates/pending'))).toEqual([])
    await end(installed)
    expect(requests.join('\n')).not.toMatch(/staging|cookie|localhost|0\.1\.0|linux(?!-amd64)|chrome/i)
  })

  it('of an AppImage, which keeps its name', async () => {
    const home = person().session.env.HOME ?? ''
    const image = path.join(home, 'Sessiondeck.AppImage')
    const target = path.join(folder, names.image)
    await changedImages(made('.AppImage'), [
      { change: { version: '0.1.0', updates: source }, target: image },
      { change: { version: '0.2.0', updates: source }, target },
    ])
    chownSync(image, person().owner.uid, person().owner.gid)
    feed = feedOf(key.privateKey)
    // Where nobody may make namespaces an AppImage has no sandbox.
    const words = [`--user-data-dir=${data('image')}`, '--no-sandbox']
    person().start(image, words)
    const pid = () => person().applications('/sessiondeck')[0]?.pid
    await expect.poll(() => person().windowOf(pid()), { timeout: 30_000 }).not.toBe('')
    await expect.poll(() => log('image')).toContain('Update: available 0.2.0')
    await pressUntil(pid(), () => asked('.AppImage') > 0)
    await expect.poll(() => log('image'), { timeout: 30_000 }).toContain('Update: ready 0.2.0')
    const before = pid()
    await pressUntil(before, () => log('image').includes('Update: installing'))
    await expect.poll(() => log('image'), { timeout: 30_000 }).toContain('Sessiondeck 0.2.0 on Electron')
    expect(pid()).not.toBe(before)
    expect(person().applications('/sessiondeck')[0]?.words).toEqual(expect.arrayContaining(words))
    expect(statSync(image).size).toBe(statSync(target).size)
    await end('/sessiondeck')
  })
})
