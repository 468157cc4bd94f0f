import type { Translation } from '../catalogue'
import type { paletteDialogText } from '../palette-dialog'

export const paletteDialog: Translation<typeof paletteDialogText> = {
  title: 'Befehlspalette',
  field: 'Aufrufen, tun oder finden',
  fieldHint: 'Alles aufrufen, tun oder finden',
  results: 'Ergebnisse',
  nothing: 'Nichts passt.',
  recent: 'Zuletzt',
  sessions: 'Live-Sitzungen',
  people: 'Personen',
  find: (text) => `„${text}“ bei Ihren Diensten finden`,
  findCovered: 'Diese Person bei Ihren Diensten finden',
}
