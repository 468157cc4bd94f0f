import { create } from 'zustand'
import type { AppError } from '../../../shared/app-error'
import type { LookupAnswer, LookupQuestion } from '../../../shared/lookup'
import { request } from '../../bridge'
import type { LookupForm } from '../../providers/service'
import { addFound } from '../../stores/found'
import { showSection } from '../../stores/section'

/** What became of the latest look-up. `since` is of `performance.now()`. */
export type LookupRun =
  | { kind: 'idle' }
  | { kind: 'asking'; since: number }
  | { kind: 'done'; answer: LookupAnswer }
  | { kind: 'failed'; error: AppError }

/** The look-up of this run of the app: it stays while the person is elsewhere, and nothing of it is kept after. */
type Lookup = {
  /** The account whose service is asked; `null`: the first one. */
  accountId: string | null
  /** The typed fields: a missing one is as in the service's empty form. A new object with every change. */
  form: LookupForm
  /** Fields that were filled in from elsewhere: personal ones are dots until they are revealed. */
  masked: ReadonlySet<string>
  /** Whose question the run was; a result of another account is not shown as an answer. */
  askedAccountId: string | null
  run: LookupRun
}

const nothingMasked: Lookup['masked'] = new Set()

/** The look-up as it was left: its question, and its result. */
export const useLookup = create<Lookup>(() => ({
  accountId: null,
  form: {},
  masked: nothingMasked,
  askedAccountId: null,
  run: { kind: 'idle' },
}))

/** The window has one look-up at a time. */
const lane = 'lookup'
let latest = 0

/** Chooses the account whose service is asked; what was typed for another one is dropped. */
export const chooseAccount = (accountId: string): void =>
  useLookup.setState({ accountId, form: {}, masked: nothingMasked })

/** Takes what is typed. A field that is emptied has nothing to mask any more. */
export const changeForm = (part: LookupForm): void =>
  useLookup.setState(({ form, masked }) => {
    const next = { ...form, ...part }
    return { form: next, masked: new Set([...masked].filter((field) => next[field])) }
  })

/** Shows what is in a field, or hides it again. */
export const maskField = (field: string, isMasked: boolean): void =>
  useLookup.setState(({ masked }) => {
    const next = new Set(masked)
    if (isMasked) next.add(field)
    else next.delete(field)
    return { masked: next }
  })

/** Sends the question to the service; the one before it is stopped. */
export async function runLookup(accountId: string, question: LookupQuestion): Promise<void> {
  latest += 1
  const mine = latest
  useLookup.setState({ askedAccountId: accountId, run: { kind: 'asking', since: performance.now() } })
  const result = await request('lookup.run', { lane, accountId, question })
  if (mine !== latest) return
  if (result.ok) addFound(result.value.sessions)
  useLookup.setState({
    run: result.ok ? { kind: 'done', answer: result.value } : { kind: 'failed', error: result.error },
  })
}

/** Stops the look-up that is under way. */
export function stopLookup(): void {
  latest += 1
  useLookup.setState({ run: { kind: 'idle' } })
  void request('lookup.cancel', { lane })
}

/** Shows the section with a question that was put elsewhere in the window, and sends it. */
export function openLookup(accountId: string, question: LookupQuestion): void {
  const { provider: _, ...asked } = question
  const form: LookupForm = Object.fromEntries(
    Object.entries(asked).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
  )
  useLookup.setState({ accountId, form, masked: new Set(Object.keys(form)) })
  showSection('lookup')
  void runLookup(accountId, question)
}
