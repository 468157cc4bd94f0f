import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SettingsDialog } from '../../../../src/renderer/features/settings/SettingsDialog'
import { UpdateBanner } from '../../../../src/renderer/features/updates/UpdateBanner'
import { connectUpdates, useUpdates } from '../../../../src/renderer/features/updates/updates'
import { useDialogs } from '../../../../src/renderer/stores/dialogs'
import type { AppError } from '../../../../src/shared/result'
import { ok } from '../../../../src/shared/result'
import { settingsSchema } from '../../../../src/shared/settings'
import type { UpdateState } from '../../../../src/shared/update'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'

const next = { version: '0.2.0', notes: 'Faster.\n<b>Not bold.</b>', bytes: 110_000_000 }
const problem: AppError = { kind: 'network', message: 'The download broke off.' }
const idle: UpdateState = { kind: 'idle', checkedAt: null, later: null, problem: null }
const available: UpdateState = { kind: 'available', next, page: null, problem: null }

let bridge: FakeBridge
let stop = () => {}

beforeEach(async () => {
  bridge = new FakeBridge()
  bridge.install()
  for (const name of ['update.check', 'update.download', 'update.cancel', 'link.open'] as const)
    bridge.answer(name, () => ok(undefined))
  bridge.answer('update.state', () => ok(idle))
  bridge.answer('settings.save', () => ok(settingsSchema.parse({})))
  withAccounts([])
  useUpdates.setState({ state: null })
  useDialogs.setState({ dialog: null })
  stop = connectUpdates()
  await vi.waitFor(() => expect(useUpdates.getState().state).toEqual(idle))
})
afterEach(() => stop())

const tell = (state: UpdateState) => act(() => bridge.emit('update.changed', state))
const button = (name: string) => screen.getByRole('button', { name })
const shown = () => screen.queryByRole('region', { name: 'Update' })

it('says above everything that there is a new version, and leads through its steps', async () => {
  const { user } = show(<UpdateBanner />)
  expect(shown()).toBeNull()
  tell({ kind: 'checking' })
  expect(shown()).toBeNull()

  tell(available)
  expect(screen.getByRole('status').textContent).toContain('Version 0.2.0 is available (110 MB).')
  await user.click(button('Download'))
  expect(bridge.asked('update.download')).toHaveLength(1)

  tell({ kind: 'downloading', next, receivedBytes: 55_000_000 })
  expect(screen.getByRole('progressbar')).toMatchObject({ max: 110_000_000, value: 55_000_000 })
  expect(shown()?.textContent).toContain('55 of 110 MB')
  await user.click(button('Cancel'))
  expect(bridge.asked('update.cancel')).toHaveLength(1)

  tell({ ...available, problem })
  expect(screen.getByRole('status').textContent).toContain('The download broke off.')

  tell({ kind: 'ready', next, problem: null })
  await user.click(button('Restart now'))
  expect(useDialogs.getState().dialog).toEqual({ kind: 'restart' })

  tell({ kind: 'installing', next })
  expect(screen.getByRole('status').textContent).toContain('may ask for your password')
  expect(screen.queryByRole('button', { name: 'Restart now' })).toBeNull()
})

it('is dismissed until there is something else to say, and leads to what is new', async () => {
  const { user } = show(<UpdateBanner />)
  tell(available)
  await user.click(button('What’s new'))
  expect(useDialogs.getState().dialog).toEqual({ kind: 'settings', at: 'updates' })
  await user.click(button('Dismiss'))
  expect(shown()).toBeNull()
  tell({ kind: 'ready', next, problem: null })
  expect(shown()).not.toBeNull()
})

it('opens the download page for a package that cannot update itself', async () => {
  const { user } = show(<UpdateBanner />)
  tell({ ...available, page: 'https://sessiondeck.example/download' })
  expect(screen.getByRole('status').textContent).toContain('can’t update itself')
  await user.click(button('Open the download page'))
  expect(bridge.asked('link.open')).toEqual([{ url: 'https://sessiondeck.example/download' }])
})

it('has a section in the settings that checks, and says how it went', async () => {
  const { user } = show(<SettingsDialog at="updates" />)
  const section = () => screen.getByRole('region', { name: 'Updates' })
  expect(section().textContent).toContain('Not checked yet.')
  await vi.waitFor(() => expect(document.activeElement).toBe(section()))
  await user.click(button('Check for updates'))
  expect(bridge.asked('update.check')).toHaveLength(1)
  tell({ ...idle, checkedAt: Date.now() })
  expect(section().textContent).toContain('You have the newest version. Checked just now.')
  tell({ ...idle, problem: { kind: 'forbidden', message: 'It was not signed.' } })
  expect(screen.getByRole('alert').textContent).toBe('It was not signed.')
  tell({ ...idle, checkedAt: 1, later: '0.2.0' })
  expect(section().textContent).toContain('Version 0.2.0 is being released step by step.')
  tell(available)
  expect(section().textContent).toContain('Faster.\n<b>Not bold.</b>')

  await user.click(screen.getByRole('switch', { name: /Check for updates automatically/ }))
  expect(bridge.asked('settings.save')).toEqual([{ updateChecks: false }])
})

it('says that a build does not update itself, and offers nothing', () => {
  show(<SettingsDialog />)
  tell({ kind: 'off', why: 'This build does not update itself.' })
  expect(screen.getByRole('region', { name: 'Updates' }).textContent).toBe(
    'UpdatesThis build does not update itself.',
  )
})
