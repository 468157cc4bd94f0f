import { expect, it } from 'vitest'
import {
  editOf,
  nameProblem,
  withName,
  withSwitch,
} from '../../../../../src/renderer/features/scripts/script-draft'
import type { ScriptInfo } from '../../../../../src/shared/script'

const info: ScriptInfo = {
  id: 's',
  projectId: null,
  name: 'Autofarm',
  freeForAll: false,
  useHeartbeat: true,
  kickOutdated: null,
  requireSessions: false,
  enabled: true,
  totalExecutions: null,
  totalSessions: null,
  totalInstances: null,
  fetchedAt: 1,
}

it('sends what was touched and nothing else', () => {
  const draft = withSwitch(withName({}, info, 'Other'), info, 'freeForAll', true)
  expect(editOf(draft, info)).toEqual({ name: 'Other', freeForAll: true })
})

it('sends nothing for what was put back', () => {
  const touched = withSwitch(withName({}, info, 'Other'), info, 'useHeartbeat', false)
  const back = withSwitch(withName(touched, info, 'Autofarm'), info, 'useHeartbeat', true)
  expect(back).toEqual({})
  expect(editOf(back, info)).toBeNull()
})

it('clears a name with an empty one, and has nothing to clear where there is none', () => {
  expect(editOf(withName({}, info, ''), info)).toEqual({ name: '' })
  expect(editOf(withName({}, { ...info, name: null }, ''), { ...info, name: null })).toBeNull()
})

it('sends either state of a switch of which the service says nothing', () => {
  expect(editOf(withSwitch({}, info, 'kickOutdated', false), info)).toEqual({ kickOutdated: false })
})

it('has nothing left to send once the service says the same', () => {
  const draft = withName({}, info, 'Other')
  expect(editOf(draft, { ...info, name: 'Other' })).toBeNull()
})

it('refuses a name that is too long', () => {
  expect(nameProblem('x'.repeat(200))).toBeNull()
  expect(nameProblem('x'.repeat(201))).toContain('200')
})
