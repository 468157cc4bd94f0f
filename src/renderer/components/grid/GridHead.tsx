import { ChevronDown, ChevronUp } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, memo, type ReactNode } from 'react'
import { componentsText } from '../../../shared/text/components'
import { isPressed } from '../../lib/shortcuts'
import { classNames } from '../class-names'
import { Tooltip } from '../Tooltip'
import { ColumnBorder } from './ColumnBorder'
import { boundedWidth, measuredWidths, type Widths } from './column-widths'
import styles from './grid.module.css'
import type { ColumnSort, GridColumn, PlacedColumn } from './grid-columns'
import { type ColumnDrag, type Side, useColumnDrag } from './use-column-drag'
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
  onWidths?(widths: Widths): void
  /** Somebody put a column on one side of another; without it nobody can. */
  onMove?(column: C, other: C, side: Side): void
  /** What else stands in a column's header. */
  tools?(column: C): ReactNode
  /** Whether the grid has a menu for columns. */
  hasMenu?: boolean
}

const stay = () => undefined

/**
 * The columns' names: press to sort, drag to move, drag the border (or Shift and an arrow on the name) to change a width,
 * the right button or Alt and the down arrow for all of that in a menu.
 */
function Head<C extends GridColumn>(props: GridHeadProps<C>) {
  const { layout, onMove } = props
  const drag = useColumnDrag(layout, onMove ?? stay)
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.headRow} data-dragged={drag.drop ? true : undefined}>
        {layout.placed.map((placed) => (
          <HeadCell key={placed.column.id} {...props} {...placed} drag={onMove ? drag : null} />
        ))}
      </tr>
    </thead>
  )
}

/** Drawn again only when one of its properties is another. */
export const GridHead = memo(Head) as typeof Head

function HeadCell<C extends GridColumn>(
  props: GridHeadProps<C> & PlacedColumn<C> & { drag: ColumnDrag | null },
) {
  const { column, layout, sort, onWidths, drag } = props
  const sorts = props.canSort?.(column) ?? true
  const direction = sort?.column === column.id ? sort.direction : null
  const align = column.align && styles[column.align]
  const name = <span className={styles.headLabel}>{column.label}</span>
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (props.hasMenu && isPressed('columnMenu', event)) openMenu(event.currentTarget)
    else if (onWidths && isPressed('columnWidth', event)) {
      const widths = measuredWidths(layout)
      const by = event.key === 'ArrowLeft' ? -stepPx : stepPx
      onWidths({ ...widths, [column.id]: boundedWidth(column, (widths[column.id] ?? 0) + by) })
    } else return
    event.preventDefault()
  }
  return (
    <th
      scope="col"
      aria-label={column.label}
      aria-colindex={props.position}
      aria-sort={sorts ? (direction ?? 'none') : undefined}
      className={classNames(styles.headCell, align)}
      data-column={column.id}
      data-drop={drag?.drop?.other === column.id ? drag.drop.side : undefined}
    >
      {sorts ? (
        <Explained column={column} isResized={onWidths !== undefined} hasMenu={props.hasMenu === true}>
          <button
            type="button"
            title={column.help === undefined ? componentsText.sortBy(column.label) : undefined}
            className={classNames(styles.sort, align)}
            onClick={() => props.onSort(column)}
            onKeyDown={onKeyDown}
            {...drag?.handlers(column)}
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
      {onWidths ? <ColumnBorder column={column} layout={layout} onWidths={onWidths} /> : null}
    </th>
  )
}

/** As the menu key would, which not every keyboard has. */
function openMenu(name: Element): void {
  const { left, bottom } = name.getBoundingClientRect()
  name.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
  )
}

/** The header's button with what its column is about. */
function Explained(props: {
  column: GridColumn
  isResized: boolean
  hasMenu: boolean
  children: ComponentProps<typeof Tooltip>['children']
}) {
  const { help } = props.column
  if (help === undefined) return props.children
  const text = props.isResized ? componentsText.widthKeys(help) : help
  return (
    <Tooltip text={text} shortcut={props.hasMenu ? 'columnMenu' : null}>
      {props.children}
    </Tooltip>
  )
}
