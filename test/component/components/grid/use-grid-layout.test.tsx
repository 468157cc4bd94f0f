import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { GridColumn } from '../../../../src/renderer/components/grid/grid-columns'
import { useGridLayout } from '../../../../src/renderer/components/grid/use-grid-layout'
import { giveRoom } from '../../../harness/component'

const columns: readonly GridColumn[] = [
  { id: 'user', label: 'User', share: 1, minWidth: 100 },
  { id: 'place', label: 'Place', share: 1, minWidth: 100, yields: 1 },
  { id: 'job', label: 'Job', share: 1, minWidth: 100, yields: 2 },
]

/** A grid of that width, CSS px; `become` puts something beside it, or takes it away. */
function gridOf(width: number) {
  giveRoom({ width, height: 300 })
  const hook = renderHook(({ beside }) => useGridLayout(columns, null, null, beside), {
    initialProps: { beside: false },
  })
  const scroller = document.createElement('div')
  act(() => hook.result.current.setScroller(scroller))
  const become = (beside: boolean, room: number) => {
    giveRoom({ width: room, height: 300 })
    hook.rerender({ beside })
    const { placed, keptWidth } = hook.result.current
    return { shown: placed.map(({ column }) => column.id), keptWidth }
  }
  return { become }
}

it('keeps its columns and its width while something stands beside it that leaves too little room', () => {
  const { become } = gridOf(400)
  expect(become(true, 220)).toEqual({ shown: ['user', 'place', 'job'], keptWidth: 400 })
  expect(become(false, 400)).toEqual({ shown: ['user', 'place', 'job'], keptWidth: null })
})

it('goes by its room while all columns fit beside that', () => {
  const { become } = gridOf(600)
  expect(become(true, 400)).toEqual({ shown: ['user', 'place', 'job'], keptWidth: null })
})

it('loses columns where its own room is too small', () => {
  const { become } = gridOf(220)
  // And what comes beside it then takes no more.
  expect(become(true, 120)).toEqual({ shown: ['user', 'place'], keptWidth: 220 })
  expect(become(false, 220)).toEqual({ shown: ['user', 'place'], keptWidth: null })
})
