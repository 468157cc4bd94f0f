import type { Clock } from './clock'
import type { RateWindow } from './rate-limit'
import type { Prng } from './world/prng'

export const PROVIDERS = ['luaprot', 'luaauth', 'junkie', 'vsay'] as const
export type Provider = (typeof PROVIDERS)[number]

/** A duration in milliseconds, or the bounds between which each one is drawn. */
type Delay = number | readonly [minMs: number, maxMs: number]

export interface DemoOptions {
  /** The same seed makes the same people and the same comings and goings. */
  seed?: number
  /** Ports on 127.0.0.1; 0 takes a free one. */
  ports?: Partial<Record<Provider | 'control' | 'ssh', number>>
  /** Sessions at the start. */
  population?: Partial<Record<Provider, number>>
  /** Whether sessions come and go on their own. */
  churn?: boolean
  /** 2 doubles the usual churn. */
  churnSpeed?: number
  /** How long LuaProt lists a session after its disconnect; the document says up to 90 s. */
  luaprotRemovalDelayMs?: Delay
  /** The same for LuaAuth, whose document promises nothing. */
  luaauthRemovalDelayMs?: Delay
  /** How long LuaAuth waits for a client that never answers; the document says up to 60 s. */
  luaauthMessageWaitMs?: number
  /** The state of the LuaAuth account, which some errors depend on. */
  luaauthPlan?: Partial<LuaAuthPlan>
  /** Lifetime of VSay's WebSocket tokens, ms. */
  vsayTokenLifetimeMs?: number
  /** False switches the limits off; figures replace those of one service. */
  rateLimits?: false | Partial<Record<Provider, readonly RateWindow[]>>
  clock?: Clock
}

export interface LuaAuthPlan {
  expired: boolean
  /** Whether the tier allows scripts without keys. */
  allowsFreeForAll: boolean
  obfuscationsLeft: number
}

export const DEFAULT_POPULATION: Readonly<Record<Provider, number>> = {
  luaprot: 64,
  luaauth: 38,
  junkie: 112,
  vsay: 9,
}

/** Mean time between two comings or goings at speed 1, in milliseconds. */
export const MEAN_GAP_MS: Readonly<Record<Provider, number>> = {
  luaprot: 7_000,
  luaauth: 11_000,
  junkie: 6_000,
  vsay: 40_000,
}

/** The limits that are known from the services' public pages; Junkie's is a guess. */
export const RATE_LIMITS: Readonly<Record<Provider, readonly RateWindow[]>> = {
  luaprot: [
    { limit: 20, windowMs: 10_000 },
    { limit: 60, windowMs: 60_000 },
  ],
  luaauth: [{ limit: 50, windowMs: 1_000 }],
  junkie: [{ limit: 60, windowMs: 60_000 }],
  vsay: [{ limit: 60, windowMs: 60_000 }],
}

/** A function that draws each delay in milliseconds. */
export function delayFrom(delay: Delay, prng: Prng): () => number {
  return typeof delay === 'number' ? () => delay : () => prng.int(delay[0], delay[1])
}
