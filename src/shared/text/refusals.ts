import { catalogue } from './catalogue'

/** Why nothing can be done with a session. `who`: as the list names it. */
export const refusalsText = catalogue.area('refusals', {
  noMessages: (service: string) => `${service} offers no messages to a session`,
  noDisconnect: (service: string) => `${service} offers no way to disconnect a session`,
  hasLeft: 'The session has left',
  notWatched: 'The session is not watched any more',
  thatSession: 'That session',
  hadLeft: (who: string) => `${who} had already left. Nothing was sent.`,
  noLongerWatched: (who: string) => `${who} is no longer watched. Nothing was sent.`,
})
