import type { DetailField } from '../../../shared/session'
import { catalogue } from '../../../shared/text/catalogue'
import { sessionDetailsText } from '../../../shared/text/session-details'
import type { Presenter } from '../../components/window-context'
import type { Section } from './row-facts'

/** What a field says in words; `null` where it is empty and its `emptyWord` stands. A time is drawn elsewhere. */
export function fieldText({ value, kind }: Pick<DetailField, 'value' | 'kind'>): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? sessionDetailsText.yes : sessionDetailsText.no
  if (typeof value === 'number' && kind === 'number') return catalogue.number(value)
  return String(value)
}

/** What goes to the clipboard: the value itself, a time as ISO 8601. `null` where there is nothing to copy. */
export function copyText({ value, kind }: Pick<DetailField, 'value' | 'kind'>): string | null {
  if (value === null || value === '') return null
  if (kind === 'time' && typeof value === 'number') {
    const date = new Date(value)
    return Number.isNaN(date.getTime()) ? String(value) : date.toISOString()
  }
  return String(value)
}

/** Whether a field has something to hide; while presenting names are hidden too. */
export const isMaskable = (field: DetailField, presenter: Pick<Presenter, 'text' | 'id'>): boolean =>
  copyText(field) !== null && (field.personal || shownAs(field, presenter) !== undefined)

/** The name that stands for a field's value while presenting; `undefined` where the value is no known name. */
export function shownAs(
  { value, kind, personal }: DetailField,
  presenter: Pick<Presenter, 'text' | 'id'>,
): string | undefined {
  if (personal || typeof value !== 'string') return undefined
  const shown = kind === 'id' ? presenter.id(value) : presenter.text(value)
  return shown === value ? undefined : shown
}

/** Details to export: while presenting with the stand-ins of the screen, and dots for what is personal. */
export const shownSections = (
  sections: readonly Section[],
  presenter: Pick<Presenter, 'text' | 'id' | 'secret'>,
): Section[] =>
  sections.map(({ title, fields }) => ({
    title,
    fields: fields.map((field) => ({ ...field, value: shownValue(field, presenter) })),
  }))

const shownValue = (field: DetailField, presenter: Pick<Presenter, 'text' | 'id' | 'secret'>) =>
  field.personal && typeof field.value === 'string'
    ? presenter.secret(field.value)
    : (shownAs(field, presenter) ?? field.value)
