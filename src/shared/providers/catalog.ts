import type { AuthHeader, ProviderId, Scope, ScopeKind } from '../account'

/** How a message reaches a session. */
export type MessageCapability = 'text' | 'handler' | 'none'

/** A kind of scope that a provider can watch, as the account form shows it. */
export type ScopeChoice = {
  kind: ScopeKind
  label: string
  placeholder: string
  help: string
  personal: boolean
}

/** What the whole app knows about a provider before it asks it anything. Every value is a default of the form. */
type ProviderFacts = {
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
  /** Whether it keeps what was typed and printed in a session. */
  logs: boolean
  /** Documented time for which a disconnected session may stay listed, ms; `null` where no document says. */
  disconnectMayTakeMs: number | null
}

/** Documented bounds of a text message (LuaProt, *Message Session*). */
export const textMessageBounds = { min: 1, max: 100 } as const

const everything: Scope = { kind: 'organisation', id: '*' }

/** The four providers. Sources: the services' documents and their public pages. */
export const providerCatalog: Readonly<Record<ProviderId, ProviderFacts>> = {
  luaprot: {
    name: 'LuaProt',
    baseUrl: 'https://luaprot.net',
    authHeader: { name: 'Authorization', scheme: '' },
    requestsPerMinute: 60,
    credentialHelp:
      'Create an API key in the LuaProt dashboard and add this machine’s public IP address to its allow-list.',
    scopeChoices: [
      {
        kind: 'hub',
        label: 'Hub',
        placeholder: '40511091490620200512',
        help: 'Every session of every script in the hub. The id is in the hub’s dashboard address.',
        personal: false,
      },
      {
        kind: 'key',
        label: 'Key',
        placeholder: '73978994376e1f3e307914c4',
        help: 'One customer’s key.',
        personal: true,
      },
      {
        kind: 'discord',
        label: 'Discord id',
        placeholder: '123456789098765432',
        help: 'One customer.',
        personal: true,
      },
    ],
    defaultScopes: [],
    message: 'text',
    disconnect: true,
    logs: false,
    disconnectMayTakeMs: 90_000,
  },
  luaauth: {
    name: 'LuaAuth',
    baseUrl: 'https://api.luaauth.com',
    authHeader: { name: 'token', scheme: '' },
    requestsPerMinute: 3000,
    credentialHelp: 'Copy the API token from your LuaAuth account page.',
    scopeChoices: [
      {
        kind: 'script',
        label: 'Script',
        placeholder: 'SCRIPT_ID',
        help: 'The id of a script, as your LuaAuth project lists it.',
        personal: false,
      },
    ],
    defaultScopes: [],
    message: 'handler',
    disconnect: true,
    logs: false,
    disconnectMayTakeMs: null,
  },
  junkie: {
    name: 'Junkie',
    baseUrl: 'https://api.jnkie.com/api/v2',
    authHeader: { name: 'Authorization', scheme: 'Bearer ' },
    requestsPerMinute: 60,
    credentialHelp: 'Create an API key with the scope rest-api:* in the Junkie dashboard.',
    scopeChoices: [
      {
        kind: 'organisation',
        label: 'All scripts',
        placeholder: '*',
        help: 'Every script of the key’s owner.',
        personal: false,
      },
      {
        kind: 'script',
        label: 'One script',
        placeholder: 'Script id',
        help: 'Only this script.',
        personal: false,
      },
    ],
    defaultScopes: [everything],
    message: 'none',
    disconnect: false,
    logs: false,
    disconnectMayTakeMs: null,
  },
  vsay: {
    name: 'VSay',
    baseUrl: 'https://api.vsayterminal.com/v1',
    authHeader: { name: 'Authorization', scheme: 'Bearer ' },
    requestsPerMinute: 60,
    credentialHelp: 'Create an API token in VSay’s organisation settings.',
    scopeChoices: [
      {
        kind: 'organisation',
        label: 'Whole organisation',
        placeholder: '*',
        help: 'Every active SSH session.',
        personal: false,
      },
    ],
    defaultScopes: [everything],
    message: 'none',
    disconnect: true,
    logs: true,
    disconnectMayTakeMs: null,
  },
}

/** Whether a scope is a customer's own key or id. */
export const isPersonalScope = (provider: ProviderId, { kind }: Scope): boolean =>
  providerCatalog[provider].scopeChoices.some((choice) => choice.kind === kind && choice.personal)
