import type { Translation } from '../catalogue'
import type { workspaceText } from '../workspace'

export const workspace: Translation<typeof workspaceText> = {
  enterHeadersAgain:
    'Die Adresse hat sich geändert: Geben Sie die zusätzlichen Header neu ein oder entfernen Sie sie.',
  enterKeyAgain: 'Die Adresse hat sich geändert: Geben Sie den Schlüssel neu ein.',
  enterKey: 'Geben Sie den Schlüssel ein.',
  keyUnreadable: (account) =>
    `Der Schlüssel von „${account}“ ließ sich nicht aus dem Schlüsselbund lesen. Geben Sie ihn unter „Konten“ neu ein.`,
  accountsFromOutside: 'Diese Konten kommen von außen und lassen sich hier nicht ändern.',
  accountGone: 'Dieses Konto gibt es nicht mehr.',
  settingsNotWritten:
    'Die Einstellungen ließen sich nicht schreiben. Prüfen Sie den freien Speicherplatz und die Zugriffsrechte des Datenordners.',
  hostFromOutside: 'Dieser Host kommt von außen und lässt sich hier nicht ändern.',
  hostGone: 'Diesen Host gibt es nicht mehr.',
  hostsNotWritten:
    'Die Hosts ließen sich nicht schreiben. Prüfen Sie den freien Speicherplatz und die Zugriffsrechte des Datenordners.',
  draftsUnreadable:
    'Die ungesicherten Entwürfe ließen sich nicht lesen. Prüfen Sie die Zugriffsrechte des Datenordners.',
  draftNotKept:
    'Was Sie getippt haben, ist nicht gesichert: Der Datenträger hat es abgelehnt. Senden Sie es, bevor Sie beenden.',
  draftNotRemoved:
    'Ein Entwurf ließ sich nicht aus dem Datenordner entfernen. Prüfen Sie dessen Zugriffsrechte.',
}
