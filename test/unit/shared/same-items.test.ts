import { expect, it } from 'vitest'
import { sameItems } from '../../../src/shared/same-items'

it('goes by the items and their order', () => {
  expect(sameItems(['a', 'b'], ['a', 'b'])).toBe(true)
  expect(sameItems(['a', 'b'], ['b', 'a'])).toBe(false)
  expect(sameItems(['a'], ['a', 'b'])).toBe(false)
  expect(sameItems([], [])).toBe(true)
})
