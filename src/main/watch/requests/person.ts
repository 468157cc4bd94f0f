import type { Action } from '../../../shared/action'
import type { RequestsOf } from '../../../shared/contract'
import { mostPersonKeys, personText } from '../../../shared/person'
import { ok } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { asksOf, type Listed, type PersonAccount } from './person-asks'

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
  accounts(): readonly PersonAccount[]
  /** Epoch ms. */
  now(): number
}

/** More live sessions than these are a place, not a person. */
const mostSessions = 500

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
      const perScript = new Map<string, number>()
      for (const row of sources.rows()) {
        const script = `${row.accountId} ${row.scriptId}`
        perScript.set(script, (perScript.get(script) ?? 0) + 1)
        if (found.size < mostSessions && names(text, row)) found.set(row.key, row)
      }
      for (const key of sources.detailsHolding(text)) {
        const row = sources.row(key)
        if (row) found.set(key, row)
      }
      const sessions = [...found.values()]
      const others = keys.flatMap((key) => sources.row(key) ?? sources.found(key) ?? [])
      const theirs = [...others, ...sessions]
      const listed: Listed = (accountId, scriptId) => perScript.get(`${accountId} ${scriptId}`) ?? 0
      const searched = { text, theirs, listed, now: sources.now() }
      return ok({
        text,
        sessions,
        actions: sources.actionsOf([text, ...theirs.slice(0, mostPersonKeys).flatMap(known)]),
        asks: sources.accounts().flatMap((account) => asksOf(account, searched)),
      })
    },
  }
}
