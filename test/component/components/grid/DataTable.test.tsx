import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type DataColumn, DataTable } from '../../../../src/renderer/components/grid/DataTable'
import { MenuItem } from '../../../../src/renderer/components/Menu'
import { giveRoom, show } from '../../../harness/component'

type Machine = { id: string; live: number }

const columns: readonly DataColumn<Machine>[] = [
  { id: 'name', label: 'Name', share: 1, minWidth: 100, render: ({ id }) => id },
  {
    id: 'live',
    label: 'Live',
    share: 1,
    minWidth: 100,
    yields: 1,
    render: ({ live }) => live,
    sort: (a, b) => a.live - b.live,
  },
]

const machines = (count: number): Machine[] =>
  Array.from({ length: count }, (_, index) => ({ id: `machine ${index}`, live: (index * 7) % count }))

type TableProps = Partial<Parameters<typeof DataTable<Machine>>[0]>
const table = (props: TableProps = {}) => (
  <DataTable
    label="Machines"
    columns={columns}
    rows={machines(1_000)}
    rowKey={({ id }) => id}
    rowLabel={({ id }) => id}
    empty={<p>No machine seen</p>}
    {...props}
  />
)

/** A table that keeps what was chosen; `chosen` hears of it. */
function Choosing({ chosen }: { chosen(keys: readonly string[]): void }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  return table({
    selection: {
      selected,
      onChange(next) {
        setSelected(next)
        chosen([...next])
      },
    },
  })
}

const row = (index: number) => screen.getByRole('row', { name: `machine ${index}` })
const labels = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((each) => each.getAttribute('aria-label'))

beforeEach(() => giveRoom({ width: 400, height: 30 + 10 * 32 }))

describe('a long table', () => {
  it('has rows for what can be seen only, and says how many there are', () => {
    show(table())
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001')
    expect(labels().length).toBeLessThan(30)
    expect(row(0).getAttribute('aria-rowindex')).toBe('2')
  })

  it('says instead what there is where it has no row', () => {
    show(table({ rows: [] }))
    expect(screen.getByText('No machine seen')).toBeTruthy()
    expect(screen.queryByRole('grid')).toBeNull()
  })

  it('asks for more once its last rows come near, and not before', () => {
    const onNearEnd = vi.fn()
    const { rerender } = show(table({ onNearEnd }))
    expect(onNearEnd).not.toHaveBeenCalled()
    rerender(table({ rows: machines(50), onNearEnd }))
    expect(onNearEnd).toHaveBeenCalled()
  })

  it('drops the columns that have no room, and keeps their places', () => {
    giveRoom({ width: 150, height: 350 })
    show(table())
    expect(screen.getAllByRole('columnheader').map((each) => each.textContent)).toEqual(['Name'])
    expect(screen.getByRole('grid').getAttribute('aria-colcount')).toBe('2')
  })
})

describe('its headers', () => {
  it('order the rows up, down and not at all, and stay without a button where there is no order', async () => {
    const { user } = show(table({ rows: machines(5) }))
    const header = screen.getByRole('columnheader', { name: 'Live' })
    const press = () => user.click(within(header).getByRole('button'))
    await press()
    expect(header.getAttribute('aria-sort')).toBe('ascending')
    expect(labels()).toEqual([0, 3, 1, 4, 2].map((index) => `machine ${index}`))
    await press()
    expect(labels()).toEqual([2, 4, 1, 3, 0].map((index) => `machine ${index}`))
    await press()
    expect(header.getAttribute('aria-sort')).toBe('none')
    expect(labels()).toEqual([0, 1, 2, 3, 4].map((index) => `machine ${index}`))
    expect(within(screen.getByRole('columnheader', { name: 'Name' })).queryByRole('button')).toBeNull()
  })
})

describe('its keys', () => {
  it('move one focus that Tab reaches, also to rows that were not drawn', async () => {
    const { user } = show(table())
    expect(row(0).tabIndex).toBe(0)
    expect(row(1).tabIndex).toBe(-1)
    row(0).focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(document.activeElement).toBe(row(1))
    expect(row(0).tabIndex).toBe(-1)
    await user.keyboard('{End}')
    expect(document.activeElement).toBe(row(999))
    await user.keyboard('{Home}')
    expect(document.activeElement).toBe(row(0))
  })

  it('open a row by Enter and run its own shortcuts', async () => {
    const onOpen = vi.fn()
    const run = vi.fn()
    const { user } = show(table({ onOpen, shortcuts: [{ id: 'disconnect', run }] }))
    row(0).focus()
    await user.keyboard('{ArrowDown}{Enter}{Delete}')
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ id: 'machine 1', live: 7 })
    expect(run).toHaveBeenCalledExactlyOnceWith('machine 1')
  })

  it('choose rows by Space, a range by Shift, all of them, and none by Esc', async () => {
    const chosen = vi.fn()
    const { user } = show(<Choosing chosen={chosen} />)
    row(0).focus()
    await user.keyboard('{ArrowDown} ')
    expect(chosen).toHaveBeenLastCalledWith(['machine 1'])
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(chosen).toHaveBeenLastCalledWith(['machine 1', 'machine 2', 'machine 3'])
    expect(row(2).getAttribute('aria-selected')).toBe('true')
    await user.keyboard('{Control>}a{/Control}')
    expect(chosen.mock.lastCall?.[0]).toHaveLength(1_000)
    await user.keyboard('{Escape}')
    expect(chosen).toHaveBeenLastCalledWith([])
  })

  it('leave Esc to whatever is around while nothing is chosen', async () => {
    const around = vi.fn()
    document.addEventListener('keydown', around)
    const { user } = show(<Choosing chosen={() => undefined} />)
    row(0).focus()
    await user.keyboard('{Escape}')
    document.removeEventListener('keydown', around)
    expect(around.mock.lastCall?.[0].defaultPrevented).toBe(false)
  })
})

describe('the pointer', () => {
  it('opens a row, and with Ctrl and Shift chooses', async () => {
    const chosen = vi.fn()
    const { user } = show(<Choosing chosen={chosen} />)
    await user.keyboard('{Control>}')
    await user.click(row(2))
    await user.keyboard('{/Control}{Shift>}')
    await user.click(row(4))
    expect(chosen).toHaveBeenLastCalledWith(['machine 2', 'machine 3', 'machine 4'])
  })

  it('finds the menu of the row that it is on', async () => {
    const onSelect = vi.fn()
    const menu = ({ id }: Machine) => <MenuItem onSelect={onSelect}>Logs of {id}</MenuItem>
    const { user } = show(table({ menu }))
    // A real press lets React draw between the two phases of its event; of a simulated one the second sees what the first noted.
    const press = () => user.pointer({ target: row(3), keys: '[MouseRight]' })
    await press()
    await press()
    await user.click(await screen.findByRole('menuitem', { name: 'Logs of machine 3' }))
    expect(onSelect).toHaveBeenCalledOnce()
  })
})
