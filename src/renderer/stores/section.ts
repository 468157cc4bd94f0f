import { create } from 'zustand'
import type { Place } from '../../shared/list/criteria'
import type { Relation } from '../../shared/list/related'
import { clearFilters, setPlace, setRelated } from './view'

/** What the middle of the window shows above the terminals. */
export type SectionId = 'sessions' | 'lookup' | 'scripts' | 'machines' | 'log'

type Shown = {
  section: SectionId
  /**
   * Why the focus is to go into the section. `entered`: somebody came by keyboard. `nowhere`: it went with what had it,
   * and may have a place again by then. `null`: it stays where it is.
   */
  awaitsFocus: 'entered' | 'nowhere' | null
}

/** Every start begins with the sessions: what is live comes first. */
export const useSection = create<Shown>(() => ({ section: 'sessions', awaitsFocus: null }))

/** Shows a section, and leaves the focus where it is. */
export const showSection = (section: SectionId): void => useSection.setState({ section, awaitsFocus: null })

/** Shows a section to somebody at the keyboard: the focus goes there, too. */
export const enterSection = (section: SectionId): void =>
  useSection.setState({ section, awaitsFocus: 'entered' })

/** The focus is to go into the section that is shown. */
export const awaitFocus = (): void => useSection.setState({ awaitsFocus: 'entered' })

/** What had the focus is gone: the section takes it, unless somebody else does first. */
export const catchFocus = (): void => {
  if (document.activeElement === document.body) useSection.setState({ awaitsFocus: 'nowhere' })
}

/** The focus is there. */
export const sectionEntered = (): void => useSection.setState({ awaitsFocus: null })

/** Shows the sessions of an account or a scope; `null` shows all. */
export const showPlace = (place: Place | null): void => {
  setPlace(place)
  showSection('sessions')
}

/** Shows the sessions that share something, whatever else the list was narrowed to. */
export const showRelated = (related: Relation): void => {
  clearFilters()
  setRelated(related)
  showSection('sessions')
}
