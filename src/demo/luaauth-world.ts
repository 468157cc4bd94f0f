import type { Context } from 'hono'
import type { Clock } from './clock'
import type { Env } from './http'
import type { LuaAuthPlan } from './options'
import type { Recorder } from './recorder'
import type { Population, Visit } from './world/population'

/** The scripts of the demo account: with keys, free for all, and one that nobody can run before it is updated. */
export const LUAAUTH_SCRIPT_IDS = {
  keyed: '6977a1c04be21f0d53e8a901',
  freeForAll: '6977a1c04be21f0d53e8a902',
  outdated: '6977a1c04be21f0d53e8a903',
} as const

export const PLACES = [606849621, 2753915549, 8737899170, 15532962292]

export interface LuaAuthVisit extends Visit {
  scriptId: string
  userKey: string | null | undefined
  placeId: number
  jobId: string
}

export interface Script {
  id: string
  name: string
  freeForAll: boolean
  useHeartbeat: boolean
  kickOutdated: boolean
  requireSessions: boolean
  enabled: boolean
  needsUpdate: boolean
  totalExecutions: number
}

/** What the two groups of endpoints share. */
export interface LuaAuthWorld {
  clock: Clock
  recorder: Recorder
  population: Population<LuaAuthVisit>
  scripts: Map<string, Script>
  messageWaitMs: number
  plan: LuaAuthPlan
}

/** A fresh copy of the demo account's scripts, by id. */
export function demoScripts(): Map<string, Script> {
  const usual = { useHeartbeat: true, kickOutdated: false, requireSessions: false }
  const scripts: Script[] = [
    {
      ...usual,
      id: LUAAUTH_SCRIPT_IDS.keyed,
      name: 'Autofarm',
      freeForAll: false,
      enabled: true,
      needsUpdate: false,
      totalExecutions: 48_213,
    },
    {
      ...usual,
      id: LUAAUTH_SCRIPT_IDS.freeForAll,
      name: 'Free Mode',
      freeForAll: true,
      enabled: true,
      needsUpdate: false,
      totalExecutions: 9_120,
    },
    {
      ...usual,
      id: LUAAUTH_SCRIPT_IDS.outdated,
      name: 'Old Build',
      freeForAll: false,
      enabled: false,
      needsUpdate: true,
      totalExecutions: 311,
    },
  ]
  return new Map(scripts.map((script) => [script.id, script]))
}

/** An error outside the endpoints' own tables, with the generic code 0. */
export function refuse(
  c: Context<Env>,
  status: 400 | 401 | 403 | 404 | 429 | 502,
  message: string,
): Response {
  return c.json({ success: false, error: { code: 0, message } }, status)
}

/** An error of an endpoint's table. The documents name no HTTP status for these. */
export function fail(c: Context<Env>, code: number, message: string, extra: object = {}): Response {
  return c.json({ success: false, error: { code, message, ...extra } }, 400)
}

/** A session in the documents' form. */
export function sessionToWire(visit: LuaAuthVisit) {
  return {
    id: visit.id,
    ...(visit.userKey === undefined ? {} : { user_key: visit.userKey }),
    script_id: visit.scriptId,
    roblox_id: visit.person.robloxId,
    place_id: visit.placeId,
    job_id: visit.jobId,
    created_at: visit.createdAtMs,
    // Undocumented on purpose.
    ws_region: 'demo',
  }
}
