import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { BulkDialog } from '../../../../src/renderer/features/bulk/BulkDialog'
import { openBulkOf, useDialogs } from '../../../../src/renderer/stores/dialogs'
import type { Batch, BulkPreview } from '../../../../src/shared/bulk'
import { err, ok } from '../../../../src/shared/result'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'
import { rosterRow } from '../../../harness/roster-rows'
import { account } from '../../../unit/renderer/account'

let bridge: FakeBridge
const keys = ['a:1', 'a:2']
const aim = { kind: 'sessions' as const, keys }

const preview = (fields: Partial<BulkPreview> = {}): BulkPreview => ({
  planId: 'plan 1',
  label: '2 sessions',
  labelKind: 'count',
  reached: 2,
  confirmation: null,
  accounts: [
    {
      accountId: 'a',
      label: 'Hub One',
      reached: 2,
      requests: 2,
      takesMs: 2_000,
      whole: false,
      unreachable: [{ reason: 'Junkie can’t disconnect', count: 3 }],
    },
  ],
  ...fields,
})

const batch: Batch = {
  id: 'batch 1',
  kind: 'disconnect',
  label: '2 sessions',
  labelKind: 'count',
  reason: null,
  requestedAt: 1_000,
  state: 'running',
  counts: { total: 2, planned: 2, sending: 0, done: 0, failed: 0, unknown: 0, unsent: 0 },
  remainingMs: 2_000,
  disconnectAt: null,
}

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  withAccounts([account('a')])
  bridge.answer('bulk.audience', () => ok({ target: aim, kinds: ['text'], samples: [rosterRow('1')] }))
})

const button = (name: string | RegExp) => screen.findByRole('button', { name })

it('shows whom it reaches and whom not, and starts exactly that plan, once', async () => {
  bridge.answer('bulk.preview', () => ok(preview()))
  let answer: () => void = () => undefined
  bridge.answer(
    'bulk.start',
    () =>
      new Promise((resolve) => {
        answer = () => resolve(ok(batch))
      }),
  )
  openBulkOf('disconnect', keys)
  const { user } = show(<BulkDialog action="disconnect" aim={aim} />)
  const start = await button('Disconnect 2 sessions')
  const reach = screen.getByRole('region', { name: 'Recipients' })
  expect(reach.textContent).toContain('Hub One')
  expect(reach.textContent).toContain('3 skipped: Junkie can’t disconnect')
  await user.type(screen.getByLabelText('Reason'), 'spam')
  await user.dblClick(start)
  await user.keyboard('{Control>}{Enter}{/Control}')
  answer()
  await waitFor(() => expect(useDialogs.getState().dialog).toBeNull())
  expect(bridge.asked('bulk.start')).toEqual([{ planId: 'plan 1', confirmation: null, reason: 'spam' }])
})

it('starts nothing before the name was typed where that is wanted', async () => {
  bridge.answer('bulk.preview', () => ok(preview({ confirmation: 'Hub One' })))
  bridge.answer('bulk.start', () => ok(batch))
  const { user } = show(<BulkDialog action="disconnect" aim={aim} />)
  const start = await button('Disconnect 2 sessions')
  const typed = screen.getByLabelText('Type “Hub One” to confirm')
  await user.type(typed, 'Hub')
  await user.click(start)
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(bridge.asked('bulk.start')).toEqual([])
  expect(start.getAttribute('aria-disabled')).toBe('true')
  await user.type(typed, ' One')
  await user.click(start)
  await waitFor(() => expect(bridge.asked('bulk.start')).toMatchObject([{ confirmation: 'Hub One' }]))
})

it('asks anew for another message, and starts none that was not previewed', async () => {
  bridge.answer('bulk.preview', ({ messages }) =>
    messages.length === 0 ? err({ kind: 'internal', message: 'Nothing to say' }) : ok(preview()),
  )
  const { user } = show(<BulkDialog action="message" aim={aim} />)
  const send = await button('Message')
  expect(send.getAttribute('aria-disabled')).toBe('true')
  const text = screen.getByLabelText('Message', { selector: 'textarea' })
  await user.type(text, 'Hello')
  const ready = await button('Message 2 sessions')
  await waitFor(() => expect(ready.getAttribute('aria-disabled')).toBeNull())
  await user.type(text, '!')
  await user.click(ready)
  expect(bridge.asked('bulk.start')).toEqual([])
  await waitFor(() =>
    expect(bridge.asked('bulk.preview').at(-1)?.messages).toEqual([{ kind: 'text', text: 'Hello!' }]),
  )
})

it('says why nobody can be reached where the background part does not answer', async () => {
  bridge.answer('bulk.preview', () => Promise.reject(new Error('The port is closed')))
  const { user } = show(<BulkDialog action="disconnect" aim={aim} />)
  expect((await screen.findByRole('alert')).textContent).toContain('got no answer from its background part')
  await user.click(await button('Disconnect'))
  expect(bridge.asked('bulk.start')).toEqual([])
})
