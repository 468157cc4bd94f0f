import { expect, it } from 'vitest'
import { dropOldest } from '../../../src/shared/drop-oldest'

it('leaves those that came last, and all where they are not too many', () => {
  const map = new Map([
    ['b', 1],
    ['a', 2],
    ['c', 3],
  ])
  dropOldest(map, 3)
  expect([...map.keys()]).toEqual(['b', 'a', 'c'])
  // Whoever is put in again came last.
  map.delete('b')
  map.set('b', 4)
  dropOldest(map, 2)
  expect([...map.keys()]).toEqual(['c', 'b'])
  const set = new Set(['x', 'y'])
  dropOldest(set, 0)
  expect(set.size).toBe(0)
})
