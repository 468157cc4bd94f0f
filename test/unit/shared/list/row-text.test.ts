import { describe, expect, it } from 'vitest'
import { columnText, isIdText, isolated, isRightToLeft, rowLabel } from '../../../../src/shared/list/row-text'
import { rosterRow } from '../../../harness/roster-rows'

const none = new Map<string, string>()

describe('what a row says', () => {
  it('names the user, else an id, else the machine, else the session', () => {
    expect(rowLabel(rosterRow('9', { userName: 'wompus', robloxId: '1' }))).toBe('wompus')
    expect(rowLabel(rosterRow('9', { robloxId: '1' }))).toBe('1')
    expect(rowLabel(rosterRow('9', { machineName: 'web-1' }))).toBe('web-1')
    expect(rowLabel(rosterRow('9'))).toBe('9')
  })

  it('tells names from ids', () => {
    const named = rosterRow('9', { userName: 'wompus', machineName: 'web-1', jobId: 'j' })
    expect(isIdText(named, 'user', none)).toBe(false)
    expect(isIdText(named, 'script', none)).toBe(false)
    expect(isIdText(named, 'job', none)).toBe(true)
    const bare = rosterRow('9', { robloxId: '1', machineId: 'm', universeId: 'u' })
    expect(isIdText(bare, 'user', none)).toBe(true)
    expect(columnText(bare, 'script', none)).toBe('m')
    expect(isIdText(bare, 'script', none)).toBe(true)
    expect(columnText(bare, 'place', none)).toBe('u')
  })

  it('calls a script by its name where it has one, in its own account only', () => {
    const names = new Map([['a/48213', 'Autofarm']])
    const row = rosterRow('9', { scriptId: '48213' })
    expect(columnText(row, 'script', names)).toBe('Autofarm')
    expect(isIdText(row, 'script', names)).toBe(false)
    expect(columnText(row, 'script', none)).toBe('48213')
    expect(isIdText(row, 'script', none)).toBe(true)
    const other = { ...row, accountId: 'b' }
    expect(columnText(other, 'script', names)).toBe('48213')
    expect(isIdText(other, 'script', names)).toBe(true)
  })
})

it('keeps a name from turning the sentence around it', () => {
  const sentence = `${isolated('\u202egnp.exe\u2069')}: gone`
  expect(sentence).toBe('\u2068gnp.exe\u2069: gone')
})

it.each([
  ['محمد_علي 42!', true],
  ['(7) שלום-user', true],
  ['user-שלום', false],
  ['42', false],
  ['👩 crew', false],
])('tells whether %j is written from right to left', (text, rightToLeft) => {
  expect(isRightToLeft(text)).toBe(rightToLeft)
})
