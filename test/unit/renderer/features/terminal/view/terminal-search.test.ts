import { Terminal } from '@xterm/xterm'
import { beforeEach, expect, it } from 'vitest'
import {
  type SearchResults,
  TerminalSearch,
} from '../../../../../../src/renderer/features/terminal/view/terminal-search'

let terminal: Terminal
let search: TerminalSearch
let results: SearchResults

beforeEach(() => {
  terminal = new Terminal({ cols: 40, rows: 10, scrollback: 100_000, allowProposedApi: true })
  // What is selected is drawn, and there is no page here.
  Object.assign(terminal, { select: () => undefined })
  search = new TerminalSearch(terminal)
  search.onResults((next) => {
    results = next
  })
})

const print = (text: string) => new Promise<void>((resolve) => terminal.write(text, resolve))
const found = (expected: SearchResults) => expect.poll(() => results).toEqual(expected)
const shownRows = () => {
  const { viewportY } = terminal.buffer.active
  return Array.from({ length: terminal.rows }, (_, row) =>
    terminal.buffer.active.getLine(viewportY + row)?.translateToString(true),
  )
}

it('counts all places, however many, and begins with the newest', async () => {
  await print(Array.from({ length: 50_000 }, (_, line) => `hit hit ${line}\r\n`).join(''))
  search.find('hit')
  await found({ place: 100_000, count: 100_000, isComplete: true })
})

it('goes to older places, and round from the oldest to the newest', async () => {
  await print(
    ['first needle', ...Array(50).fill('hay'), 'second needle', ...Array(50).fill('hay')].join('\r\n'),
  )
  search.find('needle')
  await found({ place: 2, count: 2, isComplete: true })
  expect(shownRows()).toContain('second needle')
  search.step('older')
  expect(results.place).toBe(1)
  expect(shownRows()).toContain('first needle')
  search.step('older')
  expect(results.place).toBe(2)
  search.step('newer')
  expect(results.place).toBe(1)
})

it('begins where the person is, and stays there while they type', async () => {
  await print(
    ['old needle', ...Array(50).fill('hay'), 'needless', ...Array(50).fill('hay'), 'need'].join('\r\n'),
  )
  terminal.scrollToLine(45)
  search.find('need')
  await found({ place: 2, count: 3, isComplete: true })
  search.find('needle')
  await found({ place: 2, count: 2, isComplete: true })
  search.find('needle ')
  await found({ place: 0, count: 0, isComplete: true })
})

it('counts what is printed meanwhile, and keeps its place', async () => {
  await print('needle\r\n')
  search.find('needle')
  await found({ place: 1, count: 1, isComplete: true })
  await print('needle\r\n')
  await found({ place: 1, count: 2, isComplete: true })
})

it('leaves no mark behind', async () => {
  await print('needle\r\n'.repeat(5_000))
  search.find('needle')
  await found({ place: 5_000, count: 5_000, isComplete: true })
  expect(terminal.markers.length).toBeGreaterThan(0)
  expect(terminal.markers.length).toBeLessThan(500)
  search.find('')
  expect(terminal.markers).toEqual([])
})
