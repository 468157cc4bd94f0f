import { catalogue } from './catalogue'

/** What is asked before the window is closed, or the application starts anew. */
export const closingText = catalogue.area('closing', {
  keepTitle: 'Keep watching?',
  keep: 'Closing the window keeps Sessiondeck watching from the tray, so that you still hear of new sessions. Quit from the tray’s menu whenever you like. You won’t be asked again.',
  keepWatching: 'Keep watching',
  quit: 'Quit',
  closeTitle: 'Close Sessiondeck?',
  close:
    'This desktop shows no tray, so a closed window could not be opened again. Minimise it to keep watching, or quit.',
  minimise: 'Minimise',
  sourceUnsent: (scripts: number) =>
    catalogue.plural(scripts, {
      one: 'The new source of # script was not sent yet. It is kept here, and offered again after the next start.',
      other:
        'The new source of # scripts was not sent yet. It is kept here, and offered again after the next start.',
    }),

  restartTitle: 'Restart now?',
  restart: 'Restart now',
  terminal: (name: string) => `The terminal ${name}`,
  /** `others`: how many more there are than those that are named. */
  restartEnds: (named: string, others: number) =>
    `Restarting ends this: ${named}${others > 0 ? `; and ${catalogue.plural(others, { one: '# other', other: '# others' })}` : ''}. Terminals come back as tabs that you can connect again. What a bulk action has not sent stays unsent.`,
})
