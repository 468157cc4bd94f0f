import type { Context } from 'hono'
import type { Refuse } from './behaviour'
import { type Env, fields } from './http'
import { createApp, type Service, type ServiceContext } from './service'
import { type Person, Players } from './world/people'
import { Population, populate, type Visit } from './world/population'

/** The one hub of the demo account. */
export const LUAPROT_HUB_ID = '40511091490620200512'

const UNIVERSES = ['9432747410', '3808081382', '1176784616', '5650396773', '7018190066']

interface LuaProtVisit extends Visit {
  jobId: string
  universeId: string
}

interface LuaProtOptions {
  population: number
  removalDelayMs(): number
}

/** LuaProt: sessions of a hub, their details, messages and disconnects. */
export function createLuaProt(context: ServiceContext, options: LuaProtOptions): Service {
  const { clock, recorder } = context
  const prng = context.prng.fork('sessions')
  const servers = Array.from({ length: 12 }, () => ({ jobId: prng.uuid(), universeId: prng.pick(UNIVERSES) }))
  const seeds = {
    clock,
    people: new Players(context.prng.fork('people'), clock.now()),
    visit: (person: Person, createdAtMs: number): LuaProtVisit => ({
      id: prng.digits(20),
      person,
      createdAtMs,
      ...prng.pick(servers),
    }),
  }
  const population = new Population<LuaProtVisit>({ ...seeds, removalDelayMs: options.removalDelayMs })
  populate(population, seeds, options.population, prng)

  const app = createApp(context, {
    provider: 'luaprot',
    credentialOf: (c) => c.req.header('Authorization'),
    refuse,
    wantsJson: true,
  })
  const hubBody = cachedHubBody(population)

  // Get Sessions
  app.get('/api/v1/sessions/get', (c) => {
    const { hubId, discordId, key } = c.req.query()
    if (hubId) {
      if (hubId !== LUAPROT_HUB_ID) return refuse(c, 404, 'Hub not found or linked to your account.')
      return c.body(hubBody(), 200, { 'Content-Type': 'application/json' })
    }
    const owner = keyOwner(population, key, discordId)
    if (!owner) return refuse(c, 400, 'Key could not be found.')
    return c.json(fetched(population.all().filter((visit) => visit.person === owner)))
  })

  // Session Info
  app.get('/api/v1/sessions/:sessionId/info', (c) => {
    const id = c.req.param('sessionId')
    if (!/^\d{1,20}$/.test(id)) return refuse(c, 400, 'Invalid session.')
    const visit = population.get(id)
    if (!visit) return refuse(c, 403, 'Session not found or unauthorized to manage.')
    return c.json({
      success: true,
      message: 'Successfully fetched session info.',
      session: { ...toWire(visit), key: visit.person.licenceKey },
      key: keyRecord(visit),
    })
  })

  // Message Session
  app.post('/api/v1/sessions/message/:sessionId', (c) => {
    const text = messageOf(c)
    if (text === undefined) return refuse(c, 400, 'Message must be between 1 and 100 characters.')
    const visit = population.get(c.req.param('sessionId'))
    if (!visit) return refuse(c, 400, 'You cannot manage this session.')
    recorder.message({ provider: 'luaprot', sessionIds: [visit.id], text, at: clock.now() })
    return c.json({ success: true, message: 'Successfully messaged session.' })
  })

  // Disconnect Session
  app.delete('/api/v1/sessions/disconnect/:sessionId', (c) => {
    if (!population.disconnect(c.req.param('sessionId'))) {
      return refuse(c, 400, 'You cannot manage this session.')
    }
    return c.json({ success: true, message: 'Successfully disconnected session.' })
  })

  // Message Sessions
  app.post('/api/v1/sessions/messageall', (c) => {
    const text = messageOf(c)
    if (text === undefined) return refuse(c, 400, 'Message must be between 1 and 100 characters.')
    const { hubId, key } = fields(c.get('body'))
    const visits = reachable(population, hubId, key)
    if (visits.length === 0) return refuse(c, 400, 'No active sessions found.')
    recorder.message({
      provider: 'luaprot',
      sessionIds: visits.map((visit) => visit.id),
      text,
      at: clock.now(),
    })
    return c.json({ success: true, message: 'Successfully messaged sessions.' })
  })

  // Disconnect Sessions
  app.delete('/api/v1/sessions/disconnectall', (c) => {
    const { hubId, key } = c.req.query()
    const visits = reachable(population, hubId, key)
    if (visits.length === 0) return refuse(c, 400, 'No active sessions found.')
    for (const visit of visits) population.disconnect(visit.id)
    return c.json({ success: true, message: 'Successfully disconnected sessions.' })
  })

  return { app, crowd: population }
}

const refuse: Refuse = (c, status, message) => c.json({ success: false, message }, status)

/** The text of a message, undefined when it is not 1 to 100 characters. */
function messageOf(c: Context<Env>): string | undefined {
  const { message } = fields(c.get('body'))
  return typeof message === 'string' && message.length >= 1 && message.length <= 100 ? message : undefined
}

/** Whom a bulk action reaches: everybody of the hub, else everybody with the key. */
function reachable(population: Population<LuaProtVisit>, hubId: unknown, key: unknown): LuaProtVisit[] {
  if (hubId) return hubId === LUAPROT_HUB_ID ? population.active() : []
  return population.active().filter((visit) => visit.person.licenceKey === key)
}

/** Who owns a key, or the key that is linked to a Discord id: anybody who is or was here. */
function keyOwner(
  population: Population<LuaProtVisit>,
  key?: string,
  discordId?: string,
): Person | undefined {
  return population.knows((person) => (key ? person.licenceKey === key : person.discordId === discordId))
}

function fetched(visits: LuaProtVisit[]) {
  return { success: true, message: 'Successfully fetched sessions.', sessions: visits.map(toWire) }
}

/** Encoding a hub's list of 50,000 sessions is costly: it is kept until somebody comes or goes. */
function cachedHubBody(population: Population<LuaProtVisit>): () => Uint8Array<ArrayBuffer> {
  let revision = -1
  let body = new Uint8Array()
  return () => {
    if (revision !== population.revision) {
      revision = population.revision
      body = new TextEncoder().encode(JSON.stringify(fetched(population.all())))
    }
    return body
  }
}

function toWire(visit: LuaProtVisit) {
  return {
    id: visit.id,
    robloxUsername: visit.person.handle,
    robloxJobId: visit.jobId,
    robloxUniverseId: visit.universeId,
    created: seconds(visit.createdAtMs),
    // Undocumented, like fields in real answers: clients must tolerate it.
    shard: Number(visit.id.slice(-1)),
  }
}

function keyRecord({ id, person }: LuaProtVisit) {
  const linked = person.handle !== null
  const digit = Number(id.slice(-1))
  return {
    hubId: LUAPROT_HUB_ID,
    discordId: linked ? person.discordId : null,
    key: person.licenceKey,
    expire: seconds(person.firstSeenMs) + 180 * 86_400,
    note: digit % 3 === 0 ? null : 'Customer note',
    created: seconds(person.firstSeenMs),
    activated: true,
    hwid: person.hwid,
    hwidResetCount: digit % 2,
    lastHwidReset: digit % 2 === 0 ? 0 : seconds(person.firstSeenMs) + 86_400,
    executionCount: digit * 7,
    lastExecution: digit === 0 ? 0 : seconds(person.firstSeenMs) + 2 * 86_400,
    blacklisted: false,
    blacklistReason: null,
    limitedScripts: null,
    discordData: linked
      ? {
          id: person.discordId,
          username: person.handle,
          avatar: null,
          global_name: person.handle,
          modified: seconds(person.firstSeenMs),
          created: seconds(person.firstSeenMs),
        }
      : null,
  }
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}
