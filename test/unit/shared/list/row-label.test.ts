import { expect, it } from 'vitest'
import { rowLabel } from '../../../../src/shared/list/row-label'
import { rosterRow } from '../../../harness/roster-rows'

it('names the user, else an id, else the machine, else the session', () => {
  expect(rowLabel(rosterRow('9', { userName: 'wompus', robloxId: '1' }))).toBe('wompus')
  expect(rowLabel(rosterRow('9', { robloxId: '1' }))).toBe('1')
  expect(rowLabel(rosterRow('9', { machineName: 'web-1' }))).toBe('web-1')
  expect(rowLabel(rosterRow('9'))).toBe('9')
})
