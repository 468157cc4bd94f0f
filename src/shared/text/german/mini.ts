import { catalogue, type Translation } from '../catalogue'
import type { miniText } from '../mini'

export const mini: Translation<typeof miniText> = {
  title: 'Sitzungen, die live sind',
  live: (sessions) => catalogue.plural(sessions, { one: '# Sitzung live', other: '# Sitzungen live' }),
  leave: 'Zurück zum großen Fenster',
  paused: 'Pausiert. Keine Abfragen.',
  noAccounts: 'Kein Konto wird beobachtet.',
  enter: 'Miniansicht',
  enterHelp: 'Ein kleines Fenster mit den aktuellen Zahlen über allen anderen halten',
  enterAlso: 'immer im Vordergrund klein kompakt',
}
