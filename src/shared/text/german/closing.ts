import { catalogue, type Translation } from '../catalogue'
import type { closingText } from '../closing'

export const closing: Translation<typeof closingText> = {
  keepTitle: 'Weiter beobachten?',
  keep: 'Wenn Sie das Fenster schließen, beobachtet Sessiondeck im Infobereich weiter, und Sie erfahren weiterhin von neuen Sitzungen. Beenden können Sie es jederzeit über das Menü dort. Sie werden nicht noch einmal gefragt.',
  keepWatching: 'Weiter beobachten',
  quit: 'Beenden',
  closeTitle: 'Sessiondeck schließen?',
  close:
    'Dieser Desktop zeigt keinen Infobereich; ein geschlossenes Fenster ließe sich nicht wieder öffnen. Minimieren Sie es, um weiter zu beobachten, oder beenden Sie das Programm.',
  minimise: 'Minimieren',
  sourceUnsent: (scripts) =>
    catalogue.plural(scripts, {
      one: 'Der neue Quelltext von # Skript wurde noch nicht gesendet. Er bleibt hier und wird nach dem nächsten Start wieder angeboten.',
      other:
        'Der neue Quelltext von # Skripten wurde noch nicht gesendet. Er bleibt hier und wird nach dem nächsten Start wieder angeboten.',
    }),

  restartTitle: 'Jetzt neu starten?',
  restart: 'Jetzt neu starten',
  terminal: (name) => `Das Terminal ${name}`,
  restartEnds: (named, others) =>
    `Ein Neustart beendet: ${named}${others > 0 ? `; und ${catalogue.plural(others, { one: '# weiteres', other: '# weitere' })}` : ''}. Terminals kommen als Tabs wieder, die Sie neu verbinden können. Was eine Sammelaktion noch nicht gesendet hat, bleibt ungesendet.`,
}
