import { afterEach, expect, it } from 'vitest'
import { shownAction } from '../../../../../src/renderer/features/action-log/shown-action'
import { getPresenter } from '../../../../../src/renderer/stores/presentation'
import { useWorkspaceStore } from '../../../../../src/renderer/stores/workspace'
import type { Action } from '../../../../../src/shared/action'
import { present } from '../../../../harness/presenting'

const action: Action = {
  id: '1',
  batchId: null,
  kind: 'message',
  accountId: 'a',
  accountLabel: 'Hub One',
  provider: 'luaprot',
  sessionKey: 'a:7',
  target: 'wompus_dompus',
  sent: 'Hello wompus, alias w0mp',
  reason: 'John on Discord asked',
  requestedAt: 0,
  outcome: { kind: 'failed', error: { kind: 'unauthorized', message: 'wompus_dompus at 203.0.113.7' } },
}

afterEach(() => useWorkspaceStore.setState({ workspace: null }))

it('changes nothing while nobody presents', () => {
  present(false)
  expect(shownAction(action, getPresenter())).toBe(action)
})

it('leaves of an action nothing that names somebody, and says what became of it', () => {
  present(true)
  const shown = shownAction(action, getPresenter())
  expect(JSON.stringify(shown)).not.toMatch(/womp|w0mp|John|203/)
  expect(shown).toMatchObject({ target: /^User /.exec(shown.target)?.input, accountLabel: 'Hub One' })
  expect(shown.outcome).toMatchObject({ kind: 'failed', error: { kind: 'unauthorized' } })
})

it('covers what a client answered', () => {
  present(true)
  const answered = { ...action, outcome: { kind: 'answered', response: '{"owner":"John"}' } } as const
  expect(JSON.stringify(shownAction(answered, getPresenter()))).not.toContain('John')
})

it('keeps what was changed of a script', () => {
  present(true)
  const change: Action = {
    ...action,
    kind: 'script-toggle',
    sessionKey: null,
    target: 'Autofarm',
    sent: 'Disabled',
    outcome: { kind: 'delivered' },
  }
  expect(shownAction(change, getPresenter())).toMatchObject({ target: 'Autofarm', sent: 'Disabled' })
})
