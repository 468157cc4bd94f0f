import { describe, expect, it } from 'vitest'
import { sessionLogHandlers } from '../../../../../src/main/watch/requests/session-logs'
import { err, ok } from '../../../../../src/shared/result'
import { createFakeProvider } from '../fakes'

describe('the logs of a session', () => {
  const asked: string[] = []
  const keeper = createFakeProvider()
  keeper.logs = async (id, format) => {
    asked.push(`${id} ${format}`)
    return format === 'text' ? ok({ kind: 'text', text: 'ls' }) : ok({ kind: 'json', entries: [] })
  }
  const handlers = sessionLogHandlers(() => [
    { account: { id: 'a' }, provider: createFakeProvider() },
    { account: { id: 'ops' }, provider: keeper },
  ])
  const ask = (key: string, format: 'json' | 'text' = 'json') => handlers['session.logs']({ key, format })

  it('come from the account of the session, in the form asked for, listed or not', async () => {
    expect(await ask('ops:sess_1', 'text')).toEqual(ok({ kind: 'text', text: 'ls' }))
    expect(await ask('ops:sess:2')).toEqual(ok({ kind: 'json', entries: [] }))
    expect(asked).toEqual(['sess_1 text', 'sess:2 json'])
  })

  it('are refused where the service keeps none or nobody watches', async () => {
    expect(await ask('a:s')).toMatchObject(err({ kind: 'unsupported' }))
    expect(await ask('op:s')).toMatchObject(err({ kind: 'not-found' }))
    expect(await ask('opsx:s')).toMatchObject(err({ kind: 'not-found' }))
  })
})
