import type { RequestsOf } from '../../../shared/contract'
import { mostPersonKeys, mostSimilar, personText } from '../../../shared/person'
import { ok } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { folded, reads, searchWords } from '../../../shared/text-match'
import type { Clock } from '../../clock'
import type { ActionLog } from '../actions/action-log'
import type { Roster } from '../monitor/roster'
import type { Details } from '../sessions/details'
import type { FoundSessions } from '../sessions/found-sessions'
import { asksOf, type Listed, type PersonAccount } from './person-asks'

/** The parts of the watch thread that know something of people. */
export type PersonSources = {
  roster: Pick<Roster, 'get'> & { rows(): Iterable<RosterRow> }
  found: Pick<FoundSessions, 'get'>
  details: Pick<Details, 'holding' | 'identities'>
  actionLog: Pick<ActionLog, 'byIdentity'>
  monitor: { all(): readonly PersonAccount[] }
  clock: Pick<Clock, 'now'>
}

const nobody = { sessions: [], total: 0 }

/** Most live sessions of one person: more are a place. */
const mostSessions = 500

/** What says who somebody is, apart from the name: compared letter by letter. */
const idsOf = ({ userKey, hwid, robloxId, userId, jobId, id }: RosterRow) => [
  userKey,
  hwid,
  robloxId,
  userId,
  jobId,
  id,
]

/** Whether a text names a session's person: the name as it reads, everything else letter by letter. */
const names = (text: string, wanted: string, row: RosterRow): boolean =>
  (row.userName !== null && reads(row.userName, wanted)) || idsOf(row).includes(text)

/** Whether every word of a search stands in what says who somebody is. */
function resembles(words: readonly string[], row: RosterRow): boolean {
  const text = folded([row.userName, ...idsOf(row)].filter((field) => field !== null).join('\n'))
  return words.every((word) => text.includes(word))
}

/** Finds a person by whatever a text says of them. The text is personal: it is neither kept nor logged. */
export function personHandlers({
  roster,
  found: lookedUp,
  details,
  actionLog,
  monitor,
  clock,
}: PersonSources): Handlers<Extract<RequestsOf<'watch'>, 'person.find'>> {
  // A job is where somebody is, not who they are.
  const known = (row: RosterRow) => details.identities({ ...row, jobId: null })
  return {
    'person.find'({ text: pasted, keys }) {
      const text = personText(pasted)
      if (text === '') return ok({ text, sessions: [], similar: nobody, actions: [], asks: [] })
      const found = new Map<SessionKey, RosterRow>()
      const similar: RosterRow[] = []
      const perScript = new Map<string, number>()
      const wanted = folded(text)
      const words = searchWords(text)
      for (const row of roster.rows()) {
        const script = `${row.accountId} ${row.scriptId}`
        perScript.set(script, (perScript.get(script) ?? 0) + 1)
        if (names(text, wanted, row)) {
          if (found.size < mostSessions) found.set(row.key, row)
        } else if (resembles(words, row)) similar.push(row)
      }
      for (const key of details.holding(text)) {
        const row = roster.get(key)
        if (row) found.set(key, row)
      }
      const sessions = [...found.values()]
      const others = keys.flatMap((key) => roster.get(key) ?? lookedUp.get(key) ?? [])
      const theirs = [...others, ...sessions]
      const listed: Listed = (accountId, scriptId) => perScript.get(`${accountId} ${scriptId}`) ?? 0
      const searched = { text, theirs, listed, now: clock.now() }
      return ok({
        text,
        sessions,
        similar: { sessions: similar.slice(0, mostSimilar), total: similar.length },
        actions: actionLog.byIdentity([text, ...theirs.slice(0, mostPersonKeys).flatMap(known)]),
        asks: monitor.all().flatMap((account) => asksOf(account, searched)),
      })
    },
  }
}
