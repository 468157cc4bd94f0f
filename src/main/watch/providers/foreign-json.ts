import type { Json } from '../../../shared/action'
import { shortened } from './readers'

/*
 * JSON that is neither ours nor documented: what a customer's client answers, and what a service adds to its errors. It may
 * be as deep and as large as somebody likes, and everything behind the network walks values by recursion.
 */

/** Levels of foreign JSON that are kept as they are, and entries of each. */
const mostLevels = 6
const mostEntries = 100
/** Parts of one foreign value, and characters of their texts, all together. */
const mostParts = 20_000

/** What stands for a part that was left out. */
const leftOut = '…'

/** A copy that is small and flat enough for everybody; what exceeds that reads “…”. */
export function boundedJson(value: unknown): Json {
  let budget = mostParts
  const text = (whole: string) => {
    const kept = shortened(whole, Math.max(1, budget))
    budget -= kept.length
    return kept
  }
  const copy = (part: unknown, levels: number): Json => {
    budget -= 1
    if (budget <= 0) return leftOut
    if (typeof part === 'string') return text(part)
    if (typeof part === 'boolean' || Number.isFinite(part)) return part as Json
    if (typeof part !== 'object' || part === null) return null
    if (levels === 0) return leftOut
    if (Array.isArray(part)) {
      const kept = part.slice(0, mostEntries).map((entry) => copy(entry, levels - 1))
      return part.length > mostEntries ? [...kept, leftOut] : kept
    }
    const entries = Object.entries(part)
    const kept = entries.slice(0, mostEntries).map(([name, entry]) => [text(name), copy(entry, levels - 1)])
    return Object.fromEntries(entries.length > mostEntries ? [...kept, [leftOut, leftOut]] : kept)
  }
  return copy(value, mostLevels)
}

/** The end of the string that begins at `start`: the index behind its closing quote. */
function endOfString(json: string, start: number): number {
  let at = start + 1
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return at + 1
}

/** The end of the value that begins at `start`, an entry of an object or a list. Knows nothing of what is inside. */
function endOfValue(json: string, start: number): number {
  let depth = 0
  let at = start
  while (at < json.length) {
    const sign = json[at]
    if (sign === '"') {
      at = endOfString(json, at)
      continue
    }
    if (sign === '{' || sign === '[') depth += 1
    if (depth === 0 && (sign === ',' || sign === '}' || sign === ']')) return at
    if (sign === '}' || sign === ']') depth -= 1
    at += 1
  }
  return at
}

/**
 * The JSON object in `json` with the values of its own members of this name as texts of their JSON, so that whoever parses
 * it never sees into them. Other text comes back as it is.
 */
export function withMemberAsText(json: string, name: string): string {
  let quoted = ''
  let copied = 0
  let at = json.indexOf('{') + 1
  if (at === 0 || json.slice(0, at - 1).trim() !== '') return json
  while (at < json.length) {
    const key = json.indexOf('"', at)
    const colon = key < 0 ? -1 : json.indexOf(':', endOfString(json, key))
    if (colon < 0) break
    const end = endOfValue(json, colon + 1)
    if (json.slice(key, endOfString(json, key)) === JSON.stringify(name)) {
      quoted += `${json.slice(copied, colon + 1)}${JSON.stringify(json.slice(colon + 1, end).trim())}`
      copied = end
    }
    at = end + 1
  }
  return quoted + json.slice(copied)
}
