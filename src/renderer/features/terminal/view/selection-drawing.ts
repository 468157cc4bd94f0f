import type { Terminal } from '@xterm/xterm'
import { property } from './xterm-inside'

type Place = [column: number, row: number] | undefined
/** Draws a selection from one place to another; without both there is none. */
type DrawSelection = (start: Place, end: Place, asColumns: boolean) => void
/** The part of xterm that draws. It is not in its public interface. */
type Drawing = { handleSelectionChanged: DrawSelection }

const hasDrawing = (value: unknown): value is Drawing =>
  typeof value === 'object' &&
  value !== null &&
  'handleSelectionChanged' in value &&
  typeof value.handleSelectionChanged === 'function'

/**
 * Keeps an opened terminal from drawing a selection that is not there. After each frame in which something scrolled,
 * xterm draws the selection again, which is every row, even when nothing is selected and the terminal is out of sight: a
 * seventh of the page's time in a flood. An xterm without these inner parts goes on as it was.
 */
export function skipEmptySelections(terminal: Terminal): void {
  const drawing = property(property(terminal, '_core'), '_renderService')
  if (!hasDrawing(drawing)) return
  const draw = drawing.handleSelectionChanged.bind(drawing)
  let isDrawn = false
  drawing.handleSelectionChanged = (start, end, asColumns) => {
    const isThere = start !== undefined && end !== undefined
    if (!isThere && !isDrawn) return
    isDrawn = isThere
    draw(start, end, asColumns)
  }
}
