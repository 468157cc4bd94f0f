import { catalogue } from './catalogue'

/** The window's frame: its sections, its parts, and what is said of links that lead into it. */
export const frameText = catalogue.area('frame', {
  sessions: 'Sessions',
  lookup: 'Look up',
  scripts: 'Scripts',
  machines: 'Machines',
  log: 'Action log',
  terminals: 'Terminals',

  sections: 'Sections',
  navigation: 'Navigation',
  details: 'Details',
  navigationWidth: 'Width of the navigation',
  detailsWidth: 'Width of the details',
  skip: 'Skip',
  skipTo: (section: string) => `Skip to ${section}`,
  skipToList: 'Skip to the list',
  notifications: 'Notifications',

  stopped: (part: string) => `${part} stopped`,
  dialogStopped: 'The dialog stopped',
  navigationStopped: 'The navigation stopped',
  terminalsStopped: 'The terminals stopped',
  detailsStopped: 'The details stopped',
  ownFault: (message: string) =>
    `This is a fault of Sessiondeck, not of a service; watching goes on. It said: ${message}`,
  unknownError: 'Unknown error',

  linkWaits: 'A link asks for a person. Close what is open, then open the link again.',
  linkNotListed:
    'The session of the link is not in your list: it is over, or no account of yours watches it.',
})
