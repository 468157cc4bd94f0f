import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import { isPressed } from '../../lib/shortcuts'
import type { GridColumn } from './grid-columns'
import type { GridLayout } from './use-grid-layout'

/** On which side of another column one is put down. */
export type Side = 'before' | 'after'

/** Where a column would lie if it were let go now. */
type Drop = { column: string; other: string; side: Side }

/** A press that moves less is one that sorts, CSS px. */
const leastDragPx = 5

/** What a column's name does when it is dragged, and where a line shows its new place. */
export type ColumnDrag = {
  readonly drop: Drop | null
  /** Of the name of `column`. */
  handlers(column: GridColumn): {
    onPointerDown(event: PointerEvent): void
    onPointerMove(event: PointerEvent): void
    onPointerUp(): void
    onPointerCancel(): void
    onClickCapture(event: MouseEvent): void
    onKeyDownCapture(event: KeyboardEvent): void
  }
}

/** Lets columns be dragged by their names; `onMove` hears where one was let go. */
export function useColumnDrag<C extends GridColumn>(
  { table, placed }: GridLayout<C>,
  onMove: (column: C, other: C, side: Side) => void,
): ColumnDrag {
  const [drop, setDrop] = useState<Drop | null>(null)
  const startX = useRef<number | null>(null)
  /** The press became a drag: the click at its end sorts nothing. */
  const isDrag = useRef(false)
  const end = () => {
    startX.current = null
    setDrop(null)
  }
  const handlers = (column: GridColumn) => ({
    onPointerDown({ button, clientX, currentTarget, pointerId }: PointerEvent) {
      isDrag.current = false
      if (button !== 0) return
      startX.current = clientX
      // At once: a quick pointer is off the name with its first move.
      currentTarget.setPointerCapture(pointerId)
    },
    onPointerMove({ clientX }: PointerEvent) {
      if (startX.current === null) return
      if (!isDrag.current && Math.abs(clientX - startX.current) < leastDragPx) return
      isDrag.current = true
      const heads = [...(table.current?.querySelectorAll('th') ?? [])].map((head) =>
        head.getBoundingClientRect(),
      )
      setDrop(
        dropAt(
          clientX,
          heads,
          placed.map((each) => each.column.id),
          column.id,
        ),
      )
    },
    onPointerUp() {
      const of = (id: string) => placed.find((each) => each.column.id === id)?.column
      const moved = drop && of(drop.column)
      const other = drop && of(drop.other)
      if (moved && other) onMove(moved, other, drop.side)
      end()
    },
    onPointerCancel: end,
    onClickCapture(event: MouseEvent) {
      if (isDrag.current) event.stopPropagation()
      isDrag.current = false
    },
    onKeyDownCapture(event: KeyboardEvent) {
      if (startX.current === null || !isPressed('close', event)) return
      event.preventDefault()
      event.stopPropagation()
      end()
    },
  })
  return { drop, handlers }
}

/** The place nearest to `x` (CSS px) for a column; `null`: that is where it lies already. */
function dropAt(
  x: number,
  heads: readonly Pick<DOMRect, 'left' | 'width'>[],
  ids: readonly string[],
  column: string,
): Drop | null {
  const from = ids.indexOf(column)
  const next = heads.findIndex(({ left, width }) => x < left + width / 2)
  const to = next < 0 ? ids.length : next
  if (to === from || to === from + 1) return null
  const before = ids[to]
  if (before !== undefined) return { column, other: before, side: 'before' }
  const last = ids.at(-1)
  return last === undefined ? null : { column, other: last, side: 'after' }
}
