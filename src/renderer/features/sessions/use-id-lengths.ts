import { useEffect, useState } from 'react'
import type { ColumnId } from '../../../shared/columns/columns'
import type { GridLayout } from '../../components/grid/use-grid-layout'
import { idCharactersIn } from '../../lib/id-width'
import type { IdLengths } from './cells'
import type { SessionColumn } from './session-columns'

/** A cell's padding and the room of the row's sign, CSS px; the style sheet says the same. */
const cellPaddingPx = 16
const signPx = 18

/** How many characters of an id fit each column now: CSS alone can only cut the end, which tells ids apart. */
export function useIdLengths({ table, placed }: GridLayout<SessionColumn>): IdLengths {
  const [lengths, setLengths] = useState<IdLengths>({})
  useEffect(() => {
    const cells = [...(table.current?.querySelectorAll('th') ?? [])]
    const observer = new ResizeObserver(() => {
      const next: Partial<Record<ColumnId, number>> = {}
      for (const [index, { column }] of placed.entries()) {
        const padding = cellPaddingPx + (index === 0 ? signPx : 0)
        next[column.id] = idCharactersIn((cells[index]?.clientWidth ?? 0) - padding)
      }
      setLengths((before) => (placed.every(({ column: { id } }) => before[id] === next[id]) ? before : next))
    })
    for (const cell of cells) observer.observe(cell)
    return () => observer.disconnect()
  }, [table, placed])
  return lengths
}
