import type { Translation } from '../catalogue'
import type { curlText } from '../curl'

export const curl: Translation<typeof curlText> = {
  copy: 'Als curl kopieren',
  copyTooltip: 'Diese Anfrage als Befehlszeile kopieren, ohne den Schlüssel',
  presenting: 'Zum Kopieren den Präsentationsmodus ausschalten',
  presentingNow: 'Schalten Sie zum Kopieren den Präsentationsmodus aus.',
  copied: (variables) => `Als curl kopiert, ohne den Schlüssel: Der Befehl liest ihn aus ${variables}.`,
}
