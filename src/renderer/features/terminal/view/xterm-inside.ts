import type { Terminal } from '@xterm/xterm'

/** A cell as xterm's lines take it. */
export type Cell = { content: number; fg: number; bg: number }

/** One row of xterm: three numbers a cell, and apart from them what does not fit into numbers. */
export type Line = {
  _data: Uint32Array
  _combined: Readonly<Record<number, string>>
  _extendedAttrs: Readonly<Record<number, object>>
  length: number
  isWrapped: boolean
  getWidth(column: number): number
  setCellFromCodepoint(column: number, code: number, width: number, look: Cell): void
  fill(cell: Cell, respectProtect?: boolean): void
  insertCells(column: number, count: number, cell: Cell): void
  deleteCells(column: number, count: number, cell: Cell): void
}

type LineEvent = { fire(event: { index: number; amount: number }): void }

/** All rows of a screen and what was scrolled away. */
export type Lines = {
  length: number
  get(row: number): Line
  set(row: number, line: Line): void
  onDeleteEmitter: LineEvent
  onInsertEmitter: LineEvent
}

/** A screen with its cursor; the rows of the region are counted from `ybase`. */
export type Screen = {
  x: number
  y: number
  ybase: number
  scrollTop: number
  scrollBottom: number
  lines: Lines
  _cols: number
  hasScrollback: boolean
  getNullCell(look: Cell): Cell
  getBlankLine(look: Cell, isWrapped?: boolean): Line
  clear(): void
}

/** Parameters of a sequence. */
export type ObeyedParams = { params: readonly number[]; length: number }

/** The part that carries out the remote side's sequences. */
type Obeying = {
  repeatPrecedingCharacter(params: ObeyedParams): boolean
  cursorForwardTab(params: ObeyedParams): boolean
  cursorBackwardTab(params: ObeyedParams): boolean
  setMode(params: ObeyedParams): boolean
  resetMode(params: ObeyedParams): boolean
  setModePrivate(params: ObeyedParams): boolean
  resetModePrivate(params: ObeyedParams): boolean
  markRangeDirty(from: number, to: number): void
  _restrictCursor(): void
  _eraseAttrData(): Cell
}

/** The addresses of links that programs mark. */
export type MarkedLinks = {
  registerLink(link: { id?: string; uri: string }): number
  addLineToLink(id: number, row: number): void
  getLinkData(id: number): { id?: string; uri: string } | undefined
}

/** `undefined` leaves it to the options. */
type Modes = { cursorBlink?: boolean | undefined }

/** The parts of xterm that are used here beside its public interface. */
export type XtermInside = {
  screen(): Screen
  obeying: Obeying
  links: MarkedLinks
  /** The colours that a program set; another object after each reset. */
  modes(): Modes
  /** Read by the parts that draw and parse; a change here notifies none of them. */
  options: { convertEol: boolean }
}

/** A part of an object that its type does not declare. */
export const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const has = <T>(value: unknown, ...methods: (keyof T & string)[]): value is T =>
  methods.every((name) => typeof property(value, name) === 'function')

/** The inside of a terminal; `null` where this xterm is made otherwise. */
export function insideOf(terminal: Terminal): XtermInside | null {
  const core = property(terminal, '_core')
  const buffers = property(core, '_bufferService')
  const obeying = property(core, '_inputHandler')
  const links = property(core, '_oscLinkService')
  const service = property(core, 'coreService')
  const firstModes = property(service, 'decPrivateModes')
  const options = property(property(core, 'optionsService'), 'rawOptions')
  const first = property(buffers, 'buffer')
  if (
    !isScreen(first) ||
    !has<Line>(first.lines.get(0), 'fill', 'insertCells', 'deleteCells') ||
    !has<Obeying>(obeying, ...obeyed) ||
    !has<MarkedLinks>(links, 'registerLink', 'addLineToLink', 'getLinkData') ||
    !isModes(firstModes) ||
    !isOptions(options)
  )
    return null
  const screen = () => {
    // Programs change between two of them.
    const active = property(buffers, 'buffer')
    return isScreen(active) ? active : first
  }
  const modes = () => {
    const now = property(service, 'decPrivateModes')
    return isModes(now) ? now : firstModes
  }
  return { screen, obeying, links, modes, options }
}

const obeyed = [
  'repeatPrecedingCharacter',
  'cursorForwardTab',
  'cursorBackwardTab',
  'setMode',
  'resetMode',
  'setModePrivate',
  'resetModePrivate',
  'markRangeDirty',
  '_restrictCursor',
  '_eraseAttrData',
] as const

const isScreen = (value: unknown): value is Screen =>
  has<Screen>(value, 'getNullCell', 'getBlankLine', 'clear') &&
  has<Lines>(property(value, 'lines'), 'get', 'set')

const isModes = (value: unknown): value is Modes =>
  typeof value === 'object' && value !== null && 'cursorBlink' in value

const isOptions = (value: unknown): value is XtermInside['options'] =>
  typeof property(value, 'convertEol') === 'boolean'
