import type { AuthHeader, Scope, ScopeKind } from '../account'
import type { LookupQuestion } from './questions'

/** How a message reaches a session. */
export type MessageCapability = 'text' | 'handler' | 'none'

/** Documented bounds of a text message, characters. */
export const textMessageBounds = { min: 1, max: 100 } as const

/** A kind of scope that a provider can watch, as the account form shows it. */
export type ScopeChoice = {
  kind: ScopeKind
  label: string
  placeholder: string
  help: string
  personal: boolean
}

/**
 * What a service has of scripts. `managed`: it describes each script and lets it be changed. `counted`: it counts the
 * sessions of every script at once.
 */
export type ScriptFacts = {
  /** What an account must have for its scripts to appear, in words. */
  needs: string
} & (
  | { kind: 'managed' }
  | {
      kind: 'counted'
      /** Every session of a script, read through all of its pages. */
      everybodyAt(scriptId: string): LookupQuestion
    }
)

/** What a service has of machines: it counts the sessions on them and opens terminals there. */
export type MachineFacts = {
  /** The sessions that began since then (epoch ms) and have ended. */
  endedSince(from: number): LookupQuestion
}

/** What a session and its details say of a person. */
type KnownIds = { key: string | null; discordId: string | null; scriptId: string | null }

/** A question about a person, and the field that it searches by: "key", "Discord user". */
export type PersonQuestion = { by: string; question: LookupQuestion }

/** What the whole app knows about a provider before any request to it. Every value is a default of the form. */
export type ProviderFacts = {
  name: string
  baseUrl: string
  authHeader: AuthHeader
  requestsPerMinute: number
  /** Where the person finds the credential. */
  credentialHelp: string
  scopeChoices: readonly ScopeChoice[]
  /** What a new account watches when nothing is chosen. */
  defaultScopes: readonly Scope[]
  message: MessageCapability
  disconnect: boolean
  /** Documented time for which a disconnected session may stay listed, ms; `null` where no document says. */
  disconnectMayTakeMs: number | null
  /** Whether it keeps what was typed and printed in a session. */
  logs: boolean
  /** `null`: its sessions run no script that it tells of. */
  scripts: ScriptFacts | null
  /** `null`: its sessions are on no machine. */
  machines: MachineFacts | null
  /** The questions that the service answers about a person, whom the list need not hold. */
  questionsAbout(known: KnownIds): readonly PersonQuestion[]
}

/** The scope of everything that a credential can see. */
export const everything: Scope = { kind: 'organisation', id: '*' }
