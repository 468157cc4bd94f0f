import type { actionKindsText } from '../action-kinds'
import type { Translation } from '../catalogue'

export const actionKinds: Translation<typeof actionKindsText> = {
  message: 'Nachricht',
  disconnect: 'Trennung',
  'script-edit': 'Skriptänderung',
  'script-toggle': 'Skript ein/aus',
  'script-update': 'Neuer Quelltext',
  'script-remove': 'Skript entfernen',
  'session-create': 'Neue Sitzung',
  'session-end': 'Sitzungsende',
}
