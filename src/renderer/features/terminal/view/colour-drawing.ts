import type { Terminal } from '@xterm/xterm'
import { property } from './xterm-inside'

/** Notifies everything that draws of changed colours. */
type Emitter = { fire(colours: unknown): void }

const isEmitter = (value: unknown): value is Emitter => typeof property(value, 'fire') === 'function'

/**
 * Has an opened terminal take changed colours over once a frame. A program may change each of 256 colours by a sequence
 * of its own; xterm makes a style sheet of all of them for each, and a few kilobytes of it end the page.
 */
export function drawColoursOnce(terminal: Terminal): void {
  const emitter = property(property(property(terminal, '_core'), '_themeService'), '_onChangeColors')
  if (!isEmitter(emitter)) return
  const fire = emitter.fire.bind(emitter)
  let isPlanned = false
  emitter.fire = (colours) => {
    if (isPlanned) return
    isPlanned = true
    requestAnimationFrame(() => {
      isPlanned = false
      fire(colours)
    })
  }
}
