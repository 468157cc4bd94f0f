import { expect, it } from 'vitest'
import {
  changeTerminal,
  dropTerminal,
  isOurs,
  useTerminals,
} from '../../../../../src/renderer/features/terminal/terminals'
import type { Terminal } from '../../../../../src/shared/terminal'

const vsay: Terminal = {
  id: 't',
  target: { kind: 'machine', accountId: 'a', machineId: 'm', machineName: 'Server' },
  label: 'Server',
  sessionKey: 'a:sess_1',
  state: { kind: 'live' },
}
const ours = (key: string) => isOurs(key, useTerminals.getState().byId)

it('knows the sessions in which our terminals run, as they come, change and go', () => {
  changeTerminal({ ...vsay, id: 'ssh', sessionKey: null })
  changeTerminal(vsay)
  expect([ours('a:sess_1'), ours('a:sess_2')]).toEqual([true, false])
  changeTerminal({ ...vsay, sessionKey: 'a:sess_2' })
  expect([ours('a:sess_1'), ours('a:sess_2')]).toEqual([false, true])
  dropTerminal('t')
  expect(ours('a:sess_2')).toBe(false)
})
