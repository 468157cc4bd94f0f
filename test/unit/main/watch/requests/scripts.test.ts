import { beforeEach, describe, expect, it } from 'vitest'
import { notRecorded } from '../../../../../src/main/watch/actions/action-log'
import type { Departure, Provider } from '../../../../../src/main/watch/providers/provider'
import { scriptHandlers } from '../../../../../src/main/watch/requests/scripts'
import type { Action } from '../../../../../src/shared/action'
import type { AppError } from '../../../../../src/shared/result'
import { err, ok, type Result } from '../../../../../src/shared/result'
import type { ScriptInfo } from '../../../../../src/shared/script'
import { createFakeClock } from '../../../../harness/fake-clock'
import { createFakeProvider } from '../fakes'

const info: ScriptInfo = {
  id: 's1',
  projectId: null,
  name: 'Autofarm',
  freeForAll: false,
  useHeartbeat: true,
  kickOutdated: null,
  requireSessions: null,
  enabled: true,
  totalExecutions: 1,
  totalSessions: 2,
  totalInstances: 3,
  fetchedAt: 1,
}
const script = { accountId: 'a1', scriptId: 's1' }
const lost: AppError = { kind: 'outcome-unknown', message: 'No answer.' }

describe('scripts', () => {
  let written: Action[]
  let sent: string[]
  let answer: () => Promise<Result<void>>
  let handlers: ReturnType<typeof scriptHandlers>
  let named: ScriptInfo
  let provider: Provider

  beforeEach(() => {
    written = []
    sent = []
    answer = async () => ok(undefined)
    named = info
    const record = (action: Action) => {
      written.push(action)
      return ok(undefined)
    }
    const leave = async (what: string, departure?: Departure): Promise<Result<void>> => {
      if (departure?.leaves() === false) return err({ kind: 'cancelled', message: 'Withdrawn.' })
      sent.push(`${what} after ${written.length} written`)
      return answer()
    }
    provider = {
      ...createFakeProvider(),
      scripts: {
        info: async () => ok(named),
        executions: async () => ok({ days: [], fetchedAt: 1 }),
        edit: (id, edit, departure) => leave(`edit ${id} ${JSON.stringify(edit)}`, departure),
        toggle: (id, enabled, departure) => leave(`toggle ${id} ${enabled}`, departure),
        update: (id, source, departure) => leave(`update ${id} ${source}`, departure),
        remove: (id, departure) => leave(`remove ${id}`, departure),
      },
    }
    handlers = scriptHandlers({
      clock: createFakeClock(),
      log: { plan: () => ok(undefined), record, settle: (action) => void written.push(action) },
      find: (id) =>
        id === 'a1'
          ? { account: { id, label: 'Hub One', provider: 'luaauth' }, provider }
          : id === 'plain'
            ? { account: { id, label: 'Ops', provider: 'vsay' }, provider: createFakeProvider() }
            : undefined,
    })
  })

  it('are logged before the request leaves and again with its outcome', async () => {
    const result = await handlers['script.toggle']({ ...script, enabled: false })
    expect(sent).toEqual(['toggle s1 false after 1 written'])
    expect(written.map(({ outcome }) => outcome.kind)).toEqual(['sending', 'delivered'])
    expect(result).toEqual(ok(written[1]))
    expect(written[1]).toMatchObject({
      kind: 'script-toggle',
      accountId: 'a1',
      accountLabel: 'Hub One',
      provider: 'luaauth',
      sessionKey: null,
      target: 's1',
      sent: 'disabled',
      reason: null,
    })
  })

  it('are logged by their name once somebody has asked for it, by their id without one', async () => {
    await handlers['script.info'](script)
    await handlers['script.remove'](script)
    expect(written.at(-1)?.target).toBe('Autofarm')
    named = { ...info, name: '' }
    await handlers['script.info'](script)
    await handlers['script.remove'](script)
    expect(written.at(-1)?.target).toBe('s1')
  })

  it('say in words what an edit changes, and never hold a source', async () => {
    await handlers['script.edit']({ ...script, edit: { freeForAll: true, name: '' } })
    expect(written.at(-1)?.sent).toBe('name cleared, free for all on')
    await handlers['script.edit']({ ...script, edit: { name: 'New', requireSessions: false } })
    expect(written.at(-1)?.sent).toBe('name “New”, require sessions off')
    await handlers['script.update']({ ...script, source: 'print("secret recipe")' })
    expect(sent.at(-1)).toContain('update s1 print("secret recipe")')
    expect(JSON.stringify(written)).not.toContain('recipe')
    expect(written.at(-1)?.sent).toBe('new source, 22 characters')
  })

  it('tell an answer that never came from a refusal', async () => {
    answer = async () => err(lost)
    await handlers['script.remove'](script)
    expect(written.at(-1)?.outcome).toEqual({ kind: 'unknown', error: lost })
    const refused = { kind: 'not-found', message: 'No such script.' } as const
    answer = async () => err(refused)
    await handlers['script.remove'](script)
    expect(written.at(-1)?.outcome).toEqual({ kind: 'failed', error: refused })
  })

  it('leave once when they are asked for twice at the same time', async () => {
    const releases: ((result: Result<void>) => void)[] = []
    answer = () => new Promise((resolve) => releases.push(resolve))
    const same = [1, 2].map(() => handlers['script.update']({ ...script, source: 'a' }))
    const other = handlers['script.update']({ ...script, source: 'b' })
    expect(sent).toHaveLength(2)
    for (const release of releases) release(ok(undefined))
    const [first, second, third] = await Promise.all([...same, other])
    expect(first).toEqual(second)
    expect(third).not.toEqual(first)
    expect(written).toHaveLength(4)
  })

  it('do not leave when the log cannot keep them', async () => {
    const broken = scriptHandlers({
      clock: createFakeClock(),
      log: {
        plan: () => ok(undefined),
        record: () => err(notRecorded(null)),
        settle: (action) => void written.push(action),
      },
      find: (id) => ({ account: { id, label: 'Hub One', provider: 'luaauth' }, provider }),
    })
    expect(await broken['script.remove'](script)).toEqual(err(notRecorded(null)))
    expect(sent).toEqual([])
  })

  it('are refused where nobody watches or the service has none', async () => {
    for (const name of ['script.info', 'script.executions', 'script.remove'] as const) {
      expect(await handlers[name]({ ...script, accountId: 'gone' })).toMatchObject(err({ kind: 'not-found' }))
      expect(await handlers[name]({ ...script, accountId: 'plain' })).toMatchObject(
        err({ kind: 'unsupported' }),
      )
    }
    const counts = (accountId: string) => handlers['script.counts']({ accountId, fresh: true })
    expect(await counts('gone')).toMatchObject(err({ kind: 'not-found' }))
    expect(await counts('plain')).toMatchObject(err({ kind: 'unsupported' }))
    expect(written).toEqual([])
  })
})
