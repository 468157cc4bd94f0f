import type { Terminal } from '@xterm/xterm'
import { insideOf } from '../../src/renderer/features/terminal/view/xterm-inside'

/**
 * What one call of a part of xterm costs, in letters printed. Such counts are the same on every machine, busy or not;
 * their weights were measured once from the time of the calls.
 */
const weights = {
  line: {
    setCell: 0.2,
    loadCell: 0.2,
    setCellFromCodepoint: 0.5,
    addCodepointToCell: 2,
    fill: 2,
    insertCells: 3,
    deleteCells: 3,
    replaceCells: 1,
    copyFrom: 3,
    clone: 6,
  },
  lines: { get: 0.1, set: 0.1, push: 0.2, recycle: 0.2 },
  screen: { getBlankLine: 6, addMarker: 20, clearAllMarkers: 2, clear: 30, nextStop: 1, prevStop: 1 },
} as const

/** Work that has been done, in letters. */
export type Work = { done: number }

type Method = (...args: unknown[]) => unknown

const isMethod = (value: unknown): value is Method => typeof value === 'function'

/** Counts from now on what xterm does for any terminal of this module. Returns the count, and how to stop. */
export function countWork(terminal: Terminal): { work: Work; stop(): void } {
  const screen = insideOf(terminal)?.screen()
  if (!screen) throw new Error('This xterm is made otherwise')
  const work: Work = { done: 0 }
  const stops: (() => void)[] = []
  const replace = (proto: object, name: string, make: (method: Method) => Method) => {
    const method: unknown = Reflect.get(proto, name)
    if (!isMethod(method)) throw new Error(`xterm has no ${name} any more`)
    Reflect.set(proto, name, make(method))
    stops.push(() => Reflect.set(proto, name, method))
  }
  const count = (instance: object, prices: Readonly<Record<string, number>>) => {
    for (const [name, price] of Object.entries(prices))
      replace(
        Object.getPrototypeOf(instance),
        name,
        (method) =>
          function (this: unknown, ...args) {
            work.done += price
            return method.apply(this, args)
          },
      )
  }
  count(screen.lines.get(0), weights.line)
  count(screen.lines, weights.lines)
  count(screen, weights.screen)
  // They move everything behind them, or as many lines as the argument says.
  const lines = Object.getPrototypeOf(screen.lines)
  replace(
    lines,
    'splice',
    (method) =>
      function (this: unknown, ...args) {
        work.done += 0.1 * Math.max(0, Number(Reflect.get(Object(this), 'length')) - Number(args[0]))
        return method.apply(this, args)
      },
  )
  replace(
    lines,
    'shiftElements',
    (method) =>
      function (this: unknown, ...args) {
        work.done += 0.1 * Number(args[1])
        return method.apply(this, args)
      },
  )
  return {
    work,
    stop: () => {
      for (const restore of stops) restore()
    },
  }
}
