import type { Context } from 'hono'
import { type DemoApp, type Env, fields } from './http'
import { answerAsClient } from './luaauth-handlers'
import { type LuaAuthWorld, refuse, sessionToWire } from './luaauth-world'

/** The document's "Session endpoints". */
export function addSessionRoutes(app: DemoApp, world: LuaAuthWorld): void {
  const { clock, population, recorder } = world

  // Disconnecting multiple sessions. "Messaging multiple sessions" is documented at the same path: whatever is posted
  // here disconnects, as the real service might.
  app.post('/sessions/disconnect', (c) => {
    const { session_ids: ids } = fields(c.get('body'))
    if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) {
      return refuse(c, 400, 'session_ids must be an array of strings')
    }
    for (const id of ids) population.disconnect(id)
    return c.json({ success: true })
  })

  // Getting session info
  app.get('/sessions/:session_id', (c) => {
    const visit = population.get(c.req.param('session_id'))
    if (!visit) return unknownSession(c)
    return c.json({ success: true, session: sessionToWire(visit) })
  })

  // Disconnecting a session
  app.post('/sessions/:session_id/disconnect', (c) => {
    if (!population.disconnect(c.req.param('session_id'))) return unknownSession(c)
    return c.json({ success: true })
  })

  // Messaging a session
  app.post('/sessions/:session_id/message', async (c) => {
    const { key, data } = fields(c.get('body'))
    if (typeof key !== 'string' || key === '') return refuse(c, 400, 'key must be a string')
    const visit = population.get(c.req.param('session_id'))
    if (!visit) return unknownSession(c)
    recorder.message({ provider: 'luaauth', sessionIds: [visit.id], key, data: data ?? [], at: clock.now() })
    const answer = await answerAsClient(world, visit, key, data ?? [])
    return c.json({ success: true, ...answer })
  })
}

function unknownSession(c: Context<Env>): Response {
  return refuse(c, 404, 'session not found')
}
