const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What stands for a name where there is room for one letter: its first, whole with its accents or as an emoji is made. */
export function firstLetter(name: string): string {
  const [first] = letters.segment(name.trim())
  return first?.segment.toUpperCase() ?? '?'
}
