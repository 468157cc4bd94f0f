import { expect, it } from 'vitest'
import { readRefusal } from '../../../../../src/main/watch/providers/refusal'

const textOf = (error: object) => readRefusal({ success: false, error })?.text

it.each<[name: string, failed: unknown, text: string]>([
  ['nothing', undefined, 'unauthorized or invalid request'],
  ['texts', ['no token', 'wrong address'], 'unauthorized or invalid request: no token; wrong address'],
  [
    'a field with a text',
    [{ field: 'key_expires', errors: ['must be a number'] }],
    'unauthorized or invalid request: key_expires must be a number',
  ],
  [
    'a field with further texts',
    [
      { field: 'note', errors: ['text', { message: 'too long', errors: ['at most 255', 'was 300'] }] },
      'plain',
    ],
    'unauthorized or invalid request: note text, too long, at most 255, was 300; plain',
  ],
  [
    'what is none of these',
    [1, null, { field: 'a' }, { errors: 'single' }, '', []],
    'unauthorized or invalid request: single',
  ],
  [
    'more than anybody reads',
    Array.from({ length: 1_000 }, (_, index) => `no ${index}`),
    `unauthorized or invalid request: ${Array.from({ length: 10 }, (_, index) => `no ${index}`).join('; ')}`,
  ],
])('says %s of LuaAuth’s failed', (_, failed, text) => {
  expect(textOf({ code: -1, message: 'unauthorized or invalid request', failed })).toBe(text)
})

it('says them also without a message', () => {
  expect(textOf({ code: -1, failed: ['no token'] })).toBe('no token')
})
