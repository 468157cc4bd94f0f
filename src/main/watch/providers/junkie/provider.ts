import type { Scope } from '../../../../shared/account'
import type { Evidence } from '../../../../shared/health'
import { err, ok, type Result } from '../../../../shared/result'
import type { ScriptCounts } from '../../../../shared/script'
import type { Session, SessionDetails } from '../../../../shared/session'
import type { Clock } from '../../../clock'
import { type FoundPage, foundInPages } from '../found'
import type { Http } from '../http'
import type { ListOptions, Provider, ScopeAnswer, SweepCursor } from '../provider'
import {
  createSession,
  detail,
  noneReadable,
  otherService,
  personal,
  plain,
  unsupported,
  unwatchable,
} from '../words'
import { createJunkieApi, type JunkieCounts, type JunkiePage, type JunkieSession, largestPage } from './api'

/** How far a sweep over scripts and their pages has come. */
type Sweep = {
  /** Scripts still to read, the current one first. */
  scripts: readonly string[]
  page: number
  /** Rows read, and how many the counts promised; `null` before anything said it. */
  done: number
  total: number | null
  /** Whether rows were met that could not be read. */
  damaged: boolean
}

const isSweep = (cursor: SweepCursor | null): cursor is SweepCursor & { state: Sweep } =>
  cursor?.provider === 'junkie'

/** Where to go on; `null` when the counts have to say it. */
const knownSweep = (scope: Scope, cursor: SweepCursor | null): Sweep | null => {
  if (isSweep(cursor)) return cursor.state
  return scope.kind === 'script'
    ? { scripts: [scope.id], page: 1, done: 0, total: null, damaged: false }
    : null
}

/** A new sweep over the scripts that have anybody. */
const sweepOf = ({ counts }: JunkieCounts): Sweep => {
  const live = [...counts].filter(([, count]) => count > 0)
  return {
    scripts: live.map(([script]) => script),
    page: 1,
    done: 0,
    total: live.reduce((sum, [, count]) => sum + count, 0),
    damaged: false,
  }
}

const toCounts = ({ counts, total }: JunkieCounts, fetchedAt: number): ScriptCounts => ({
  counts: Array.from(counts, ([scriptId, live]) => ({ scriptId, live })),
  total,
  fetchedAt,
})

const isLastPage = (page: number, { items, unreadable, totalPages }: JunkiePage) =>
  items.length + unreadable === 0 || (totalPages !== null && page >= totalPages)

/** Where a sweep goes after a page of its current script. */
const after = (sweep: Sweep, answer: JunkiePage): Sweep => {
  const done = sweep.done + answer.items.length
  const total = sweep.total ?? answer.total
  const damaged = sweep.damaged || answer.unreadable > 0
  return isLastPage(sweep.page, answer)
    ? { scripts: sweep.scripts.slice(1), page: 1, done, total, damaged }
    : { ...sweep, page: sweep.page + 1, done, total, damaged }
}

/**
 * Junkie in our words: the counts of all scripts in one request, then the pages of those that have anybody. A sweep
 * spans as many heartbeats as the budget wants.
 */
export function createJunkieProvider(accountId: string, http: Http, clock: Clock): Provider {
  const api = createJunkieApi(http)
  const toSession = (scriptId: string, session: JunkieSession) =>
    createSession(accountId, 'junkie', session.sessionId, {
      userName: session.robloxUsername,
      scriptId,
      jobId: session.robloxJobId,
      placeId: session.placeId,
      hwid: session.hwid,
      startedAt: session.created,
      lastBeatAt: session.lastBeat,
      beatCount: session.beatCount,
    })

  /** What the service counted last, for a heartbeat or for a person. */
  let counted: ScriptCounts | null = null
  const count = async (signal: AbortSignal, kind: 'heartbeat' | 'lookup') => {
    const reply = await api.liveUserCounts(signal, kind)
    if (reply.ok) counted = toCounts(reply.value, clock.now())
    return reply
  }

  const sweepOn = async (scope: Scope, { signal, cursor, maxRequests }: ListOptions) => {
    let sweep = knownSweep(scope, cursor)
    let requests = 0
    let evidence: Evidence = { asked: 'nothing', at: clock.now(), answer: 'not asked' }
    if (!sweep) {
      const reply = await count(signal, 'heartbeat')
      if (!reply.ok) return err({ error: reply.error, evidence: reply.evidence })
      sweep = sweepOf(reply.value)
      evidence = reply.evidence
      requests = 1
    }
    // A session that shifts onto the next page is listed twice.
    const sessions = new Map<string, Session>()
    let unreadable = 0
    for (; requests < Math.max(1, maxRequests); requests += 1) {
      const [script] = sweep.scripts
      if (script === undefined) break
      const reply = await api.liveUsers(script, { page: sweep.page, limit: largestPage }, signal)
      // A script that was deleted since the counts has nobody.
      const deleted = !reply.ok && reply.error.kind === 'not-found' && scope.kind === 'organisation'
      if (!reply.ok && !deleted) return err({ error: reply.error, evidence: reply.evidence })
      evidence = reply.evidence
      const answer: JunkiePage = reply.ok
        ? reply.value
        : { items: [], unreadable: 0, total: null, totalPages: null }
      for (const item of answer.items) sessions.set(item.sessionId, toSession(script, item))
      unreadable += answer.unreadable
      sweep = after(sweep, answer)
    }
    const complete = sweep.scripts.length === 0
    if (complete && sweep.damaged && sweep.done === 0) return err(noneReadable('Junkie', evidence))
    return ok<ScopeAnswer>({
      sessions: [...sessions.values()],
      next: complete ? null : { provider: 'junkie', state: sweep },
      progress: { done: sweep.done, total: sweep.total },
      unreadable,
      requests,
      evidence,
    })
  }

  return {
    sweepsUntilGone: 2,

    async listSessions(scope, options) {
      if (scope.kind !== 'organisation' && scope.kind !== 'script')
        return err(unwatchable('Junkie watches all scripts or one.', clock))
      return sweepOn(scope, options)
    },

    async details(session): Promise<Result<SessionDetails>> {
      const fields = [
        detail.id('sessionId', 'Session id', session.id),
        detail.text('robloxUsername', 'Roblox user', session.userName),
        detail.id('scriptId', 'Script', session.scriptId),
        detail.id('robloxJobId', 'Job', session.jobId),
        detail.id('placeId', 'Place', session.placeId),
        detail.id('hwid', 'Hardware id', session.hwid, personal),
        detail.number('beatCount', 'Beats', session.beatCount),
        detail.time('created', 'Started', session.startedAt),
        detail.time('lastBeat', 'Last beat', session.lastBeatAt),
      ]
      return ok({
        key: session.key,
        fetchedAt: clock.now(),
        sections: [{ title: 'Session', fields }],
      })
    },

    message: async () => unsupported('Junkie has no way to message a session.'),

    disconnect: async () => unsupported('Junkie has no way to disconnect a session.'),

    async counts(fresh, signal) {
      if (counted && !fresh) return ok(counted)
      const reply = await count(signal, 'lookup')
      return reply.ok ? ok(toCounts(reply.value, clock.now())) : plain(reply)
    },

    lastCounts: () => counted,

    async lookup(question, signal, onFound) {
      if (question.provider !== 'junkie') return otherService('Junkie')
      const { scriptId, userName: search } = question
      const readPage = async (page: number): Promise<Result<FoundPage>> => {
        const reply = await api.liveUsers(scriptId, { page, limit: largestPage, search }, signal, 'lookup')
        if (!reply.ok) return plain(reply)
        const { items, unreadable, total } = reply.value
        const sessions = items.map((item) => toSession(scriptId, item))
        const isLast = isLastPage(page, reply.value)
        return ok({ sessions, unreadable, total, isLast, evidence: reply.evidence })
      }
      return foundInPages('Junkie', readPage, onFound)
    },

    close: () => http.close(),
  }
}
