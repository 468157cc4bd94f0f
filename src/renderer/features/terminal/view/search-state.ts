import { create } from 'zustand'

/** Which panes show their search line. `nonce` counts the presses of its shortcut: at each it takes the focus again. */
export const useSearchState = create<{ open: ReadonlyMap<string, number> }>(() => ({ open: new Map() }))

/** Shows a pane's search line, or gives it the focus. */
export const openSearch = (paneId: string): void =>
  useSearchState.setState(({ open }) => ({ open: new Map(open).set(paneId, (open.get(paneId) ?? 0) + 1) }))

/** Takes a pane's search line away. */
export const closeSearch = (paneId: string): void =>
  useSearchState.setState(({ open }) => {
    const next = new Map(open)
    next.delete(paneId)
    return { open: next }
  })
