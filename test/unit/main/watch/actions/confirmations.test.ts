import { describe, expect, it } from 'vitest'
import { Actions } from '../../../../../src/main/watch/actions/actions'
import type { Action } from '../../../../../src/shared/action'
import { type AppError, err, ok } from '../../../../../src/shared/result'
import { unlistedRow } from '../../../../../src/shared/unlisted-row'
import { openActionLog } from '../../../../harness/action-log'
import { createFakeClock } from '../../../../harness/fake-clock'
import { temporaryFolder } from '../../../../harness/temporary-folder'
import { createFakeProvider, makeSession } from '../fakes'

const newFile = temporaryFolder()
const row = unlistedRow(makeSession('x'))
const lost: AppError = { kind: 'outcome-unknown', message: 'No answer.' }

/** Actions on a session that a look-up found and no heartbeat lists. LuaAuth: 30 s until the last word. */
function setUp() {
  const clock = createFakeClock()
  const provider = createFakeProvider()
  let watched = provider
  const written: Action[] = []
  const actions = new Actions({
    clock,
    row: () => undefined,
    found: (key) => (key === row.key ? row : undefined),
    provider: () => watched,
    label: () => 'Hub One',
    mark: () => undefined,
    nudge: () => undefined,
    identities: () => [],
    log: openActionLog(newFile(), clock, written).log,
  })
  return {
    clock,
    provider,
    actions,
    outcomes: () => written.map(({ outcome }) => outcome.kind),
    written,
    /** The account gets another key, and so another provider. */
    change() {
      watched = createFakeProvider()
    },
  }
}

describe('actions on a session that was looked up', () => {
  it('sends a message', async () => {
    const { actions, provider } = setUp()
    await actions.message(row.key, { kind: 'handler', handler: 'hello', data: [] })
    expect(provider.sent).toEqual(['x'])
  })

  it('asks the service whether it left after a disconnect', async () => {
    const { actions, provider, clock, outcomes, written } = setUp()
    provider.liveResult = async () => ok(false)
    expect(await actions.disconnect(row.key)).toMatchObject({ value: { outcome: { kind: 'accepted' } } })
    await clock.advance(3_000)
    expect(outcomes()).toEqual(['sending', 'accepted', 'gone'])
    expect(written.at(-1)?.outcome).toEqual({ kind: 'gone', afterMs: 3_000 })
    await clock.advance(60_000)
    expect(provider.checked).toHaveLength(1)
  })

  it('says that it is still there when the time is over', async () => {
    const { actions, provider, clock, outcomes } = setUp()
    await actions.disconnect(row.key)
    await clock.advance(30_000)
    expect(provider.checked).toHaveLength(2)
    expect(outcomes()).toEqual(['sending', 'accepted', 'still-listed'])
  })

  it('does not confirm for ever: nobody could tell', async () => {
    const { actions, provider, clock, outcomes } = setUp()
    provider.liveResult = async () => err({ kind: 'timeout', message: 'No answer.' })
    await actions.disconnect(row.key)
    await clock.advance(30_000)
    expect(outcomes()).toEqual(['sending', 'accepted', 'unknown'])
  })

  it('follows a disconnect whose answer was lost, and one that was refused not at all', async () => {
    const { actions, provider, clock, outcomes } = setUp()
    provider.disconnectResult = async () => err(lost)
    provider.liveResult = async () => ok(false)
    await actions.disconnect(row.key)
    await clock.advance(3_000)
    expect(outcomes()).toEqual(['sending', 'unknown', 'gone'])
    provider.disconnectResult = async () => err({ kind: 'forbidden', message: 'No.' })
    await actions.disconnect(row.key)
    await clock.advance(60_000)
    expect(outcomes().slice(3)).toEqual(['sending', 'failed'])
  })

  it('asks nothing more of a service whose account is no longer watched', async () => {
    const { actions, provider, clock, outcomes, written } = setUp()
    await actions.disconnect(row.key)
    actions.unwatched('another')
    actions.unwatched(row.accountId)
    await clock.advance(60_000)
    expect(provider.checked).toEqual([])
    expect(outcomes()).toEqual(['sending', 'accepted', 'unknown'])
    expect(written.at(-1)?.outcome).toMatchObject({ error: { kind: 'cancelled' } })
  })

  it('does not ask with an account that was changed while the disconnect was on the wire', async () => {
    const { actions, provider, clock, change } = setUp()
    provider.disconnectResult = async () => {
      change()
      return ok(undefined)
    }
    await actions.disconnect(row.key)
    await clock.advance(60_000)
    expect(provider.checked).toEqual([])
  })

  it('does not disconnect again what is being confirmed', async () => {
    const { actions, provider } = setUp()
    const first = await actions.disconnect(row.key)
    expect(await actions.disconnect(row.key)).toEqual(first)
    expect(provider.disconnects).toHaveLength(1)
  })
})
