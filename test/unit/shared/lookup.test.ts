import { describe, expect, it } from 'vitest'
import { lookupQuestionSchema } from '../../../src/shared/lookup'
import { personText } from '../../../src/shared/person'

const problem = (question: unknown) => {
  const parsed = lookupQuestionSchema.safeParse(question)
  return parsed.success ? null : parsed.error.issues[0]?.path.join('.')
}

describe('lookupQuestionSchema', () => {
  it.each([
    { provider: 'luaprot', by: 'hub', id: '1' },
    { provider: 'luaauth', scriptId: 's', placeId: '7' },
    { provider: 'junkie', scriptId: '12' },
    { provider: 'vsay', status: 'both', from: 1, to: 1 },
  ])('takes %o', (question) => expect(problem(question)).toBeNull())

  it.each([
    [{ provider: 'luaprot', by: 'key', id: '  ' }, 'id'],
    [{ provider: 'luaauth', scriptId: 's' }, 'key'],
    [{ provider: 'luaauth', scriptId: '', key: 'k' }, 'scriptId'],
    [{ provider: 'junkie', scriptId: '12', userName: ' ' }, 'userName'],
    [{ provider: 'vsay', status: 'gone' }, 'status'],
    [{ provider: 'vsay', status: 'both', from: 2, to: 1 }, 'to'],
    [{ provider: 'nobody' }, 'provider'],
  ])('refuses %o', (question, path) => expect(problem(question)).toBe(path))
})

describe('personText', () => {
  it.each([
    ['  Wompus \n', 'Wompus'],
    ['"73978994376e1f3e307914c4"', '73978994376e1f3e307914c4'],
    ['“abc”', 'abc'],
    ['`key`', 'key'],
    ['<@123456789098765432>', '123456789098765432'],
    ['"<@!123456789098765432>"', '123456789098765432'],
    ['@wompus_dompus', 'wompus_dompus'],
    ['John "Jo" Doe', 'John "Jo" Doe'],
    [' "" ', ''],
  ])('reads %s as %s', (pasted, text) => expect(personText(pasted)).toBe(text))
})
