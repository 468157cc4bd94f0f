import { Fragment, type ReactNode, useCallback, useEffect, useId, useMemo } from 'react'
import { AwaitedRow, GridRowContext, type RowPlace } from './GridRow'
import styles from './grid.module.css'
import type { GridColumn } from './grid-columns'
import type { RowActions, RowSource } from './rows'
import { useDrawnFocus } from './use-drawn-focus'
import type { GridLayout } from './use-grid-layout'
import { useRowHandlers } from './use-row-handlers'
import { scrollToRow, useRowWindow, useStartAtTop } from './use-row-window'

type GridBodyProps = {
  layout: GridLayout<GridColumn>
  rows: RowSource
  actions: RowActions
  /** The key of the row that has the keyboard; `null`: none had it yet, and Tab reaches the first one. */
  focused: string | null
  onFocus(key: string): void
  /** The row that gets the focus when the body appears; `null` is none. */
  initialFocus?: string | null
  /** What the rows are an answer to: another one begins at the top. The same one keeps its identity. */
  question: unknown
  /**
   * Which rows exist now, by their places, ascending: whoever has only some of the rows at hand may fetch others.
   * `tabStop` is among them, in sight or not.
   */
  onDrawn?(indexes: readonly number[], tabStop: number): void
  /** A GridRow for a place. */
  row(place: RowPlace): ReactNode
}

/** The rows that can be seen. Apart from the grid around it, so that scrolling draws nothing but rows. */
export function GridBody(props: GridBodyProps) {
  const { layout, rows, focused, onFocus, onDrawn } = props
  const { scroller, height } = layout
  const tabStop = useMemo(() => Math.max(0, focused === null ? -1 : rows.indexOf(focused)), [rows, focused])
  const drawn = useRowWindow({ count: rows.count, tabStop, scroller, height })
  const id = useId()
  const elementId = useCallback((key: string) => `${id} ${key}`, [id])
  const giveFocus = useDrawnFocus(elementId, props.initialFocus ?? null)
  useStartAtTop(scroller, props.question)
  useEffect(() => onDrawn?.(drawn, tabStop), [drawn, tabStop, onDrawn])
  const handlers = useRowHandlers({
    rows,
    actions: props.actions,
    pageRows: () => Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / height.row) - 2),
    scrollTo: (index) => scrollToRow(scroller, index, height),
    giveFocus,
    onFocus,
    // A row that goes takes its focus along, to the body of the document.
    hasKeyboard: () =>
      document.activeElement === document.body || scroller?.contains(document.activeElement) === true,
  })
  const context = useMemo(() => ({ handlers, elementId, height }), [handlers, elementId, height])
  return (
    <GridRowContext value={context}>
      <tbody className={styles.body}>
        {drawn.map((index) => {
          const key = rows.keyAt(index)
          if (key === undefined)
            return <AwaitedRow key={`at:${index}`} index={index} height={height} placed={layout.placed} />
          return (
            <Fragment key={key}>{props.row({ rowKey: key, index, isTabStop: index === tabStop })}</Fragment>
          )
        })}
      </tbody>
    </GridRowContext>
  )
}
