import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { JUNKIE_SCRIPT_IDS } from '../../src/demo/junkie'
import { LUAAUTH_SCRIPT_IDS } from '../../src/demo/luaauth-world'
import { systemClock } from '../../src/main/clock'
import { readWorkspace } from '../../src/main/settings/config-file'
import type { Provider } from '../../src/main/watch/providers/provider'
import { createProvider } from '../../src/main/watch/providers/registry'
import { scriptHandlers } from '../../src/main/watch/requests/scripts'
import type { AccountConfig, ProviderId } from '../../src/shared/account'
import type { Action } from '../../src/shared/action'
import { ok } from '../../src/shared/result'

const { keyed, freeForAll, outdated } = LUAAUTH_SCRIPT_IDS

describe('scripts against the demo services', () => {
  let demo: Demo
  let written: Action[]
  let watched: Map<ProviderId, { account: AccountConfig; provider: Provider }>
  let handlers: ReturnType<typeof scriptHandlers>

  beforeEach(async () => {
    demo = await startDemo({
      churn: false,
      rateLimits: false,
      population: { luaprot: 0, luaauth: 6, junkie: 9, vsay: 0 },
      luaauthPlan: { allowsFreeForAll: false, obfuscationsLeft: 3 },
    })
    const workspace = readWorkspace(demo.workspace)
    if (!workspace.ok) throw new Error(workspace.error.message)
    watched = new Map(
      workspace.value.accounts.map((account) => {
        const deps = { clock: systemClock, label: () => account.label, proxy: null, log: () => undefined }
        return [account.provider, { account, provider: createProvider(account, deps).provider }]
      }),
    )
    written = []
    const record = (action: Action) => {
      written.push(action)
      return ok(undefined)
    }
    handlers = scriptHandlers({
      clock: systemClock,
      log: { plan: () => ok(undefined), record, settle: (action) => void written.push(action) },
      find: (id) => [...watched.values()].find(({ account }) => account.id === id),
    })
  })
  afterEach(async () => {
    for (const { provider } of watched.values()) await provider.close()
    await demo.stop()
  })

  const accountId = (provider: ProviderId) => watched.get(provider)?.account.id ?? ''
  const script = (scriptId: string) => ({ accountId: accountId('luaauth'), scriptId })
  const asked = () => demo.recorded.requests.map(({ method, path, body }) => ({ method, path, body }))
  const outcomes = () => written.map(({ kind, outcome }) => `${kind} ${outcome.kind}`)

  it('reads info and executions', async () => {
    expect(await handlers['script.info'](script(keyed))).toMatchObject({
      ok: true,
      value: { id: keyed, name: 'Autofarm', freeForAll: false, enabled: true, totalExecutions: 48_213 },
    })
    const executions = await handlers['script.executions'](script(keyed))
    expect(executions.ok && executions.value.days).toHaveLength(14)
    expect(asked()).toEqual([
      { method: 'GET', path: `/scripts/${keyed}`, body: null },
      { method: 'GET', path: `/scripts/${keyed}/executions`, body: null },
    ])
  })

  it('sends what was touched and nothing else, and clears a name with an empty one', async () => {
    await handlers['script.edit']({ ...script(keyed), edit: { kickOutdated: true } })
    await handlers['script.edit']({ ...script(keyed), edit: { name: '' } })
    expect(asked()).toEqual([
      { method: 'POST', path: `/scripts/${keyed}/edit`, body: { kick_outdated: true } },
      { method: 'POST', path: `/scripts/${keyed}/edit`, body: { name: '' } },
    ])
    expect(await handlers['script.info'](script(keyed))).toMatchObject({
      value: { name: '', kickOutdated: true, useHeartbeat: true },
    })
    expect(outcomes()).toEqual([
      'script-edit sending',
      'script-edit delivered',
      'script-edit sending',
      'script-edit delivered',
    ])
  })

  it('says in sentences what the service refuses, each once on the wire', async () => {
    const refusal = async (answer: ReturnType<(typeof handlers)['script.edit']>) => {
      const result = await answer
      const outcome = result.ok ? result.value.outcome : null
      return outcome?.kind === 'failed' ? outcome.error : null
    }
    expect(
      await refusal(handlers['script.edit']({ ...script(keyed), edit: { freeForAll: true } })),
    ).toMatchObject({ kind: 'refused', code: 2, message: expect.stringContaining('free-for-all') })
    expect(await refusal(handlers['script.toggle']({ ...script(outdated), enabled: true }))).toMatchObject({
      code: 1,
      message: expect.stringContaining('updated first'),
    })
    const update = (source: string) => refusal(handlers['script.update']({ ...script(outdated), source }))
    expect(await update('print(1))')).toMatchObject({
      code: 2,
      details: JSON.stringify({ parser_output: "input:1: unexpected symbol near ')'" }),
    })
    expect(await update('--!fail script')).toMatchObject({
      code: 3,
      details: JSON.stringify({
        luraph_errors: [{ param: 'INTENSE_VM_STRUCTURE', message: 'not on this plan' }],
      }),
    })
    expect(await update('--!fail init')).toMatchObject({ code: 5 })
    expect(await update('print(1)')).toBeNull()
    expect(await update('print(2)')).toMatchObject({ code: 4 })
    expect(asked()).toHaveLength(7)
    expect(JSON.stringify(written)).not.toContain('print(2)')
  })

  it('toggles and removes', async () => {
    await handlers['script.toggle']({ ...script(freeForAll), enabled: false })
    await handlers['script.remove'](script(freeForAll))
    expect(asked()).toEqual([
      { method: 'POST', path: `/scripts/${freeForAll}/toggle`, body: { state: false } },
      { method: 'POST', path: `/scripts/${freeForAll}/remove`, body: {} },
    ])
    expect(await handlers['script.info'](script(freeForAll))).toMatchObject({ error: { kind: 'not-found' } })
  })

  it('leaves the outcome open where the connection drops', async () => {
    demo.behave('luaauth', 'drop')
    await handlers['script.remove'](script(keyed))
    expect(outcomes()).toEqual(['script-remove sending', 'script-remove unknown'])
    expect(asked().filter(({ path }) => path.endsWith('/remove'))).toHaveLength(1)
  })

  it('counts Junkie’s sessions by script', async () => {
    const counts = await handlers['script.counts']({ accountId: accountId('junkie'), fresh: true })
    expect(counts).toMatchObject({ ok: true, value: { total: 9 } })
    expect(counts.ok && counts.value.counts.map(({ scriptId }) => scriptId)).toEqual([...JUNKIE_SCRIPT_IDS])
    expect(asked()).toEqual([{ method: 'GET', path: '/api/v2/live-users', body: null }])
  })
})
