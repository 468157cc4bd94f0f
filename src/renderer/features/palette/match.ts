import { folded, graphemesOf, searchWords } from '../../../shared/text-match'

/** A part of a text, as indices into it. */
export type Part = { start: number; end: number }

/** How well a query fits a text, the more the better, and which parts of the text it names. */
export type Match = { score: number; parts: readonly Part[] }

/** How a word of a query stands in a text. */
const scores = { prefix: 4, wordStart: 3, inside: 2, scattered: 1 } as const

/** One letter of a text in the form in which it is compared, and where it comes from. */
type Letter = Part & { letter: string; startsWord: boolean }

/** A text that can be matched many times. */
export type Matchable = readonly Letter[]

const isOfWord = /[\p{L}\p{N}]/u

/** Prepares a text. What folding makes longer (ß) is several letters of one place. */
export function matchable(text: string): Matchable {
  const letters: Letter[] = []
  let wasOfWord = false
  for (const { segment, index } of graphemesOf(text)) {
    const ofWord = isOfWord.test(segment)
    for (const [at, letter] of [...folded(segment)].entries())
      letters.push({
        letter,
        start: index,
        end: index + segment.length,
        startsWord: ofWord && !wasOfWord && at === 0,
      })
    wasOfWord = ofWord
  }
  return letters
}

/** The words of a query, each as its letters. */
export const queryWords = (query: string): readonly (readonly string[])[] =>
  searchWords(query).map((word) => [...word])

/**
 * How a query fits a text; `null`: one of its words does not. A word at the beginning counts most, then one that begins a
 * word of the text, then one inside it, then, unless `isWhole`, letters in this order of which the first begins a word.
 */
export function matchOf(
  text: Matchable,
  words: ReturnType<typeof queryWords>,
  isWhole = false,
): Match | null {
  let score = 0
  const parts: Part[] = []
  for (const word of words) {
    const found = wholeIn(text, word) ?? (isWhole ? null : scattered(text, word))
    if (!found) return null
    score += found.score / words.length
    parts.push(...found.at.flatMap((at) => text[at] ?? []))
  }
  return { score, parts: joined(parts) }
}

type FoundWord = { score: number; at: readonly number[] }

function wholeIn(text: Matchable, word: readonly string[]): FoundWord | null {
  let inside: FoundWord | null = null
  for (let from = 0; from + word.length <= text.length; from++) {
    if (!word.every((letter, at) => text[from + at]?.letter === letter)) continue
    const at = word.map((_, index) => from + index)
    if (from === 0) return { score: scores.prefix, at }
    if (text[from]?.startsWord) return { score: scores.wordStart, at }
    inside ??= { score: scores.inside, at }
  }
  return inside
}

/** The letters of a word in their order, from the first word of the text at which they are found. */
function scattered(text: Matchable, [first, ...others]: readonly string[]): FoundWord | null {
  for (const [from, { letter, startsWord }] of text.entries()) {
    if (!startsWord || letter !== first) continue
    const at = [from]
    for (const other of others) {
      const next = text.findIndex((each, index) => index > (at.at(-1) ?? from) && each.letter === other)
      // A later beginning leaves still less of the text.
      if (next < 0) return null
      at.push(next)
    }
    return { score: scores.scattered, at }
  }
  return null
}

/** Parts in the order of the text, those that touch or overlap as one. */
function joined(parts: readonly Part[]): Part[] {
  const whole: Part[] = []
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else whole.push({ start, end })
  }
  return whole
}
