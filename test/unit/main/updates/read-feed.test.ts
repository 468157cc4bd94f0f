import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readFeed } from '../../../../src/main/updates/read-feed'

let server: Server | undefined

async function serve(answer: RequestListener): Promise<string> {
  const started = createServer(answer)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/update.json`
}

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

describe('readFeed', () => {
  it('reads the text, and sends nothing that tells who asks', async () => {
    let headers = {}
    const address = await serve((request, response) => {
      headers = request.headers
      response.end('é'.repeat(50_000))
    })
    expect(await readFeed(fetch, address)).toEqual({ ok: true, value: 'é'.repeat(50_000) })
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['cookie']))
    expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([])
  })

  it('stops at what is far too long', async () => {
    const address = await serve((_request, response) => {
      const write = (): void => {
        if (response.write('x'.repeat(65_536))) setImmediate(write)
        else response.once('drain', write)
      }
      write()
    })
    expect(await readFeed(fetch, address)).toMatchObject({ ok: false, error: { kind: 'too-large' } })
  })

  it('says what went wrong', async () => {
    const address = await serve((_request, response) => response.writeHead(503).end())
    expect(await readFeed(fetch, address)).toMatchObject({
      ok: false,
      error: { kind: 'unavailable', status: 503 },
    })
    expect(await readFeed(fetch, 'http://127.0.0.1:1/')).toMatchObject({
      ok: false,
      error: { kind: 'network' },
    })
  })
})
