import { act, screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { NotificationsQuestion } from '../../../../src/renderer/features/welcome/NotificationsQuestion'
import { setHealth } from '../../../../src/renderer/stores/health'
import { ok } from '../../../../src/shared/result'
import { settingsSchema } from '../../../../src/shared/settings'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'
import { scopeHealth } from '../../../harness/roster-rows'
import { account } from '../../../unit/renderer/account'

let bridge: FakeBridge

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('settings.save', (changes) => {
    const settings = settingsSchema.parse(changes)
    withAccounts([account('a')], { settings })
    return ok(settings)
  })
  setHealth([])
})

const hub = (lastSuccessAt: number | null) => scopeHealth({ key: 'a/hub:1', lastSuccessAt })
const question = () => screen.queryByRole('region', { name: 'Notifications question' })

it.each([
  ['Turn on', true],
  ['Not now', false],
])('asks once the first account is live, and is done with %s', async (answer, notifications) => {
  withAccounts([account('a')])
  const { user } = show(<NotificationsQuestion />)
  act(() => setHealth([hub(null)]))
  expect(question()).toBeNull()
  act(() => setHealth([hub(1)]))
  expect(question()).not.toBeNull()
  await user.click(screen.getByRole('button', { name: answer }))
  expect(bridge.asked('settings.save')).toEqual([{ notifications, notificationsAsked: true }])
  expect(question()).toBeNull()
})

it('asks nobody who has notifications on, has answered, or is in the demo', () => {
  setHealth([hub(1)])
  show(<NotificationsQuestion />)
  const after = (changes: object) => settingsSchema.parse(changes)
  act(() => withAccounts([account('a')], { settings: after({ notifications: true }) }))
  expect(question()).toBeNull()
  act(() => withAccounts([account('a')], { settings: after({ notificationsAsked: true }) }))
  expect(question()).toBeNull()
  act(() => withAccounts([account('a')], { kind: 'demo' }))
  expect(question()).toBeNull()
  act(() => withAccounts([account('a')]))
  expect(question()).not.toBeNull()
})
