import { act, screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { AccountItem } from '../../../../src/renderer/app/navigation/AccountItem'
import { setHealth } from '../../../../src/renderer/stores/health'
import { setPlace, useView } from '../../../../src/renderer/stores/view'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'
import { scopeHealth } from '../../../harness/roster-rows'
import { account } from '../../../unit/renderer/account'

const hub = (id: string) => scopeHealth({ key: `a/hub:${id}`, scope: { kind: 'hub', id } })

beforeEach(() => {
  new FakeBridge().install()
  withAccounts([account('a')])
  setHealth([])
  setPlace(null)
})

/** The account's own button; its name ends with how many are live. */
const place = () => screen.getByRole('button', { name: /3$/ })

it('keeps its element and the focus in it while scopes come and go', () => {
  show(<AccountItem account={account('a')} live={3} />)
  const button = place()
  button.focus()
  act(() => setHealth([hub('1')]))
  expect(place()).toBe(button)
  act(() => setHealth([hub('1'), hub('2')]))
  expect(place()).toBe(button)
  act(() => setHealth([]))
  expect(place()).toBe(button)
  expect(document.activeElement).toBe(button)
})

it('has a line for each scope where there are several, and folds them', async () => {
  setHealth([hub('1'), hub('2')])
  const { user } = show(<AccountItem account={account('a')} live={3} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  await user.click(screen.getByRole('button', { name: 'Hide scopes of a' }))
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})

it('narrows the list to the account, and shows all again', async () => {
  const { user } = show(<AccountItem account={account('a')} live={3} />)
  await user.click(place())
  expect(useView.getState().place).toEqual({ accountId: 'a', scopeKey: null })
  expect(place().getAttribute('aria-pressed')).toBe('true')
  await user.click(place())
  expect(useView.getState().place).toBeNull()
})
