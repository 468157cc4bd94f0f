import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../../../src/main/clock'
import { Actions } from '../../../../../src/main/watch/actions/actions'
import { Disconnects } from '../../../../../src/main/watch/actions/disconnects'
import { outcomeOf } from '../../../../../src/main/watch/actions/new-action'
import { Roster } from '../../../../../src/main/watch/monitor/roster'
import type { Http } from '../../../../../src/main/watch/providers/http'
import { createLuaauthProvider } from '../../../../../src/main/watch/providers/luaauth/provider'
import { createLuaprotProvider } from '../../../../../src/main/watch/providers/luaprot/provider'
import type { Provider } from '../../../../../src/main/watch/providers/provider'
import { createVsayProvider } from '../../../../../src/main/watch/providers/vsay/provider'
import { FoundSessions } from '../../../../../src/main/watch/sessions/found-sessions'
import { KnownSessions } from '../../../../../src/main/watch/sessions/known-sessions'
import type { Message, Outcome } from '../../../../../src/shared/action'
import type { Result } from '../../../../../src/shared/result'
import { openActionLog } from '../../../../harness/action-log'
import { temporaryFolder } from '../../../../harness/temporary-folder'
import { withClient } from '../../../../integration/http/client'
import { httpServer } from '../../../../integration/http/servers'
import { makeSession, watchedAccounts } from '../fakes'

const newFile = temporaryFolder()

/** What a service answers that has done what it was asked: anything but a plain no. */
type Answer =
  | { kind: 'says'; status: number; body: string }
  | { kind: 'cuts'; status: number; body: string }
  | { kind: 'drops' }

const brokeDown = { success: false, error: { code: -1, message: 'internal server error' } }
const bodies = fc.oneof(
  fc.constantFrom(
    '',
    '<!doctype html><h1>502 Bad Gateway</h1>',
    'ok',
    '{"success":tr',
    '[[[[[[',
    '{"success":true}',
    '{"success":true,"error":""}',
    '{"success":true,"processed":true,"response":[[[1]]]}',
    '{"success":true,"processed":false,"reason":"client never responded"}',
    '{"success":true,"data":{"session_id":"s"}}',
    '{"success":false,"message":"Bad gateway"}',
    JSON.stringify(brokeDown),
  ),
  fc.json({ maxDepth: 3 }),
)
/** Without a plain no in it: a 2xx with one is the service's word. */
const openBodies = bodies.filter((body) => !/"(success|error|reason)"/.test(body) || /true/.test(body))
const brokenStatus = fc.oneof(
  fc.constantFrom(302, 303, 408, 499, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 530, 598, 599),
  fc.integer({ min: 506, max: 599 }).filter((status) => status !== 511),
)
const answers: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('says' as const), status: brokenStatus, body: bodies }),
  fc.record({
    kind: fc.constant('says' as const),
    status: fc.constantFrom(200, 201, 202, 204),
    body: openBodies,
  }),
  fc.record({
    kind: fc.constant('says' as const),
    status: fc.constantFrom(200, 400, 500),
    body: fc.constant(JSON.stringify(brokeDown)),
  }),
  fc.record({ kind: fc.constant('cuts' as const), status: fc.constantFrom(200, 500), body: openBodies }),
  fc.constant({ kind: 'drops' as const }),
)

function give(response: ServerResponse, answer: Answer): void {
  if (answer.kind === 'drops') {
    response.socket?.destroy()
    return
  }
  const { kind, status, body } = answer
  const headers = { 'content-type': 'application/json', connection: 'close' }
  if (kind === 'says') {
    response.writeHead(status, headers).end(body)
    return
  }
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) + 10 })
  response.write(body, () => response.socket?.destroy())
}

const text: Message = { kind: 'text', text: 'Hello' }
const call: Message = { kind: 'handler', handler: 'ping', data: null }
const services = {
  luaprot: { create: createLuaprotProvider, message: text },
  luaauth: { create: createLuaauthProvider, message: call },
  vsay: { create: createVsayProvider, message: null },
}
type Service = keyof typeof services
type Ask = { service: Service; what: string; run(provider: Provider, actions: Actions): Promise<Outcome> }

const told = async (asked: Promise<Result<{ outcome: Outcome }>>): Promise<Outcome> => {
  const result = await asked
  if (!result.ok) throw new Error(result.error.message)
  return result.value.outcome
}
const key = 'a1:1'
const size = { cols: 80, rows: 24 }
const asks: Ask[] = [
  ...(['luaprot', 'luaauth', 'vsay'] as const).map(
    (service): Ask => ({
      service,
      what: 'disconnect',
      run: (_, actions) => told(actions.disconnect(key)),
    }),
  ),
  ...(['luaprot', 'luaauth'] as const).map(
    (service): Ask => ({
      service,
      what: 'message',
      run: (_, actions) => told(actions.message(key, services[service].message)),
    }),
  ),
  ...(['edit', 'toggle', 'update', 'remove'] as const).map(
    (what): Ask => ({
      service: 'luaauth',
      what,
      async run({ scripts }) {
        if (!scripts) throw new Error('no scripts')
        if (what === 'edit') return outcomeOf(await scripts.edit('S', { freeForAll: true }))
        if (what === 'toggle') return outcomeOf(await scripts.toggle('S', true))
        return outcomeOf(what === 'update' ? await scripts.update('S', 'print()') : await scripts.remove('S'))
      },
    }),
  ),
  {
    service: 'vsay',
    what: 'create',
    async run({ terminals }) {
      if (!terminals) throw new Error('no terminals')
      return outcomeOf(await terminals.create('m', size))
    },
  },
  {
    service: 'luaprot',
    what: 'disconnect everybody',
    async run(provider) {
      const wholeScope = provider.wholeScope?.({ kind: 'hub', id: '1' })
      if (!wholeScope) throw new Error('no hub')
      const never = new AbortController().signal
      return outcomeOf(await wholeScope.disconnect({ signal: never, leaves: () => true }))
    },
  },
]

function actionsOf(service: Service, http: Http) {
  const provider = services[service].create('a1', http, systemClock)
  const found = new FoundSessions()
  found.add([makeSession('1', { provider: service })], { provider: 'luaauth', scriptId: 's1' })
  const { log, history } = openActionLog(newFile(), systemClock, [])
  // Whatever is scheduled later is not what was answered.
  const clock = { ...systemClock, schedule: () => () => undefined }
  const acting = {
    clock,
    sessions: new KnownSessions(new Roster(), found),
    accounts: watchedAccounts(() => provider, 'Test'),
    log,
  }
  const disconnects = new Disconnects(acting, { markDisconnecting: () => undefined })
  const actions = new Actions(acting, { identities: () => [] }, disconnects)
  return { provider, actions, close: () => history.close() }
}

const honest: ReadonlySet<Outcome['kind']> = new Set(['delivered', 'answered', 'accepted', 'gone', 'unknown'])

describe('an action that a service has carried out', () => {
  it('never reads as failed, whatever is answered, and is asked for once', async () => {
    let answer: Answer = { kind: 'drops' }
    let hits = 0
    const server = await httpServer((request, response) => {
      hits += 1
      request.resume()
      request.on('end', () => give(response, answer))
    })
    try {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...asks), answers, async (ask, given) => {
          answer = given
          hits = 0
          await withClient(server.url, async (http) => {
            const { provider, actions, close } = actionsOf(ask.service, http)
            const outcome = await ask.run(provider, actions)
            close()
            expect([outcome, honest.has(outcome.kind)]).toEqual([outcome, true])
            expect(hits).toBe(1)
          })
        }),
        { numRuns: 300 },
      )
    } finally {
      await server.close()
    }
  })
})
