import type { Evidence } from '../../../../shared/health'
import { type AppError, err, ok, type Result } from '../../../../shared/result'
import type { Session, SessionDetails } from '../../../../shared/session'
import { isSomebodyElse } from '../../../../shared/somebody-else'
import { detailFieldsText } from '../../../../shared/text/detail-fields'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import type { Clock } from '../../../clock'
import {
  interrupted,
  liveByInfo,
  noneReadable,
  otherService,
  plain,
  tooMany,
  unsupported,
  unwatchable,
} from '../answers'
import { detail, personal } from '../detail-fields'
import type { Http } from '../http'
import { ListMemories } from '../list-memories'
import { ListMemory } from '../list-memory'
import { agrees, type FoundPage, foundInPages } from '../lookup-answers'
import { createSession } from '../new-session'
import { PageTrail } from '../page-trail'
import { bothOdd, nothingOdd, type Provider, type ScopeAnswer, type SweepCursor } from '../provider'
import { listReader, mostRows, type Reading } from '../readers'
import { createLuaauthScriptsApi, sessionsOf } from './api-scripts'
import { createLuaauthSessionsApi } from './api-sessions'
import { luaauthAsks } from './person'
import { createLuaauthScripts } from './scripts'
import { type LuaauthSession, readSession } from './session'

/** Rows requested at once. The service may give fewer; that is not the end of the list. */
const pageSize = 1000

const isSweep = (cursor: SweepCursor | null): cursor is SweepCursor & { state: PageTrail } =>
  cursor?.provider === 'luaauth' && (cursor.state as PageTrail).end === null

/** One of the documented reasons. It says that the client got the call, and not what it did with it. */
const neverResponded = /\bnever responded\b/i

const clientSilent = (): AppError => ({
  kind: 'outcome-unknown',
  message: serviceAnswersText.luaauthClientSilent,
})

/** LuaAuth in our words: pages without a total, read until one is empty or brings nobody new. */
export function createLuaauthProvider(accountId: string, http: Http, clock: Clock): Provider {
  const sessions = createLuaauthSessionsApi(http)
  const scripts = createLuaauthScriptsApi(http)
  const toSession = (session: LuaauthSession) =>
    createSession(accountId, 'luaauth', session.id, {
      robloxId: session.roblox_id,
      scriptId: session.script_id,
      placeId: session.place_id,
      jobId: session.job_id,
      userKey: session.user_key,
      startedAt: session.created_at,
    })

  const readRow = (item: unknown, reading: Reading) => toSession(readSession(item, reading))
  const memories = new ListMemories<Session>()

  return {
    sweepsUntilGone: 2,

    async listSessions(scope, { signal, cursor, maxRequests }) {
      if (scope.kind !== 'script') return err(unwatchable(serviceAnswersText.luaauthScopes, clock))
      const trail = isSweep(cursor) ? cursor.state : new PageTrail(mostRows)
      const before = trail.unreadable
      const found: Session[] = []
      let odd = nothingOdd
      const answered = (requests: number, evidence: Evidence): ScopeAnswer => ({
        sessions: found,
        next: trail.end === null ? { provider: 'luaauth', state: trail } : null,
        progress: { done: trail.found, total: trail.end === null ? null : trail.found },
        unreadable: trail.unreadable - before,
        unsure: trail.unreadable > 0 ? 'everybody' : 'nobody',
        gaps: trail.end === 'full' ? [tooMany('LuaAuth', null)] : [],
        odd,
        requests,
        evidence,
      })
      let read: ScopeAnswer | undefined
      for (let requests = 1; ; requests += 1) {
        const from = trail.rows
        const list = memories.of(`${from} ${scope.id}`, (room) => new ListMemory(sessionsOf, readRow, room))
        const reply = await scripts.getSessions(scope.id, { from, limit: pageSize }, list, signal)
        const { evidence } = reply
        if (!reply.ok) {
          const failure = { error: reply.error, evidence }
          return read ? ok({ ...read, requests, gaps: [interrupted(failure)] }) : err(failure)
        }
        const { items, unreadable } = reply.value
        found.push(...trail.take(items, unreadable, ({ id }) => id))
        odd = bothOdd(odd, reply.value.odd)
        if (trail.end !== null && trail.found === 0 && trail.unreadable > 0)
          return err(noneReadable('LuaAuth', evidence))
        read = answered(requests, evidence)
        if (trail.end !== null || requests >= maxRequests) return ok(read)
      }
    },

    async details(session, signal): Promise<Result<SessionDetails>> {
      const reply = await sessions.sessionInfo(session.id, signal)
      if (!reply.ok) return plain(reply)
      const { value } = reply
      const fields = [
        detail.id('id', detailFieldsText.sessionId, value.id),
        detail.id('user_key', detailFieldsText.userKey, value.user_key, personal),
        detail.id('script_id', detailFieldsText.script, value.script_id),
        detail.id('roblox_id', detailFieldsText.robloxId, value.roblox_id),
        detail.id('place_id', detailFieldsText.place, value.place_id),
        detail.id('job_id', detailFieldsText.job, value.job_id),
        detail.time('created_at', detailFieldsText.started, value.created_at),
      ]
      return ok({
        key: session.key,
        fetchedAt: clock.now(),
        sections: [{ title: detailFieldsText.session, fields }],
      })
    },

    async message(session, message, departure) {
      if (message.kind !== 'handler') return unsupported(serviceAnswersText.luaauthHandlers)
      const call = { key: message.handler, data: message.data }
      const reply = await sessions.messageSession(session.id, call, departure)
      if (!reply.ok) return plain(reply)
      const { value } = reply
      if (value.processed) return ok({ kind: 'answered', response: value.response })
      return neverResponded.test(value.reason)
        ? err(clientSilent())
        : ok({ kind: 'not-processed', reason: value.reason })
    },

    disconnect: async (session, departure) => plain(await sessions.disconnectSession(session.id, departure)),

    async disconnectMany(many, departure) {
      const ids = many.map(({ id }) => id)
      return plain(await sessions.disconnectMany(ids, departure))
    },

    scripts: createLuaauthScripts(scripts, clock),

    async lookup(question, signal, onFound) {
      if (question.provider !== 'luaauth') return otherService('LuaAuth')
      const { scriptId, key, robloxId, placeId, jobId } = question
      const filter = { key, roblox_id: robloxId, place_id: placeId, job_id: jobId, limit: pageSize }
      const list = listReader(sessionsOf, readRow)
      const readPage = async (_: number, from: number): Promise<Result<FoundPage>> => {
        const reply = await scripts.filterSessions(scriptId, { ...filter, from }, list, signal)
        if (!reply.ok) return plain(reply)
        const { items: sessions, unreadable } = reply.value
        return ok({ sessions, unreadable, total: null, isLast: false, evidence: reply.evidence })
      }
      const isWanted = (session: Session) =>
        agrees(key, session.userKey) &&
        agrees(robloxId, session.robloxId) &&
        agrees(placeId, session.placeId) &&
        agrees(jobId, session.jobId)
      return foundInPages('LuaAuth', readPage, isWanted, onFound)
    },

    isLive: async (session, signal) =>
      liveByInfo(
        await sessions.sessionInfo(session.id, signal),
        (info) => !isSomebodyElse(session, toSession(info)),
      ),

    asksAbout: luaauthAsks,

    close: () => http.close(),
  }
}
