import type { Server } from 'node:http'
import { type Context, Hono } from 'hono'
import { type Behaviour, misbehave, type Refuse } from './behaviour'
import type { Clock } from './clock'
import { type DemoApp, type Env, parseBody } from './http'
import type { Provider } from './options'
import type { RateLimit, RateVerdict } from './rate-limit'
import type { Recorder } from './recorder'
import type { Crowd } from './world/population'
import type { Prng } from './world/prng'

/** What a service is given. */
export interface ServiceContext {
  clock: Clock
  prng: Prng
  recorder: Recorder
  credential: string
  /** Absent when limits are switched off. */
  rateLimit?: RateLimit
  /** How the service treats its callers at the moment. */
  behaviour(): Behaviour
}

/** One simulated service. */
export interface Service {
  app: DemoApp
  crowd: Crowd
  /** Takes over the server's protocol upgrades, where the service has a WebSocket. */
  attach?(server: Server): { close(): void }
}

/** How services differ before a route is reached. */
interface Manners {
  provider: Provider
  /** The credential that the caller presents, in the service's own way. */
  credentialOf(c: Context<Env>): string | undefined
  refuse: Refuse
  /** Whether every request, also one without a body, has to be declared as JSON. */
  wantsJson?: boolean
  /** Adds what the service tells about its limits to every answer. */
  announceLimit?(c: Context<Env>, verdict: RateVerdict): void
}

/** An app whose every request is recorded, then meets the behaviour, the credential check and the rate limit. */
export function createApp(context: ServiceContext, manners: Manners): DemoApp {
  const { provider, refuse } = manners
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const body = parseBody(await c.req.text())
    c.set('body', body)
    const { method, path } = c.req
    const at = context.clock.now()
    const request = context.recorder.request({ provider, method, path, query: c.req.query(), body, at })
    await next()
    request.status = c.res.status
  })
  app.use(async (c, next) => {
    const oddity = misbehave(c, context.behaviour(), refuse)
    if (oddity) return oddity
    if (manners.credentialOf(c) !== context.credential) return refuse(c, 401, 'Unauthorized')
    if (manners.wantsJson && !/^application\/json\b/i.test(c.req.header('Content-Type') ?? ''))
      return refuse(c, 400, 'Content-Type must be application/json')
    const verdict = context.rateLimit?.take(context.clock.now())
    if (verdict) {
      manners.announceLimit?.(c, verdict)
      if (!verdict.allowed) {
        c.header('Retry-After', String(Math.ceil(verdict.retryAfterMs / 1000)))
        return refuse(c, 429, 'Rate limit exceeded')
      }
    }
    return next()
  })
  app.notFound((c) => refuse(c, 404, 'Not found'))
  return app
}

/** The token of an `Authorization: Bearer` header. */
export function bearerOf(c: Context<Env>): string | undefined {
  return /^Bearer (.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
}
