import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import type { Env } from './http'

/**
 * How a service treats its callers. `empty` answers as documented but with nobody online, `spent` as documented and says
 * that no more requests are left for an hour; the others misbehave whatever was asked: a truncated body, a page of HTML,
 * no answer at all, an error status for ever, a dropped connection.
 */
const BEHAVIOURS = [
  'normal',
  'empty',
  'spent',
  'garbage',
  'html',
  'silent',
  '429',
  '502',
  '401',
  '403',
  'drop',
] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

/** Whether an outside value names a behaviour. */
export function isBehaviour(value: unknown): value is Behaviour {
  return (BEHAVIOURS as readonly unknown[]).includes(value)
}

/** Words an error as the service does. */
export type Refuse = (c: Context<Env>, status: 400 | 401 | 403 | 404 | 429 | 502, message: string) => Response

/** The answer of a misbehaving service; undefined when it behaves. */
export function misbehave(
  c: Context<Env>,
  behaviour: Behaviour,
  refuse: Refuse,
): Response | Promise<Response> | undefined {
  switch (behaviour) {
    case 'normal':
    case 'empty':
      return undefined
    case 'spent':
      for (const [name, value] of Object.entries({ Limit: 60, Remaining: 0, Reset: 3_600 }))
        c.header(`X-RateLimit-${name}`, String(value))
      return undefined
    case 'garbage':
      return c.body('{"success":true,"sessions":[{"id":"97', 200, { 'Content-Type': 'application/json' })
    case 'html':
      return c.html('<!doctype html><title>Just a moment...</title><h1>Checking your browser</h1>')
    case '429':
      c.header('Retry-After', '5')
      return refuse(c, 429, 'Too many requests.')
    case '502':
      return refuse(c, 502, 'Heartbeat service unavailable')
    case '401':
      return refuse(c, 401, 'Unauthorized')
    case '403':
      return refuse(c, 403, 'Forbidden')
    case 'silent':
      return new Promise((resolve) => {
        c.env.outgoing.once('close', () => resolve(RESPONSE_ALREADY_SENT))
      })
    case 'drop':
      c.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
  }
}
