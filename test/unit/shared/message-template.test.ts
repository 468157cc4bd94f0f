import { describe, expect, it } from 'vitest'
import { fill, fillData, missingIn, namesIn, stringsIn, valuesOf } from '../../../src/shared/message-template'

const nobody = {
  userName: null,
  robloxId: null,
  scriptId: null,
  placeId: null,
  universeId: null,
  jobId: null,
}
const wompus = { ...nobody, userName: 'wompus', robloxId: '7', scriptId: 'S1', jobId: 'J1' }
const values = valuesOf(wompus, 'Main hub')

describe('a message template', () => {
  it.each([
    ['Hello {user}, {account} restarts.', 'Hello wompus, Main hub restarts.'],
    ['{script}{job}', 'S1J1'],
    ['{{user}} is {user}', '{user} is wompus'],
    ['no variables', 'no variables'],
    ['{place} and {nonsense} stay', '{place} and {nonsense} stay'],
  ])('%s', (text, filled) => {
    expect(fill(text, values)).toBe(filled)
  })

  it('fills in one pass: what a session calls itself is no variable', () => {
    expect(fill('Hello {user}', valuesOf({ ...wompus, userName: '{account} $& {{' }, 'Main'))).toBe(
      'Hello {account} $& {{',
    )
  })

  it('takes the Roblox id where there is no name, and nothing where there is neither', () => {
    expect(valuesOf({ ...nobody, robloxId: '7' }, 'A').user).toBe('7')
    expect(valuesOf(nobody, 'A').user).toBeNull()
  })

  it('takes the universe where there is no place', () => {
    expect(valuesOf({ ...nobody, universeId: 'U1' }, 'A').place).toBe('U1')
    expect(valuesOf({ ...nobody, placeId: 'P1', universeId: 'U1' }, 'A').place).toBe('P1')
  })

  it('frees values of what is not printable', () => {
    expect(valuesOf({ ...nobody, userName: ' a\u0000b\u202ec\n ' }, 'A').user).toBe('a b c')
    expect(valuesOf({ ...nobody, userName: '\u200b\u0007' }, 'A').user).toBeNull()
  })

  it('tells variables from other names, and those without a value', () => {
    expect(namesIn('{user} {user} {usr} {} {{job}}')).toEqual({ known: ['user'], unknown: ['usr', ''] })
    expect(missingIn('{user} {place}', values)).toEqual(['place'])
  })

  it('fills the strings of a handler’s data, and leaves its shape and names alone', () => {
    const data = { '{user}': ['{user}', 1, null, { deep: 'Hi {user}' }], flag: true }
    expect(fillData(data, values)).toEqual({
      '{user}': ['wompus', 1, null, { deep: 'Hi wompus' }],
      flag: true,
    })
    expect(stringsIn(data)).toEqual(['{user}', 'Hi {user}'])
  })
})
