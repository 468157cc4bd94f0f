import { expect, it } from 'vitest'
import {
  type DataColumn,
  fittingColumns,
  gridTemplate,
  nextSort,
  sortedRows,
} from '../../../../../src/renderer/components/grid/grid-columns'

type Row = { id: string; size: number }
const rows: Row[] = [
  { id: 'b', size: 2 },
  { id: 'a', size: 1 },
  { id: 'c', size: 1 },
]
const columns: DataColumn<Row>[] = [
  {
    id: 'size',
    label: 'Size',
    share: 1,
    minWidth: 10,
    render: ({ size }) => size,
    sort: (a, b) => a.size - b.size,
  },
  { id: 'name', label: 'Name', share: 1, minWidth: 10, render: ({ id }) => id },
]
const ids = (sort: Parameters<typeof sortedRows>[2]) => sortedRows(rows, columns, sort).map(({ id }) => id)

it('orders rows up, then down, then as they came; equal ones keep their order', () => {
  const up = nextSort(null, 'size')
  const down = nextSort(up, 'size')
  expect(ids(up)).toEqual(['a', 'c', 'b'])
  expect(ids(down)).toEqual(['b', 'a', 'c'])
  expect(nextSort(down, 'size')).toBeNull()
  expect(ids(null)).toEqual(['b', 'a', 'c'])
})

it('begins upwards at another column, and leaves rows alone where a column has no order', () => {
  expect(nextSort({ column: 'size', direction: 'descending' }, 'name')).toEqual({
    column: 'name',
    direction: 'ascending',
  })
  expect(sortedRows(rows, columns, { column: 'name', direction: 'ascending' })).toBe(rows)
})

it('lets columns go in their order until the others fit, and never those that must stay', () => {
  const column = (id: string, yields?: number): DataColumn<Row> => ({
    id,
    label: id,
    share: 1,
    minWidth: 100,
    render: () => id,
    ...(yields === undefined ? {} : { yields }),
  })
  const all = [column('a'), column('b', 1), column('c', 2), column('d')]
  const fitting = (width: number, sort: string | null = null) =>
    fittingColumns(all, width, sort, null).map(({ id }) => id)
  expect(fitting(416)).toEqual(['a', 'b', 'c', 'd'])
  expect(fitting(415)).toEqual(['a', 'b', 'd'])
  expect(fitting(216)).toEqual(['a', 'd'])
  expect(fitting(50)).toEqual(['a', 'd'])
  expect(fitting(316, 'c')).toEqual(['a', 'c', 'd'])
})

it('never lets the last column go, nor one that somebody gave a width', () => {
  const column = (id: string): DataColumn<Row> => ({
    id,
    label: id,
    share: 1,
    minWidth: 100,
    yields: 1,
    render: () => id,
  })
  const [a, b] = [column('a'), column('b')]
  expect(fittingColumns([a], 10, null, null)).toEqual([a])
  expect(fittingColumns([a, b], 10, null, { b: 400 })).toEqual([b])
})

it('shares the room until a border was dragged', () => {
  const user = { id: 'user', label: 'User', share: 200, minWidth: 148 }
  const job = { id: 'job', label: 'Job', share: 116, minWidth: 80 }
  expect(gridTemplate([user], null)).toBe('minmax(148px, 200fr)')
  expect(gridTemplate([user, job], { job: 90 })).toBe('200px 90px minmax(0, 1fr)')
})
