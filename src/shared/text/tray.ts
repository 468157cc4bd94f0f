import { catalogue } from './catalogue'

/** The tray's menu and tooltip. */
export const trayText = catalogue.area('tray', {
  title: (notes: string) => `Sessiondeck: ${notes}`,
  live: (sessions: number) => `${catalogue.number(sessions)} live`,
  paused: 'paused',
  muted: 'muted',
  asking: (terminals: number) =>
    catalogue.plural(terminals, { one: 'a terminal asks you', other: '# terminals ask you' }),
  answer: (terminals: number) =>
    catalogue.plural(terminals, {
      one: 'A terminal asks you something',
      other: '# terminals ask you something',
    }),
  show: 'Show Sessiondeck',
  pause: 'Pause watching',
  resume: 'Resume watching',
  mute: 'Mute notifications for 1 hour',
  unmute: 'Unmute notifications',
  presentation: 'Presentation mode',
  quit: 'Quit Sessiondeck',
})
