import { expect, it } from 'vitest'
import { movedIndex } from '../../../../src/renderer/lib/list-keys'

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['PageDown', 5, 25],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
])('%s from %i goes to %i of 100', (key, from, to) => {
  expect(movedIndex(key, from, 100, 20)).toBe(to)
})

it('leaves other keys and an empty list alone', () => {
  expect(movedIndex('a', 0, 100, 20)).toBeNull()
  expect(movedIndex('ArrowDown', -1, 0, 20)).toBeNull()
})
