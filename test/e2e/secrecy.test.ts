import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'
import { heapOf } from '../harness/page-memory'

const credential = 'credential-5f2c9a-never-seen'
const headerValue = 'header-value-8d41be-never-seen'
const customerKey = 'customer-key-77aa13-masked'
const secrets = [credential, headerValue]

/** Repeats what it was sent in everything that an answer can hold, in another way each time. */
function createTellTale(): Server {
  let hits = 0
  return createServer((request, response) => {
    const said = `${request.url} ${JSON.stringify(request.headers)}`
    const refusal = JSON.stringify({ success: false, message: said, error: { code: said, message: said } })
    const answers = [
      () => response.writeHead(401).end(refusal),
      () => response.writeHead(500).end(refusal),
      () => response.writeHead(200).end(`<html>${said}</html>`),
      () => response.writeHead(302, { location: `/${encodeURI(`${credential}${headerValue}`)}` }).end(),
      () => response.writeHead(200).end(JSON.stringify({ success: true, sessions: said })),
      () => response.writeHead(200, { 'content-length': '9999' }).end(refusal, () => response.destroy()),
      () => response.writeHead(429, { 'retry-after': '0' }).end(refusal),
    ]
    answers[hits++ % answers.length]?.()
  })
}

/** Every file below a folder as text, whatever it holds. */
async function textsBelow(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.path, entry.name))
  // A file of Chromium's may go while it is looked at.
  const texts = files.map(
    async (file): Promise<[string, string]> => [file, await readFile(file, 'latin1').catch(() => '')],
  )
  return new Map(await Promise.all(texts))
}

/** The command lines of every process that the application started. */
async function commandLinesOf({ app }: LaunchedApp): Promise<string> {
  const pids = await app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
  const lines = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8'))
  return (await Promise.all(lines)).join('\n')
}

describe.skipIf(!hasDesktop)('secrets of an account whose service repeats them in every answer', () => {
  const server = createTellTale()
  let launched: LaunchedApp

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const account = { baseUrl, credential, requestsPerMinute: 6000, headers: { 'X-Gate': headerValue } }
    launched = await launchApp({
      config: {
        accounts: [
          { ...account, provider: 'vsay', label: 'Ops' },
          { ...account, provider: 'luaprot', label: 'Hub', scopes: [{ kind: 'key', id: customerKey }] },
        ],
      },
    })
  })
  afterAll(async () => {
    await launched?.close()
    server.close()
  })

  it('travel with requests that are answered in every wrong way', async () => {
    const { window } = launched
    await window.getByText('Hub', { exact: true }).first().waitFor()
    const seen = new Set<string>()
    // Each heartbeat meets the next kind of answer.
    await expect
      .poll(
        async () => {
          const health = await window.evaluate(async () => {
            await globalThis.sessiondeck.request('heartbeat.now', { accountId: null })
            return globalThis.sessiondeck.request('health.list', undefined)
          })
          const { value } = health as { value: { error: { kind: string } | null }[] }
          for (const { error } of value) if (error) seen.add(error.kind)
          return [...seen].sort()
        },
        { timeout: 60_000, interval: 300 },
      )
      .toEqual(expect.arrayContaining(['not-json', 'redirected', 'truncated', 'unauthorized', 'unavailable']))
  })

  it('are nowhere in the window: not in its page, nor in its memory', async () => {
    const { window } = launched
    const heap = await heapOf(window)
    // What is there is found this way.
    expect(heap).toContain('X-Gate')
    const page = await window.content()
    const kept = await window.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    for (const secret of secrets)
      for (const text of [heap, page, kept]) expect(text.includes(secret)).toBe(false)
  })

  it('are in no file of the data folder, and the log masks whom it was about', async () => {
    const texts = await textsBelow(launched.userDataDir)
    const log = texts.get(path.join(launched.userDataDir, 'logs', 'main.log'))
    expect(log).toContain('GET /api/v1/sessions/get')
    expect(log).not.toContain(customerKey)
    for (const [file, text] of texts)
      for (const secret of secrets) expect([file, text.includes(secret)]).toEqual([file, false])
  })

  it('are not on the terminal, nor in the arguments of any process', async () => {
    const commandLines = await commandLinesOf(launched)
    expect(commandLines).toContain('--config')
    for (const secret of [...secrets, customerKey]) {
      expect(launched.output()).not.toContain(secret)
      expect(commandLines).not.toContain(secret)
    }
  })
})
