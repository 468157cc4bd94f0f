import { type ComponentProps, type PointerEvent, useRef } from 'react'
import { classNames } from './class-names'
import styles from './DragBorder.module.css'

type DragBorderProps<Start> = Pick<ComponentProps<'hr'>, 'onDoubleClick' | 'onKeyDown'> & {
  label: string
  /** Widths, CSS px. */
  width: { now: number; min: number; max: number }
  className: string | undefined
  /** Whether Tab comes to it. */
  isFocusable: boolean
  /** It was pressed: what the drag starts from. */
  onTake(border: Element): Start
  /** It is `byPx` right of where it was taken. */
  onDrag(start: Start, byPx: number): void
  onLetGo?(start: Start, byPx: number): void
}

/** The upright border of something whose width can be dragged: wide enough to catch, as thin as a line to see. */
export function DragBorder<Start>(props: DragBorderProps<Start>) {
  const { width, onTake, onDrag, onLetGo } = props
  const drag = useRef<{ startX: number; start: Start } | null>(null)
  const press = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { startX: event.clientX, start: onTake(event.currentTarget) }
  }
  const move = (event: PointerEvent) => {
    if (drag.current) onDrag(drag.current.start, event.clientX - drag.current.startX)
  }
  const letGo = (event: PointerEvent) => {
    const taken = drag.current
    drag.current = null
    if (taken) onLetGo?.(taken.start, event.clientX - taken.startX)
  }
  return (
    <hr
      tabIndex={props.isFocusable ? 0 : -1}
      aria-label={props.label}
      aria-orientation="vertical"
      aria-valuenow={width.now}
      aria-valuemin={width.min}
      aria-valuemax={width.max}
      className={classNames(styles.border, props.className)}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={props.onDoubleClick}
      onKeyDown={props.onKeyDown}
    />
  )
}
