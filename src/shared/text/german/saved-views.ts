import { catalogue, type Translation } from '../catalogue'
import type { savedViewsText } from '../saved-views'

export const savedViews: Translation<typeof savedViewsText> = {
  title: 'Ansichten',
  save: 'Diese Ansicht speichern …',
  saveTooltip: 'Filter, Reihenfolge, Spalten und Konto unter einem Namen speichern',
  full: (most) => `Mehr als ${catalogue.number(most)} Ansichten werden nicht aufbewahrt`,
  more: (view) => `Mehr zu ${view}`,
  update: 'Aktuelle Anzeige übernehmen',
  rename: 'Umbenennen …',
  delete: 'Löschen',
  deleted: (view) => `„${view}“ wurde gelöscht.`,
  narrowedToNothing: (view) =>
    `Was „${view}“ gezeigt hat, wird nicht mehr beobachtet. Jetzt sind alle Konten zu sehen.`,

  saveTitle: 'Diese Ansicht speichern',
  saveAbout: 'Filter, Reihenfolge, Spalten und Konto, von links jederzeit wieder aufzurufen.',
  renameTitle: 'Ansicht umbenennen',
  name: 'Name',
  nameNeeded: 'Geben Sie einen Namen ein.',
  personal: 'Schlüssel oder ID eines Kunden werden nicht mitgespeichert: Die Ansicht zeigt das ganze Konto.',
}
