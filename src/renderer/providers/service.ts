import type { ComponentType } from 'react'
import type { Account } from '../../shared/account'
import type { LookupQuestion } from '../../shared/lookup'
import type { ResultColumn } from './result-columns'

/** A look-up form: a text for each field. Each service has a shape of its own. */
export type LookupForm = Readonly<Record<string, string>>

/** What is wrong with a form, by field. */
export type LookupErrors = Readonly<Record<string, string>>

/** A form while it is typed, for the fields that draw it. */
export type LookupTyping<F extends LookupForm> = {
  account: Account
  form: F
  errors: LookupErrors
  /** Fields that were filled in from elsewhere: what is personal of it is dots, until somebody asks for it. */
  masked: ReadonlySet<string>
  change(part: Partial<F>): void
  mask(field: string, isMasked: boolean): void
}

/** The look-up that a service offers, whatever the shape of its form. */
export type ServiceLookup = {
  /** `line`: its fields stand side by side. `tabs`: one field below tabs that say what it is. */
  layout: 'line' | 'tabs'
  Fields: ComponentType<LookupTyping<LookupForm>>
  /** What the form asks; not checked yet. A field that nobody typed in is as in the empty form. */
  questionOf(form: LookupForm): LookupQuestion
}

/** What a service looks like in the window. */
export type Service = {
  lookup: ServiceLookup
  /** The columns that it says something in, of what a look-up found. */
  resultColumns: readonly ResultColumn[]
  /** What disconnecting does there, in one sentence; `null` where nobody can be disconnected. */
  disconnectEffect: string | null
}
