import { createContext, useContext } from 'react'
import type { Session } from '../../shared/session'
import type { Settings } from '../../shared/settings'
import type { AliasKind } from '../lib/aliases'

/**
 * The one way of personal text to the screen: every name, key, hwid, address or id of a person that a view, a dialog, a
 * toast or a title shows goes through the presenter. What is searched, filtered, sent or opened is the true value.
 */
export type Presenter = {
  /** Presentation mode is on. */
  readonly on: boolean
  /** A name of a person, a machine or a host: "User 3F" while presenting. */
  name(kind: AliasKind, name: string): string
  /** A row to show or to export: its names, personal fields and job replaced while presenting. Never look anything up by it. */
  row<R extends Session>(row: R): R
  /** A text from elsewhere (an error, an outcome, a remote title): what is known as personal in it is replaced. */
  text(text: string): string
  /** An id from a service: that of a person, a machine or a job has a stand-in, others are nobody's. */
  id(id: string): string
  /** A key, hwid, address or anything else whose instances need not be told apart: dots while presenting. */
  secret(value: string): string
}

const same = (text: string) => text

/** Shows everything as it is. */
export const plainPresenter: Presenter = {
  on: false,
  name: (_, name) => name,
  row: (row) => row,
  text: same,
  id: same,
  secret: same,
}

type WindowContext = {
  presenter: Presenter
  density: Settings['density']
  /** What had the focus is gone, and nobody else has it. */
  onFocusLost(): void
}

/** What components must know of the window around them; the app says it. */
export const WindowContext = createContext<WindowContext>({
  presenter: plainPresenter,
  density: 'regular',
  onFocusLost: () => undefined,
})

export const useWindowContext = (): WindowContext => useContext(WindowContext)
