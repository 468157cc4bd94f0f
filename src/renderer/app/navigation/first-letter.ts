import { Lazy } from '../../../shared/lazy'

const letters = new Lazy(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }))

/** A letter that no accent follows. */
const plainLetter = /^[!-~](?=[ -~]|$)/

/** What stands for a name where there is room for one letter: its first, whole with its accents or as an emoji is made. */
export function firstLetter(name: string): string {
  const text = name.trim()
  const first = plainLetter.exec(text)?.[0] ?? letters.value.segment(text).containing(0)?.segment
  return first?.toUpperCase() ?? '?'
}
