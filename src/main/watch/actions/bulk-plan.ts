import { type Scope, scopeKey } from '../../../shared/account'
import type { Message } from '../../../shared/action'
import {
  type BulkDraft,
  type BulkPreview,
  type BulkTarget,
  type MessageTemplate,
  unconfirmedDisconnects,
} from '../../../shared/bulk'
import { fill, fillData, missingIn, namesIn, stringsIn, valuesOf } from '../../../shared/message-template'
import { providerCatalog } from '../../../shared/providers/catalog'
import { textMessageBounds } from '../../../shared/providers/facts'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { RosterRow } from '../../../shared/session'
import { actingText } from '../../../shared/text/acting'
import { isOver } from '../../../shared/unlisted-row'
import type { RememberedSessions } from '../lists/remembered-sessions'
import type { WatchedAccount, WatchedAccounts } from '../monitor/watched-account'
import type { WholeScope } from '../providers/provider'
import type { KnownSessions } from '../sessions/known-sessions'
import type { Disconnects } from './disconnects'

/** What a plan is made from. */
export interface Planning {
  sessions: Pick<KnownSessions, 'get' | 'allListed'>
  accounts: WatchedAccounts
  disconnects: Pick<Disconnects, 'pending'>
  remembered: Pick<RememberedSessions, 'get'>
}

/** What a plan keeps of an account. */
type BulkAccount = Pick<WatchedAccount, 'account' | 'provider' | 'budget'>

/** One session that a plan reaches, and the message to it; `null` where there is none. */
export type Addressed = { row: RosterRow; message: Message | null }

/** One account's part of a plan. `wholeScope`: one request to the whole scope replaces one for each session. */
export type AccountPlan = BulkAccount & { addressed: Addressed[]; wholeScope: WholeScope | null }

/** The sessions that a bulk action reaches, and how; never changed. */
export type Plan = { draft: BulkDraft; preview: BulkPreview; accounts: AccountPlan[] }

/** Most ids in one request that disconnects many. No document gives a bound; a lost answer leaves them all open. */
export const mostAtOnce = 100

const textsOf = (message: MessageTemplate) =>
  message.kind === 'text' ? [message.text] : stringsIn(message.data)

/** The error once the chosen sessions are forgotten. */
export const forgottenTarget = (): AppError => ({
  kind: 'not-found',
  message: actingText.tooOld,
})

const says = (draft: BulkDraft) => draft.kind !== 'disconnect'
const cuts = (draft: BulkDraft) => draft.kind !== 'message'

/** What is wrong with a draft, whatever its sessions. A missing message is none: each service says why it reaches nobody. */
function draftProblem({ kind, messages }: BulkDraft): AppError | null {
  if (kind === 'disconnect') return null
  const kinds = new Set(messages.map((message) => message.kind))
  if (kinds.size < messages.length)
    return { kind: 'invalid', path: 'messages', message: actingText.oneOfEachKind }
  const [unknown] = messages.flatMap(textsOf).flatMap((text) => namesIn(text).unknown)
  if (unknown === undefined) return null
  return { kind: 'invalid', path: 'messages', message: actingText.unknownVariable(unknown) }
}

/** The message to a session, or why there can be none. */
function messageFor(row: RosterRow, label: string, templates: readonly MessageTemplate[]): Message | string {
  const facts = providerCatalog[row.provider]
  if (facts.message === 'none') return actingText.cannotMessage(facts.name)
  const template = templates.find(({ kind }) => kind === facts.message)
  if (!template)
    return facts.message === 'text' ? actingText.needsText(facts.name) : actingText.needsHandler(facts.name)
  const values = valuesOf(row, label)
  const [missing] = textsOf(template).flatMap((text) => missingIn(text, values))
  if (missing) return actingText.doesNotReport(facts.name, missing)
  if (template.kind === 'handler') return { ...template, data: fillData(template.data, values) }
  const text = fill(template.text, values)
  const { min, max } = textMessageBounds
  if (text.trim().length < min) return actingText.emptyText
  if (text.length > max) return actingText.tooLong(max)
  return { kind: 'text', text }
}

/** The account's id in a session's key whose row is gone. */
const accountIdIn = (key: string) => key.slice(0, key.lastIndexOf(':'))

/** What a session would get, or the reason why it cannot be reached. */
function address(row: RosterRow, draft: BulkDraft, planning: Planning): Addressed | string {
  const known = planning.accounts.get(row.accountId)
  if (!known) return actingText.notWatched
  const facts = providerCatalog[row.provider]
  if (cuts(draft) && !facts.disconnect) return actingText.cannotDisconnect(facts.name)
  if (cuts(draft) && planning.disconnects.pending(row.key)) return actingText.disconnecting
  if (!says(draft)) return { row, message: null }
  const message = messageFor(row, known.account.label, draft.messages)
  return typeof message === 'string' ? message : { row, message }
}

type Sorted = { addressed: Addressed[]; unreachable: Map<string, number> }

/** Separates the sessions that a draft reaches from those that it cannot, per account. */
function sort(draft: BulkDraft, planning: Planning): Map<string, Sorted> {
  const accounts = new Map<string, Sorted>()
  const put = (accountId: string, found: Addressed | string) => {
    const sorted: Sorted = accounts.get(accountId) ?? { addressed: [], unreachable: new Map() }
    accounts.set(accountId, sorted)
    if (typeof found !== 'string') sorted.addressed.push(found)
    else sorted.unreachable.set(found, (sorted.unreachable.get(found) ?? 0) + 1)
  }
  const { target } = draft
  if (target.kind === 'scope') {
    const key = scopeKey(target.accountId, target.scope)
    for (const row of planning.sessions.allListed())
      if (row.scopes.includes(key)) put(row.accountId, address(row, draft, planning))
    return accounts
  }
  const keys = target.kind === 'sessions' ? target.keys : planning.remembered.get(target.name)
  for (const key of new Set(keys)) {
    const row = planning.sessions.get(key)
    const accountId = row?.accountId ?? accountIdIn(key)
    if (row && !isOver(row)) put(accountId, address(row, draft, planning))
    else put(accountId, planning.accounts.get(accountId) ? actingText.left : actingText.notWatched)
  }
  return accounts
}

/** One request for the whole scope, where the service has one and everybody gets the same message. */
function wholeScopeOf(draft: BulkDraft, { provider }: BulkAccount): WholeScope | null {
  const { target, messages, kind } = draft
  if (target.kind !== 'scope') return null
  const same = messages.flatMap(textsOf).every((text) => namesIn(text).known.length === 0)
  return kind === 'disconnect' || same ? (provider.wholeScope?.(target.scope) ?? null) : null
}

/** Requests of a plan: those of the message, then those of the disconnect. */
function requestsOf(draft: BulkDraft, { addressed, wholeScope, provider }: AccountPlan): number {
  const count = addressed.length
  const whole = wholeScope !== null && count > 0
  const messages = says(draft) ? (whole ? 1 : count) : 0
  if (!cuts(draft)) return messages
  if (whole && draft.kind === 'disconnect') return 1
  return messages + (provider.disconnectMany ? Math.ceil(count / mostAtOnce) : count)
}

/** A scope as a person can type it: `Hub 0512`. The end of a personal id is what the window shows of it, too. */
function scopeName({ provider }: BulkAccount['account'], { kind, id }: Scope): string {
  const choice = providerCatalog[provider].scopeChoices.find((each) => each.kind === kind)
  const label = choice?.label ?? kind
  return kind === 'organisation' ? label : `${label} ${id.slice(-4)}`
}

/** A plan's name: the sessions that it is for, as a person would name them. */
function labelOf(
  target: BulkTarget,
  plans: readonly AccountPlan[],
  reached: number,
  planning: Planning,
): Pick<BulkPreview, 'label' | 'labelKind'> {
  const named = (label: string) => ({ label, labelKind: 'name' }) as const
  if (target.kind === 'scope') {
    const account = planning.accounts.get(target.accountId)?.account
    if (account) return named(account.scopes.length === 1 ? account.label : scopeName(account, target.scope))
  }
  const [only, other] = plans
  if (only && !other) return named(only.account.label)
  return { label: actingText.sessions(reached), labelKind: 'count' }
}

/** One request ends a whole hub: more may be there than the list of a moment ago shows. */
const cutsHub = ({ target, kind }: BulkDraft, plans: readonly AccountPlan[]): boolean =>
  kind === 'disconnect' &&
  target.kind === 'scope' &&
  target.scope.kind === 'hub' &&
  plans.some(({ wholeScope }) => wholeScope !== null)

/** Plans exactly which sessions a draft reaches. Errors: `invalid` (the draft), `not-found` (its scope is not watched). */
export function planBulk(planId: string, draft: BulkDraft, planning: Planning): Result<Plan> {
  const problem = draftProblem(draft)
  if (problem) return err(problem)
  const { target } = draft
  if (target.kind === 'scope' && !planning.accounts.get(target.accountId))
    return err({ kind: 'not-found', message: actingText.enableFirst })
  if (target.kind === 'remembered' && !planning.remembered.get(target.name)) return err(forgottenTarget())
  const sorted = sort(draft, planning)
  const accounts = [...sorted].flatMap(([accountId, { addressed }]) => {
    const known = planning.accounts.get(accountId)
    if (!known || addressed.length === 0) return []
    // Not spread: `known` may be an instance of a class.
    const { account, provider, budget } = known
    return [{ account, provider, budget, addressed, wholeScope: wholeScopeOf(draft, known) }]
  })
  const reached = accounts.reduce((sum, { addressed }) => sum + addressed.length, 0)
  const names = labelOf(target, accounts, reached, planning)
  const preview: BulkPreview = {
    planId,
    ...names,
    reached,
    confirmation:
      cuts(draft) && (reached > unconfirmedDisconnects || cutsHub(draft, accounts)) ? names.label : null,
    accounts: [...sorted].map(([accountId, { unreachable }]) => {
      const plan = accounts.find(({ account }) => account.id === accountId)
      const requests = plan ? requestsOf(draft, plan) : 0
      return {
        accountId,
        label: planning.accounts.get(accountId)?.account.label ?? actingText.unwatchedAccount,
        reached: plan?.addressed.length ?? 0,
        requests,
        takesMs: plan?.budget.bulkMs(requests) ?? 0,
        whole: Boolean(plan?.wholeScope),
        unreachable: Array.from(unreachable, ([reason, count]) => ({ reason, count })),
      }
    }),
  }
  return ok({ draft, preview, accounts })
}
