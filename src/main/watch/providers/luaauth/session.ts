import { fields, ownId, type Reading } from '../readers'

/** A session as all of LuaAuth's documents give it; `created_at` is epoch ms, as on the wire. */
export type LuaauthSession = {
  id: string
  /** `null` for a free-for-all user. */
  user_key: string | null
  script_id: string | null
  roblox_id: string | null
  place_id: string | null
  job_id: string | null
  created_at: number | null
}

/** Reads one session; throws when its id cannot be read. */
export function readSession(item: unknown, read: Reading): LuaauthSession {
  const from = fields(item)
  return {
    id: ownId(from.id),
    user_key: read.text(from.user_key),
    script_id: read.id(from.script_id),
    roblox_id: read.id(from.roblox_id),
    place_id: read.id(from.place_id),
    job_id: read.text(from.job_id),
    created_at: read.time(from.created_at, 'milliseconds'),
  }
}
