import { create } from 'zustand'
import type { Place } from '../lib/list-criteria'
import type { Relation } from '../lib/related'
import { clearNarrowing, setPlace, setRelated } from './view'

/** What the middle of the window shows above the terminals. */
export type SectionId = 'sessions' | 'lookup' | 'scripts' | 'machines' | 'log'

type Shown = {
  section: SectionId
  /** Somebody came by keyboard, and the focus is yet to follow. */
  awaitsFocus: boolean
}

/** Every start begins with the sessions: what is live comes first. */
export const useSection = create<Shown>(() => ({ section: 'sessions', awaitsFocus: false }))

/** Shows a section, and leaves the focus where it is. */
export const showSection = (section: SectionId): void => useSection.setState({ section, awaitsFocus: false })

/** Shows a section to somebody at the keyboard: the focus goes there, too. */
export const enterSection = (section: SectionId): void => useSection.setState({ section, awaitsFocus: true })

/** The focus is to go into the section that is shown. */
export const awaitFocus = (): void => useSection.setState({ awaitsFocus: true })

/** The focus is there. */
export const sectionEntered = (): void => useSection.setState({ awaitsFocus: false })

/** Shows the sessions of an account or a scope; `null` shows all. */
export const showPlace = (place: Place | null): void => {
  setPlace(place)
  showSection('sessions')
}

/** Shows the sessions that share something, whatever else the list was narrowed to. */
export const showRelated = (related: Relation): void => {
  clearNarrowing()
  setRelated(related)
  showSection('sessions')
}
