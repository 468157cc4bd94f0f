import type { z } from 'zod'
import * as action from './contract/action'
import * as appLink from './contract/app-link'
import * as draft from './contract/draft'
import * as list from './contract/list'
import * as lookup from './contract/lookup'
import * as machine from './contract/machine'
import type { Owner } from './contract/parts'
import * as roster from './contract/roster'
import * as script from './contract/script'
import * as session from './contract/session'
import * as terminal from './contract/terminal'
import * as watch from './contract/watch'
import * as window from './contract/window'
import * as workspace from './contract/workspace'

export type { AccountTest } from './contract/parts'
export type { WatchState } from './contract/watch'
export { longestText } from './contract/window'
export type { Workspace } from './contract/workspace'

/**
 * Every request: who answers it, who may send it, its input and its output. Each area's are in its file of `contract/`,
 * which is imported from here only.
 */
export const requests = {
  ...roster.requests,
  ...list.requests,
  ...session.requests,
  ...action.requests,
  ...script.requests,
  ...draft.requests,
  ...lookup.requests,
  ...machine.requests,
  ...workspace.requests,
  ...watch.requests,
  ...window.requests,
  ...appLink.requests,
  ...terminal.requests,
}

/** Every event: its sender and its payload. */
export const events = {
  ...roster.events,
  ...list.events,
  ...session.events,
  ...action.events,
  ...lookup.events,
  ...workspace.events,
  ...watch.events,
  ...window.events,
  ...appLink.events,
  ...terminal.events,
}

export type RequestName = keyof typeof requests
export type EventName = keyof typeof events
export type Input<N extends RequestName> = z.infer<(typeof requests)[N]['input']>
export type Output<N extends RequestName> = z.infer<(typeof requests)[N]['output']>
export type Payload<N extends EventName> = z.infer<(typeof events)[N]['payload']>

/** The requests that one owner answers. */
export type RequestsOf<O extends Owner> = {
  [N in RequestName]: (typeof requests)[N]['owner'] extends O ? N : never
}[RequestName]

/** Whether a string names a request of the contract. */
export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requests, name)
