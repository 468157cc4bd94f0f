import type { AccountConfig } from '../../../shared/account'
import type { Action } from '../../../shared/action'
import type { RequestsOf } from '../../../shared/contract'
import type { ScopeHealth } from '../../../shared/health'
import type { LookupQuestion } from '../../../shared/lookup'
import { mostPersonKeys, type PersonAsk, personText } from '../../../shared/person'
import { providerCatalog } from '../../../shared/provider-catalog'
import { ok } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { RosterRow, SessionKey } from '../../../shared/session'

type Watched = { account: AccountConfig; health: readonly ScopeHealth[] }

/** What finding a person needs of the watch thread. */
export type PersonSources = {
  rows(): Iterable<RosterRow>
  row(key: SessionKey): RosterRow | undefined
  /** A session that a look-up found. */
  found(key: SessionKey): RosterRow | undefined
  /** The sessions whose fresh details hold exactly this value. */
  detailsHolding(value: string): SessionKey[]
  /** All that a session's human is known by. */
  identities(row: RosterRow): readonly string[]
  /** The latest actions about a human who is known by one of these values, newest first. */
  actionsOf(values: readonly string[]): Action[]
  accounts(): readonly Watched[]
}

/** More live sessions than these are a place, not a person. */
const mostSessions = 500

const discordId = /^\d{17,20}$/
const robloxId = /^\d{1,16}$/
const jobId = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
/** Longer than most names, and letters with digits: what the services' keys look like. */
const keyShape = /^(?=.*\d)(?=.*[a-z])[\w-]{16,128}$/i

/** Whether a text names a session's human: the name in any case, everything else letter by letter. */
function names(text: string, row: RosterRow): boolean {
  return (
    row.userName?.toLowerCase() === text.toLowerCase() ||
    row.userKey === text ||
    row.hwid === text ||
    row.robloxId === text ||
    row.userId === text ||
    row.jobId === text ||
    row.id === text
  )
}

/** What LuaProt, whose list holds neither keys nor Discord ids, is asked. */
function luaprotQuestion(text: string): { how: string; question: LookupQuestion } | null {
  if (discordId.test(text))
    return { how: 'by Discord id', question: { provider: 'luaprot', by: 'discord', id: text } }
  if (keyShape.test(text) && !jobId.test(text))
    return { how: 'by key', question: { provider: 'luaprot', by: 'key', id: text } }
  return null
}

/** What a script of LuaAuth can be asked; its sessions have no names. */
function luaauthQuestion(scriptId: string, text: string): { how: string; question: LookupQuestion } | null {
  if (jobId.test(text)) return { how: 'by job', question: { provider: 'luaauth', scriptId, jobId: text } }
  if (robloxId.test(text))
    return { how: 'by Roblox id', question: { provider: 'luaauth', scriptId, robloxId: text } }
  if (/\s/.test(text) || text.length > 200) return null
  return { how: 'by key', question: { provider: 'luaauth', scriptId, key: text } }
}

/** Whether the roster holds everything of a scope, as far as its service says it. */
const isCovered = (scope: ScopeHealth): boolean => scope.state === 'live' && scope.sweep === null

function asksOf({ account, health }: Watched, text: string): PersonAsk[] {
  const accountId = account.id
  const { name } = providerCatalog[account.provider]
  const incomplete = health.filter((scope) => !isCovered(scope))
  if (account.provider === 'luaprot') {
    const ask = luaprotQuestion(text)
    if (ask) return [{ accountId, ...ask }]
  }
  if (account.provider === 'luaauth') {
    const asks = incomplete.flatMap(({ scope }) => {
      const ask = scope.kind === 'script' ? luaauthQuestion(scope.id, text) : null
      return ask ? [{ accountId, how: `${ask.how} at script ${scope.id}`, question: ask.question }] : []
    })
    if (asks.length > 0) return asks
  }
  const [first] = incomplete
  const how = first
    ? `Only its list was searched, which is not complete now: ${first.summary}`
    : account.provider === 'luaprot'
      ? `Its list was searched; ${name} can be asked by Discord id or key only`
      : 'Its list was searched, which holds all of its sessions'
  return [{ accountId, how, question: null }]
}

/** Finds a person by whatever a text says of them. The text is personal: it is neither kept nor logged. */
export function personHandlers(
  sources: PersonSources,
): Handlers<Extract<RequestsOf<'watch'>, 'person.find'>> {
  // A job is where somebody is, not who they are.
  const known = (row: RosterRow) => sources.identities({ ...row, jobId: null })
  return {
    'person.find'({ text: pasted, keys }) {
      const text = personText(pasted)
      if (text === '') return ok({ text, sessions: [], actions: [], asks: [] })
      const found = new Map<SessionKey, RosterRow>()
      for (const row of sources.rows())
        if (found.size < mostSessions && names(text, row)) found.set(row.key, row)
      for (const key of sources.detailsHolding(text)) {
        const row = sources.row(key)
        if (row) found.set(key, row)
      }
      const sessions = [...found.values()]
      const others = keys.flatMap((key) => sources.row(key) ?? sources.found(key) ?? [])
      const theirs = [...others, ...sessions]
      return ok({
        text,
        sessions,
        actions: sources.actionsOf([text, ...theirs.slice(0, mostPersonKeys).flatMap(known)]),
        asks: sources.accounts().flatMap((watched) => asksOf(watched, text)),
      })
    },
  }
}
