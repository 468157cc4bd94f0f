import type { Cell, Line, Screen } from './xterm-inside'

/** Numbers of a cell. */
const size = 3
/** Bits that say that a cell has more than its numbers: letters that were joined, and a link or a kind of underline. */
const joinedLetters = 0x200000
const extended = 0x10000000

const isPlain = ({ content, bg }: Cell) => (content & joinedLetters) === 0 && (bg & extended) === 0

/** Most parts of a row beside its numbers that are moved one by one; with more the row is quicker cell by cell. */
const few = 16

const isEmpty = (rest: object): boolean => {
  for (const _ in rest) return false
  return true
}

const hasFew = (rest: object): boolean => {
  let left = few
  for (const _ in rest) if (left-- === 0) return false
  return true
}

/** Writes the same cell from one column to another. */
function repeat(data: Uint32Array, cell: Cell, from: number, to: number): void {
  if (to <= from) return
  const begin = from * size
  const total = (to - from) * size
  data[begin] = cell.content
  data[begin + 1] = cell.fg
  data[begin + 2] = cell.bg
  for (let done = size; done < total; done *= 2)
    data.copyWithin(begin + done, begin, begin + Math.min(done, total - done))
}

/** The row that was filled last: the next one is mostly filled alike, and a copy is the quickest. */
let filled = new Uint32Array()

function fillRow(data: Uint32Array, cell: Cell): void {
  const isAlike =
    filled.length === data.length &&
    filled[0] === cell.content &&
    filled[1] === cell.fg >>> 0 &&
    filled[2] === cell.bg >>> 0
  if (!isAlike) {
    filled = new Uint32Array(data.length)
    repeat(filled, cell, 0, data.length / size)
  }
  data.set(filled)
}

/** A wide character that lost one of its cells leaves a blank. */
function blankHalf(line: Line, column: number, cell: Cell): void {
  if (column >= 0 && line.getWidth(column) === 2) line.setCellFromCodepoint(column, 0, 1, cell)
}

const changed = new WeakSet<object>()

/**
 * Has xterm's lines do at once what they do cell by cell: being filled, and having cells put in or taken out. A screen
 * is erased with four bytes of output; that must not cost a hundred times what four letters cost. Changes them for all
 * terminals of the page.
 */
export function makeLinesCheap(line: Line): void {
  const proto: Line = Object.getPrototypeOf(line)
  if (changed.has(proto)) return
  changed.add(proto)
  const { fill, insertCells, deleteCells } = proto

  proto.fill = function (this: Line, cell, respectProtect) {
    if (respectProtect || !isPlain(cell)) {
      fill.call(this, cell, respectProtect)
      return
    }
    if (!isEmpty(this._combined)) this._combined = {}
    if (!isEmpty(this._extendedAttrs)) this._extendedAttrs = {}
    fillRow(this._data, cell)
  }

  const canMove = (moving: Line, cell: Cell) =>
    isPlain(cell) && hasFew(moving._combined) && hasFew(moving._extendedAttrs)

  proto.insertCells = function (this: Line, column, count, cell) {
    if (!canMove(this, cell)) {
      insertCells.call(this, column, count, cell)
      return
    }
    const at = column % this.length
    const to = Math.min(at + count, this.length)
    blankHalf(this, at - 1, cell)
    this._data.copyWithin(to * size, at * size, (this.length - (to - at)) * size)
    this._combined = moved(this._combined, at, to)
    this._extendedAttrs = moved(this._extendedAttrs, at, to)
    repeat(this._data, cell, at, to)
    blankHalf(this, this.length - 1, cell)
  }

  proto.deleteCells = function (this: Line, column, count, cell) {
    if (!canMove(this, cell)) {
      deleteCells.call(this, column, count, cell)
      return
    }
    const at = column % this.length
    const from = Math.min(at + count, this.length)
    this._data.copyWithin(at * size, from * size)
    this._combined = moved(this._combined, from, at)
    this._extendedAttrs = moved(this._extendedAttrs, from, at)
    repeat(this._data, cell, this.length - (from - at), this.length)
    blankHalf(this, at - 1, cell)
    const isSecondHalf = this.getWidth(at) === 0 && (this._data[at * size] ?? 0) === 0
    if (isSecondHalf) this.setCellFromCodepoint(at, 0, 1, cell)
  }
}

/** The parts by column, after the columns from one on have moved to another. */
function moved<T>(rest: Readonly<Record<number, T>>, from: number, to: number): Readonly<Record<number, T>> {
  if (isEmpty(rest)) return rest
  const after: Record<number, T> = {}
  for (const [key, value] of Object.entries(rest)) {
    const column = Number(key)
    if (column >= from) after[column + to - from] = value
    else if (column < to) after[column] = value
  }
  return after
}

/**
 * Has xterm's second screen, which full-screen programs draw on, use its lines again: leaving it throws them away, and a
 * program that goes back and forth would have all of them made anew each time. Changes it for all terminals of the page.
 */
export function makeScreensCheap(screen: Screen): void {
  const proto: Screen = Object.getPrototypeOf(screen)
  if (changed.has(proto)) return
  changed.add(proto)
  const { clear, getBlankLine } = proto
  const spare = new WeakMap<Screen, Line[]>()

  proto.clear = function (this: Screen) {
    // The first screen has its scrollback too, which is much to keep.
    if (!this.hasScrollback)
      spare.set(
        this,
        Array.from({ length: this.lines.length }, (_, row) => this.lines.get(row)),
      )
    clear.call(this)
  }

  proto.getBlankLine = function (this: Screen, look, isWrapped = false) {
    const line = spare.get(this)?.pop()
    // The window may have another size since.
    if (line?.length !== this._cols) return getBlankLine.call(this, look, isWrapped)
    line.fill(this.getNullCell(look))
    line.isWrapped = isWrapped
    return line
  }
}
