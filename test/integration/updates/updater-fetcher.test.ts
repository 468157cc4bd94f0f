import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type RequestOptions,
  request,
  type Server,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { DebUpdater } from 'electron-updater'
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor'
import { afterEach, describe, expect, it } from 'vitest'
import { UpdaterFetcher } from '../../../src/main/desktop/updates/updater-fetcher'
import type { PackageFile } from '../../../src/main/updates/feed'
import { temporaryFolder } from '../../harness/temporary-folder'

const folder = temporaryFolder()
const bytes = Buffer.alloc(3_000_000, 'package ')
const sha512 = (content: Buffer) => createHash('sha512').update(content).digest('base64')
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

let server: Server | undefined
/** Every request that reached the server. */
const requests: { url: string; headers: object }[] = []

async function serve(answer: RequestListener): Promise<PackageFile> {
  const started = createServer((asked, response) => {
    requests.push({ url: asked.url ?? '', headers: asked.headers })
    answer(asked, response)
  })
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const name = 'sessiondeck-0.2.0-linux-amd64.deb'
  const url = `http://127.0.0.1:${(started.address() as AddressInfo).port}/v/${name}`
  return { name, url, size: bytes.length, sha512: sha512(bytes) }
}

const whole: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-length': bytes.length })
  response.end(bytes)
}

/** electron-updater’s own class for a deb, outside of Electron: its requests go through Node, and the application is a stand-in. */
function newFetcher(downloads = folder()) {
  const updater = new DebUpdater(null, {
    version: '0.1.0',
    name: 'sessiondeck',
    isPackaged: true,
    appUpdateConfigPath: `${downloads}/none.yml`,
    userDataPath: downloads,
    baseCachePath: downloads,
    whenReady: async () => {},
    relaunch: () => {},
    quit: () => {},
    onQuit: () => {},
  })
  const executor = Object.assign(new ElectronHttpExecutor(), {
    createRequest: (options: RequestOptions, callback: (response: IncomingMessage) => void) =>
      request(options, callback),
    addRedirectHandlers: () => {},
  })
  Object.assign(updater, { httpExecutor: executor })
  return { fetcher: new UpdaterFetcher(updater, downloads, quiet), downloads }
}

const fetched = (fetcher: UpdaterFetcher, file: PackageFile, signal = new AbortController().signal) =>
  fetcher.fetch('0.2.0', file, () => {}, signal)

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  requests.length = 0
})

describe('UpdaterFetcher', () => {
  it('downloads the one file with electron-updater, which makes and sends no id', async () => {
    const file = await serve(whole)
    const { fetcher, downloads } = newFetcher()
    const result = await fetched(fetcher, file)
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.startsWith(downloads)).toBe(true)
    expect(readFileSync(result.value).equals(bytes)).toBe(true)
    expect(requests.map(({ url }) => url)).toEqual([new URL(file.url).pathname])
    expect(JSON.stringify(requests)).not.toContain('staging')
    expect(readdirSync(downloads, { recursive: true })).not.toContain('.updaterId')
  })

  it('uses again what an earlier run has downloaded, and removes it when told to', async () => {
    const file = await serve(whole)
    const { fetcher, downloads } = newFetcher()
    const first = await fetched(fetcher, file)
    const later = newFetcher(downloads).fetcher
    expect(await fetched(later, file)).toEqual(first)
    expect(requests).toHaveLength(1)
    await later.clear()
    expect(existsSync(first.ok ? first.value : '')).toBe(false)
  })

  it('refuses and deletes a file in which one bit was changed', async () => {
    const other = Buffer.from(bytes)
    other[1_000_000] = (other[1_000_000] ?? 0) ^ 1
    const file = await serve((_request, response) => response.end(other))
    const { fetcher, downloads } = newFetcher()
    expect(await fetched(fetcher, file)).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
    const left = readdirSync(downloads, { recursive: true, encoding: 'utf8' })
    expect(left.filter((name) => name.endsWith('.deb'))).toEqual([])
  })

  it('tells how far it is, and stops when it is given up', async () => {
    const stop = new AbortController()
    const file = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': bytes.length })
      response.write(bytes.subarray(0, 1_000_000))
      setTimeout(() => response.write(bytes.subarray(1_000_000, 1_100_000)), 1_100)
    })
    const { fetcher } = newFetcher()
    const told: number[] = []
    const result = await fetcher.fetch(
      '0.2.0',
      file,
      (received) => {
        told.push(received)
        stop.abort()
      },
      stop.signal,
    )
    expect(told[0]).toBeGreaterThan(0)
    expect(result).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
  })

  it.each([
    [
      'broke off',
      (_request, response) => {
        response.writeHead(200, { 'content-length': bytes.length })
        response.write(bytes.subarray(0, 10), () => response.destroy())
      },
    ],
    ['could not be downloaded', (_request, response) => response.writeHead(404).end()],
  ] satisfies [string, RequestListener][])('says that a download %s', async (words, answer) => {
    const file = await serve(answer)
    const result = await fetched(newFetcher().fetcher, file)
    expect(result.ok ? '' : result.error.message).toContain(words)
  })

  it('says that nobody answers', async () => {
    const file = { ...(await serve(whole)), url: 'http://127.0.0.1:1/sessiondeck.deb' }
    const result = await fetched(newFetcher().fetcher, file)
    expect(result.ok ? '' : result.error.message).toContain('internet connection')
  })
})
