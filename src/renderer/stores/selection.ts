import { create } from 'zustand'
import type { SessionKey } from '../../shared/session'
import { Chosen } from './chosen'

/** Which rows are chosen, which one has the focus, and whose details are open. */
type Selection = {
  selected: Chosen
  /** The one row of the list that is in the tab order. */
  focused: SessionKey | null
  /** Where a range that Shift extends began. */
  anchor: SessionKey | null
  /** Whose details are shown on the right. */
  open: SessionKey | null
  /** The details were opened by their command, and the focus is yet to follow. */
  awaitsFocus: boolean
}

/** The rows that are chosen, and the one that has the keyboard. */
export const useSelection = create<Selection>(() => ({
  selected: Chosen.none,
  focused: null,
  anchor: null,
  open: null,
  awaitsFocus: false,
}))

/** Chooses exactly this row and gives it the focus. */
export const selectOnly = (key: SessionKey): void =>
  useSelection.setState({ selected: Chosen.of([key]), focused: key, anchor: key })

/** The row has the focus; what is chosen stays. */
export const focusRow = (key: SessionKey): void => {
  if (useSelection.getState().focused !== key) useSelection.setState({ focused: key })
}

/** Chooses or drops this row and leaves the others as they are. */
export const toggleSelected = (key: SessionKey): void =>
  useSelection.setState(({ selected }) => ({ selected: selected.toggled(key), focused: key, anchor: key }))

/** Chooses a range that began at `anchor` and gives its end the focus. */
export const selectTo = (to: SessionKey, anchor: SessionKey | null, range: Chosen): void =>
  useSelection.setState({ selected: range, focused: to, anchor: anchor ?? to })

/** Chooses every row; the focus stays where it is. */
export const selectAll = (all: Chosen): void => useSelection.setState({ selected: all })

/** Those of the chosen stretch that the window has are others. */
export const knowChosen = (known: ReadonlySet<SessionKey>): void =>
  useSelection.setState(({ selected }) => ({ selected: selected.knowing(known) }))

/** Chooses nothing; the focus stays where it is. */
export const clearSelection = (): void => useSelection.setState({ selected: Chosen.none, anchor: null })

const showDetails = (key: SessionKey, awaitsFocus: boolean) =>
  useSelection.setState({ selected: Chosen.of([key]), focused: key, anchor: key, open: key, awaitsFocus })

/** Shows the details of a session and chooses its row; the focus stays where it is. */
export const openDetails = (key: SessionKey): void => showDetails(key, false)

/** The same, and the focus goes into the details. */
export const enterDetails = (key: SessionKey): void => showDetails(key, true)

/** The focus is there. */
export const detailsEntered = (): void => useSelection.setState({ awaitsFocus: false })

/** Closes the details; the selection stays. */
export const closeDetails = (): void => useSelection.setState({ open: null })
