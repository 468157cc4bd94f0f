import { describe, expect, it } from 'vitest'
import type { Http, Reply } from '../../../../../../src/main/watch/providers/http'
import {
  createLuaauthScriptsApi,
  sessionsOf,
} from '../../../../../../src/main/watch/providers/luaauth/api-scripts'
import { createLuaauthSessionsApi } from '../../../../../../src/main/watch/providers/luaauth/api-sessions'
import { readSession } from '../../../../../../src/main/watch/providers/luaauth/session'
import { listReader } from '../../../../../../src/main/watch/providers/readers'
import { type Asked, credential, fixture, withService } from '../service'

const sessions = createLuaauthSessionsApi
const scripts = createLuaauthScriptsApi
const list = listReader(sessionsOf, readSession)

type Call = (http: Http) => Promise<Reply<unknown>>

const session = {
  id: 'SESSION_ID',
  user_key: 'USER_KEY',
  script_id: 'SCRIPT_ID',
  roblox_id: '10234711811',
  place_id: '606849621',
  job_id: 'JOB_ID',
  created_at: 1770624500000,
}
const page = { items: [session], unreadable: 0 }
const post = (url: string, body: unknown = {}): Asked => ({ method: 'POST', url, body })
const get = (url: string): Asked => ({ method: 'GET', url, body: null })

const endpoints: { name: string; call: Call; asked: Asked; answer: string; value: unknown }[] = [
  {
    name: 'Getting session info',
    call: (http) => sessions(http).sessionInfo('SESSION_ID'),
    asked: get('/sessions/SESSION_ID'),
    answer: 'session-info',
    value: session,
  },
  {
    name: 'Disconnecting a session',
    call: (http) => sessions(http).disconnectSession('SESSION_ID'),
    asked: post('/sessions/SESSION_ID/disconnect'),
    answer: 'success',
    value: undefined,
  },
  {
    name: 'Messaging a session, processed',
    call: (http) => sessions(http).messageSession('SESSION_ID', { key: 'ping', data: [1, null] }),
    asked: post('/sessions/SESSION_ID/message', { key: 'ping', data: [1, null] }),
    answer: 'message-processed',
    value: { processed: true, response: '{"data":"from client"}' },
  },
  {
    name: 'Messaging a session without data, not processed',
    call: (http) => sessions(http).messageSession('SESSION_ID', { key: 'ping' }),
    asked: post('/sessions/SESSION_ID/message', { key: 'ping' }),
    answer: 'message-not-processed',
    value: { processed: false, reason: 'function doesnt exist' },
  },
  {
    name: 'Disconnecting multiple sessions',
    call: (http) => sessions(http).disconnectMany(['A', 'B']),
    asked: post('/sessions/disconnect', { session_ids: ['A', 'B'] }),
    answer: 'success',
    value: undefined,
  },
  {
    name: 'Getting script info',
    call: (http) => scripts(http).scriptInfo('SCRIPT_ID'),
    asked: get('/scripts/SCRIPT_ID'),
    answer: 'script-info',
    value: {
      id: 'SCRIPT_ID',
      project_id: 'PROJECT_ID',
      name: 'SCRIPT_NAME',
      free_for_all: false,
      use_heartbeat: true,
      kick_outdated: false,
      require_sessions: false,
      enabled: true,
      total_executions: 0,
      total_sessions: 0,
      total_instances: 0,
    },
  },
  {
    name: 'Getting executions',
    call: (http) => scripts(http).executions('SCRIPT_ID'),
    asked: get('/scripts/SCRIPT_ID/executions'),
    answer: 'executions',
    value: { '01/01': 0 },
  },
  {
    name: 'Editing a script: an empty name clears it, what is left out stays',
    call: (http) => scripts(http).editScript('SCRIPT_ID', { name: '', kick_outdated: true }),
    asked: post('/scripts/SCRIPT_ID/edit', { name: '', kick_outdated: true }),
    answer: 'success',
    value: undefined,
  },
  {
    name: 'Deleting a script',
    call: (http) => scripts(http).removeScript('SCRIPT_ID'),
    asked: post('/scripts/SCRIPT_ID/remove'),
    answer: 'success',
    value: undefined,
  },
  {
    name: 'Updating a script',
    call: (http) => scripts(http).updateScript('SCRIPT_ID', 'print("ü")'),
    asked: post('/scripts/SCRIPT_ID/update', { script: 'print("ü")' }),
    answer: 'success',
    value: undefined,
  },
  {
    name: 'Toggling a script',
    call: (http) => scripts(http).toggleScript('SCRIPT_ID', false),
    asked: post('/scripts/SCRIPT_ID/toggle', { state: false }),
    answer: 'success',
    value: undefined,
  },
  {
    name: 'Getting sessions',
    call: (http) => scripts(http).getSessions('SCRIPT_ID', { from: 20, limit: 10 }, list),
    asked: post('/scripts/SCRIPT_ID/sessions', { from: 20, limit: 10 }),
    answer: 'get-sessions',
    value: page,
  },
  {
    name: 'Filtering sessions',
    call: (http) =>
      scripts(http).filterSessions('SCRIPT_ID', { key: 'a b', place_id: '606849621', limit: 5 }, list),
    asked: get('/scripts/SCRIPT_ID/sessions/filter?key=a%20b&place_id=606849621&limit=5'),
    answer: 'filter-sessions',
    value: page,
  },
]

describe('LuaAuth, Session and Script endpoints', () => {
  it.each(endpoints)('$name', async ({ call, asked, answer, value }) => {
    await withService('luaauth', [{ body: fixture(`luaauth/${answer}`) }], async (http, seen) => {
      expect(await call(http)).toMatchObject({ ok: true, value })
      expect(seen).toEqual([asked])
    })
  })

  it('sends the key as the header token, and JSON with every POST', async () => {
    await withService('luaauth', [{ body: fixture('luaauth/success') }], async (http, _, hits) => {
      await sessions(http).disconnectSession('A')
      expect(hits[0]?.headers).toMatchObject({ token: credential, 'content-type': 'application/json' })
    })
  })

  it('never sends a message body to the bulk disconnect, whatever the ids are', async () => {
    const ids = ['disconnect', '../sessions/disconnect', '..', '', 'disconnect?', 'disconnect#', '%2e%2e']
    await withService('luaauth', [{ body: fixture('luaauth/message-processed') }], async (http, asked) => {
      for (const id of ids) await sessions(http).messageSession(id, { key: 'ping' })
      expect(asked.length).toBeGreaterThan(0)
      for (const { url } of asked) expect(url).toMatch(/^\/sessions\/[^/?#]+\/message$/)
      expect(asked.map(({ url }) => url)).not.toContain('/sessions/disconnect')
    })
  })

  const edit: Call = (http) => scripts(http).editScript('S', { free_for_all: true })
  const update: Call = (http) => scripts(http).updateScript('S', 'x')
  const toggle: Call = (http) => scripts(http).toggleScript('S', true)
  const filter: Call = (http) => scripts(http).filterSessions('S', { key: 'k' }, list)

  it.each<{ name: string; call: Call; code: number; text: string; message: RegExp; extra?: object }>([
    { name: 'edit', call: edit, code: 0, text: 'account expired', message: /expired\. Renew/ },
    { name: 'edit', call: edit, code: 1, text: 'cannot edit nothing', message: /change nothing/ },
    { name: 'edit', call: edit, code: 2, text: 'tier does not allow ffa mode', message: /free-for-all/ },
    { name: 'update', call: update, code: 0, text: 'account expired', message: /expired\. Renew/ },
    {
      name: 'update',
      call: update,
      code: 1,
      text: 'max obfuscations reached',
      message: /no obfuscations left/,
    },
    {
      name: 'update',
      call: update,
      code: 2,
      text: 'script is invalid',
      message: /cannot parse/,
      extra: { parser_output: 'line 1' },
    },
    {
      name: 'update',
      call: update,
      code: 3,
      text: 'failed to obfuscate script',
      message: /obfuscate the script/,
      extra: { luraph_errors: [{ param: 'P', message: 'M' }] },
    },
    {
      name: 'update',
      call: update,
      code: 4,
      text: 'not enough obfuscations for init script',
      message: /too few/,
    },
    {
      name: 'update',
      call: update,
      code: 5,
      text: 'failed to obfuscate init script',
      message: /obfuscate the init script/,
      extra: { luraph_errors: [] },
    },
    { name: 'toggle', call: toggle, code: 0, text: 'account expired', message: /expired\. Renew/ },
    { name: 'toggle', call: toggle, code: 1, text: 'script update required', message: /updated first/ },
    { name: 'filter', call: filter, code: 0, text: 'must filter something', message: /wants a filter/ },
  ])(
    '$name answers code $code as “$text”, whatever the status',
    async ({ call, code, text, message, extra = {} }) => {
      const body = { success: false, error: { code, message: text, ...extra } }
      for (const status of [200, 400, 403, 500])
        await withService('luaauth', [{ status, body }], async (http) => {
          expect(await call(http)).toMatchObject({
            ok: false,
            error: {
              kind: 'refused',
              status,
              code,
              details: Object.keys(extra).length === 0 ? '' : JSON.stringify(extra),
              message: expect.stringMatching(message),
            },
          })
        })
    },
  )

  it('does not take the general code 0 beside a clear status for an expired account', async () => {
    const body = { success: false, error: { code: 0, message: 'invalid token' } }
    await withService('luaauth', [{ status: 401, body }], async (http) => {
      expect(await edit(http)).toMatchObject({ ok: false, error: { kind: 'unauthorized' } })
    })
  })

  it.each<{ name: string; call: Call; path: string }>([
    { name: 'an edit of nothing', call: (http) => scripts(http).editScript('S', {}), path: 'name' },
    { name: 'an empty source', call: (http) => scripts(http).updateScript('S', ''), path: 'script' },
    {
      name: 'a filter of nothing',
      call: (http) => scripts(http).filterSessions('S', { limit: 5 }, list),
      path: 'key',
    },
    {
      name: 'a negative index',
      call: (http) => scripts(http).getSessions('S', { from: -1 }, list),
      path: 'from',
    },
    {
      name: 'a page of nothing',
      call: (http) => scripts(http).getSessions('S', { limit: 0 }, list),
      path: 'limit',
    },
    {
      name: 'a bulk disconnect of nobody',
      call: (http) => sessions(http).disconnectMany([]),
      path: 'session_ids',
    },
    {
      name: 'a message without a handler',
      call: (http) => sessions(http).messageSession('S', { key: '' }),
      path: 'key',
    },
  ])('does not send $name', async ({ call, path }) => {
    await withService('luaauth', [{ body: fixture('luaauth/success') }], async (http, asked) => {
      expect(await call(http)).toMatchObject({ ok: false, error: { kind: 'invalid', path } })
      expect(asked).toEqual([])
    })
  })

  it('reads a script and its executions whatever type their fields have', async () => {
    const script = { id: 'S', name: [], free_for_all: 1, enabled: 'yes', total_sessions: '12' }
    const answers = [
      { body: { success: true, script } },
      { body: { success: true, executions: { '01/01': 3, '01/02': null, '01/03': '4', '01/04': {} } } },
      { body: { success: true, executions: [] } },
    ]
    await withService('luaauth', answers, async (http) => {
      expect(await scripts(http).scriptInfo('S')).toMatchObject({
        value: { id: 'S', name: null, free_for_all: true, enabled: null, total_sessions: 12 },
      })
      expect(await scripts(http).executions('S')).toMatchObject({ value: { '01/01': 3, '01/03': 4 } })
      expect(await scripts(http).executions('S')).toMatchObject({ ok: true, value: {} })
    })
  })

  it('reads a free-for-all user, who has no key, and a rounded id as unknown', async () => {
    const body = { success: true, sessions: [{ id: 'A', user_key: null, roblox_id: 2 ** 60, created_at: 0 }] }
    await withService('luaauth', [{ body }], async (http) => {
      expect(await scripts(http).getSessions('S', {}, list)).toMatchObject({
        ok: true,
        value: { items: [{ id: 'A', user_key: null, roblox_id: null, created_at: null }], unreadable: 0 },
      })
    })
  })
})
