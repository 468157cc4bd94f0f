import type { Evidence } from '../../../shared/health'
import { type LookupAnswer, largestLookup } from '../../../shared/lookup'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { Session } from '../../../shared/session'
import { exchangeText } from '../../../shared/text/exchange'
import { noneReadable, plain } from './answers'
import type { Reply } from './http'
import { PageTrail } from './page-trail'
import type { OnFound } from './provider'
import type { Items } from './readers'

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

/** Whether a session answers the question, as far as it says. */
type IsWanted = (session: Session) => boolean

/** Whether what a session says of itself, if anything, is what was asked for, if anything. */
export const agrees = (asked: string | undefined, said: string | null): boolean =>
  asked === undefined || said === null || asked.toLowerCase() === said.toLowerCase()

/**
 * What a service that lists everything in one answer found. What `isWanted` denies is left out: a service may ignore
 * the filters of a request, and people act on what was found.
 */
export function foundInOne(
  reply: Reply<Items<Session>>,
  isWanted: IsWanted = () => true,
): Result<LookupAnswer> {
  if (!reply.ok) return plain(reply)
  const { items, unreadable, beyond } = reply.value
  const found = items.filter(isWanted)
  const sessions = found.slice(0, largestLookup)
  const total = found.length + beyond
  return ok({
    sessions,
    complete: sessions.length === total,
    stopped: null,
    total,
    unreadable,
    evidence: reply.evidence,
  })
}

/**
 * Reads page after page until one is the last, is empty or brings nothing new, or until `largestLookup` sessions are
 * found. `readPage` gets the number of the page (from 1) and how many rows came before it. `service`: its name. `isWanted`:
 * see {@link foundInOne}. `onFound` is called after every page. A page that fails ends it with what was found before.
 */
export async function foundInPages(
  service: string,
  readPage: (page: number, rowsBefore: number) => Promise<Result<FoundPage>>,
  isWanted: IsWanted,
  onFound?: OnFound,
): Promise<Result<LookupAnswer>> {
  const first = await readPage(1, 0)
  if (!first.ok) return first
  const { evidence } = first.value
  const trail = new PageTrail(largestLookup)
  const found: Session[] = []
  const take = ({ sessions, unreadable, total }: FoundPage) => {
    found.push(...trail.take(sessions, unreadable, ({ id }) => id).filter(isWanted))
    onFound?.(found.length, total)
  }
  let page = first.value
  let pages = 1
  let stopped: AppError | null = null
  take(page)
  while (!page.isLast && trail.end === null) {
    const next = await readPage(pages + 1, trail.rows)
    if (!next.ok && next.error.kind === 'cancelled') return next
    if (!next.ok) {
      // What was read counts.
      stopped = next.error
      break
    }
    page = next.value
    pages += 1
    take(page)
  }
  if (trail.found === 0 && trail.unreadable > 0) return err(noneReadable(service, page.evidence).error)
  return ok({
    sessions: found,
    complete: stopped === null && (page.isLast || trail.end !== 'full'),
    stopped,
    total: page.total,
    unreadable: trail.unreadable,
    evidence:
      pages === 1 ? evidence : { ...evidence, answer: exchangeText.firstOfPages(evidence.answer, pages) },
  })
}

/** Two answers as one; a session that both list counts once. */
export function joined(first: LookupAnswer, second: LookupAnswer): LookupAnswer {
  const sessions = new Map([...first.sessions, ...second.sessions].map((session) => [session.key, session]))
  const kept = [...sessions.values()].slice(0, largestLookup)
  return {
    sessions: kept,
    complete: first.complete && second.complete && kept.length === sessions.size,
    stopped: first.stopped ?? second.stopped,
    total: first.total === null || second.total === null ? null : first.total + second.total,
    unreadable: first.unreadable + second.unreadable,
    evidence: second.evidence,
  }
}
