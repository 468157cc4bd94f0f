import type { Context } from 'hono'
import { type DemoApp, type Env, fields } from './http'
import {
  fail,
  type LuaAuthVisit,
  type LuaAuthWorld,
  refuse,
  type Script,
  sessionToWire,
} from './luaauth-world'

const PROJECT_ID = '6977a1c04be21f0d53e8a900'
const DEFAULT_PAGE = 50
const LARGEST_PAGE = 100

/** A comment in a script's source with one of these makes the obfuscator fail as documented. */
const OBFUSCATION_FAILURES = { script: '--!fail script', init: '--!fail init' } as const

/** The document's "Script endpoints". */
export function addScriptRoutes(app: DemoApp, world: LuaAuthWorld): void {
  const { clock, plan, population, scripts } = world

  /** Registers a route of a script; an unknown script is refused before the handler. */
  const route = (
    method: 'GET' | 'POST',
    path: string,
    handle: (c: Context<Env>, script: Script) => Response,
  ) =>
    app.on(method, `/scripts/:script_id${path}`, (c) => {
      const script = scripts.get(c.req.param('script_id'))
      return script ? handle(c, script) : refuse(c, 404, 'script not found')
    })

  // Getting script info
  route('GET', '', (c, script) => c.json({ success: true, script: scriptToWire(script, world) }))

  // Getting executions
  route('GET', '/executions', (c, script) =>
    c.json({ success: true, executions: executions(script, clock.now()) }),
  )

  // Editing a script. "" clears a field, null leaves it alone.
  route('POST', '/edit', (c, script) => {
    if (plan.expired) return fail(c, 0, 'account expired')
    const body = fields(c.get('body'))
    const known = ['name', ...Object.keys(SWITCHES)]
    const changes = known.filter((name) => body[name] !== undefined && body[name] !== null)
    if (changes.length === 0) return fail(c, 1, 'cannot edit nothing')
    if (body.free_for_all === true && !plan.allowsFreeForAll)
      return fail(c, 2, 'tier does not allow ffa mode')
    if (typeof body.name === 'string') script.name = body.name
    for (const [wireName, field] of Object.entries(SWITCHES)) {
      const value = body[wireName]
      if (value !== undefined && value !== null) script[field] = value === true
    }
    return c.json({ success: true })
  })

  // Deleting a script
  route('POST', '/remove', (c, script) => {
    for (const visit of runningScript(world, script)) population.leave(visit.id)
    scripts.delete(script.id)
    return c.json({ success: true })
  })

  // Updating a script. An update takes one obfuscation for the script and one for its init script.
  route('POST', '/update', (c, script) => {
    if (plan.expired) return fail(c, 0, 'account expired')
    const { script: source } = fields(c.get('body'))
    if (typeof source !== 'string') return refuse(c, 400, 'script must be a string')
    if (plan.obfuscationsLeft < 1) return fail(c, 1, 'max obfuscations reached')
    const parserOutput = parseLua(source)
    if (parserOutput) return fail(c, 2, 'script is invalid', { parser_output: parserOutput })
    const luraphErrors = { luraph_errors: [{ param: 'INTENSE_VM_STRUCTURE', message: 'not on this plan' }] }
    if (source.includes(OBFUSCATION_FAILURES.script)) {
      return fail(c, 3, 'failed to obfuscate script', luraphErrors)
    }
    if (plan.obfuscationsLeft < 2) return fail(c, 4, 'not enough obfuscations for init script')
    if (source.includes(OBFUSCATION_FAILURES.init)) {
      return fail(c, 5, 'failed to obfuscate init script', luraphErrors)
    }
    plan.obfuscationsLeft -= 2
    script.needsUpdate = false
    return c.json({ success: true })
  })

  // Toggling a script
  route('POST', '/toggle', (c, script) => {
    if (plan.expired) return fail(c, 0, 'account expired')
    const { state } = fields(c.get('body'))
    if (typeof state !== 'boolean') return refuse(c, 400, 'state must be a boolean')
    if (state && script.needsUpdate) return fail(c, 1, 'script update required')
    script.enabled = state
    return c.json({ success: true })
  })

  // Getting sessions
  route('POST', '/sessions', (c, script) => {
    const { from, limit } = fields(c.get('body'))
    return c.json({ success: true, sessions: page(runningScript(world, script), from, limit) })
  })

  // Filtering sessions
  route('GET', '/sessions/filter', (c, script) => {
    const { from, limit, ...query } = c.req.query()
    const wanted = Object.entries(FILTERS).filter(([name]) => query[name])
    if (wanted.length === 0) return fail(c, 0, 'must filter something')
    const found = runningScript(world, script).filter((visit) =>
      wanted.every(([name, field]) => field(visit) === query[name]),
    )
    return c.json({ success: true, sessions: page(found, from, limit) })
  })
}

const SWITCHES = {
  free_for_all: 'freeForAll',
  use_heartbeat: 'useHeartbeat',
  kick_outdated: 'kickOutdated',
  require_sessions: 'requireSessions',
} as const

const FILTERS: Readonly<Record<string, (visit: LuaAuthVisit) => unknown>> = {
  key: (visit) => visit.userKey,
  roblox_id: (visit) => String(visit.person.robloxId),
  place_id: (visit) => String(visit.placeId),
  job_id: (visit) => visit.jobId,
}

function runningScript({ population }: LuaAuthWorld, script: Script): LuaAuthVisit[] {
  return population.all().filter((visit) => visit.scriptId === script.id)
}

/** A slice of the list; the service silently cuts a limit that is larger than it likes. */
function page(visits: LuaAuthVisit[], from: unknown, limit: unknown) {
  const start = wholeNumber(from, 0)
  const length = Math.min(wholeNumber(limit, DEFAULT_PAGE), LARGEST_PAGE)
  return visits.slice(start, start + length).map(sessionToWire)
}

function wholeNumber(value: unknown, absent: number): number {
  const number = value === undefined || value === null ? absent : Number(value)
  return Number.isInteger(number) && number >= 0 ? number : absent
}

function scriptToWire(script: Script, world: LuaAuthWorld) {
  const sessions = runningScript(world, script).length
  return {
    id: script.id,
    project_id: PROJECT_ID,
    name: script.name,
    free_for_all: script.freeForAll,
    use_heartbeat: script.useHeartbeat,
    kick_outdated: script.kickOutdated,
    require_sessions: script.requireSessions,
    enabled: script.enabled,
    total_executions: script.totalExecutions,
    total_sessions: sessions,
    total_instances: sessions,
  }
}

/** Executions of the last fourteen days by "MM/DD": a weekly rhythm around the script's size. */
function executions(script: Script, nowMs: number): Record<string, number> {
  const days: Record<string, number> = {}
  for (let ago = 13; ago >= 0; ago--) {
    const date = new Date(nowMs - ago * 86_400_000)
    const label = date.toISOString().slice(5, 10).replace('-', '/')
    const weekend = date.getUTCDay() % 6 === 0 ? 2 : 1
    days[label] = Math.round((script.totalExecutions / 120) * weekend)
  }
  return days
}

/** A Lua parser minimal for the demo: brackets must pair. Returns the complaint, if any, in Lua's words. */
function parseLua(source: string): string | undefined {
  if (source.trim() === '') return 'source is empty'
  let depth = 0
  let line = 1
  for (const char of source) {
    if (char === '\n') line += 1
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (depth < 0) return `input:${line}: unexpected symbol near ')'`
  }
  return depth === 0 ? undefined : `unexpected symbol near '<eof>': ${depth} unpaired bracket(s)`
}
