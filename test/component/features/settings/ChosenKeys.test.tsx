import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Dialogs } from '../../../../src/renderer/app/Dialogs'
import { chooseKeys, isPressed } from '../../../../src/renderer/lib/shortcuts'
import { openDialog } from '../../../../src/renderer/stores/dialogs'
import { setWorkspace, useWorkspaceStore } from '../../../../src/renderer/stores/workspace'
import { ok } from '../../../../src/shared/result'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'

let bridge: FakeBridge
beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('settings.save', (changes) => {
    const { workspace } = useWorkspaceStore.getState()
    if (!workspace) throw new Error('there is no workspace')
    const settings = { ...workspace.settings, ...changes }
    setWorkspace({ ...workspace, settings })
    chooseKeys(settings.shortcuts)
    return ok(settings)
  })
  withAccounts([])
})
afterEach(() => chooseKeys({}))

const press = (key: string, ctrlKey = false) => ({
  key,
  code: '',
  ctrlKey,
  metaKey: false,
  altKey: false,
  shiftKey: false,
})

const begin = async () => {
  openDialog({ kind: 'shortcuts' })
  const { user } = show(<Dialogs />)
  const change = await screen.findByRole('button', { name: 'Change the keys: Find a person' })
  await user.click(change)
  return user
}

it('takes other keys for a shortcut, which answers no longer to its own, and gives them back', async () => {
  const user = await begin()
  await user.keyboard('{Control>}j{/Control}')
  expect(bridge.asked('settings.save')).toEqual([{ shortcuts: { find: 'Mod+J' } }])
  expect(isPressed('find', press('j', true))).toBe(true)
  expect(isPressed('find', { ...press('K', true), shiftKey: true })).toBe(false)
  await user.click(await screen.findByRole('button', { name: 'Reset the keys: Find a person' }))
  expect(bridge.asked('settings.save').at(-1)).toEqual({ shortcuts: {} })
  expect(isPressed('find', { ...press('K', true), shiftKey: true })).toBe(true)
})

it('takes no keys that another shortcut has, or that type something', async () => {
  const user = await begin()
  await user.keyboard('{Control>}b{/Control}')
  expect((await screen.findByRole('alert')).textContent).toContain('Fold the navigation')
  await user.keyboard('x')
  expect(screen.getByRole('alert').textContent).toContain('type something')
  expect(bridge.asked('settings.save')).toEqual([])
})

it('is left by Esc, which closes nothing else, and shortcuts work again', async () => {
  const user = await begin()
  expect(isPressed('navigation', press('b', true))).toBe(false)
  await user.keyboard('{Escape}')
  expect(screen.queryByText('Press the new keys, or Esc')).toBeNull()
  expect(screen.getByRole('dialog')).toBeTruthy()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Change the keys: Find a person')
  expect(isPressed('navigation', press('b', true))).toBe(true)
})
