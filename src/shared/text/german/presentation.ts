import type { Translation } from '../catalogue'
import type { presentationText } from '../presentation'

export const presentation: Translation<typeof presentationText> = {
  name: 'Präsentationsmodus',
  title: 'Präsentationsmodus.',
  about: 'Namen, Schlüssel, Adressen und Jobs sind verdeckt, auch in Exporten.',
  limits: 'Nicht verdeckt: Ausgaben der Terminals, Ihre Nachrichten, Namen von Konten und Skripten, Orte.',
  tooltip: (limits) => `Namen, Schlüssel, Adressen und Jobs verdecken. ${limits}`,
  onTooltip: 'Der Präsentationsmodus ist an. Klicken zeigt alles',
  turnOff: 'Ausschalten',
}
