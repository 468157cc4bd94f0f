import { beforeEach, expect, it } from 'vitest'
import { Chosen } from '../../../../src/renderer/stores/chosen'
import {
  clearSelection,
  closeDetails,
  openDetails,
  selectOnly,
  selectTo,
  toggleSelected,
  useSelection,
} from '../../../../src/renderer/stores/selection'
import { chosenKeys } from '../../../harness/chosen-keys'

beforeEach(() => useSelection.setState(useSelection.getInitialState()))

it('chooses a range, whose end has the focus and whose begin stays', () => {
  selectOnly('c')
  selectTo('e', 'c', Chosen.of(['c', 'd', 'e']))
  expect(chosenKeys()).toEqual(['c', 'd', 'e'])
  expect(useSelection.getState()).toMatchObject({ focused: 'e', anchor: 'c' })
  selectTo('b', null, Chosen.of(['b']))
  expect(useSelection.getState()).toMatchObject({ focused: 'b', anchor: 'b' })
})

it('adds and drops one row', () => {
  selectOnly('a')
  toggleSelected('c')
  toggleSelected('a')
  expect(chosenKeys()).toEqual(['c'])
})

it('keeps the selection when the details close, and the focus when the selection is cleared', () => {
  openDetails('b')
  closeDetails()
  expect(chosenKeys()).toEqual(['b'])
  clearSelection()
  expect(useSelection.getState()).toMatchObject({ focused: 'b', open: null })
  expect(chosenKeys()).toEqual([])
})
