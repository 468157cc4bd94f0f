import type { Scope } from '../../../shared/account'
import type { LookupQuestion } from '../../../shared/lookup'
import { serviceAnswersText } from '../../../shared/text/service-answers'

/** Whom an account is asked about, and what its list knows of them. Personal. */
export type PersonSearch = {
  text: string
  /** The scopes that the list may not hold whole. `isLate`: it may lack anybody, not only whom a sweep has yet to read. */
  incomplete: readonly { scope: Scope; isLate: boolean }[]
  /** The service's ids of the users whom the text names in the list, each once. */
  userIds: readonly string[]
  /** How many sessions of a script the list holds. */
  listed(scriptId: string): number
  /** Epoch ms. */
  now: number
}

/** How a service is asked, such as "by Discord id", and what. */
type Ask = { how: string; question: LookupQuestion }

/** What a service can be asked about a person besides its list. */
export type PersonAsks = {
  asks: readonly Ask[]
  /** What could be asked, and why it is not; `null`: nothing. */
  unasked: string | null
  /** Said where nothing is asked and the list is whole: what was searched. */
  searched: string
}

/** A Roblox job. */
export const jobId = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** What was searched where the list holds everybody whom the service knows. */
export const listHoldsAll = (): string => serviceAnswersText.searchedAll
