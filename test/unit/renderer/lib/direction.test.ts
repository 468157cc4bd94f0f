import { expect, it } from 'vitest'
import { isolated, isRightToLeft } from '../../../../src/renderer/lib/direction'

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
