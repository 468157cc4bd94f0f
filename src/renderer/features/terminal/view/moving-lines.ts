import type { Cell, Line, Screen } from './xterm-inside'

/** Moves the lines from a row to the region's end up by `count`; blank ones come in at the end. */
export function moveUp(screen: Screen, top: number, count: number, look: Cell): void {
  const { lines, ybase, scrollBottom } = screen
  const from = ybase + top
  const to = ybase + scrollBottom
  const amount = Math.min(count, to - from + 1)
  const gone = take(screen, from, amount)
  for (let row = from; row <= to - amount; row += 1) lines.set(row, lines.get(row + amount))
  putBlank(screen, to - amount + 1, gone, look)
}

/** Moves the lines from a row to the region's end down by `count`; blank ones come in at the row. */
export function moveDown(screen: Screen, top: number, count: number, look: Cell): void {
  const { lines, ybase, scrollBottom } = screen
  const from = ybase + top
  const to = ybase + scrollBottom
  const amount = Math.min(count, to - from + 1)
  const gone = take(screen, to - amount + 1, amount)
  for (let row = to; row >= from + amount; row -= 1) lines.set(row, lines.get(row - amount))
  putBlank(screen, from, gone, look)
}

/** Lines that go; what is marked in them goes too. */
function take({ lines }: Screen, row: number, amount: number): Line[] {
  const gone = Array.from({ length: amount }, (_, index) => lines.get(row + index))
  lines.onDeleteEmitter.fire({ index: row, amount })
  return gone
}

/** Puts lines back as blank ones: none is made anew, which is what costs. */
function putBlank(screen: Screen, row: number, used: readonly Line[], look: Cell): void {
  const blank = screen.getNullCell(look)
  for (const [index, line] of used.entries()) {
    line.fill(blank)
    line.isWrapped = false
    screen.lines.set(row + index, line)
  }
  screen.lines.onInsertEmitter.fire({ index: row, amount: used.length })
}
