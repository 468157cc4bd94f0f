import { expect, it } from 'vitest'
import type { Http } from '../../../../../../src/main/watch/providers/http'
import { createLuaauthProvider } from '../../../../../../src/main/watch/providers/luaauth/provider'
import { createFakeClock } from '../../../../../harness/fake-clock'
import { fixture, withService } from '../service'

const { signal } = new AbortController()

function scriptsOf(http: Http) {
  const { scripts } = createLuaauthProvider('account', http, createFakeClock(5_000))
  if (!scripts) throw new Error('LuaAuth has scripts')
  return scripts
}

it('tells a script as the document has it, and what is missing as unknown', async () => {
  const bare = { success: true, script: { id: 'SCRIPT_ID' } }
  await withService('luaauth', [{ body: fixture('luaauth/script-info') }, { body: bare }], async (http) => {
    const scripts = scriptsOf(http)
    expect(await scripts.info('SCRIPT_ID', signal)).toEqual({
      ok: true,
      value: {
        id: 'SCRIPT_ID',
        projectId: 'PROJECT_ID',
        name: 'SCRIPT_NAME',
        freeForAll: false,
        useHeartbeat: true,
        kickOutdated: false,
        requireSessions: false,
        enabled: true,
        totalExecutions: 0,
        totalSessions: 0,
        totalInstances: 0,
        fetchedAt: 5_000,
      },
    })
    expect(await scripts.info('SCRIPT_ID', signal)).toMatchObject({
      value: { name: null, enabled: null, totalExecutions: null },
    })
  })
})

it('keeps the days in the order of the service', async () => {
  const body = { success: true, executions: { '12/31': 7, '01/01': 3 } }
  await withService('luaauth', [{ body }], async (http) => {
    expect(await scriptsOf(http).executions('SCRIPT_ID', signal)).toMatchObject({
      value: {
        days: [
          { day: '12/31', executions: 7 },
          { day: '01/01', executions: 3 },
        ],
      },
    })
  })
})

it('sends each change as documented and of an edit only what was touched', async () => {
  await withService('luaauth', [{ body: { success: true } }], async (http, asked) => {
    const scripts = scriptsOf(http)
    await scripts.edit('S', { kickOutdated: true })
    await scripts.edit('S', { name: '' })
    await scripts.toggle('S', false)
    await scripts.update('S', 'print(1)')
    await scripts.remove('S')
    expect(asked).toEqual([
      { method: 'POST', url: '/scripts/S/edit', body: { kick_outdated: true } },
      { method: 'POST', url: '/scripts/S/edit', body: { name: '' } },
      { method: 'POST', url: '/scripts/S/toggle', body: { state: false } },
      { method: 'POST', url: '/scripts/S/update', body: { script: 'print(1)' } },
      { method: 'POST', url: '/scripts/S/remove', body: {} },
    ])
  })
})
