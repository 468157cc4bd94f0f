import { catalogue, type Translation } from '../catalogue'
import type { scriptSourceText } from '../script-source'

export const scriptSource: Translation<typeof scriptSourceText> = {
  title: 'Quelltext ersetzen',
  about: 'Skript',
  replaces: (service) =>
    `: ${service} gibt den jetzigen Quelltext nicht heraus. Was Sie eingeben, ersetzt ihn.`,
  none: 'Es gibt noch keinen Quelltext',
  tooLong: 'Der Quelltext ist zu lang',
  fileTooLarge: (file) => `${file} ist größer als jedes Skript.`,
  fileNotText: (file) => `${file} ließ sich nicht als Text lesen.`,
  askTitle: 'Quelltext ersetzen',
  replace: 'Ersetzen',
  whoeverRuns: 'Wer',
  runsThis: (sessions, service) => {
    const live = catalogue.plural(sessions, {
      one: 'Zurzeit ist # Sitzung live',
      other: 'Zurzeit sind # Sitzungen live',
    })
    return `ab jetzt startet, führt diesen Quelltext aus. ${live}. ${service} gibt den jetzigen Quelltext nicht heraus.`
  },
  keepAndClose: 'Behalten und schließen',
  update: 'Skript aktualisieren …',
  openFile: 'Datei öffnen …',
  otherWays:
    'Oder eine Datei hierher ziehen, einfügen oder tippen. Tab rückt ein; Esc, dann Tab verlässt den Editor; zweimal Esc schließt.',
  file: 'Quelltextdatei',
  source: 'Quelltext',
  size: (lines, characters) =>
    `${catalogue.plural(lines, { one: '# Zeile', other: '# Zeilen' })}, ${catalogue.number(characters)} Zeichen`,
  waiting: (service) =>
    `Warten auf ${service}: Der Dienst prüft und verschleiert den Quelltext, bis zu 75 s …`,
  goToLine: (line) => `Zu Zeile ${line}`,
  obfuscatorOutput: 'Ausgabe des Obfuscators',
}
