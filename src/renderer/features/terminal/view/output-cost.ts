import type { Terminal } from '@xterm/xterm'
import { makeLinesCheap, makeScreensCheap } from './cheap-lines'
import { makeModesCheap } from './cheap-modes'
import { boundLinks } from './marked-links'
import { moveDown, moveUp } from './moving-lines'
import { insideOf, type ObeyedParams, type XtermInside } from './xterm-inside'

/** Parameters of a sequence. */
type Params = (number | number[])[]

/** How often a sequence says that something is to be done. */
const countOf = ([count]: Params): number => Math.max(1, Number(count) || 1)

/**
 * Keeps what a host prints from costing more than a few times what letters cost: counts are clamped to what the screen
 * has room for, and moving lines, erasing and links are made cheap. A host could otherwise have the whole window stand
 * still with a few kilobytes. An xterm that is made otherwise passes over the counts that are too large.
 */
export function boundOutputCost(terminal: Terminal): void {
  const inside = insideOf(terminal)
  if (inside) {
    makeLinesCheap(inside.screen().lines.get(0))
    makeScreensCheap(inside.screen())
    boundLinks(inside.links)
    moveLines(terminal, inside)
    clampCounts(terminal, inside)
    makeModesCheap(terminal, inside)
    return
  }
  for (const final of ['L', 'M', 'S', 'T', 'I', 'Z', 'b'])
    terminal.parser.registerCsiHandler({ final }, (params) => countOf(params) > terminal.cols)
}

/** Lines put in and taken out, and scrolling. */
function moveLines({ parser }: Terminal, { screen, obeying }: XtermInside): void {
  const erased = () => obeying._eraseAttrData()
  for (const [final, move] of [
    ['L', moveDown],
    ['M', moveUp],
  ] as const)
    parser.registerCsiHandler({ final }, (params) => {
      obeying._restrictCursor()
      const now = screen()
      if (now.y < now.scrollTop || now.y > now.scrollBottom) return true
      move(now, now.y, countOf(params), erased())
      now.x = 0
      obeying.markRangeDirty(now.y, now.scrollBottom)
      return true
    })
  for (const [final, move, look] of [
    ['S', moveUp, erased],
    // Lines that come in at the top have no colour, as xterm has it.
    ['T', moveDown, () => ({ ...erased(), bg: 0 })],
  ] as const)
    parser.registerCsiHandler({ final }, (params) => {
      const now = screen()
      move(now, now.scrollTop, countOf(params), look())
      obeying.markRangeDirty(now.scrollTop, now.scrollBottom)
      return true
    })
}

/** Tabs, and a letter again. */
function clampCounts(terminal: Terminal, { obeying }: XtermInside): void {
  const clamp = (final: string, most: () => number, obey: (params: ObeyedParams) => boolean) =>
    terminal.parser.registerCsiHandler({ final }, (params) =>
      countOf(params) > most() ? obey({ params: [most()], length: 1 }) : false,
    )
  const columns = () => terminal.cols
  clamp('I', columns, (params) => obeying.cursorForwardTab(params))
  clamp('Z', columns, (params) => obeying.cursorBackwardTab(params))
  clamp(
    'b',
    () => mostRepeats(terminal),
    (params) => obeying.repeatPrecedingCharacter(params),
  )
}

/** A letter is repeated within a row: programs draw lines with it. More would be a page of text for seven bytes. */
function mostRepeats({ buffer: { active }, cols }: Terminal): number {
  const before = active.getLine(active.baseY + active.cursorY)?.getCell(active.cursorX - 1)
  // A letter with marks on it is as many letters.
  return Math.max(1, Math.floor(cols / Math.max(1, before?.getChars().length ?? 1)))
}
