import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../../../../src/main/clock'
import { type Http, HttpClient } from '../../../../../src/main/watch/providers/http'
import { RateBudget } from '../../../../../src/main/watch/providers/rate-budget'
import type { ProviderId } from '../../../../../src/shared/account'
import { providerCatalog } from '../../../../../src/shared/providers/catalog'
import { type Hit, httpServer, record } from '../../../../integration/http/servers'

/** An answer of a test's own service: JSON unless it is a string. */
export type Answer = { status?: number; body: unknown; headers?: Record<string, string> }

/** What went over the wire, without what every request has. */
export type Asked = { method: string; url: string; body: unknown }

export const credential = 'the-credential'

const root = join(__dirname, '../../../../fixtures')

/** The document's example answer. */
export const fixture = (path: string): unknown => JSON.parse(readFileSync(join(root, `${path}.json`), 'utf8'))

/**
 * Runs `use` against a service that gives `answers` in turn, the last one again and again. `asked` are the requests,
 * `hits` the same with their headers.
 */
export async function withService<T>(
  provider: ProviderId,
  answers: readonly Answer[] | ((hit: Hit) => Answer),
  use: (http: Http, asked: Asked[], hits: Hit[]) => Promise<T>,
): Promise<T> {
  const hits: Hit[] = []
  const asked: Asked[] = []
  const server = await httpServer(async (request, response) => {
    const hit = await record(request, hits)
    asked.push({ method: hit.method, url: hit.url, body: hit.body === '' ? null : JSON.parse(hit.body) })
    const answer =
      typeof answers === 'function' ? answers(hit) : answers[Math.min(hits.length, answers.length) - 1]
    const { status = 200, body, headers = {} } = answer ?? { status: 500, body: null }
    const isText = typeof body === 'string'
    response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers })
    response.end(isText ? body : JSON.stringify(body))
  })
  const { name, authHeader } = providerCatalog[provider]
  const http = new HttpClient({
    label: () => 'Test',
    account: { baseUrl: server.url, authHeader, credential, headers: {} },
    service: name,
    credentialAdvice: () => 'Check the key.',
    clock: systemClock,
    budget: new RateBudget(systemClock, [{ limit: 1000, perMs: 1000 }]),
    proxy: null,
    log: () => undefined,
    certificates: null,
  })
  try {
    return await use(http, asked, hits)
  } finally {
    await http.close()
    await server.close()
  }
}
