import { expect, it } from 'vitest'
import { firstLetter } from '../../../../../src/renderer/app/navigation/first-letter'

it.each([
  ['hub one', 'H'],
  ['  ops', 'O'],
  ['e\u0301cole', 'E\u0301'],
  ['👩‍🚀 crew', '👩‍🚀'],
  ['', '?'],
  ['x', 'X'],
])('stands for %j as %j', (name, letter) => {
  expect(firstLetter(name)).toBe(letter)
})
