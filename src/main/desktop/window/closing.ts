import type { Input, Payload } from '../../../shared/contract'

type Choice = Input<'window.close'>['choice']
type Mode = Payload<'window.closing'>['mode']

/** What closing works with. */
type ClosingParts = {
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

/** What happens when the person closes the window. */
export type Closing = {
  /** The close button was pressed; the window is still there. */
  request(): Promise<void>
  /** The page's answer. */
  answer(choice: Choice): void
}

/**
 * Closing keeps watching. With a tray the window hides, which is explained once; without one the person chooses each
 * time. A page that cannot ask (or a second press while it asks) never traps the person: the window goes where it can
 * be found again.
 */
export function createClosing(parts: ClosingParts): Closing {
  let asking = false
  return {
    async request() {
      const tray = await parts.hasTray()
      const mode: Mode = tray ? 'explain' : 'choose'
      if (tray && parts.isExplained()) {
        parts.hide()
        return
      }
      if (asking || !(await parts.canAsk())) {
        asking = false
        if (tray) parts.hide()
        else parts.minimise()
        return
      }
      asking = true
      parts.ask(mode)
    },

    answer(choice) {
      asking = false
      if (choice === 'hide') {
        parts.markExplained()
        parts.hide()
      } else if (choice === 'minimise') parts.minimise()
      else if (choice === 'quit') parts.quit()
    },
  }
}
