import { beforeEach, expect, it } from 'vitest'
import { chooseAll, extendTo } from '../../../../../src/renderer/features/sessions/choose-rows'
import { roster } from '../../../../../src/renderer/stores/roster'
import { selectOnly, useSelection } from '../../../../../src/renderer/stores/selection'
import { chosenKeys } from '../../../../harness/chosen-keys'

const all = Array.from({ length: 9 }, (_, index) => `a:${index}`)

const rowsFrom = (from: number) => ({
  kind: 'stretch',
  stretch: { revision: 7, from, to: 9 },
  except: [],
  also: [],
})

/** Nine rows, of which the window has the first five, and knows where the last is. */
beforeEach(() => {
  useSelection.setState(useSelection.getInitialState())
  roster.update({
    answers: 1,
    total: all.length,
    revision: 7,
    count: all.length,
    waiting: 0,
    matched: all.length,
    reached: all.length,
    window: { from: 0, keys: all.slice(0, 5) },
    rows: [],
    departed: [],
    places: { 'a:8': 8 },
    unchosen: null,
    tints: [],
    hasArrivals: false,
  })
})

it('extends from where the range began, both ways', () => {
  selectOnly('a:2')
  extendTo('a:4')
  expect(chosenKeys()).toEqual(['a:2', 'a:3', 'a:4'])
  extendTo('a:1')
  expect(chosenKeys()).toEqual(['a:1', 'a:2'])
  expect(useSelection.getState()).toMatchObject({ focused: 'a:1', anchor: 'a:2' })
})

it('begins a new range where the old anchor is no longer shown', () => {
  selectOnly('a:gone')
  extendTo('a:3')
  expect(chosenKeys()).toEqual(['a:3'])
  extendTo('a:4')
  expect(chosenKeys()).toEqual(['a:3', 'a:4'])
})

it('chooses a range that the window does not have by its places in the order on screen', () => {
  selectOnly('a:3')
  extendTo('a:8')
  expect(chosenKeys()).toEqual(rowsFrom(3))
  const { selected } = useSelection.getState()
  expect(selected.size).toBe(6)
  expect(all.filter((key) => selected.has(key))).toEqual(['a:3', 'a:4', 'a:8'])
})

it('chooses every row of the list, not of the window, without asking for their keys', () => {
  chooseAll()
  expect(chosenKeys()).toEqual(rowsFrom(0))
  expect(useSelection.getState().selected.size).toBe(all.length)
})
