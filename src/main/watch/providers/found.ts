import type { Evidence } from '../../../shared/health'
import { type LookupAnswer, largestLookup } from '../../../shared/lookup'
import { err, ok, type Result } from '../../../shared/result'
import type { Session, SessionKey } from '../../../shared/session'
import type { Reply } from './http'
import type { OnFound } from './provider'
import type { Items } from './readers'
import { noneReadable, plain } from './words'

/** One page of what a look-up lists. */
export type FoundPage = {
  sessions: readonly Session[]
  unreadable: number
  /** How many there are in all, where the service says. */
  total: number | null
  /** Whether the service says that no page follows. */
  isLast: boolean
  evidence: Evidence
}

/** What a service that lists everything in one answer found. */
export function foundInOne<T>(reply: Reply<Items<T>>, toSession: (item: T) => Session): Result<LookupAnswer> {
  if (!reply.ok) return plain(reply)
  const { items, unreadable } = reply.value
  const sessions = items.slice(0, largestLookup).map(toSession)
  const complete = sessions.length === items.length
  return ok({ sessions, complete, total: items.length, unreadable, evidence: reply.evidence })
}

/**
 * Reads page after page until one is the last, is empty or repeats what came before, or until `largestLookup` rows are
 * read. `readPage` gets the number of the page (from 1) and how many rows came before it. `service`: its name.
 * `onFound` is called after every page.
 */
export async function foundInPages(
  service: string,
  readPage: (page: number, rowsBefore: number) => Promise<Result<FoundPage>>,
  onFound?: OnFound,
): Promise<Result<LookupAnswer>> {
  const found = new Map<SessionKey, Session>()
  let rows = 0
  let unreadable = 0
  let proof: Evidence | null = null
  for (let number = 1; ; number += 1) {
    const page = await readPage(number, rows)
    if (!page.ok) return page
    const { sessions, total, isLast, evidence } = page.value
    proof ??= evidence
    const before = found.size
    for (const session of sessions) found.set(session.key, session)
    onFound?.(found.size, total)
    unreadable += page.value.unreadable
    rows += sessions.length + page.value.unreadable
    // A page of which nothing can be read is neither empty nor one that repeats.
    const repeats = found.size === before && (sessions.length > 0 || page.value.unreadable === 0)
    if (!isLast && !repeats && rows < largestLookup) continue
    if (found.size === 0 && unreadable > 0) return err(noneReadable(service, evidence).error)
    return ok({
      sessions: [...found.values()].slice(0, largestLookup),
      complete: isLast || repeats,
      total,
      unreadable,
      evidence: number === 1 ? proof : { ...proof, answer: `${proof.answer}, the first of ${number} pages` },
    })
  }
}

/** Two answers as one; a session that both list counts once. */
export function joined(first: LookupAnswer, second: LookupAnswer): LookupAnswer {
  const sessions = new Map([...first.sessions, ...second.sessions].map((session) => [session.key, session]))
  const kept = [...sessions.values()].slice(0, largestLookup)
  return {
    sessions: kept,
    complete: first.complete && second.complete && kept.length === sessions.size,
    total: first.total === null || second.total === null ? null : first.total + second.total,
    unreadable: first.unreadable + second.unreadable,
    evidence: second.evidence,
  }
}
