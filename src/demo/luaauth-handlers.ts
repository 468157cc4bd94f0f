import type { LuaAuthVisit, LuaAuthWorld } from './luaauth-world'

type ClientAnswer = { processed: true; response: unknown } | { processed: false; reason: string }

/**
 * What a user's script answers to a message. It has the handlers `notify`, `ping`, `where`, `echo` and `kick_reason`
 * (after which it leaves); `explode` errors, `bad_return` returns what cannot be encoded, and `sleep` never answers, so
 * that the service gives up after its waiting time.
 */
export async function answerAsClient(
  world: LuaAuthWorld,
  visit: LuaAuthVisit,
  key: string,
  data: unknown,
): Promise<ClientAnswer> {
  switch (key) {
    case 'notify':
      return { processed: true, response: { shown: true } }
    case 'ping':
      return { processed: true, response: { pong: world.clock.now() } }
    case 'where':
      return { processed: true, response: { place_id: visit.placeId, job_id: visit.jobId } }
    case 'echo':
      return { processed: true, response: data }
    case 'kick_reason':
      world.population.leave(visit.id)
      return { processed: true, response: { left: true } }
    case 'explode':
      return {
        processed: false,
        reason: "function errored, message: attempt to index nil with 'Character'",
      }
    case 'bad_return':
      return { processed: false, reason: 'invalid return data' }
    case 'sleep':
      await new Promise<void>((resolve) => world.clock.schedule(world.messageWaitMs, resolve))
      return { processed: false, reason: 'client never responded' }
    default:
      return { processed: false, reason: 'function doesnt exist' }
  }
}
