import type { Scope } from '../../../../shared/account'
import type { Evidence } from '../../../../shared/health'
import { err, ok, type Result } from '../../../../shared/result'
import type { ScriptCounts } from '../../../../shared/script'
import type { Session, SessionDetails } from '../../../../shared/session'
import { detailFieldsText } from '../../../../shared/text/detail-fields'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import type { Clock } from '../../../clock'
import {
  interrupted,
  noneReadable,
  notAsked,
  otherService,
  plain,
  unsupported,
  unwatchable,
} from '../answers'
import { detail, personal } from '../detail-fields'
import type { Http } from '../http'
import { ListMemories } from '../list-memories'
import { ListMemory } from '../list-memory'
import { type FoundPage, foundInPages } from '../lookup-answers'
import { createSession } from '../new-session'
import {
  bothOdd,
  type ListFailure,
  type ListOptions,
  nothingOdd,
  type Provider,
  type ScopeAnswer,
  type SweepCursor,
} from '../provider'
import { listReader, type Reading } from '../readers'
import {
  createJunkieApi,
  type JunkieCounts,
  type JunkieSession,
  largestPage,
  readSession,
  sessionsOf,
} from './api'
import { junkieAsks } from './person'
import { JunkieSweep } from './sweep'

const isSweep = (cursor: SweepCursor | null): cursor is SweepCursor & { state: JunkieSweep } =>
  cursor?.provider === 'junkie' && (cursor.state as JunkieSweep).next !== undefined

/** Most scripts whose counts are shown. */
const mostCounts = 10_000

const toCounts = ({ counts, total }: JunkieCounts, fetchedAt: number): ScriptCounts => ({
  counts: [...counts]
    .slice(0, mostCounts)
    .flatMap(([scriptId, live]) => (live === null ? [] : [{ scriptId, live }])),
  total,
  fetchedAt,
})

/** It counts somebody, and nowhere. */
const contradicts = ({ counts, total }: JunkieCounts) =>
  total !== null && total > 0 && [...counts.values()].every((count) => count !== null && count <= 0)

/** Nothing of what it says can be used. */
const unusable = (message: string, evidence: Evidence): ListFailure => ({
  error: { kind: 'bad-shape', message },
  evidence,
})

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

  const readRow = (scriptId: string) => (item: unknown, reading: Reading) =>
    toSession(scriptId, readSession(item, reading))
  const memories = new ListMemories<Session>()

  /** What the service counted last, for a heartbeat or for a person. */
  let counted: ScriptCounts | null = null
  const count = async (signal: AbortSignal, kind: 'heartbeat' | 'lookup') => {
    const reply = await api.liveUserCounts(signal, kind)
    if (reply.ok) counted = toCounts(reply.value, clock.now())
    return reply
  }

  /** Scripts of which a page failed when it was last requested. */
  const failing = new Set<string>()

  /** A new sweep over all scripts. */
  const begin = async (
    signal: AbortSignal,
  ): Promise<Result<{ sweep: JunkieSweep; evidence: Evidence }, ListFailure>> => {
    const { evidence, ...reply } = await count(signal, 'heartbeat')
    if (!reply.ok) return err({ error: reply.error, evidence })
    const { total } = reply.value
    if (contradicts(reply.value)) return err(unusable(serviceAnswersText.junkieContradicts(total), evidence))
    return ok({ sweep: JunkieSweep.ofCounts(reply.value, failing), evidence })
  }

  const sweepOn = async (
    scope: Scope,
    { signal, cursor, maxRequests }: ListOptions,
  ): Promise<Result<ScopeAnswer, ListFailure>> => {
    const began = isSweep(cursor)
      ? ok({ sweep: cursor.state, evidence: null })
      : scope.kind === 'script'
        ? ok({ sweep: JunkieSweep.ofScript(scope.id), evidence: null })
        : await begin(signal)
    if (!began.ok) return began
    const { sweep } = began.value
    let { evidence } = began.value
    let hasRead = evidence !== null
    let requests = hasRead ? 1 : 0
    const before = sweep.unreadable
    // A session may be listed by two scripts.
    const sessions = new Map<string, Session>()
    let odd = nothingOdd
    let stop: ListFailure | null = null
    for (; !stop && sweep.next && requests < Math.max(1, maxRequests); requests += 1) {
      const { scriptId, page } = sweep.next
      const list = memories.of(
        `${page} ${scriptId}`,
        (room) => new ListMemory(sessionsOf, readRow(scriptId), room),
      )
      const reply = await api.liveUsers(scriptId, { page, limit: largestPage }, list, signal)
      if (reply.ok) {
        for (const session of sweep.take(reply.value, reply.evidence)) sessions.set(session.id, session)
        odd = bothOdd(odd, reply.value.odd)
        hasRead = true
      } else if (scope.kind === 'script' || !sweep.fail(reply.error, reply.evidence)) {
        stop = { error: reply.error, evidence: reply.evidence }
        if (!hasRead) return err(stop)
      }
      // Its failures stand beside the scripts.
      evidence = reply.ok ? reply.evidence : (evidence ?? reply.evidence)
    }
    const { progress, unsure, gaps } = sweep.state
    const isOver = sweep.next === undefined
    const unreadable = sweep.unreadable - before
    if (isOver && scope.kind === 'script' && progress.done === 0 && sweep.unreadable > 0)
      return err(noneReadable('Junkie', evidence ?? notAsked(clock)))
    return ok({
      sessions: [...sessions.values()],
      next: isOver ? null : { provider: 'junkie', state: sweep },
      progress,
      unreadable,
      unsure,
      gaps: stop && !isOver ? [...gaps, interrupted(stop)] : [...gaps],
      odd,
      requests,
      evidence: evidence ?? notAsked(clock),
    })
  }

  return {
    sweepsUntilGone: 2,

    async listSessions(scope, options) {
      if (scope.kind !== 'organisation' && scope.kind !== 'script')
        return err(unwatchable(serviceAnswersText.junkieScopes, clock))
      return sweepOn(scope, options)
    },

    async details(session): Promise<Result<SessionDetails>> {
      const fields = [
        detail.id('sessionId', detailFieldsText.sessionId, session.id),
        detail.text('robloxUsername', detailFieldsText.robloxUser, session.userName),
        detail.id('scriptId', detailFieldsText.script, session.scriptId),
        detail.id('robloxJobId', detailFieldsText.job, session.jobId),
        detail.id('placeId', detailFieldsText.place, session.placeId),
        detail.id('hwid', detailFieldsText.hardwareId, session.hwid, personal),
        detail.number('beatCount', detailFieldsText.beats, session.beatCount),
        detail.time('created', detailFieldsText.started, session.startedAt),
        detail.time('lastBeat', detailFieldsText.lastBeat, session.lastBeatAt),
      ]
      return ok({
        key: session.key,
        fetchedAt: clock.now(),
        sections: [{ title: detailFieldsText.session, fields }],
      })
    },

    message: async () => unsupported(serviceAnswersText.junkieNoMessage),

    disconnect: async () => unsupported(serviceAnswersText.junkieNoDisconnect),

    async counts(fresh, signal) {
      if (counted && !fresh) return ok(counted)
      const reply = await count(signal, 'lookup')
      return reply.ok ? ok(toCounts(reply.value, clock.now())) : plain(reply)
    },

    asksAbout: (search) => junkieAsks(search, counted),

    async lookup(question, signal, onFound) {
      if (question.provider !== 'junkie') return otherService('Junkie')
      const { scriptId, userName: search } = question
      const list = listReader(sessionsOf, readRow(scriptId))
      const readPage = async (page: number): Promise<Result<FoundPage>> => {
        const request = { page, limit: largestPage, search }
        const reply = await api.liveUsers(scriptId, request, list, signal, 'lookup')
        if (!reply.ok) return plain(reply)
        const { items: sessions, unreadable, total, totalPages } = reply.value
        const isLast = totalPages !== null && page >= totalPages
        return ok({ sessions, unreadable, total, isLast, evidence: reply.evidence })
      }
      const part = search?.toLowerCase()
      const isWanted = ({ userName }: Session) =>
        part === undefined || userName === null || userName.toLowerCase().includes(part)
      return foundInPages('Junkie', readPage, isWanted, onFound)
    },

    close: () => http.close(),
  }
}
