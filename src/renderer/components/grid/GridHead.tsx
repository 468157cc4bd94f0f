import { ChevronDown, ChevronUp } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, memo, type ReactNode, useRef } from 'react'
import { componentsText } from '../../../shared/text/components'
import { isPressed } from '../../lib/shortcuts'
import { classNames } from '../class-names'
import { Tooltip } from '../Tooltip'
import { boundedWidth, ColumnBorder } from './ColumnBorder'
import styles from './grid.module.css'
import type { ColumnSort, GridColumn, PlacedColumn } from './grid-columns'
import type { GridLayout } from './use-grid-layout'

/** Width that one press of a key adds to a column or takes from it, CSS px. */
const stepPx = 16

type GridHeadProps<C extends GridColumn> = {
  layout: GridLayout<C>
  sort: ColumnSort | null
  onSort(column: C): void
  /** Whether rows can be ordered by a column; without it they can by every one. */
  canSort?(column: C): boolean
  /** Somebody gave columns a width, CSS px; without it nobody can. */
  onWidths?(widths: Readonly<Record<string, number>>): void
  /** What else stands in a column's header. */
  tools?(column: C): ReactNode
}

/** The columns' names: press to sort, drag the border (or Shift and an arrow on the name) to change a width. */
function Head<C extends GridColumn>(props: GridHeadProps<C>) {
  const { layout } = props
  const row = useRef<HTMLTableRowElement>(null)
  /** What each column measures now, so that one border moves and no other. */
  const measure = () => {
    const cells = [...(row.current?.children ?? [])]
    return Object.fromEntries(
      layout.placed.map(({ column }, index) => [
        column.id,
        Math.round(cells[index]?.getBoundingClientRect().width ?? 0),
      ]),
    )
  }
  return (
    <thead className={styles.head}>
      <tr ref={row} aria-rowindex={1} className={styles.headRow}>
        {layout.placed.map((placed) => (
          <HeadCell key={placed.column.id} {...props} {...placed} measure={measure} />
        ))}
      </tr>
    </thead>
  )
}

/** Drawn again only when one of its properties is another. */
export const GridHead = memo(Head) as typeof Head

function HeadCell<C extends GridColumn>(
  props: GridHeadProps<C> & PlacedColumn<C> & { measure(): Record<string, number> },
) {
  const { column, layout, sort, onWidths, measure } = props
  const sorts = props.canSort?.(column) ?? true
  const direction = sort?.column === column.id ? sort.direction : null
  const align = column.align && styles[column.align]
  const name = <span className={styles.headLabel}>{column.label}</span>
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onWidths || !isPressed('columnWidth', event)) return
    event.preventDefault()
    const widths = measure()
    const by = event.key === 'ArrowLeft' ? -stepPx : stepPx
    onWidths({ ...widths, [column.id]: boundedWidth(column, (widths[column.id] ?? 0) + by) })
  }
  return (
    <th
      scope="col"
      aria-label={column.label}
      aria-colindex={props.position}
      aria-sort={sorts ? (direction ?? 'none') : undefined}
      className={classNames(styles.headCell, align)}
    >
      {sorts ? (
        <Explained column={column} isResized={onWidths !== undefined}>
          <button
            type="button"
            title={column.help === undefined ? componentsText.sortBy(column.label) : undefined}
            className={classNames(styles.sort, align)}
            onClick={() => props.onSort(column)}
            onKeyDown={onKeyDown}
          >
            {name}
            {direction === 'ascending' ? <ChevronUp aria-hidden /> : null}
            {direction === 'descending' ? <ChevronDown aria-hidden /> : null}
          </button>
        </Explained>
      ) : (
        <span className={styles.name}>{name}</span>
      )}
      {props.tools?.(column)}
      {onWidths ? (
        <ColumnBorder column={column} layout={layout} measure={measure} onWidths={onWidths} />
      ) : null}
    </th>
  )
}

/** The header's button with what its column is about. */
function Explained(props: {
  column: GridColumn
  isResized: boolean
  children: ComponentProps<typeof Tooltip>['children']
}) {
  const { help } = props.column
  if (help === undefined) return props.children
  const text = props.isResized ? componentsText.widthKeys(help) : help
  return <Tooltip text={text}>{props.children}</Tooltip>
}
