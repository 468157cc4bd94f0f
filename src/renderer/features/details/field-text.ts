import type { DetailField } from '../../../shared/session'
import { count } from '../../lib/format'

/** What a field says in words; `null` where it is empty and its `emptyWord` stands. A time is drawn elsewhere. */
export function fieldText({ value, kind }: Pick<DetailField, 'value' | 'kind'>): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number' && kind === 'number') return count(value)
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

/** Whether a field has something to hide. */
export const isMaskable = (field: DetailField): boolean => field.personal && copyText(field) !== null
