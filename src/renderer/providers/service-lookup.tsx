import type { ComponentType } from 'react'
import type { LookupQuestion } from '../../shared/lookup'
import type { LookupForm, LookupTyping, ServiceLookup } from './service'

/** Makes a look-up of a form of the service's own shape. */
export function serviceLookup<F extends LookupForm>(own: {
  layout: ServiceLookup['layout']
  /** The form before anything is typed. */
  empty: F
  Fields: ComponentType<LookupTyping<F>>
  questionOf(form: F): LookupQuestion
}): ServiceLookup {
  const { layout, empty, Fields } = own
  // Only the service's own fields and questions write what is read here.
  const whole = (form: LookupForm) =>
    Object.fromEntries(Object.entries(empty).map(([field, text]) => [field, form[field] ?? text])) as F
  return {
    layout,
    Fields: (typing) => <Fields {...typing} form={whole(typing.form)} />,
    questionOf: (form) => own.questionOf(whole(form)),
  }
}

/** A text that may be left out of a question. */
export const given = (text: string): string | undefined => text.trim() || undefined
