/** How long the pointer rests on an element before its tooltip opens, ms. */
const openAfterMs = 500
/** So soon after a tooltip closed, the next one opens without a delay, ms. */
const followMs = 300
/** How long the pointer may take from an element to its tooltip, ms. */
const crossingMs = 100

/** Shows a tooltip at an element, or nowhere. It is also what tells one tooltip from another. */
type ShowTooltip = (element: Element | null) => void

/** Which tooltip of the window is open: at most one. */
export class Tooltips {
  #open: ShowTooltip | null = null
  /** That of the element under the pointer. */
  #hovered: ShowTooltip | null = null
  /** That of an element which was pressed: it stays closed until the pointer comes back. */
  #pressed: ShowTooltip | null = null
  #closedMs = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Whether what the person pressed last moves the focus. */
  #isFocusMoved = false

  /** The pointer came to an element. */
  enter(element: Element, show: ShowTooltip): void {
    clearTimeout(this.#timer)
    this.#hovered = show
    // Where its icon was exchanged under the pointer, React says that the pointer came once more.
    if (this.#open === show || this.#pressed === show) return
    if (this.#open || performance.now() - this.#closedMs < followMs) this.#show(element, show)
    else this.#timer = setTimeout(() => this.#show(element, show), openAfterMs)
  }

  /** The pointer left the element, or its tooltip. It may be on its way from the one to the other. */
  leave(): void {
    clearTimeout(this.#timer)
    this.#hovered = null
    this.#pressed = null
    if (this.#open) this.#timer = setTimeout(() => this.close(), crossingMs)
  }

  /** The pointer reached the tooltip that is open. */
  stay(): void {
    clearTimeout(this.#timer)
  }

  /** The focus came to an element. Nobody asks about what a dialog gives it back to: only who moves it is told something. */
  focus(element: Element, show: ShowTooltip): void {
    if (this.#isFocusMoved) this.#show(element, show)
  }

  /** Something was pressed: what it is was known. */
  press(): void {
    this.#pressed = this.#hovered
    this.close()
  }

  /** Closes the tooltip that is open, and opens none that was about to. */
  close(): void {
    clearTimeout(this.#timer)
    if (!this.#open) return
    this.#closedMs = performance.now()
    this.#open(null)
    this.#open = null
  }

  /** Listens for what the person presses, wherever it is. Returns how to stop. */
  connect(): () => void {
    const stop = new AbortController()
    const options = { capture: true, signal: stop.signal }
    const onKeyDown = ({ key }: KeyboardEvent) => {
      this.#isFocusMoved = key === 'Tab' || key.startsWith('Arrow')
      // It goes on to what the tooltip lies on: a dialog must close at the first press.
      if (key === 'Escape') this.close()
    }
    const onPointerDown = () => {
      this.#isFocusMoved = false
      this.press()
    }
    window.addEventListener('keydown', onKeyDown, options)
    window.addEventListener('pointerdown', onPointerDown, options)
    return () => {
      stop.abort()
      this.close()
    }
  }

  #show(element: Element, show: ShowTooltip): void {
    this.close()
    // What was under the pointer may be gone by now.
    if (!element.isConnected) return
    this.#open = show
    show(element)
  }
}
