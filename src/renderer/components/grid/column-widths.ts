import { type GridColumn, maxColumnWidth } from './grid-columns'
import type { GridLayout } from './use-grid-layout'

/** Of each column by its id, CSS px. */
export type Widths = Readonly<Record<string, number>>

/** A width within a column's bounds, whole CSS px. */
export const boundedWidth = ({ minWidth }: GridColumn, width: number): number =>
  Math.round(Math.min(maxColumnWidth, Math.max(minWidth, width)))

const headsOf = ({ table }: GridLayout): readonly HTMLElement[] => [
  ...(table.current?.querySelectorAll('th') ?? []),
]

/** What each column measures now, so that one border moves and no other. */
export function measuredWidths(layout: GridLayout): Widths {
  const heads = headsOf(layout)
  return Object.fromEntries(
    layout.placed.map(({ column }, place) => [
      column.id,
      Math.round(heads[place]?.getBoundingClientRect().width ?? 0),
    ]),
  )
}

/** The same, with a column as wide as its name and the widest text among the rows that are drawn. */
export function fittedWidths(layout: GridLayout, column: GridColumn): Widths {
  const place = layout.placed.findIndex((placed) => placed.column.id === column.id)
  const cells = layout.table.current?.querySelectorAll<HTMLElement>(`td:nth-child(${place + 1})`) ?? []
  const button = headsOf(layout)[place]?.querySelector<HTMLElement>('button, span')
  const widest = Math.max(...[button, ...cells].map((element) => (element ? contentWidth(element) : 0)))
  return { ...measuredWidths(layout), [column.id]: boundedWidth(column, Math.ceil(widest)) }
}

/** The width at which nothing in an element would be cut, CSS px. */
function contentWidth(element: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element)
  const content = document.createRange()
  content.selectNodeContents(element)
  return (
    Number.parseFloat(paddingLeft) +
    content.getBoundingClientRect().width +
    cutWidth(element) +
    Number.parseFloat(paddingRight)
  )
}

/** What the cut middle of an id would take; its characters are all equally wide. */
function cutWidth(element: HTMLElement): number {
  const id = element.querySelector<HTMLElement>('[data-length]')
  const shown = [...(id?.textContent ?? '')].length
  if (!id || shown === 0) return 0
  return (id.getBoundingClientRect().width / shown) * (Number(id.dataset.length) - shown)
}
