import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { DemoBanner } from '../../../../src/renderer/features/welcome/DemoBanner'
import { useToasts } from '../../../../src/renderer/stores/toasts'
import { err, ok } from '../../../../src/shared/result'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'

let bridge: FakeBridge

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
})

it('says of the demo that it is one, and leads to an own workspace and out', async () => {
  bridge.answer('demo.openOwn', () => ok(undefined))
  bridge.answer('window.close', () => ok(undefined))
  withAccounts([], { kind: 'demo' })
  const { user } = show(<DemoBanner />)
  expect(screen.getByRole('region', { name: 'Demo' }).textContent).toContain('Nothing is sent anywhere.')
  await user.click(screen.getByRole('button', { name: 'Add your own account' }))
  expect(bridge.asked('demo.openOwn')).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Quit demo' }))
  expect(bridge.asked('window.close')).toEqual([{ choice: 'quit' }])
})

it('says where the own workspace cannot be opened', async () => {
  bridge.answer('demo.openOwn', () => err({ kind: 'internal', message: 'No room.' }))
  withAccounts([], { kind: 'demo' })
  const { user } = show(<DemoBanner />)
  await user.click(screen.getByRole('button', { name: 'Add your own account' }))
  expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual(['No room.'])
})

it.each(['own', 'managed'] as const)('says nothing in a workspace that is %s', (kind) => {
  withAccounts([], { kind })
  show(<DemoBanner />)
  expect(screen.queryByRole('region')).toBeNull()
})
