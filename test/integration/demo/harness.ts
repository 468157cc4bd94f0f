import { afterEach } from 'vitest'
import { type Demo, startDemo } from '../../../src/demo/demo'
import type { DemoOptions, Provider } from '../../../src/demo/options'
import { ManualClock } from '../../unit/demo/manual-clock'

interface Answer {
  status: number
  headers: Headers
  /** Parsed JSON, or the text where it is none. */
  body: unknown
}

const running: Demo[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((demo) => demo.stop()))
})

/** A demo without churn and limits on a clock that the test moves. It stops after the test. */
export async function demoWith(options: DemoOptions = {}) {
  const clock = new ManualClock()
  const demo = await startDemo({ clock, churn: false, rateLimits: false, ...options })
  running.push(demo)
  return { clock, demo, ask: (provider: Provider) => askOf(demo, provider) }
}

const json = { 'Content-Type': 'application/json' }

/** What every request carries, by the services' documents. */
const DOCUMENTED_HEADERS: Record<Provider, (credential: string) => Record<string, string>> = {
  luaprot: (credential) => ({ Authorization: credential, ...json }),
  luaauth: (credential) => ({ token: credential, ...json }),
  junkie: (credential) => ({ Authorization: `Bearer ${credential}` }),
  vsay: (credential) => ({ Authorization: `Bearer ${credential}` }),
}

function askOf(demo: Demo, provider: Provider) {
  const account = demo.workspace.accounts.find((candidate) => candidate.provider === provider)
  if (!account) throw new Error(`The workspace has no account at ${provider}.`)
  const headers = DOCUMENTED_HEADERS[provider](account.credential)
  return (method: string, path: string, body?: unknown, extra: Record<string, string> = {}) =>
    call(`${account.baseUrl}${path}`, method, body, { ...headers, ...extra })
}

/** One request; a body is sent as JSON. */
export async function call(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : json), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The list in an answer, each row as an object. */
export function rows(answer: Answer, ...path: string[]): Record<string, unknown>[] {
  let value = answer.body
  for (const name of path) value = (value as Record<string, unknown>)[name]
  if (!Array.isArray(value)) throw new TypeError(`No list at ${path.join('.')}.`)
  return value
}
