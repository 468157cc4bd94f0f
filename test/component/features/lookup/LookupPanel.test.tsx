import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { LookupPanel } from '../../../../src/renderer/features/lookup/LookupPanel'
import { openLookup, useLookup } from '../../../../src/renderer/features/lookup/lookup'
import type { ProviderId } from '../../../../src/shared/account'
import type { LookupAnswer } from '../../../../src/shared/lookup'
import { err, ok, type Result } from '../../../../src/shared/result'
import { giveRoom, show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'
import { bareSession } from '../../../harness/roster-rows'
import { account } from '../../../unit/renderer/account'

let bridge: FakeBridge

const answerOf = (ids: readonly string[]): LookupAnswer => ({
  sessions: ids.map((id) => ({ ...bareSession('a', 'luaprot', id), userName: `user ${id}` })),
  complete: true,
  stopped: null,
  total: null,
  unreadable: 0,
  evidence: { asked: 'GET /sessions', at: 1_000, answer: '200' },
})

const asProvider = (provider: ProviderId) => withAccounts([{ ...account('a'), provider }])

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('lookup.cancel', () => ok(undefined))
  giveRoom({ width: 900, height: 400 })
  useLookup.setState({
    accountId: null,
    form: {},
    masked: new Set(),
    askedAccountId: null,
    run: { kind: 'idle' },
  })
})

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' })
const press = () => screen.getByRole('button', { name: 'Look up' })

describe('the fields', () => {
  it.each([
    ['luaprot', ['Discord ID']],
    ['luaauth', ['Script', 'Key', 'Roblox ID', 'Place', 'Job']],
    ['junkie', ['Script', 'User name holds']],
    ['vsay', ['Machine ID', 'User ID', 'From', 'To']],
  ] as const)('are those that %s can be asked for', (provider, labels) => {
    asProvider(provider)
    show(<LookupPanel />)
    const inputs = [...document.querySelectorAll('form input:not([aria-hidden])')]
    expect(inputs.map((input) => document.querySelector(`label[for="${input.id}"]`)?.textContent)).toEqual(
      labels,
    )
  })

  it('say what is wrong, get the focus for it, and ask nothing', async () => {
    asProvider('luaauth')
    const { user } = show(<LookupPanel />)
    await user.type(field('Script'), 'autofarm')
    await user.click(press())
    expect(screen.getByText('Enter a key, Roblox ID, place or job to filter by.')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(field('Key')))
    expect(bridge.asked('lookup.run')).toEqual([])
    await user.type(field('Key'), 'k')
    expect(field('Key').getAttribute('aria-invalid')).toBeNull()
  })

  it('hide a key that came from where it is masked, until it is asked for', async () => {
    asProvider('luaauth')
    openLookup('a', { provider: 'luaauth', scriptId: 'autofarm', key: 'customer-key' })
    const { user } = show(<LookupPanel />)
    expect(field('Key').type).toBe('password')
    await user.click(screen.getByRole('button', { name: 'Reveal Key' }))
    expect(field('Key').type).toBe('text')
    await user.click(screen.getByRole('button', { name: 'Hide Key' }))
    expect(field('Key').type).toBe('password')
  })
})

describe('the answer', () => {
  const lookUp = async (answer: Result<LookupAnswer> | Promise<Result<LookupAnswer>>) => {
    asProvider('luaprot')
    bridge.answer('lookup.run', () => answer)
    const { user } = show(<LookupPanel />)
    await user.type(field('Discord ID'), '42{Enter}')
    return user
  }

  it('is a table of whom the service knows, asked for once', async () => {
    await lookUp(ok(answerOf(['1', '2'])))
    expect(await screen.findByRole('row', { name: /user 1/ })).toBeTruthy()
    expect(screen.getByRole('status').textContent).toContain('2 sessions')
    expect(bridge.asked('lookup.run')).toEqual([
      { lane: 'lookup', accountId: 'a', question: { provider: 'luaprot', by: 'discord', id: '42' } },
    ])
  })

  it('says that nobody was found', async () => {
    await lookUp(ok(answerOf([])))
    expect(await screen.findByText('No sessions found')).toBeTruthy()
  })

  it('tells a fault as an alert, and what the service does not know as its answer', async () => {
    await lookUp(err({ kind: 'timeout', message: 'LuaProt did not answer.' }))
    expect((await screen.findByRole('alert')).textContent).toBe('LuaProt did not answer.')
  })

  it('can be stopped, and one that comes late changes nothing', async () => {
    let answer: (result: Result<LookupAnswer>) => void = () => undefined
    const user = await lookUp(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    await user.click(await screen.findByRole('button', { name: 'Stop' }))
    expect(bridge.asked('lookup.cancel')).toEqual([{ lane: 'lookup' }])
    expect(document.activeElement).toBe(field('Discord ID'))
    answer(ok(answerOf(['1'])))
    await waitFor(() => expect(screen.getByText('Look someone up')).toBeTruthy())
    expect(screen.queryByRole('grid')).toBeNull()
  })
})
