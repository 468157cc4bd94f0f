import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RowAt } from '../../../../src/renderer/components/grid/rows'
import { useListActions } from '../../../../src/renderer/features/sessions/use-list-actions'
import {
  clearSelection,
  closeDetails,
  openDetails,
  useSelection,
} from '../../../../src/renderer/stores/selection'
import { chosenKeys } from '../../../harness/chosen-keys'
import { FakeBridge } from '../../../harness/fake-bridge'

const row = (id: number): RowAt => ({ key: `a:${id}`, index: id })
const open = () => useSelection.getState().open

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  new FakeBridge().install()
  closeDetails()
  clearSelection()
})
afterEach(() => vi.useRealTimers())

const setUp = () => renderHook(() => useListActions())
const rest = () => act(() => vi.runAllTimers())

it('has open details follow the focus once it rests, and not at every row on the way', () => {
  const { result } = setUp()
  openDetails('a:0')
  result.current.choice?.move(row(1), false)
  result.current.choice?.move(row(2), false)
  expect(open()).toBe('a:0')
  expect(chosenKeys()).toEqual(['a:2'])
  rest()
  expect(open()).toBe('a:2')
})

it('opens none by itself while none is open, once it was left, or when the list has gone', () => {
  const { result, unmount } = setUp()
  result.current.choice?.move(row(1), false)
  rest()
  expect(open()).toBeNull()
  openDetails('a:0')
  result.current.choice?.move(row(1), false)
  result.current.leave?.()
  rest()
  expect(open()).toBeNull()
  openDetails('a:0')
  result.current.choice?.move(row(1), false)
  unmount()
  rest()
  expect(open()).toBe('a:0')
})

it('leaves the details first, then what is chosen', () => {
  const { result } = setUp()
  result.current.open?.(row(1))
  result.current.choice?.toggle(row(2))
  expect(result.current.leave?.()).toBe(true)
  expect([open(), chosenKeys()]).toEqual([null, ['a:1', 'a:2']])
  result.current.leave?.()
  expect(chosenKeys()).toEqual([])
})

it('keeps what is chosen and open where the focus only moves past it', () => {
  const { result } = setUp()
  openDetails('a:0')
  result.current.choice?.move(row(1), false)
  result.current.choice?.move(row(2), true)
  rest()
  expect([open(), chosenKeys()]).toEqual(['a:0', ['a:1']])
})
