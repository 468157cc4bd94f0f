import { graphemesOf } from '../../../shared/text-match'

/** A letter that no accent follows. */
const plainLetter = /^[!-~](?=[ -~]|$)/

/** What stands for a name where there is room for one letter: its first, whole with its accents or as an emoji is made. */
export function firstLetter(name: string): string {
  const text = name.trim()
  const first = plainLetter.exec(text)?.[0] ?? graphemesOf(text).containing(0)?.segment
  return first?.toUpperCase() ?? '?'
}
