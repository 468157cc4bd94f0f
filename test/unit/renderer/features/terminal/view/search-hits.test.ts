import { Terminal } from '@xterm/xterm'
import { expect, it } from 'vitest'
import {
  cellsOf,
  type Hit,
  indexAtOrBefore,
  search,
} from '../../../../../../src/renderer/features/terminal/view/search-hits'

async function printed(text: string, cols = 10) {
  const terminal = new Terminal({ cols, rows: 5, allowProposedApi: true })
  await new Promise<void>((resolve) => terminal.write(text, resolve))
  return terminal.buffer.active
}

const all = (buffer: Awaited<ReturnType<typeof printed>>, text: string, rowsAtOnce = 1_000): Hit[] => {
  const hits: Hit[] = []
  for (const _ of search(buffer, text, rowsAtOnce, (hit) => hits.push(hit)));
  return hits
}

it('finds every place, newest first, whatever the case', async () => {
  const buffer = await printed('one One\r\ntwo\r\nONE')
  expect(all(buffer, 'oNe')).toEqual([
    { row: 2, at: 0 },
    { row: 0, at: 4 },
    { row: 0, at: 0 },
  ])
})

it('finds places that overlap', async () => {
  expect(all(await printed('aaa'), 'aa')).toHaveLength(2)
})

it('finds what was wrapped, and says which cells it has', async () => {
  const buffer = await printed('12345678needle after')
  const [hit] = all(buffer, 'needle')
  expect(hit).toEqual({ row: 0, at: 8 })
  expect(cellsOf(buffer, hit ?? { row: 0, at: 0 }, 6)).toEqual({ row: 0, column: 8, cells: 6 })
  const [later] = all(buffer, 'after')
  expect(cellsOf(buffer, later ?? { row: 0, at: 0 }, 5)).toEqual({ row: 1, column: 5, cells: 5 })
})

it('counts wide characters as two cells, also where one did not fit into its row', async () => {
  const buffer = await printed('漢 needle')
  const [hit] = all(buffer, 'needle')
  expect(cellsOf(buffer, hit ?? { row: 0, at: 0 }, 6)).toEqual({ row: 0, column: 3, cells: 6 })
  const wrapped = await printed('123456789漢字')
  const [across] = all(wrapped, '9漢')
  expect(cellsOf(wrapped, across ?? { row: 0, at: 0 }, 2)).toEqual({ row: 0, column: 8, cells: 4 })
})

it('lets the page have its turn', async () => {
  const buffer = await printed('x\r\n'.repeat(100))
  const hits: Hit[] = []
  const slices = search(buffer, 'x', 10, (hit) => hits.push(hit))
  slices.next()
  expect(hits.length).toBeLessThanOrEqual(10)
  let count = 1
  while (!slices.next().done) count += 1
  expect(count).toBe(10)
  expect(hits).toHaveLength(100)
})

it('finds where a place is in the list', () => {
  const hits = [9, 7, 5].map((row) => ({ row, at: 2 }))
  expect(indexAtOrBefore(hits, { row: 7, at: 2 })).toBe(1)
  expect(indexAtOrBefore(hits, { row: 8, at: 0 })).toBe(1)
  expect(indexAtOrBefore(hits, { row: 99, at: 0 })).toBe(0)
  expect(indexAtOrBefore(hits, { row: 0, at: 0 })).toBe(3)
})
