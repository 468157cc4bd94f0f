import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { AccountDialog } from '../../../../src/renderer/features/accounts/AccountDialog'
import { openDialog, useDialogs } from '../../../../src/renderer/stores/dialogs'
import { err, ok } from '../../../../src/shared/result'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'
import { account } from '../../../unit/renderer/account'

let bridge: FakeBridge

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  withAccounts([account('a')])
  openDialog({ kind: 'account', accountId: null })
})

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const add = () => screen.getByRole('button', { name: 'Add account' })

it('asks for what is missing, field by field, and goes to the first', async () => {
  const { user } = show(<AccountDialog accountId={null} />)
  await user.clear(field('Name'))
  await user.click(add())
  expect(bridge.asked('account.save')).toEqual([])
  expect(field('Name').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('Enter a key.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(field('Name')))
})

it('brings the defaults of another service, and keeps a name that was typed', async () => {
  const { user } = show(<AccountDialog accountId={null} />)
  await user.click(screen.getByRole('radio', { name: 'LuaAuth' }))
  expect(field('Name').value).toBe('LuaAuth')
  await user.clear(field('Name'))
  await user.type(field('Name'), 'Ops')
  await user.click(screen.getByRole('radio', { name: 'VSay' }))
  expect(field('Name').value).toBe('Ops')
})

it('saves what was typed, shows an error of the shell at its field, and closes once it is kept', async () => {
  bridge.answer('account.save', () => err({ kind: 'invalid', path: 'draft.label', message: 'There is one.' }))
  const { user } = show(<AccountDialog accountId={null} />)
  await user.click(screen.getByRole('radio', { name: 'VSay' }))
  await user.type(field('Key'), 'key-of-ops')
  await user.click(add())
  expect(await screen.findByText('There is one.')).toBeTruthy()
  expect(field('Name').getAttribute('aria-invalid')).toBe('true')
  bridge.answer('account.save', () => ok(account('b')))
  await user.click(add())
  await waitFor(() => expect(useDialogs.getState().dialog).toBeNull())
  expect(bridge.asked('account.save').at(-1)).toMatchObject({
    storage: 'keychain',
    draft: { provider: 'vsay', credential: 'key-of-ops' },
  })
})

it('asks before a key is kept without a keychain, with the focus on Cancel', async () => {
  withAccounts([], { keychain: 'unavailable' })
  bridge.answer('account.save', () => ok(account('b')))
  const { user } = show(<AccountDialog accountId={null} />)
  await user.click(screen.getByRole('radio', { name: 'VSay' }))
  await user.type(field('Key'), 'key-of-ops')
  await user.click(add())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })))
  expect(bridge.asked('account.save')).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Keep for this run only' }))
  await waitFor(() => expect(bridge.asked('account.save')).toMatchObject([{ storage: 'memory' }]))
})

it('asks over itself before an account is forgotten, and Esc leads back', async () => {
  bridge.answer('account.remove', () => ok(undefined))
  openDialog({ kind: 'account', accountId: 'a' })
  const { user } = show(<AccountDialog accountId="a" />)
  await user.click(screen.getByRole('button', { name: 'Remove…' }))
  const question = await screen.findByRole('dialog', { name: 'Remove account' })
  await user.keyboard('{Escape}')
  expect(question.isConnected).toBe(false)
  expect(bridge.asked('account.remove')).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Remove…' }))
  const again = await screen.findByRole('dialog', { name: 'Remove account' })
  await user.click(within(again).getByRole('button', { name: 'Remove a' }))
  await waitFor(() => expect(useDialogs.getState().dialog).toBeNull())
  expect(bridge.asked('account.remove')).toEqual([{ id: 'a' }])
})

it('changes nothing of an account that a file gives', () => {
  withAccounts([account('a')], { kind: 'managed' })
  show(<AccountDialog accountId="a" />)
  expect(field('Name').readOnly).toBe(true)
  expect(screen.queryByLabelText('Key')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})
