/** How a document writes times: counted from 1970 in a unit, or as text. */
export type TimeForm = 'seconds' | 'milliseconds' | 'ISO 8601'

const unitMs = { seconds: 1e3, milliseconds: 1, microseconds: 1e-3, nanoseconds: 1e-6 } as const
export type TimeUnit = keyof typeof unitMs
const units = Object.keys(unitMs) as TimeUnit[]

/** When a session, a key or an account of a service can have begun or end, epoch ms. */
const plausible = { from: Date.UTC(2000, 0), to: Date.UTC(2100, 0) }
/** The same with keys that expire in the year 9999. */
const possible = { from: plausible.from, to: Date.UTC(10_000, 0) }

/** A time counted from 1970 as epoch ms, if it is a plausible one in this unit. Nothing is allocated: lists are long. */
export function usualMs(count: number, unit: TimeUnit): number | null {
  const ms = Math.round(count * unitMs[unit])
  return ms >= plausible.from && ms < plausible.to ? ms : null
}

/**
 * A time counted from 1970, in the `documented` unit unless only another makes sense of it: what is a plausible time in
 * one unit is none in any other. `null` where none does.
 */
export function fromCount(count: number, documented: TimeUnit): { ms: number; unit: TimeUnit } | null {
  const inOrder = [documented, ...units]
  const unit =
    inOrder.find((each) => usualMs(count, each) !== null) ??
    inOrder.find((each) => {
      const ms = count * unitMs[each]
      return ms >= possible.from && ms < possible.to
    })
  return unit ? { ms: Math.round(count * unitMs[unit]), unit } : null
}

const iso =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i

/**
 * An ISO 8601 time as epoch ms; `null` for anything else and for what lies before 1970, which services write for "none".
 * Without a zone it is UTC: a service writes its own time, never this machine's. A leap second is the next minute's first.
 */
export function fromIso(written: string): number | null {
  const parts = iso.exec(written.trim())
  if (!parts) return null
  const [, day, minute = '00:00', second = '00', fraction = '', zone = 'Z'] = parts
  const isLeap = second === '60'
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}` : 'Z'
  const ms = fraction.slice(0, 3).padEnd(3, '0')
  const at = Date.parse(`${day}T${minute}:${isLeap ? '59' : second}.${ms}${offset}`) + (isLeap ? 1000 : 0)
  return at > 0 ? at : null
}
