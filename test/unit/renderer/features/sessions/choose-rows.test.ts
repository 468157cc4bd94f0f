import { beforeEach, expect, it } from 'vitest'
import { chooseAll, extendTo } from '../../../../../src/renderer/features/sessions/choose-rows'
import { roster } from '../../../../../src/renderer/stores/roster'
import { selectOnly, useSelection } from '../../../../../src/renderer/stores/selection'
import { ok } from '../../../../../src/shared/result'
import { FakeBridge } from '../../../../harness/fake-bridge'

const all = Array.from({ length: 9 }, (_, index) => `a:${index}`)
const selected = () => [...useSelection.getState().selected]
let bridge: FakeBridge

/** Nine rows, of which the window has the first five, and knows where the last is. */
beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('list.keys', ({ from, to }) => ok(all.slice(from, to)))
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
    tints: [],
    hasArrivals: false,
  })
})

it('extends from where the range began, both ways', async () => {
  selectOnly('a:2')
  await extendTo('a:4')
  expect(selected()).toEqual(['a:2', 'a:3', 'a:4'])
  await extendTo('a:1')
  expect(selected()).toEqual(['a:1', 'a:2'])
  expect(useSelection.getState()).toMatchObject({ focused: 'a:1', anchor: 'a:2' })
  expect(bridge.asked('list.keys')).toEqual([])
})

it('begins a new range where the old anchor is no longer shown', async () => {
  selectOnly('a:gone')
  await extendTo('a:3')
  expect(selected()).toEqual(['a:3'])
  await extendTo('a:4')
  expect(selected()).toEqual(['a:3', 'a:4'])
})

it('asks for the part of a range that the window does not have, in the order on screen', async () => {
  selectOnly('a:3')
  await extendTo('a:8')
  expect(selected()).toEqual(all.slice(3))
  expect(bridge.asked('list.keys')).toEqual([{ revision: 7, from: 3, to: 9 }])
})

it('chooses every row of the list, not of the window', async () => {
  await chooseAll()
  expect(selected()).toEqual(all)
})
