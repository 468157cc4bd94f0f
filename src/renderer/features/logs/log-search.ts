import { logsText } from '../../../shared/text/logs'
import { folded, placesOf } from '../../../shared/text-match'
import type { LogLine } from './log-lines'

/** A place that was found: which line, and which of its characters. */
export type LogHit = { line: number; start: number; end: number }

/** Most hits that are counted. */
export const mostHits = 10_000

/** Every place of a text in the lines, the first ten thousand. */
export function findHits(lines: readonly LogLine[], query: string): LogHit[] {
  const wanted = folded(query)
  const hits: LogHit[] = []
  for (const [line, { text }] of lines.entries()) {
    for (const place of placesOf(text, wanted)) {
      hits.push({ line, ...place })
      if (hits.length === mostHits) return hits
    }
  }
  return hits
}

/** A line's text in pieces, those that were found marked; `start` is where a piece begins. */
export function piecesOf(text: string, query: string): { text: string; start: number; isHit: boolean }[] {
  const pieces: { text: string; start: number; isHit: boolean }[] = []
  let at = 0
  const add = (end: number, isHit: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), start: at, isHit })
    at = end
  }
  for (const { start, end } of placesOf(text, folded(query))) {
    add(start, false)
    add(end, true)
  }
  add(text.length, false)
  return pieces
}

/** "3 of 12", "none", nothing without a search. */
export function hitsText(query: string, current: number, found: number): string {
  if (query === '') return ''
  if (found === 0) return logsText.noHits
  return found === mostHits ? logsText.moreHits(current + 1, found) : logsText.hits(current + 1, found)
}
