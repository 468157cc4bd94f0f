import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { MessageDialog } from '../../../../src/renderer/features/actions/MessageDialog'
import { openMessage, useDialogs } from '../../../../src/renderer/stores/dialogs'
import { addFound } from '../../../../src/renderer/stores/found'
import type { Action, Outcome } from '../../../../src/shared/action'
import { ok } from '../../../../src/shared/result'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'
import { bareSession } from '../../../harness/roster-rows'
import { account } from '../../../unit/renderer/account'

let bridge: FakeBridge

const message = (sessionKey: string, outcome: Outcome): Action => ({
  id: 'action 1',
  batchId: null,
  kind: 'message',
  accountId: 'a',
  accountLabel: 'Hub One',
  provider: 'luaprot',
  sessionKey,
  target: 'wompus',
  sent: 'Hello',
  reason: null,
  requestedAt: 1_000,
  outcome,
})

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  withAccounts([account('a'), { ...account('b'), provider: 'luaauth' }])
  addFound([
    { ...bareSession('a', 'luaprot', '1'), userName: 'wompus' },
    bareSession('b', 'luaauth', '2'),
    bareSession('c', 'junkie', '3'),
  ])
})

it('sends no empty text, counts what is written, and closes once it was delivered', async () => {
  bridge.answer('session.message', ({ key }) => ok(message(key, { kind: 'delivered' })))
  openMessage('a:1')
  const { user } = show(<MessageDialog sessionKey="a:1" />)
  const text = screen.getByLabelText('Message')
  await waitFor(() => expect(document.activeElement).toBe(text))
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(text.getAttribute('aria-invalid')).toBe('true')
  expect(bridge.asked('session.message')).toEqual([])
  await user.type(text, 'Hello')
  expect(text.getAttribute('aria-invalid')).toBeNull()
  expect(screen.getByRole('dialog').textContent).toContain('5 / ')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(bridge.asked('session.message')).toEqual([{ key: 'a:1', message: { kind: 'text', text: 'Hello' } }])
  await waitFor(() => expect(useDialogs.getState().dialog).toBeNull())
})

it('calls a handler with checked data, and shows what the client answered', async () => {
  bridge.answer('session.message', ({ key }) =>
    ok(message(key, { kind: 'answered', response: '{"seen":true}' })),
  )
  openMessage('b:2')
  const { user } = show(<MessageDialog sessionKey="b:2" />)
  await user.type(screen.getByLabelText('Handler'), 'announce')
  const data = screen.getByLabelText('Data')
  await user.clear(data)
  await user.type(data, '{{')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(bridge.asked('session.message')).toEqual([])
  await user.type(data, '"text": "hi"}')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(bridge.asked('session.message')).toEqual([
    { key: 'b:2', message: { kind: 'handler', handler: 'announce', data: { text: 'hi' } } },
  ])
  expect((await screen.findByRole('region', { name: 'Answer' })).textContent).toContain('"seen": true')
  expect(screen.getByRole('button', { name: 'Send again' })).toBeTruthy()
})

it('keeps what was written where nobody knows whether it arrived', async () => {
  const error = { kind: 'timeout' as const, message: 'No answer in time.' }
  bridge.answer('session.message', ({ key }) => ok(message(key, { kind: 'unknown', error })))
  openMessage('a:1')
  const { user } = show(<MessageDialog sessionKey="a:1" />)
  await user.type(screen.getByLabelText('Message'), 'Hello')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByText(/Sending it again may run it twice/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('Message').value).toBe('Hello')
})

it('says of a service without messages that there are none', async () => {
  const { user } = show(<MessageDialog sessionKey="c:3" />)
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(bridge.asked('session.message')).toEqual([])
  expect(screen.getByRole('dialog').textContent).toContain('Junkie offers no messages')
})
