import type { KeyboardEvent } from 'react'
import { DragBorder } from '../components/DragBorder'
import { type PanelId, panelBounds } from '../stores/kept-view'
import { setPanelWidth, useView } from '../stores/view'
import styles from './frame.module.css'

/** One step of the keyboard, CSS px. */
const stepPx = 16

/** The border of a side panel: drag it, or focus it and use the arrows, Home and End. A double click resets it. */
export function Divider({ panel, label }: { panel: PanelId; label: string }) {
  const width = useView((view) => view.panelWidths[panel])
  const { min, max, default: usual } = panelBounds[panel]
  // The panel on the right grows to the left.
  const sign = panel === 'navigation' ? 1 : -1
  /** In a narrow window a panel is narrower than it was dragged. */
  const widthNow = (divider: Element): number => {
    const side = panel === 'navigation' ? divider.previousElementSibling : divider.nextElementSibling
    return Math.round(side?.getBoundingClientRect().width ?? width)
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
    <DragBorder
      label={label}
      width={{ now: width, min, max }}
      className={styles.divider}
      isFocusable
      onTake={widthNow}
      onDrag={(startWidth, byPx) => setPanelWidth(panel, startWidth + sign * byPx)}
      onDoubleClick={() => setPanelWidth(panel, usual)}
      onKeyDown={onKeyDown}
    />
  )
}
