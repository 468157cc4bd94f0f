import { beforeEach, describe, expect, it } from 'vitest'
import { getPresenter } from '../../../../src/renderer/stores/presentation'
import { showToast, useToasts } from '../../../../src/renderer/stores/toasts'
import { useWorkspaceStore } from '../../../../src/renderer/stores/workspace'
import { rowLabel } from '../../../../src/shared/list/row-label'
import { present } from '../../../harness/presenting'
import { rosterRow } from '../../../harness/roster-rows'

const row = rosterRow('1', {
  userName: 'wompus_dompus',
  robloxId: '4242424242',
  userId: 'usr_123',
  machineName: 'Production Server',
  machineId: 'mch_456',
  userKey: 'key-1-of-wompus',
  hwid: 'hwid-1-of-wompus',
  jobId: 'job-of-wompus',
  ipAddress: '203.0.113.7',
})
const personal = [
  'wompus_dompus',
  '4242424242',
  'usr_123',
  'Production Server',
  'mch_456',
  'key-1-of-wompus',
  'hwid-1-of-wompus',
  'job-of-wompus',
  '203.0.113.7',
]

describe('the presenter', () => {
  beforeEach(() => present(true))

  it('shows everything as it is while presentation mode is off', () => {
    present(false)
    const presenter = getPresenter()
    expect(presenter.row(row)).toBe(row)
    expect(presenter.name('User', 'wompus_dompus')).toBe('wompus_dompus')
    expect(presenter.secret('key-1')).toBe('key-1')
    expect(presenter.text('203.0.113.7')).toBe('203.0.113.7')
  })

  it('leaves nothing personal in a row, and tells rows apart', () => {
    const shown = JSON.stringify(getPresenter().row(row))
    for (const value of personal) expect(shown).not.toContain(value)
    const other = { ...row, userName: 'somebody_else' }
    const labels = [row, other].map((each) => rowLabel(getPresenter().row(each)))
    expect(new Set(labels).size).toBe(2)
  })

  it('shows an id that is nobody’s, however much it looks like a key', () => {
    getPresenter().row(row)
    expect(getPresenter().id('6977a1c04be21f0d53e8a901')).toBe('6977a1c04be21f0d53e8a901')
    expect(getPresenter().id('job-of-wompus')).toMatch(/^Job /)
  })

  it('replaces in a text the names of a row that was shown', () => {
    getPresenter().row(row)
    expect(getPresenter().text('wompus_dompus left Production Server')).not.toMatch(/wompus|Production/)
    const secrets = 'job-of-wompus with key-1-of-wompus on hwid-1-of-wompus'
    expect(getPresenter().text(secrets)).toMatch(/^Job \w+ with •+ on •+$/)
  })

  it('takes away what was said before it began: it names people', () => {
    present(false)
    showToast({ id: 'left', role: 'alert', text: 'wompus_dompus left', action: null })
    present(true)
    expect(useToasts.getState().toasts).toEqual([])
  })

  it('is another one each time that the mode begins, so that what was revealed is hidden again', () => {
    const first = getPresenter()
    const alias = first.name('User', 'wompus_dompus')
    present(false)
    present(true)
    expect(getPresenter()).not.toBe(first)
    expect(getPresenter().name('User', 'wompus_dompus')).toBe(alias)
  })

  it('masks until the shell has said that it may not', () => {
    useWorkspaceStore.setState({ workspace: null })
    expect(getPresenter().on).toBe(true)
  })
})
