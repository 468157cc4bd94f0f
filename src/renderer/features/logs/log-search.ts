import type { LogLine } from './log-lines'

/** A place that was found: which line, and which of its characters. */
export type LogHit = { line: number; start: number; end: number }

/** More than so many are not counted. */
export const mostHits = 10_000

/** Matches a text wherever it stands, capital or not; `null` for an empty one. */
const matcherOf = (query: string): RegExp | null =>
  query === '' ? null : new RegExp(query.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu')

/** Every place of a text in the lines, the first ten thousand. */
export function findHits(lines: readonly LogLine[], query: string): LogHit[] {
  const matcher = matcherOf(query)
  const hits: LogHit[] = []
  if (!matcher) return hits
  for (const [line, { text }] of lines.entries()) {
    for (const match of text.matchAll(matcher)) {
      hits.push({ line, start: match.index, end: match.index + match[0].length })
      if (hits.length === mostHits) return hits
    }
  }
  return hits
}

/** A line's text in pieces, those that were found marked; `start` is where a piece begins. */
export function piecesOf(text: string, query: string): { text: string; start: number; isHit: boolean }[] {
  const matcher = matcherOf(query)
  const pieces: { text: string; start: number; isHit: boolean }[] = []
  let at = 0
  const add = (end: number, isHit: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), start: at, isHit })
    at = end
  }
  for (const match of matcher ? text.matchAll(matcher) : []) {
    add(match.index, false)
    add(match.index + match[0].length, true)
  }
  add(text.length, false)
  return pieces
}

/** "3 of 12", "none", nothing without a search. */
export function hitsText(query: string, current: number, found: number): string {
  if (query === '') return ''
  if (found === 0) return 'none'
  return `${current + 1} of ${found === mostHits ? `${found}+` : found}`
}
