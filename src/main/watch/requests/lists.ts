import type { ProviderId } from '../../../shared/account'
import type { BulkAim, BulkAudience, BulkTarget } from '../../../shared/bulk'
import type { Choice } from '../../../shared/list/choice'
import { countRelated } from '../../../shared/list/related'
import { providerCatalog } from '../../../shared/providers/catalog'
import { err, ok, type Result } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { forgottenTarget } from '../actions/bulk-plan'
import type { ListWindow } from '../lists/list-window'
import type { RememberedSessions } from '../lists/remembered-sessions'
import type { Roster } from '../monitor/roster'
import type { KnownSessions } from '../sessions/known-sessions'

type ListParts = {
  roster: Roster
  list: ListWindow
  remembered: RememberedSessions
  sessions: Pick<KnownSessions, 'get'>
  /** The service of an account that is watched. */
  providerOf(accountId: string): ProviderId | undefined
}

type ListRequests =
  | 'list.watch'
  | 'list.showWaiting'
  | 'list.reveal'
  | 'list.keys'
  | 'session.rows'
  | 'session.live'
  | 'session.relatives'
  | 'session.names'
  | 'bulk.audience'

/** Answers requests about the list and the sessions in it. */
export function listHandlers(parts: ListParts): Handlers<ListRequests> {
  const { roster, list } = parts
  const rowsOf = (accountId: string) => Array.from(roster.rows()).filter((row) => row.accountId === accountId)
  const liveRows = (choice: Choice): Result<RosterRow[]> => {
    const keys = keysOf(choice, list)
    return keys.ok ? ok(keys.value.map((key) => roster.get(key)).filter((row) => row !== undefined)) : keys
  }
  return {
    'list.watch': (wish) => {
      list.wish(wish)
      return ok(undefined)
    },
    'list.showWaiting': () => {
      list.showWaiting()
      return ok(undefined)
    },
    'list.reveal': ({ keys }) => ok(list.reveal(keys)),
    'list.keys': (choice) => keysOf(choice, list),
    'session.rows': (which) => {
      const rows = which.kind === 'account' ? ok(rowsOf(which.accountId)) : liveRows(which)
      return rows.ok ? ok({ json: JSON.stringify(rows.value) }) : rows
    },
    'session.live': (choice) => {
      const rows = liveRows(choice)
      return rows.ok ? ok(rows.value.length) : rows
    },
    'session.relatives': ({ relations }) => ok(countRelated(relations, roster.rows())),
    'session.names': ({ accountId }) => ok(namesIn(rowsOf(accountId))),
    'bulk.audience': ({ aim }) => audienceOf(aim, parts, rowsOf),
  }
}

/** The keys of a choice, each once; `not-found` where the order is forgotten. */
function keysOf(choice: Choice, list: ListWindow): Result<SessionKey[]> {
  if (choice.kind === 'sessions') return ok(choice.keys)
  const { revision, from, to } = choice.stretch
  const order = list.order(revision)
  if (!order) return err(forgottenTarget())
  const except = new Set(choice.except)
  const kept = order.slice(from, to).filter((key) => !except.has(key))
  return ok([...new Set([...kept, ...choice.also])])
}

/** What sessions name, each once. */
function namesIn(rows: readonly RosterRow[]) {
  const scripts = new Set<string>()
  const machines = new Map<string, string | null>()
  const users = new Map<string, string | null>()
  for (const row of rows) {
    if (row.scriptId !== null) scripts.add(row.scriptId)
    if (row.machineId !== null) machines.set(row.machineId, row.machineName)
    if (row.userId !== null) users.set(row.userId, row.userName)
  }
  const named = (ids: ReadonlyMap<string, string | null>) => Array.from(ids, ([id, name]) => ({ id, name }))
  return { scripts: [...scripts], machines: named(machines), users: named(users) }
}

function audienceOf(
  aim: BulkAim,
  { list, remembered, sessions, providerOf }: ListParts,
  rowsOf: (accountId: string) => RosterRow[],
): Result<BulkAudience> {
  const isKnown = (row: RosterRow | undefined) => row !== undefined
  if (aim.kind === 'scope') return ok(audience(aim, rowsOf(aim.accountId), providerOf(aim.accountId)))
  const known = (keys: readonly SessionKey[]) => keys.map((key) => sessions.get(key)).filter(isKnown)
  if (aim.kind === 'sessions') return ok(audience(aim, known(aim.keys)))
  const keys = aim.kind === 'account' ? ok(rowsOf(aim.accountId).map(({ key }) => key)) : keysOf(aim, list)
  if (!keys.ok) return keys
  return ok(audience({ kind: 'remembered', name: remembered.add(keys.value) }, known(keys.value)))
}

/** `also`: a service that counts even while none of its sessions is there. */
function audience(target: BulkTarget, rows: readonly RosterRow[], also?: ProviderId): BulkAudience {
  const samples = new Map<ProviderId, RosterRow | null>(also ? [[also, null]] : [])
  for (const row of rows) if (!samples.get(row.provider)) samples.set(row.provider, row)
  const kinds = (['text', 'handler'] as const).filter((kind) =>
    Array.from(samples.keys()).some((provider) => providerCatalog[provider].message === kind),
  )
  const sampleOf = (kind: (typeof kinds)[number]) =>
    rows.find((row) => providerCatalog[row.provider].message === kind)
  return { target, kinds, samples: kinds.map(sampleOf).filter((row) => row !== undefined) }
}
