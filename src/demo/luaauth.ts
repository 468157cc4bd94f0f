import type { DemoApp } from './http'
import { addScriptRoutes } from './luaauth-scripts'
import { addSessionRoutes } from './luaauth-sessions'
import { demoScripts, type LuaAuthWorld, PLACES, refuse } from './luaauth-world'
import type { LuaAuthPlan } from './options'
import { createApp, type Service, type ServiceContext } from './service'
import { type Person, Players } from './world/people'
import { Population, populate } from './world/population'

interface LuaAuthOptions {
  population: number
  removalDelayMs(): number
  messageWaitMs: number
  plan: Partial<LuaAuthPlan>
}

/** LuaAuth: scripts and the sessions that run them. */
export function createLuaAuth(context: ServiceContext, options: LuaAuthOptions): Service {
  const { clock, recorder } = context
  const prng = context.prng.fork('sessions')
  const servers = Array.from({ length: 10 }, () => ({ jobId: prng.uuid(), placeId: prng.pick(PLACES) }))
  const scripts = demoScripts()
  const populated = [...scripts.values()].filter((script) => script.enabled)
  const seeds = {
    clock,
    people: new Players(context.prng.fork('people'), clock.now()),
    visit: (person: Person, createdAtMs: number) => {
      const script = prng.pick(populated)
      return {
        id: prng.hex(24),
        person,
        createdAtMs,
        scriptId: script.id,
        // A free-for-all user needs no key; another service would say null, this one leaves it out at times.
        userKey: script.freeForAll ? prng.pick([null, undefined]) : person.licenceKey,
        ...prng.pick(servers),
      }
    },
  }
  const population = new Population({ ...seeds, removalDelayMs: options.removalDelayMs })
  populate(population, seeds, options.population, prng)

  const world: LuaAuthWorld = {
    clock,
    recorder,
    population,
    scripts,
    messageWaitMs: options.messageWaitMs,
    plan: { expired: false, allowsFreeForAll: true, obfuscationsLeft: 20, ...options.plan },
  }
  const app = createApp(context, {
    provider: 'luaauth',
    credentialOf: (c) => c.req.header('token'),
    refuse,
    wantsJson: true,
  })
  demandObject(app)
  addSessionRoutes(app, world)
  addScriptRoutes(app, world)
  return { app, crowd: population }
}

/** The service reads a body only when it is a JSON object. */
function demandObject(app: DemoApp): void {
  app.use(async (c, next) => {
    const body = c.get('body')
    if (body === null) return next()
    if (typeof body !== 'object' || Array.isArray(body)) return refuse(c, 400, 'body must be a JSON object')
    return next()
  })
}
