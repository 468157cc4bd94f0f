import { beforeEach, describe, expect, it } from 'vitest'
import { type AlertAccount, Alerts } from '../../../../../src/main/watch/monitor/alerts'
import type { Alert } from '../../../../../src/shared/alert'
import type { RosterRow, Session } from '../../../../../src/shared/session'
import { createFakeClock, type FakeClock } from '../../../../harness/fake-clock'
import { makeSession } from '../fakes'

const account: AlertAccount = { id: 'a1', label: 'Hub One', provider: 'luaprot', notify: true }
const minute = 60_000

const user = (userName: string, fields: Partial<Session> = {}): RosterRow => ({
  ...makeSession(fields.id ?? `id-${userName}`, { userName, ...fields }),
  scopes: ['a1/hub:1'],
  missedSince: null,
  disconnecting: null,
})
const users = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => user(`${prefix}${index}`))

describe('alerts', () => {
  let clock: FakeClock
  let raised: Alert[]
  let alerts: Alerts
  const titles = () => raised.map(({ title }) => title)

  beforeEach(() => {
    clock = createFakeClock()
    raised = []
    alerts = new Alerts(clock, (alert) => raised.push(alert))
  })

  it('names a single user', () => {
    const row = user('wompus_dompus')
    alerts.arrived(account, [row], false)
    expect(raised).toMatchObject([
      {
        accountId: 'a1',
        at: clock.now(),
        title: 'wompus_dompus is online',
        namelessTitle: 'A new session',
        body: 'LuaProt · Hub One',
        sessionKeys: [row.key],
      },
    ])
  })

  it('makes several one', () => {
    alerts.arrived(account, users(12, 'u'), false)
    expect(titles()).toEqual(['12 new sessions'])
    expect(raised[0]?.sessionKeys).toHaveLength(12)
  })

  it('falls back on the Roblox id, else says somebody, and never shows personal data', () => {
    const personal = { userKey: 'KEY-1', hwid: 'HWID-1', ipAddress: '203.0.113.7', userName: null }
    alerts.arrived(account, [user('', { ...personal, id: '1', robloxId: '77' })], false)
    alerts.arrived({ ...account, id: 'a2' }, [user('', { ...personal, id: '2', accountId: 'a2' })], false)
    expect(titles()).toEqual(['Roblox user 77 is online', 'Somebody is online'])
    expect(JSON.stringify(raised)).not.toMatch(/KEY-1|HWID-1|203/)
  })

  it('cleans a name of what could forge a notification', () => {
    alerts.arrived(account, [user(`a\n\u202eb${'x'.repeat(100)}`)], false)
    expect(titles()).toEqual([`a b${'x'.repeat(56)}… is online`])
  })

  it('is silent when told to, and remembers who came then', async () => {
    const row = user('wompus')
    alerts.arrived(account, [row], true)
    alerts.left([row])
    await clock.advance(9 * minute)
    alerts.arrived(account, [user('wompus', { id: 'other' })], false)
    expect(raised).toEqual([])
  })

  it.each([
    ['within ten minutes is not new', 10 * minute, 0],
    ['later is new', 10 * minute + 1, 1],
  ])('a user who is back %s', async (_case, awayMs, count) => {
    const row = user('wompus')
    alerts.arrived(account, [row], true)
    alerts.left([row])
    await clock.advance(awayMs)
    alerts.arrived(account, [user('wompus', { id: 'other' })], false)
    expect(raised).toHaveLength(count)
  })

  it.each([
    ['robloxId', { robloxId: '77' }],
    ['userId', { userId: 'u-1' }],
    ['userKey', { userKey: 'key-1' }],
  ])('knows a user without a name by %s', (_field, identity) => {
    const row = user('', { id: '1', userName: null, ...identity })
    alerts.arrived(account, [row], true)
    alerts.left([row])
    alerts.arrived(account, [user('', { id: '2', userName: null, ...identity })], false)
    expect(raised).toEqual([])
  })

  it('takes nobody for somebody else: no identity, or another account', () => {
    const row = user('wompus')
    const nameless = user('', { id: '1', userName: null })
    alerts.arrived(account, [row, nameless], true)
    alerts.left([row, nameless])
    alerts.arrived(account, [user('', { id: '2', userName: null })], false)
    alerts.arrived({ ...account, id: 'a2' }, [user('wompus', { accountId: 'a2' })], false)
    expect(titles()).toEqual(['Somebody is online', 'wompus is online'])
  })

  it('does not take a second session of somebody online for an arrival', () => {
    const [first, second] = [user('wompus', { id: '1' }), user('wompus', { id: '2' })]
    alerts.arrived(account, [first], true)
    alerts.arrived(account, [second], false)
    alerts.left([first])
    alerts.arrived(account, [user('wompus', { id: '3' })], false)
    expect(raised).toEqual([])
  })

  it('raises one a minute, then a digest of what came meanwhile', async () => {
    alerts.arrived(account, [user('first')], false)
    await clock.advance(10_000)
    alerts.arrived(account, users(5, 'a'), false)
    await clock.advance(10_000)
    alerts.arrived(account, users(7, 'b'), false)
    await clock.advance(39_999)
    expect(titles()).toEqual(['first is online'])
    await clock.advance(1)
    expect(titles()).toEqual(['first is online', '12 new sessions'])
    await clock.advance(10 * minute)
    expect(raised).toHaveLength(2)
  })

  it('leaves out of a digest who has left again', async () => {
    alerts.arrived(account, [user('first')], false)
    const [stays, leaves] = [user('stays'), user('leaves')]
    alerts.arrived(account, [stays, leaves], false)
    alerts.left([leaves])
    await clock.advance(minute)
    expect(titles()).toEqual(['first is online', 'stays is online'])
  })

  it('counts the minute per account', () => {
    alerts.arrived(account, [user('one')], false)
    alerts.arrived({ ...account, id: 'a2' }, [user('two', { accountId: 'a2' })], false)
    expect(raised).toHaveLength(2)
  })

  it('raises none for an account that is switched off', async () => {
    alerts.arrived({ ...account, notify: false }, [user('one')], false)
    await clock.advance(minute)
    alerts.arrived(account, [user('two')], false)
    expect(titles()).toEqual(['two is online'])
  })

  it('raises none while muted, and no digest of that time', async () => {
    alerts.arrived(account, [user('first')], false)
    alerts.arrived(account, [user('waits')], false)
    alerts.mute(true)
    await clock.advance(59 * minute)
    alerts.arrived(account, [user('muted')], false)
    alerts.mute(false)
    await clock.advance(2 * minute)
    expect(titles()).toEqual(['first is online'])
    alerts.arrived(account, [user('after')], false)
    expect(titles()).toEqual(['first is online', 'after is online'])
  })

  it('keeps its minute, and knows who is back, however the wall clock is set', async () => {
    for (const ms of [-120 * minute, 24 * 60 * minute]) {
      const before = raised.length
      alerts.arrived(account, [user(`first${ms}`)], false)
      alerts.arrived(account, [user(`waits${ms}`)], false)
      alerts.left([user(`first${ms}`)])
      clock.jump(ms)
      alerts.arrived(account, [user(`first${ms}`)], false)
      await clock.advance(minute)
      expect(titles().slice(before)).toEqual([`first${ms} is online`, `waits${ms} is online`])
      await clock.advance(minute)
    }
  })

  it('drops what waits for an account that is switched off, which begins no new minute', async () => {
    alerts.arrived(account, [user('first')], false)
    alerts.arrived(account, [user('waits')], false)
    alerts.silence('a1')
    alerts.arrived(account, [user('on again')], false)
    expect(titles()).toEqual(['first is online'])
    await clock.advance(minute)
    expect(titles()).toEqual(['first is online', 'on again is online'])
  })
})
