import { create } from 'zustand'
import type { Place } from '../../shared/list/criteria'
import type { Relation } from '../../shared/list/related'
import { clearFilters, setPlace, setRelated } from './view'

/** What the middle of the window shows above the terminals. */
export type SectionId = 'sessions' | 'lookup' | 'scripts' | 'machines' | 'log'

type Shown = {
  section: SectionId
  /**
   * Why the focus is to go into the section. `entered`: somebody came by keyboard. `nowhere`: the element that had it was
   * removed; another one may have it by then. `null`: it stays where it is.
   */
  awaitsFocus: 'entered' | 'nowhere' | null
}

/** Every start begins with the sessions: what is live comes first. */
export const useSection = create<Shown>(() => ({ section: 'sessions', awaitsFocus: null }))

/** Shows a section, and leaves the focus where it is. */
export const showSection = (section: SectionId): void => useSection.setState({ section, awaitsFocus: null })

/** Shows a section and moves the focus there, as for somebody at the keyboard. */
export const enterSection = (section: SectionId): void =>
  useSection.setState({ section, awaitsFocus: 'entered' })

/** The focus is to go into the section that is shown. */
export const awaitFocus = (): void => useSection.setState({ awaitsFocus: 'entered' })

/** The element that had the focus is gone: the section takes it, unless another element does first. */
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
