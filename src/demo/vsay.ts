import type { Context } from 'hono'
import { type Env, fields } from './http'
import { bearerOf, createApp, type Service, type ServiceContext } from './service'
import { attachTerminalSocket, type TerminalSockets } from './vsay-socket'
import {
  activityOf,
  type EndedVisit,
  type LogEntry,
  logsOf,
  simulatedTerminal,
  VSAY_MACHINES,
  type VSayVisit,
} from './vsay-world'
import { type Person, Staff } from './world/people'
import { Population, populate } from './world/population'

interface VSayOptions {
  population: number
  tokenLifetimeMs: number
}

const PERIOD_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 }
const HISTORY = 240
const KEPT_ENDED = 2_000

/** VSay: SSH sessions of an organisation, their logs, statistics and terminals. */
export function createVSay(context: ServiceContext, options: VSayOptions): Service {
  const { clock } = context
  const prng = context.prng.fork('sessions')
  const tokens = context.prng.fork('tokens')
  const people = new Staff(context.prng.fork('people'), clock.now(), 9)
  const seeds = {
    clock,
    people,
    visit: (person: Person, createdAtMs: number): VSayVisit => ({
      id: `sess_${prng.digits(9)}`,
      person,
      createdAtMs,
      ...simulatedTerminal(prng),
    }),
  }
  const ended: EndedVisit[] = Array.from({ length: options.population > 0 ? HISTORY : 0 }, () => {
    const endedAtMs = clock.now() - prng.int(60_000, 30 * 86_400_000)
    return { ...seeds.visit(people.invent(), endedAtMs - prng.int(60_000, 4 * 3_600_000)), endedAtMs }
  })
  let sockets: TerminalSockets | undefined
  const population = new Population<VSayVisit>({
    ...seeds,
    removalDelayMs: () => 0,
    onGone(visit) {
      ended.push({ ...visit, endedAtMs: clock.now() })
      if (ended.length > KEPT_ENDED) ended.shift()
      sockets?.end(visit.id)
    },
  })
  populate(population, seeds, options.population, prng)

  const endedById = (id: string) => ended.find((visit) => visit.id === id)
  const find = (id: string) => population.get(id) ?? endedById(id)
  const lastMoment = (visit: VSayVisit) => endedById(visit.id)?.endedAtMs ?? clock.now()

  const app = createApp(context, {
    provider: 'vsay',
    credentialOf: bearerOf,
    refuse,
    announceLimit(c, verdict) {
      c.header('X-RateLimit-Limit', String(verdict.limit))
      c.header('X-RateLimit-Remaining', String(verdict.remaining))
      c.header('X-RateLimit-Reset', String(Math.ceil(verdict.resetAtMs / 1000)))
    },
  })

  // List Sessions
  app.get('/v1/sessions', (c) => {
    const { status = 'active', machine_id: machineId, user_id: userId, from, to } = c.req.query()
    if (status !== 'active' && status !== 'ended') return refuse(c, 400, 'status must be active or ended')
    const fromMs = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from)
    const toMs = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to)
    if (Number.isNaN(fromMs) || Number.isNaN(toMs))
      return refuse(c, 400, 'from and to must be ISO 8601 dates')
    const sessions = (status === 'active' ? population.all() : ended)
      .filter((visit) => machineId === undefined || visit.machine.id === machineId)
      .filter((visit) => userId === undefined || userIdOf(visit.person) === userId)
      .filter((visit) => visit.createdAtMs >= fromMs && visit.createdAtMs <= toMs)
      .map((visit) => summary(visit, status, lastMoment(visit)))
    return c.json({ success: true, data: { sessions } })
  })

  // Session Statistics. Registered before "/:id", which would swallow it.
  app.get('/v1/sessions/stats', (c) => {
    const days = PERIOD_DAYS[c.req.query('period') ?? 'day']
    if (days === undefined) return refuse(c, 400, 'period must be day, week or month')
    const sinceMs = clock.now() - days * 86_400_000
    const active = population.all()
    const visits = [...ended.filter((visit) => visit.endedAtMs >= sinceMs), ...active]
    const durationMs = visits.reduce((sum, visit) => sum + lastMoment(visit) - visit.createdAtMs, 0)
    return c.json({
      success: true,
      data: {
        total_sessions: visits.length,
        active_sessions: active.length,
        total_duration_hours: Math.round(durationMs / 360_000) / 10,
        unique_users: new Set(visits.map((visit) => visit.person)).size,
        top_machines: topMachines(visits),
      },
    })
  })

  // Get Session
  app.get('/v1/sessions/:id', (c) => {
    const visit = find(c.req.param('id'))
    if (!visit) return refuse(c, 404, 'Session not found')
    const status = population.get(visit.id) ? 'active' : 'ended'
    const brief = summary(visit, status, lastMoment(visit))
    return c.json({
      success: true,
      data: {
        ...brief,
        user: { ...brief.user, email: `${userIdOf(visit.person)}@example.com` },
        machine: visit.machine,
        user_agent: visit.userAgent,
        commands_count: activityOf(visit, lastMoment(visit)).commandsCount,
      },
    })
  })

  // Create Session
  app.post('/v1/sessions', (c) => {
    const { machine_id: machineId, terminal_size: size } = fields(c.get('body'))
    if (typeof machineId !== 'string') return refuse(c, 400, 'machine_id is required')
    const machine = VSAY_MACHINES.find(({ id }) => id === machineId)
    if (!machine) return refuse(c, 404, 'Machine not found')
    const { cols = 80, rows = 24 } = fields(size)
    if (!isLength(cols) || !isLength(rows))
      return refuse(c, 400, 'terminal_size must be 1 to 1000 cols and rows')
    const nowMs = clock.now()
    const token = `st_${tokens.hex(32)}`
    const expiresAtMs = nowMs + options.tokenLifetimeMs
    const visit = population.admit({
      ...seeds.visit(people.invent('you'), nowMs),
      machine,
      pinned: true,
      terminal: { token, expiresAtMs, cols, rows, log: [], lastActivityMs: nowMs },
    })
    clock.schedule(options.tokenLifetimeMs, () => {
      if (!sockets?.isOpen(visit.id)) population.leave(visit.id)
    })
    return c.json({
      success: true,
      data: {
        session_id: visit.id,
        websocket_url: `ws://${new URL(c.req.url).host}/v1/sessions/${visit.id}/ws`,
        token,
        expires_at: iso(expiresAtMs),
      },
    })
  })

  // Terminate Session
  app.delete('/v1/sessions/:id', (c) => {
    if (!population.disconnect(c.req.param('id'))) return refuse(c, 404, 'Session not found')
    return c.json({ success: true, message: 'Session terminated successfully' })
  })

  // Get Session Logs
  app.get('/v1/sessions/:id/logs', (c) => {
    const visit = find(c.req.param('id'))
    if (!visit) return refuse(c, 404, 'Session not found')
    const { format = 'json' } = c.req.query()
    const logs = logsOf(visit, lastMoment(visit))
    if (format === 'text') return c.text(logs.map(logLine).join('\n'))
    if (format !== 'json') return refuse(c, 400, 'format must be json or text')
    const entries = logs.map(({ timestampMs, type, content }) => ({
      timestamp: iso(timestampMs),
      type,
      content,
    }))
    return c.json({ success: true, data: { session_id: visit.id, logs: entries } })
  })

  return {
    app,
    crowd: population,
    attach(server) {
      sockets = attachTerminalSocket(server, { context, population })
      return sockets
    },
  }
}

const ERROR_CODES = {
  400: 'VALIDATION_ERROR',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'RATE_LIMIT_EXCEEDED',
  502: 'BAD_GATEWAY',
} as const

function refuse(c: Context<Env>, status: keyof typeof ERROR_CODES, message: string): Response {
  return c.json({ success: false, error: { code: ERROR_CODES[status], message } }, status)
}

function summary(visit: VSayVisit, status: 'active' | 'ended', lastMomentMs: number) {
  return {
    id: visit.id,
    user: { id: userIdOf(visit.person), name: visit.person.handle },
    machine: { id: visit.machine.id, name: visit.machine.name },
    status,
    started_at: iso(visit.createdAtMs),
    last_activity: iso(activityOf(visit, lastMomentMs).lastActivityMs),
    ip_address: visit.ipAddress,
    // Undocumented on purpose.
    protocol: 'ssh-2',
  }
}

function topMachines(visits: readonly VSayVisit[]) {
  return VSAY_MACHINES.map(({ id, name }) => ({
    machine_id: id,
    name,
    sessions_count: visits.filter((visit) => visit.machine.id === id).length,
  })).sort((a, b) => b.sessions_count - a.sessions_count)
}

function logLine({ timestampMs, type, content }: LogEntry): string {
  return `[${iso(timestampMs)}] ${type === 'command' ? `$ ${content}` : content}`
}

function userIdOf(person: Person): string {
  return `usr_${person.robloxId}`
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1000
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
