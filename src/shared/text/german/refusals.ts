import type { Translation } from '../catalogue'
import type { refusalsText } from '../refusals'

export const refusals: Translation<typeof refusalsText> = {
  noMessages: (service) => `${service} kann einer Sitzung keine Nachricht senden`,
  noDisconnect: (service) => `${service} kann eine Sitzung nicht trennen`,
  hasLeft: 'Die Sitzung ist nicht mehr da',
  notWatched: 'Die Sitzung wird nicht mehr beobachtet',
  thatSession: 'Diese Sitzung',
  hadLeft: (who) => `${who} war schon nicht mehr da. Es wurde nichts gesendet.`,
  noLongerWatched: (who) => `${who} wird nicht mehr beobachtet. Es wurde nichts gesendet.`,
}
