import type { DetailField } from '../../../shared/session'
import { detailFieldsText } from '../../../shared/text/detail-fields'

type Options = { personal?: boolean; emptyWord?: string }

const field = (
  kind: DetailField['kind'],
  id: string,
  label: string,
  value: DetailField['value'],
  { personal = false, emptyWord = '—' }: Options,
): DetailField => ({ id, label, value, kind, personal, emptyWord })

/** Builders of detail fields. `id` is the service's own name of the field. */
export const detail = {
  text: (id: string, label: string, value: string | null | undefined, options: Options = {}) =>
    field('text', id, label, value ?? null, options),
  id: (id: string, label: string, value: string | null | undefined, options: Options = {}) =>
    field('id', id, label, value ?? null, options),
  /** `value` is epoch ms. */
  time: (id: string, label: string, value: number | null | undefined, options: Options = {}) =>
    field('time', id, label, value ?? null, options),
  number: (id: string, label: string, value: number | null | undefined, options: Options = {}) =>
    field('number', id, label, value ?? null, options),
  boolean: (id: string, label: string, value: boolean | null | undefined, options: Options = {}) =>
    field('boolean', id, label, value ?? null, options),
}

/** Masked until revealed. */
export const personal: Options = { personal: true }

/** A documented 0 reads "never". */
export const neverWhenEmpty = (): Options => ({ emptyWord: detailFieldsText.never })
