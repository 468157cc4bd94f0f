import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { DisconnectDialog } from '../../../../src/renderer/features/actions/DisconnectDialog'
import { openDisconnect, useDialogs } from '../../../../src/renderer/stores/dialogs'
import { addFound, useFound } from '../../../../src/renderer/stores/found'
import { clearToasts, useToasts } from '../../../../src/renderer/stores/toasts'
import type { Action, Outcome } from '../../../../src/shared/action'
import { err, ok } from '../../../../src/shared/result'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'
import { bareSession } from '../../../harness/roster-rows'
import { account } from '../../../unit/renderer/account'

const bridge = new FakeBridge()
const key = 'a:1'

const disconnect = (outcome: Outcome): Action => ({
  id: 'action 1',
  batchId: null,
  kind: 'disconnect',
  accountId: 'a',
  accountLabel: 'Hub One',
  provider: 'luaprot',
  sessionKey: key,
  target: 'wompus',
  sent: null,
  reason: null,
  requestedAt: 1_000,
  outcome,
})

beforeEach(() => {
  bridge.install()
  withAccounts([account('a')])
  useFound.setState({ byKey: new Map() })
  addFound([{ ...bareSession('a', 'luaprot', '1'), userName: 'wompus' }])
  clearToasts()
  openDisconnect(key)
})

const press = () => screen.getByRole('button', { name: 'Disconnect' })

it('names whom it is about, begins on Cancel, and sends one request for two presses', async () => {
  let answer: (outcome: Outcome) => void = () => undefined
  bridge.answer(
    'session.disconnect',
    () =>
      new Promise((resolve) => {
        answer = (outcome) => resolve(ok(disconnect(outcome)))
      }),
  )
  const { user } = show(<DisconnectDialog sessionKey={key} />)
  expect(screen.getByRole('dialog').textContent).toContain('wompus')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })))
  await user.click(press())
  await user.click(press())
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(bridge.asked('session.disconnect')).toEqual([{ key }])
  answer({ kind: 'accepted' })
  await waitFor(() => expect(useDialogs.getState().dialog).toBeNull())
})

it('stays open and says what went wrong where the outcome is unknown, and tells it nowhere else', async () => {
  const error = { kind: 'timeout' as const, message: 'LuaProt did not answer. It may have happened.' }
  bridge.answer('session.disconnect', () => ok(disconnect({ kind: 'unknown', error })))
  const { user } = show(<DisconnectDialog sessionKey={key} />)
  await user.click(press())
  expect((await screen.findByRole('alert')).textContent).toContain(error.message)
  expect(useDialogs.getState().dialog).not.toBeNull()
  expect(useToasts.getState().toasts).toEqual([])
})

it('says what a bridge said that failed', async () => {
  bridge.answer('session.disconnect', () => err({ kind: 'gone', message: 'It left before.' }))
  const { user } = show(<DisconnectDialog sessionKey={key} />)
  await user.click(press())
  expect(await screen.findByText('It left before.')).toBeTruthy()
})

it('offers nothing for a session that is over, or that nobody remembers', async () => {
  addFound([{ ...bareSession('a', 'vsay', '2'), status: 'ended' }])
  const { user, rerender } = show(<DisconnectDialog sessionKey="a:2" />)
  const asked = bridge.asked('session.disconnect').length
  expect(press().getAttribute('aria-disabled')).toBe('true')
  await user.click(press())
  expect(bridge.asked('session.disconnect')).toHaveLength(asked)
  rerender(<DisconnectDialog sessionKey="a:3" />)
  expect(screen.getByText(/not listed any more/)).toBeTruthy()
})
