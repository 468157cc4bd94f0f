import { create } from 'zustand'
import type { Place } from '../lib/list-order'
import type { Relation } from '../lib/related'
import { clearNarrowing, setPlace, setRelated } from './view'

/** What the middle of the window shows above the terminals. */
export type SectionId = 'sessions' | 'lookup' | 'scripts' | 'machines' | 'log'

/** Every start begins with the sessions: what is live comes first. */
export const useSection = create<{ section: SectionId }>(() => ({ section: 'sessions' }))

/** Shows a section. */
export const showSection = (section: SectionId): void => useSection.setState({ section })

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
