import { Lazy } from './lazy'

/*
 * How texts are compared and searched, in every box of the window and in the log: as people read them, whatever keyboard
 * wrote them.
 */

/** Nearly all names and ids: for them lower case says it all. */
const plain = /^[\0-\x7f]*$/

const invisible = /\p{Default_Ignorable_Code_Point}+/gu

/** A text in one spelling, and without what nobody sees: full width is narrow, a letter and its accent are one. */
export const legible = (text: string): string =>
  plain.test(text) ? text : text.normalize('NFKC').replace(invisible, '').normalize('NFC')

/**
 * A text in the form in which it is compared. Capitals do not count, and neither do the dots of a Turkish i; ß is ss, and
 * both sigmas are one.
 */
export function folded(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  // By way of capitals, where ß, ı and ſ have one form each; before that ẞ, which has another.
  return legible(text)
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
}

/** Whether two texts read the same. `wanted` is folded, because it is asked of many. */
export const reads = (text: string, wanted: string): boolean =>
  // Most names differ in their length already.
  (text.length === wanted.length || !plain.test(text)) && folded(text) === wanted

/** The words of a search, folded: each has to stand somewhere in what is searched. */
export const searchWords = (query: string): string[] => folded(query).split(/\s+/).filter(Boolean)

const segmenter = new Lazy(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

/** A text in parts as wide as one letter: what folding changes, it changes within one of these. */
export const graphemesOf = (text: string): Intl.Segments => segmenter.value.segment(text)

/** Every place of a folded text in another, as indices into it, in order; they do not overlap. */
export function placesOf(text: string, wanted: string): { start: number; end: number }[] {
  if (wanted === '' || !folded(text).includes(wanted)) return []
  if (plain.test(text)) {
    const lower = text.toLowerCase()
    return occurrences(lower, wanted).map((start) => ({ start, end: start + wanted.length }))
  }
  let line = ''
  const origins: { start: number; end: number }[] = []
  for (const { segment, index } of graphemesOf(text)) {
    const letter = folded(segment)
    for (let at = 0; at < letter.length; at++) origins.push({ start: index, end: index + segment.length })
    line += letter
  }
  const places: { start: number; end: number }[] = []
  for (const at of occurrences(line, wanted)) {
    const start = origins[at]?.start ?? 0
    // Both halves of ß are one place.
    if (start >= (places.at(-1)?.end ?? 0))
      places.push({ start, end: origins[at + wanted.length - 1]?.end ?? start })
  }
  return places
}

/** A part of a text; `start` is where it begins there. */
export type TextPiece = { text: string; start: number; isHit: boolean }

/** A text in pieces: those in which one of the words stands are hits; words that overlap are one. `words` are folded. */
export function piecesOf(text: string, words: readonly string[]): TextPiece[] {
  const places = words.flatMap((word) => placesOf(text, word)).sort((a, b) => a.start - b.start)
  const pieces: TextPiece[] = []
  let at = 0
  const add = (end: number, isHit: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), start: at, isHit })
    at = Math.max(at, end)
  }
  for (const { start, end } of places) {
    const last = pieces.at(-1)
    if (last && start < at && end > at) {
      last.text += text.slice(at, end)
      at = end
    }
    add(start, false)
    add(end, true)
  }
  add(text.length, false)
  return pieces
}

function occurrences(text: string, wanted: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found.push(at)
  return found
}
