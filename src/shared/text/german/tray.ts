import { catalogue, type Translation } from '../catalogue'
import type { trayText } from '../tray'

export const tray: Translation<typeof trayText> = {
  title: (notes) => `Sessiondeck: ${notes}`,
  live: (sessions) => `${catalogue.number(sessions)} live`,
  paused: 'angehalten',
  muted: 'stumm',
  asking: (terminals) =>
    catalogue.plural(terminals, { one: 'ein Terminal fragt', other: '# Terminals fragen' }),
  answer: (terminals) =>
    catalogue.plural(terminals, {
      one: 'Ein Terminal wartet auf Ihre Antwort',
      other: '# Terminals warten auf Ihre Antwort',
    }),
  show: 'Sessiondeck anzeigen',
  pause: 'Beobachtung anhalten',
  resume: 'Beobachtung fortsetzen',
  mute: 'Benachrichtigungen 1 Stunde stummschalten',
  unmute: 'Benachrichtigungen wieder einschalten',
  presentation: 'Präsentationsmodus',
  quit: 'Sessiondeck beenden',
}
