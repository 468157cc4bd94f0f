/** The rows of a long list that can be seen, all of one height: from which on, how many, and which way it moved last. */
type Sight = { readonly first: number; readonly rows: number; readonly isForward: boolean }

export const noSight: Sight = { first: 0, rows: 0, isForward: true }

/** Heights, CSS px: of a row, and of the header that lies over the first of them. */
export type RowHeights = { readonly row: number; readonly header: number }

/** Where a list stands, CSS px, as its element says: how far it is scrolled, and how high it is on screen. */
type Scrolled = { readonly scrollTop: number; readonly clientHeight: number }

/** Rows drawn beyond the edge that the list moves towards, so that a quick scroll finds them there. */
const ahead = 8
/** And beyond the other one, for a scroll that turns round. */
const behind = 2
/** Rows by which the visible part moves at once: a slow scroll draws once for all of them. */
const step = 2

/** The visible rows at a scroll position; the same object while they are the same. */
export function sightAt(before: Sight, { scrollTop, clientHeight }: Scrolled, height: RowHeights): Sight {
  const first = Math.max(0, Math.floor(scrollTop / height.row / step) * step)
  const rows = Math.max(0, Math.ceil((clientHeight - height.header) / height.row)) + step
  if (before.first === first && before.rows === rows) return before
  return { first, rows, isForward: first === before.first ? before.isForward : first > before.first }
}

/**
 * The rows to draw of `count`, ascending: those in sight, some beyond, and `alsoAt`, wherever it is; nothing before there
 * is a sight.
 */
export function rowsToDraw({ first, rows, isForward }: Sight, count: number, alsoAt: number): number[] {
  if (rows === 0) return []
  // A list that became shorter is still scrolled to where it was until its next frame.
  const top = Math.min(first, Math.max(0, count - rows))
  const from = Math.max(0, top - (isForward ? behind : ahead))
  const to = Math.min(count, top + rows + (isForward ? ahead : behind))
  const indexes: number[] = []
  if (alsoAt >= 0 && alsoAt < from) indexes.push(alsoAt)
  for (let index = from; index < to; index += 1) indexes.push(index)
  if (alsoAt >= to && alsoAt < count) indexes.push(alsoAt)
  return indexes
}

/** How far to scroll so that a row can be seen, CSS px: the least way, or to the middle. */
export function scrollTopFor(
  index: number,
  { scrollTop, clientHeight }: Scrolled,
  { row, header }: RowHeights,
  align: 'nearest' | 'center',
): number {
  const top = index * row
  const room = clientHeight - header
  if (align === 'center') return top - (room - row) / 2
  return Math.max(Math.min(scrollTop, top), top + row - room)
}
