import { type AppError, err, ok, type Result } from '../../../../shared/result'
import type { Session, SessionDetails } from '../../../../shared/session'
import { isSomebodyElse } from '../../../../shared/somebody-else'
import { detailFieldsText } from '../../../../shared/text/detail-fields'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import { isOver } from '../../../../shared/unlisted-row'
import type { Clock } from '../../../clock'
import { liveByInfo, otherService, plain, unsupported, unwatchable, wholeAnswer } from '../answers'
import { detail, personal } from '../detail-fields'
import type { Http } from '../http'
import { ListMemory } from '../list-memory'
import { agrees, foundInOne, joined } from '../lookup-answers'
import { createSession } from '../new-session'
import type { Provider } from '../provider'
import { type Items, listReader, type Reading } from '../readers'
import { createVsayApi, readSession, sessionsOf, type VsaySession, type VsaySessionInfo } from './api'
import { vsayAsks } from './person'

const sections = (info: VsaySessionInfo): SessionDetails['sections'] => [
  {
    title: detailFieldsText.session,
    fields: [
      detail.id('id', detailFieldsText.sessionId, info.id),
      detail.text('status', detailFieldsText.status, info.status),
      detail.time('started_at', detailFieldsText.started, info.started_at),
      detail.time('last_activity', detailFieldsText.lastActivity, info.last_activity),
      detail.number('commands_count', detailFieldsText.commands, info.commands_count),
    ],
  },
  {
    title: detailFieldsText.user,
    fields: [
      detail.id('user.id', detailFieldsText.userId, info.user.id),
      detail.text('user.name', detailFieldsText.name, info.user.name),
      detail.text('user.email', detailFieldsText.email, info.email, personal),
      detail.id('ip_address', detailFieldsText.ipAddress, info.ip_address, personal),
      detail.text('user_agent', detailFieldsText.userAgent, info.user_agent),
    ],
  },
  {
    title: detailFieldsText.machine,
    fields: [
      detail.id('machine.id', detailFieldsText.machineId, info.machine.id),
      detail.text('machine.name', detailFieldsText.name, info.machine.name),
      detail.text('machine.host', detailFieldsText.host, info.host, personal),
    ],
  },
]

/** The service may list what was not asked for: only what is active is live. */
function onlyActive({ items, ...answer }: Items<Session>): Items<Session> {
  const active = items.filter((item) => !isOver(item))
  return { ...answer, items: active, odd: { ...answer.odd, unasked: items.length - active.length } }
}

const noStatus = (): AppError => ({
  kind: 'bad-shape',
  message: serviceAnswersText.vsayNoStatus,
})

/** VSay in our words: one answer holds every active SSH session of the organisation. */
export function createVsayProvider(accountId: string, http: Http, clock: Clock): Provider {
  const api = createVsayApi(http)
  const toSession = (session: VsaySession) =>
    createSession(accountId, 'vsay', session.id, {
      userName: session.user.name,
      userId: session.user.id,
      machineId: session.machine.id,
      machineName: session.machine.name,
      ipAddress: session.ip_address,
      status: session.status,
      startedAt: session.started_at,
      lastBeatAt: session.last_activity,
    })
  const readRow = (item: unknown, reading: Reading) => toSession(readSession(item, reading))
  const memory = new ListMemory(sessionsOf, readRow)

  return {
    sweepsUntilGone: 1,

    async listSessions(scope, { signal }) {
      if (scope.kind !== 'organisation') return err(unwatchable(serviceAnswersText.vsayScopes, clock))
      const reply = await api.listSessions({ status: 'active' }, memory, signal)
      return wholeAnswer('VSay', reply.ok ? { ...reply, value: onlyActive(reply.value) } : reply)
    },

    async details(session, signal): Promise<Result<SessionDetails>> {
      const reply = await api.getSession(session.id, signal)
      if (!reply.ok) return plain(reply)
      return ok({ key: session.key, fetchedAt: clock.now(), sections: sections(reply.value) })
    },

    message: async () => unsupported(serviceAnswersText.vsayNoMessage),

    disconnect: async (session, departure) => plain(await api.terminateSession(session.id, departure)),

    async lookup(question, signal) {
      if (question.provider !== 'vsay') return otherService('VSay')
      const { status, machineId, userId, from, to } = question
      const isThere = (session: Session) =>
        agrees(machineId, session.machineId) &&
        agrees(userId, session.userId) &&
        (session.startedAt === null ||
          (session.startedAt >= (from ?? 0) && session.startedAt <= (to ?? Infinity)))
      const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString())
      const filter = { machine_id: machineId, user_id: userId, from: iso(from), to: iso(to) }
      const ask = async (one: 'active' | 'ended') => {
        const list = listReader(sessionsOf, readRow)
        const reply = await api.listSessions({ status: one, ...filter }, list, signal, 'lookup')
        const isWanted = (session: Session) =>
          (session.status === null || isOver(session) === (one === 'ended')) && isThere(session)
        return foundInOne(reply, isWanted)
      }
      if (status !== 'both') return ask(status)
      // No status means the active ones only.
      const active = await ask('active')
      if (!active.ok) return active
      const ended = await ask('ended')
      if (ended.ok) return ok(joined(active.value, ended.value))
      if (ended.error.kind === 'cancelled') return ended
      return ok({ ...active.value, complete: false, stopped: ended.error })
    },

    async isLive(session, signal) {
      const reply = await api.getSession(session.id, signal)
      // It answers for sessions that are over, too.
      if (reply.ok && reply.value.status === null) return err(noStatus())
      return liveByInfo(reply, (info) => !isOver(info) && !isSomebodyElse(session, toSession(info)))
    },

    async logs(sessionId, format, signal) {
      if (format === 'text') {
        const reply = await api.logsText(sessionId, signal)
        return reply.ok ? ok({ kind: 'text', text: reply.value }) : plain(reply)
      }
      const reply = await api.logs(sessionId, signal)
      if (!reply.ok) return plain(reply)
      const entries = reply.value.logs.map(({ timestamp, type, content }) => ({
        at: timestamp,
        type,
        content: content ?? '',
      }))
      return ok({ kind: 'json', entries })
    },

    async statistics(period, signal) {
      const reply = await api.stats(period, signal)
      if (!reply.ok) return plain(reply)
      const { value } = reply
      return ok({
        fetchedAt: clock.now(),
        totalSessions: value.total_sessions,
        activeSessions: value.active_sessions,
        totalDurationHours: value.total_duration_hours,
        uniqueUsers: value.unique_users,
        topMachines: value.top_machines.map(({ machine_id, name, sessions_count }) => ({
          machineId: machine_id,
          name,
          sessions: sessions_count,
        })),
      })
    },

    terminals: {
      async create(machineId, { cols, rows }, departure) {
        const wanted = { machine_id: machineId, terminal_size: { cols, rows } }
        const reply = await api.createSession(wanted, departure)
        if (!reply.ok) return plain(reply)
        const { session_id, websocket_url, token, lifetime_ms } = reply.value
        return ok({ sessionId: session_id, websocketUrl: websocket_url, token, lifetimeMs: lifetime_ms })
      },
      terminate: async (sessionId, departure) => plain(await api.terminateSession(sessionId, departure)),
    },

    asksAbout: vsayAsks,

    close: () => http.close(),
  }
}
