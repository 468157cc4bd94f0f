import { parseArgs } from 'node:util'
import { type DemoOptions, PROVIDERS, type Provider } from './options'

export const USAGE = `Usage: demo [options]
  --port-channel               report to the parent process instead of printing
  --seed N                     the same seed tells the same story
  --no-churn                   nobody comes or goes
  --churn-speed N              2 is twice as lively
  --no-rate-limits             never answer 429
  --luaprot-removal-ms N       how long LuaProt lists a disconnected session
  --luaauth-wait-ms N          how long LuaAuth waits for a silent client
  --SERVICE-port N             luaprot, luaauth, junkie, vsay, control or ssh; a free one if left out
  --SERVICE-sessions N         sessions at the start: luaprot, luaauth, junkie or vsay`

export interface DemoArguments {
  portChannel: boolean
  options: DemoOptions
}

/** Reads the command line (without node and script). Throws TypeError or RangeError on what it does not understand. */
export function parseDemoArguments(args: string[]): DemoArguments {
  const listeners = [...PROVIDERS, 'control', 'ssh'] as const
  const { values } = parseArgs({
    args,
    options: {
      'port-channel': { type: 'boolean' },
      seed: { type: 'string' },
      'no-churn': { type: 'boolean' },
      'churn-speed': { type: 'string' },
      'no-rate-limits': { type: 'boolean' },
      'luaprot-removal-ms': { type: 'string' },
      'luaauth-wait-ms': { type: 'string' },
      ...Object.fromEntries(listeners.map((name) => [`${name}-port`, { type: 'string' as const }])),
      ...Object.fromEntries(PROVIDERS.map((name) => [`${name}-sessions`, { type: 'string' as const }])),
    },
  })
  const texts = values as Record<string, string | boolean | undefined>
  const number = (name: string): number | undefined => {
    const text = texts[name]
    if (typeof text !== 'string') return undefined
    const value = Number(text)
    if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
      throw new RangeError(`--${name} wants a number that is not negative.`)
    }
    return value
  }
  return {
    portChannel: values['port-channel'] === true,
    options: {
      seed: number('seed'),
      ports: collect(listeners, (name) => number(`${name}-port`)),
      population: collect<Provider>(PROVIDERS, (name) => number(`${name}-sessions`)),
      churn: values['no-churn'] !== true,
      churnSpeed: number('churn-speed'),
      luaprotRemovalDelayMs: number('luaprot-removal-ms'),
      luaauthMessageWaitMs: number('luaauth-wait-ms'),
      ...(values['no-rate-limits'] === true ? { rateLimits: false as const } : {}),
    },
  }
}

/** The names that have a value, with it. */
function collect<Name extends string>(
  names: readonly Name[],
  read: (name: Name) => number | undefined,
): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {}
  for (const name of names) {
    const value = read(name)
    if (value !== undefined) found[name] = value
  }
  return found
}
