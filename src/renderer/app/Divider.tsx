import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type PanelId, panelBounds } from '../stores/kept-view'
import { setPanelWidth, useView } from '../stores/view'
import styles from './frame.module.css'

/** One step of the keyboard, CSS px. */
const stepPx = 16

/** The border of a side panel: drag it, or focus it and use the arrows, Home and End. A double click resets it. */
export function Divider({ panel, label }: { panel: PanelId; label: string }) {
  const width = useView((view) => view.panelWidths[panel])
  const drag = useRef<{ startX: number; startWidth: number } | null>(null)
  const { min, max, default: usual } = panelBounds[panel]
  // The panel on the right grows to the left.
  const sign = panel === 'navigation' ? 1 : -1
  /** In a narrow window a panel is narrower than it was dragged. */
  const widthNow = (divider: Element): number => {
    const side = panel === 'navigation' ? divider.previousElementSibling : divider.nextElementSibling
    return Math.round(side?.getBoundingClientRect().width ?? width)
  }
  const press = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { startX: event.clientX, startWidth: widthNow(event.currentTarget) }
  }
  const move = (event: PointerEvent) => {
    if (!drag.current) return
    setPanelWidth(panel, drag.current.startWidth + sign * (event.clientX - drag.current.startX))
  }
  const letGo = () => {
    drag.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const now = widthNow(event.currentTarget)
    const widths: Record<string, number> = {
      ArrowLeft: now - sign * stepPx,
      ArrowRight: now + sign * stepPx,
      Home: min,
      End: max,
    }
    const wanted = widths[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    setPanelWidth(panel, wanted)
  }
  return (
    <hr
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      className={styles.divider}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => setPanelWidth(panel, usual)}
      onKeyDown={onKeyDown}
    />
  )
}
