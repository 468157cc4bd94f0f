import type { AccountConfig } from '../../../shared/account'
import type { ScopeHealth } from '../../../shared/health'
import type { LookupQuestion } from '../../../shared/lookup'
import type { PersonAsk } from '../../../shared/person'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { ScriptCounts } from '../../../shared/script'
import type { RosterRow } from '../../../shared/session'

/** An account in which a person is looked for. `counts`: its scripts as a heartbeat counted them last, if it does. */
export type PersonAccount = {
  account: AccountConfig
  health: readonly ScopeHealth[]
  counts: ScriptCounts | null
}

/** What is looked for, and where the lists have it. `now` is epoch ms. */
type PersonSearched = { text: string; theirs: readonly RosterRow[]; listed: Listed; now: number }

/** How many sessions of a script the list holds. */
export type Listed = (accountId: string, scriptId: string) => number

type Ask = { how: string; question: LookupQuestion }

const discordId = /^\d{17,20}$/
const robloxId = /^\d{1,16}$/
const robloxName = /^\w{3,20}$/
const vsayUserId = /^usr_\w+$/
const jobId = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
/** Longer than most names, and letters with digits: what the services' keys look like. */
const keyShape = /^(?=.*\d)(?=.*[a-z])[\w-]{16,128}$/i

/** A person's name is asked for at so many scripts of an account: each is a request of a budget that others need, too. */
const mostScripts = 5
/** Of so many users of a name sessions that are over are asked for, back to so many days ago. */
const mostUsers = 3
const endedDays = 30

/** Whether the roster holds everything of a scope, as far as its service says it. */
const isCovered = (scope: ScopeHealth): boolean => scope.state === 'live' && scope.sweep === null

/** What an account is asked about a person, or why it is not; at least one line. Nothing is sent here. */
export function asksOf(known: PersonAccount, searched: PersonSearched): PersonAsk[] {
  const accountId = known.account.id
  const incomplete = known.health.filter((scope) => !isCovered(scope))
  const { asks, unasked } = questionsOf(known, incomplete, searched)
  const lines: PersonAsk[] = asks.map((ask) => ({ accountId, ...ask }))
  if (unasked !== null || asks.length === 0)
    lines.push({ accountId, how: unasked ?? listOnly(known, incomplete), question: null })
  return lines
}

/** Said where nothing but the list was searched. */
function listOnly({ account }: PersonAccount, [first]: readonly ScopeHealth[]): string {
  if (first) return `Only its list was searched, which is not complete now: ${first.summary}`
  const { name } = providerCatalog[account.provider]
  switch (account.provider) {
    case 'luaprot':
      return `Its list was searched; ${name} can be asked by Discord id or key only`
    case 'vsay':
      return `Its list was searched, which holds all live sessions; ${name} can be asked for ended ones by a user’s id only`
    default:
      return 'Its list was searched, which holds all of its sessions'
  }
}

/** `unasked`: what could be asked besides, and why it is not; `null`: nothing. */
function questionsOf(
  known: PersonAccount,
  incomplete: readonly ScopeHealth[],
  searched: PersonSearched,
): { asks: Ask[]; unasked: string | null } {
  const { text } = searched
  switch (known.account.provider) {
    case 'luaprot':
      return { asks: luaprotAsks(text), unasked: null }
    case 'luaauth':
      return {
        asks: incomplete.flatMap(({ scope }) => (scope.kind === 'script' ? luaauthAsks(scope.id, text) : [])),
        unasked: null,
      }
    case 'junkie':
      return robloxName.test(text) ? junkieAsks(known, incomplete, searched) : { asks: [], unasked: null }
    case 'vsay':
      return { asks: vsayAsks(known.account.id, incomplete.length > 0, searched), unasked: null }
  }
}

/** LuaProt's list holds neither keys nor Discord ids. */
function luaprotAsks(text: string): Ask[] {
  if (discordId.test(text))
    return [{ how: 'by Discord id', question: { provider: 'luaprot', by: 'discord', id: text } }]
  if (keyShape.test(text) && !jobId.test(text))
    return [{ how: 'by key', question: { provider: 'luaprot', by: 'key', id: text } }]
  return []
}

/** LuaAuth's sessions have no names. */
function luaauthAsks(scriptId: string, text: string): Ask[] {
  const at = `at script ${scriptId}`
  const script = { provider: 'luaauth', scriptId } as const
  if (jobId.test(text)) return [{ how: `by job ${at}`, question: { ...script, jobId: text } }]
  if (robloxId.test(text)) return [{ how: `by Roblox id ${at}`, question: { ...script, robloxId: text } }]
  if (/\s/.test(text) || text.length > 200) return []
  return [{ how: `by key ${at}`, question: { ...script, key: text } }]
}

/** Junkie is asked at the scripts of which the list may not hold everybody, those that lack the most first. */
function junkieAsks(
  { account, counts }: PersonAccount,
  incomplete: readonly ScopeHealth[],
  { text, listed }: PersonSearched,
): { asks: Ask[]; unasked: string | null } {
  const lacking = new Map<string, number>()
  for (const { scope, state } of incomplete) {
    if (scope.kind === 'script') lacking.set(scope.id, Number.POSITIVE_INFINITY)
    if (scope.kind !== 'organisation') continue
    for (const { scriptId, live } of counts?.counts ?? []) {
      const lacks = live - listed(account.id, scriptId)
      // A list that is late, or no longer asked for, may lack anybody.
      if (live > 0 && (lacks > 0 || state !== 'live')) lacking.set(scriptId, lacks)
    }
  }
  const scripts = [...lacking].sort(([, a], [, b]) => b - a).map(([scriptId]) => scriptId)
  const asks = scripts.slice(0, mostScripts).map((scriptId): Ask => {
    const question = { provider: 'junkie', scriptId, userName: text } as const
    return { how: `by user name at script ${scriptId}`, question }
  })
  const left = scripts.length - asks.length
  const unasked =
    left > 0
      ? `${left} further scripts are not asked, to spare the account’s budget: Look up asks one of your choice`
      : null
  return { asks, unasked }
}

/** VSay's list holds nobody who has left; it finds them by the user's id, which the list knows of whoever is live. */
function vsayAsks(accountId: string, isIncomplete: boolean, { text, theirs, now }: PersonSearched): Ask[] {
  const known = theirs.flatMap((row) =>
    row.accountId === accountId && row.userId !== null ? [row.userId] : [],
  )
  const userIds = [...new Set(vsayUserId.test(text) ? [text, ...known] : known)].slice(0, mostUsers)
  const status = isIncomplete ? 'both' : 'ended'
  const from = now - endedDays * 86_400_000
  const what = isIncomplete ? 'sessions, ended ones too,' : 'ended sessions'
  return userIds.map((userId) => ({
    how: `for ${what} of ${userIds.length > 1 ? 'a user of this name' : 'the user'} in the last ${endedDays} days`,
    question: { provider: 'vsay', status, userId, from },
  }))
}
