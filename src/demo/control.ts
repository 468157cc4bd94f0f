import { type Context, Hono } from 'hono'
import { type Behaviour, isBehaviour } from './behaviour'
import { type DemoApp, type Env, fields, parseBody } from './http'
import { PROVIDERS, type Provider } from './options'
import type { Recorder } from './recorder'
import { bearerOf } from './service'
import type { Crowd } from './world/population'
import type { Prng } from './world/prng'

/** What the control API steers. */
interface Steering {
  token: string
  recorder: Recorder
  prng: Prng
  crowds: Record<Provider, Crowd>
  behave(provider: Provider, behaviour: Behaviour): void
}

const LARGEST_GROUP = 50_000

/**
 * The loopback API with which tests and benchmarks steer a demo in another process. Every call needs
 * `Authorization: Bearer <token>`.
 */
export function createControl({ token, recorder, prng, crowds, behave }: Steering): DemoApp {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    if (bearerOf(c) !== token) return c.json({ error: 'Unauthorized' }, 401)
    c.set('body', parseBody(await c.req.text()))
    return next()
  })

  app.get('/requests', (c) => c.json({ requests: recorder.requests }))
  app.get('/messages', (c) => c.json({ messages: recorder.messages }))

  app.post('/arrive', (c) => {
    const { provider, name, count = 1 } = fields(c.get('body'))
    if (!isProvider(provider) || !isCount(count) || !(name === undefined || typeof name === 'string')) {
      return mistaken(c, '{provider, name?, count?}')
    }
    return c.json({ ids: Array.from({ length: count }, () => crowds[provider].arrive(name).id) })
  })

  app.post('/leave', (c) => {
    const { provider, id, count } = fields(c.get('body'))
    if (!isProvider(provider)) return mistaken(c, '{provider, id | count}')
    const crowd = crowds[provider]
    if (typeof id === 'string') {
      return crowd.leave(id) ? c.json({ ids: [id] }) : c.json({ error: 'No such session.' }, 404)
    }
    if (!isCount(count)) return mistaken(c, '{provider, id | count}')
    const ids = crowd.some(count, prng)
    for (const leaver of ids) crowd.leave(leaver)
    return c.json({ ids })
  })

  app.post('/behave', (c) => {
    const { provider, mode } = fields(c.get('body'))
    if (!isProvider(provider) || !isBehaviour(mode)) return mistaken(c, '{provider, mode}')
    behave(provider, mode)
    return c.json({ provider, mode })
  })

  return app
}

function mistaken(c: Context<Env>, expected: string): Response {
  return c.json({ error: `Expected ${expected}.` }, 400)
}

function isProvider(value: unknown): value is Provider {
  return (PROVIDERS as readonly unknown[]).includes(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LARGEST_GROUP
}
