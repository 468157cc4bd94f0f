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

const shown = ['a', 'b', 'c', 'd', 'e']
const selected = () => [...useSelection.getState().selected]

beforeEach(() => useSelection.setState(useSelection.getInitialState()))

it('extends from where the range began, both ways', () => {
  selectOnly('c')
  selectTo('e', shown)
  expect(selected()).toEqual(['c', 'd', 'e'])
  selectTo('b', shown)
  expect(selected()).toEqual(['b', 'c'])
  expect(useSelection.getState().focused).toBe('b')
})

it('begins a new range where the old anchor is no longer shown', () => {
  selectOnly('gone')
  selectTo('d', shown)
  expect(selected()).toEqual(['d'])
  selectTo('e', shown)
  expect(selected()).toEqual(['d', 'e'])
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
