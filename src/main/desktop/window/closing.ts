import type { Input, Payload } from '../../../shared/contract'

type Choice = Input<'window.close'>['choice']
type Mode = Payload<'window.closing'>['mode']

/** What closing needs. */
type ClosingParts = {
  /** Whether the person wants closing to end the app. */
  quits(): boolean
  /** Whether the hidden window could be found again; may take a moment. */
  hasTray(): Promise<boolean>
  /** Whether the person knows that closing keeps watching. */
  isExplained(): boolean
  markExplained(): void
  /** Whether the page can ask the person now. */
  canAsk(): Promise<boolean>
  ask(mode: Mode): void
  hide(): void
  minimise(): void
  quit(): void
}

/**
 * What happens when the person closes the window. Closing keeps watching, unless they chose otherwise: with a tray the
 * window hides, which is explained once; without one the person chooses each time. A page that cannot ask (or a second press
 * while it asks) never traps the person: the window goes where it can be found again.
 */
export class Closing {
  readonly #parts: ClosingParts
  #isAsking = false

  constructor(parts: ClosingParts) {
    this.#parts = parts
  }

  /** The close button was pressed; the window is still there. */
  async request(): Promise<void> {
    const parts = this.#parts
    if (parts.quits()) {
      parts.quit()
      return
    }
    const tray = await parts.hasTray()
    const mode: Mode = tray ? 'explain' : 'choose'
    if (tray && parts.isExplained()) {
      parts.hide()
      return
    }
    if (this.#isAsking || !(await parts.canAsk())) {
      this.#isAsking = false
      if (tray) parts.hide()
      else parts.minimise()
      return
    }
    this.#isAsking = true
    parts.ask(mode)
  }

  /** The page's answer. */
  answer(choice: Choice): void {
    const parts = this.#parts
    this.#isAsking = false
    if (choice === 'hide') {
      parts.markExplained()
      parts.hide()
    } else if (choice === 'minimise') parts.minimise()
    else if (choice === 'quit') parts.quit()
  }
}
