import type { Translation } from '../catalogue'
import type { messageFormText } from '../message-form'

export const messageForm: Translation<typeof messageFormText> = {
  message: 'Nachricht',
  tooMany: (characters) => `${characters} zu viel.`,
  handler: 'Handler',
  handlerHelp: 'Die ID einer Funktion, die Ihr Skript bereitstellt.',
  data: 'Daten',
  dataHelp: 'JSON, das der Handler bekommt.',

  textBounds: (least, most) => `Eine Nachricht hat ${least} bis ${most} Zeichen.`,
  handlerNeeded: 'Geben Sie den Handler ein, der laufen soll.',
  longestHandler: (characters) => `Der Name eines Handlers hat höchstens ${characters} Zeichen.`,
  dataTooLong: 'Die Daten sind zu lang für eine Nachricht.',
  dataNeeded: 'Geben Sie Daten als JSON ein; [] sendet keine.',
  notJsonAt: (line, column) => `Kein JSON in Zeile ${line}, Spalte ${column}.`,
  notClosed: 'Kein JSON: Eine Klammer oder ein Anführungszeichen ist nicht geschlossen.',
  notJson: 'Kein JSON. Setzen Sie Texte und Namen in doppelte Anführungszeichen.',
}
