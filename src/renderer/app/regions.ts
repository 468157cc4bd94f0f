import { awaitFocus } from '../stores/section'

/** The parts of the window that F6 goes through, in that order. */
const order = ['navigation', 'main', 'details', 'terminals'] as const
export type RegionId = (typeof order)[number]

/** Marks an element as one of them. */
export const regionMark = (id: RegionId) => ({ 'data-region': id })

const focusable =
  'button:not([tabindex="-1"]), input:not([aria-hidden]), textarea, a[href], [tabindex="0"]:not([role=separator])'

const elementOf = (id: RegionId) => document.querySelector<HTMLElement>(`[data-region=${id}]`)

const isShown = (element: HTMLElement) => element.getClientRects().length > 0

/** Those that are on screen. Terminals over the whole window lie on all the others. */
function shownRegions(): RegionId[] {
  if (document.documentElement.dataset.terminalsExtent === 'window') return ['terminals']
  return order.filter((id) => {
    const element = elementOf(id)
    return element !== null && element.querySelector(focusable) !== null && isReachable(element)
  })
}

/** Whether anything in it can take the focus. A wing has no box of its own. */
const isReachable = (element: HTMLElement) =>
  [...element.querySelectorAll<HTMLElement>(focusable)].some(isShown)

/** Goes from one part of the window to the next, back to where one was in it. */
export class Regions {
  readonly #left = new Map<RegionId, HTMLElement>()

  /** Gives the focus to the next (1) or previous (-1) part; from nowhere, to the first or last. */
  move(step: 1 | -1): void {
    const shown = shownRegions()
    const active = document.activeElement
    const here = shown.findIndex((id) => elementOf(id)?.contains(active))
    const from = shown[here]
    if (from !== undefined && active instanceof HTMLElement) this.#left.set(from, active)
    const start = here === -1 && step === -1 ? 0 : here
    const to = shown[(start + step + shown.length) % shown.length]
    if (to !== undefined) this.#enter(to)
  }

  #enter(id: RegionId): void {
    const element = elementOf(id)
    const left = this.#left.get(id)
    if (!element) return
    if (left && element.contains(left) && isShown(left)) left.focus()
    else if (id === 'main') awaitFocus()
    else [...element.querySelectorAll<HTMLElement>(focusable)].find(isShown)?.focus()
  }
}
