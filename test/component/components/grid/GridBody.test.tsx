import { act, fireEvent, screen } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { Grid } from '../../../../src/renderer/components/grid/Grid'
import { GridBody } from '../../../../src/renderer/components/grid/GridBody'
import { GridHead } from '../../../../src/renderer/components/grid/GridHead'
import { GridCells, GridRow } from '../../../../src/renderer/components/grid/GridRow'
import type { GridColumn } from '../../../../src/renderer/components/grid/grid-columns'
import type { RowSource } from '../../../../src/renderer/components/grid/rows'
import { useGridLayout } from '../../../../src/renderer/components/grid/use-grid-layout'
import { useWindowContext, WindowContext } from '../../../../src/renderer/components/window-context'
import { giveRoom, show } from '../../../harness/component'

const columns: readonly GridColumn[] = [{ id: 'user', label: 'User', share: 1, minWidth: 100 }]
const ignore = () => undefined

/** Rows of which only some are at hand: those from `from` on, 30 of them, and the first one. */
const windowAt = (from: number): RowSource => ({
  count: 50_000,
  keyAt: (index) => (index === 0 || (index >= from && index < from + 30) ? `user ${index}` : undefined),
  indexOf: (key) => Number(key.slice('user '.length)),
})

const everyRow: RowSource = { ...windowAt(0), keyAt: (index) => `user ${index}` }

let widths: Readonly<Record<string, number>> | null = null
let drawn: readonly number[] = []

function Sessions({ rows }: { rows: RowSource }) {
  const [focused, setFocused] = useState<string | null>(null)
  const layout = useGridLayout(columns, null)
  return (
    <>
      <button type="button">Elsewhere</button>
      <Grid label="Sessions" layout={layout} rowCount={rows.count} isMultiselectable>
        <GridHead
          layout={layout}
          sort={null}
          onSort={ignore}
          onWidths={(next) => {
            widths = next
          }}
        />
        <GridBody
          layout={layout}
          rows={rows}
          actions={{}}
          focused={focused}
          onFocus={setFocused}
          question={null}
          onDrawn={(indexes) => {
            drawn = indexes
          }}
          row={(place) => (
            <GridRow {...place} label={place.rowKey} isSelected={false} isOpen={false}>
              <GridCells placed={layout.placed} cell={() => place.rowKey} />
            </GridRow>
          )}
        />
      </Grid>
    </>
  )
}

/** Rows in a window of that density. */
function Dense({ density }: { density: 'regular' | 'compact' }) {
  const surroundings = useWindowContext()
  return (
    <WindowContext value={{ ...surroundings, density }}>
      <Sessions rows={everyRow} />
    </WindowContext>
  )
}

const row = (index: number) => screen.getByRole('row', { name: `user ${index}` })

/** Goes to the last row. The simulated document does not say by itself that something was scrolled. */
async function goToEnd(user: UserEvent) {
  row(0).focus()
  await user.keyboard('{End}')
  fireEvent.scroll(screen.getByRole('grid').parentElement ?? document)
}

beforeEach(() => giveRoom({ width: 400, height: 30 + 10 * 32 }))

it('draws the rows that are at hand, asks for those in sight, and focuses the awaited one when it comes', async () => {
  const { user, rerender } = show(<Sessions rows={windowAt(0)} />)
  await goToEnd(user)
  expect(screen.queryByRole('row', { name: 'user 49999' })).toBeNull()
  expect(drawn).toContain(49_999)
  rerender(<Sessions rows={windowAt(49_970)} />)
  expect(document.activeElement).toBe(row(49_999))
  expect(row(49_999).getAttribute('aria-rowindex')).toBe('50001')
})

it('holds the places of rows that are not at hand yet, and hides them from who listens', async () => {
  const { user, rerender } = show(<Sessions rows={windowAt(0)} />)
  const places = () => [...document.querySelectorAll<HTMLElement>('tbody tr[aria-hidden]')]
  expect(places()).toEqual([])
  await goToEnd(user)
  expect(places().at(-1)?.style.transform).toBe(`translateY(${49_999 * 32}px)`)
  expect(places().length).toBeGreaterThanOrEqual(10)
  expect(screen.getAllByRole('row', { name: /user/ })).toEqual([row(0)])
  rerender(<Sessions rows={windowAt(49_970)} />)
  expect(places()).toEqual([])
})

it('leaves the focus where the person went before an awaited row came', async () => {
  const { user, rerender } = show(<Sessions rows={windowAt(0)} />)
  await goToEnd(user)
  const elsewhere = screen.getByRole('button', { name: 'Elsewhere' })
  act(() => elsewhere.focus())
  rerender(<Sessions rows={windowAt(49_970)} />)
  expect(row(49_999)).toBeTruthy()
  expect(document.activeElement).toBe(elsewhere)
})

it('changes a column’s width by keys, within its bounds', async () => {
  const { user } = show(<Sessions rows={windowAt(0)} />)
  screen.getByRole('button', { name: 'User' }).focus()
  await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
  expect(widths).toEqual({ user: 100 })
})

it('has the rows of another density where they belong, and more of them', () => {
  const { rerender } = show(<Dense density="regular" />)
  const second = row(1)
  expect(second.style.transform).toBe('translateY(32px)')
  const before = drawn.length
  rerender(<Dense density="compact" />)
  expect(row(1)).toBe(second)
  expect(second.style.transform).toBe('translateY(28px)')
  expect(drawn.length).toBeGreaterThan(before)
})
