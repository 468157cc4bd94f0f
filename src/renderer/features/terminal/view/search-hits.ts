import type { IBuffer } from '@xterm/xterm'

/** Where a text was found: the row in which its line begins, and the place in the line's text, UTF-16 units. */
export type Hit = { row: number; at: number }

/** Cells of a buffer, as a selection counts them: rows that follow each other as if they were one. */
type CellRange = { row: number; column: number; cells: number }

type Searched = Pick<IBuffer, 'length' | 'getLine'>

/** The text of a line, row by row. `null` where the row goes on with the one before. */
function textsOf(buffer: Searched, row: number): string[] | null {
  if (buffer.getLine(row)?.isWrapped) return null
  const texts: string[] = []
  for (let at = row; ; at += 1) {
    const line = buffer.getLine(at)
    const next = buffer.getLine(at + 1)
    if (!line) return texts
    const goesOn = next?.isWrapped === true
    const text = line.translateToString(!goesOn)
    // A wide character that did not fit leaves a hole at the edge, which is not a space of the text.
    const hasHole =
      goesOn && line.getCell(line.length - 1)?.getChars() === '' && next.getCell(0)?.getWidth() === 2
    texts.push(hasHole ? text.slice(0, -1) : text)
    if (!goesOn) return texts
  }
}

/**
 * Finds a text in a buffer, newest first, without regard to case. Yields after every few rows, so that the caller can let
 * the page do something else.
 *
 * @param found called with each place
 */
export function* search(
  buffer: Searched,
  text: string,
  rowsAtOnce: number,
  found: (hit: Hit) => void,
): Generator<undefined> {
  const wanted = text.toLowerCase()
  for (let row = buffer.length - 1, left = rowsAtOnce; row >= 0; row -= 1, left -= 1) {
    if (left === 0) {
      left = rowsAtOnce
      yield
    }
    const line = textsOf(buffer, row)?.join('').toLowerCase()
    if (line === undefined) continue
    for (let at = line.lastIndexOf(wanted); at >= 0; at = at === 0 ? -1 : line.lastIndexOf(wanted, at - 1))
      found({ row, at })
  }
}

/** The cells of a hit of `length` UTF-16 units. */
export function cellsOf(buffer: Searched, hit: Hit, length: number): CellRange {
  const start = placeOf(buffer, hit.row, hit.at)
  const end = placeOf(buffer, hit.row, hit.at + length - 1)
  const columns = buffer.getLine(start.row)?.length ?? 0
  return {
    row: start.row,
    column: start.column,
    cells: (end.row - start.row) * columns + end.column + end.width - start.column,
  }
}

/** The cell that holds one UTF-16 unit of a line's text. */
function placeOf(
  buffer: Searched,
  first: number,
  at: number,
): { row: number; column: number; width: number } {
  let row = first
  let left = at
  for (const text of textsOf(buffer, first) ?? []) {
    if (left < text.length) break
    left -= text.length
    row += 1
  }
  const line = buffer.getLine(row)
  for (let column = 0; column < (line?.length ?? 0); column += 1) {
    const cell = line?.getCell(column)
    const width = cell?.getWidth() ?? 1
    if (width === 0) continue
    left -= cell?.getChars().length || 1
    if (left < 0) return { row, column, width }
  }
  return { row, column: line?.length ?? 0, width: 0 }
}

/** Whether a place comes before another one, from the top. */
const isBefore = (a: Hit, b: Hit): boolean => a.row < b.row || (a.row === b.row && a.at < b.at)

/** Where in a list of places, newest first, the first one is that is not after `hit`; its length where all are. */
export function indexAtOrBefore(hits: readonly Hit[], hit: Hit): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    const candidate = hits[middle]
    if (candidate && isBefore(hit, candidate)) low = middle + 1
    else high = middle
  }
  return low
}
