import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adopt, emptyList, follow, hold, release } from '../../../../../src/main/watch/lists/frozen-list'

const lists = fc.uniqueArray(fc.integer({ min: 0, max: 15 }).map(String), { maxLength: 12 })
const shownLists = fc.uniqueArray(fc.integer({ min: 0, max: 15 }).map(String), {
  minLength: 1,
  maxLength: 12,
})

describe('a list that is held', () => {
  it('never moves by itself and counts exactly who waits', () => {
    fc.assert(
      fc.property(shownLists, fc.array(lists), (shown, later) => {
        let list = hold(follow(emptyList, shown), shown, shown)
        for (const live of later) {
          list = follow(list, live)
          expect(list.shown).toBe(shown)
          expect(list.waiting).toBe(live.filter((key) => !shown.includes(key)).length)
        }
      }),
    )
  })

  it('is the live list again when it is let go', () => {
    fc.assert(
      fc.property(lists, lists, (shown, live) => {
        const list = release(follow(hold(follow(emptyList, shown), shown, shown), live), live)
        expect(list).toEqual({ held: false, shown: live, waiting: 0 })
      }),
    )
  })

  it('fills when it shows nobody: there is nothing to keep still', () => {
    expect(follow(hold(emptyList, [], []), ['a']).shown).toEqual(['a'])
  })

  it('shows what the person asks for and stays held', () => {
    expect(adopt(hold(emptyList, ['a'], ['a']), ['b'])).toEqual({ held: true, shown: ['b'], waiting: 0 })
  })
})

it('stands as the person saw it, though it has moved since', () => {
  const moved = follow(follow(emptyList, ['a']), ['b', 'a'])
  expect(hold(moved, ['a'], ['b', 'a'])).toEqual({ held: true, shown: ['a'], waiting: 1 })
})

describe('a list that nobody is on', () => {
  it('follows the live list', () => {
    expect(follow(follow(emptyList, ['a']), ['b', 'a']).shown).toEqual(['b', 'a'])
  })

  it('is the same object while nothing changes', () => {
    const live = ['a']
    const list = follow(emptyList, live)
    expect(follow(list, live)).toBe(list)
    expect(release(list, live)).toBe(list)
  })
})
