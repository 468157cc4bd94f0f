import { beforeEach, expect, it } from 'vitest'
import { tellOutcome } from '../../../../../src/renderer/features/actions/tell-outcome'
import { openDetails, useSelection } from '../../../../../src/renderer/stores/selection'
import { clearToasts, useToasts } from '../../../../../src/renderer/stores/toasts'
import { loggedAction } from '../../../../harness/action-log'
import { present } from '../../../../harness/presenting'

const texts = () => useToasts.getState().toasts.map(({ text }) => text.replaceAll(/[\u2068\u2069]/g, ''))

beforeEach(() => {
  present(false)
  useSelection.setState(useSelection.getInitialState())
  clearToasts()
})

it('tells what was delivered, once, and leads to the session', () => {
  tellOutcome(loggedAction('1'))
  tellOutcome(loggedAction('1'))
  expect(texts()).toEqual(['Wompus: Message delivered'])
  const [toast] = useToasts.getState().toasts
  expect(toast?.role).toBe('status')
  toast?.action?.run()
  expect(useSelection.getState().open).toBe('a1:1')
})

it('says nothing where the details of the session show it, nor of what is still under way', () => {
  tellOutcome(loggedAction('1', { outcome: { kind: 'sending' } }))
  openDetails('a1:1')
  tellOutcome(loggedAction('2'))
  expect(texts()).toEqual([])
  openDetails('a1:2')
  tellOutcome(loggedAction('2'))
  expect(texts()).toEqual(['Wompus: Message delivered'])
})
