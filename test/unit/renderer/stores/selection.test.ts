import { beforeEach, expect, it } from 'vitest'
import {
  clearSelection,
  closeDetails,
  openDetails,
  selectOnly,
  selectTo,
  toggleSelected,
  useSelection,
} from '../../../../src/renderer/stores/selection'

const selected = () => [...useSelection.getState().selected]

beforeEach(() => useSelection.setState(useSelection.getInitialState()))

it('chooses a range, whose end has the focus and whose begin stays', () => {
  selectOnly('c')
  selectTo('e', 'c', ['c', 'd', 'e'])
  expect(selected()).toEqual(['c', 'd', 'e'])
  expect(useSelection.getState()).toMatchObject({ focused: 'e', anchor: 'c' })
  selectTo('b', null, ['b'])
  expect(useSelection.getState()).toMatchObject({ focused: 'b', anchor: 'b' })
})

it('adds and drops one row', () => {
  selectOnly('a')
  toggleSelected('c')
  toggleSelected('a')
  expect(selected()).toEqual(['c'])
})

it('keeps the selection when the details close, and the focus when the selection is cleared', () => {
  openDetails('b')
  closeDetails()
  expect(selected()).toEqual(['b'])
  clearSelection()
  expect(useSelection.getState()).toMatchObject({ focused: 'b', open: null })
  expect(selected()).toEqual([])
})
