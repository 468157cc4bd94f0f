import { describe, expect, it } from 'vitest'
import { columnText, isIdText, isolated, rowLabel } from '../../../../src/renderer/lib/row-text'
import { rosterRow } from '../../../harness/roster-rows'

describe('what a row says', () => {
  it('names the user, else an id, else the machine, else the session', () => {
    expect(rowLabel(rosterRow('9', { userName: 'wompus', robloxId: '1' }))).toBe('wompus')
    expect(rowLabel(rosterRow('9', { robloxId: '1' }))).toBe('1')
    expect(rowLabel(rosterRow('9', { machineName: 'web-1' }))).toBe('web-1')
    expect(rowLabel(rosterRow('9'))).toBe('9')
  })

  it('tells names from ids', () => {
    const named = rosterRow('9', { userName: 'wompus', machineName: 'web-1', jobId: 'j' })
    expect(isIdText(named, 'user')).toBe(false)
    expect(isIdText(named, 'script')).toBe(false)
    expect(isIdText(named, 'job')).toBe(true)
    const bare = rosterRow('9', { robloxId: '1', machineId: 'm', universeId: 'u' })
    expect(isIdText(bare, 'user')).toBe(true)
    expect(columnText(bare, 'script')).toBe('m')
    expect(isIdText(bare, 'script')).toBe(true)
    expect(columnText(bare, 'place')).toBe('u')
  })
})

it('keeps a name from turning the sentence around it', () => {
  const sentence = `${isolated('\u202egnp.exe\u2069')}: gone`
  expect(sentence).toBe('\u2068gnp.exe\u2069: gone')
})
