/** Time after a letter key for which the person counts as typing, ms. */
const typingMs = 1_000

/** The parts of a key press that decide. */
type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'target'>

const isField = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null

/** Whether a key without Ctrl is meant for a field, a terminal's too, or for a dialog that lies over the window. */
export const isForField = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

/** Whether a key writes: a letter, one taken back, or a new line. What a field sends, or leaves, is something done. */
function writes({ key, ctrlKey, metaKey, target }: KeyPress): boolean {
  if (!isField(target) || ctrlKey || metaKey) return false
  return key.length === 1 || ['Backspace', 'Process', 'Dead'].includes(key) || isNewLine(key, target)
}

const isNewLine = (key: string, target: Element) => key === 'Enter' && target.closest('textarea') !== null

/**
 * Whether the person is typing into a field or a terminal. Whatever opens by itself waits meanwhile: the rest of what
 * they type, a password maybe, must not go into it. A click or a shortcut ends it: what opens then was asked for.
 */
export class Typing {
  readonly #now: () => number
  #letterAt = Number.NEGATIVE_INFINITY

  constructor(now: () => number) {
    this.#now = now
  }

  /** A key was pressed somewhere in the window. */
  pressed(press: KeyPress): void {
    if (modifiers.has(press.key)) return
    this.#letterAt = writes(press) ? this.#now() : Number.NEGATIVE_INFINITY
  }

  /** Something was done by the pointer. */
  acted(): void {
    this.#letterAt = Number.NEGATIVE_INFINITY
  }

  /** How long until they are not typing any more, ms; 0 where they are not. */
  get leftMs(): number {
    return Math.max(0, this.#letterAt + typingMs - this.#now())
  }
}

/** The one person at the window. */
export const typing = new Typing(() => performance.now())

/** Follows the keyboard and the pointer from now on; returns how to stop. */
export function connectTyping(): () => void {
  const onKeyDown = (event: KeyboardEvent) => typing.pressed(event)
  const onPointerDown = () => typing.acted()
  globalThis.addEventListener('keydown', onKeyDown, { capture: true })
  globalThis.addEventListener('pointerdown', onPointerDown, { capture: true })
  return () => {
    globalThis.removeEventListener('keydown', onKeyDown, { capture: true })
    globalThis.removeEventListener('pointerdown', onPointerDown, { capture: true })
  }
}
