/**
 * Control characters, those that turn the direction of what follows or cannot be seen, those of private use and halves of
 * characters. The joiners stay where they stand behind a letter or a sign: Persian names and many emoji are written
 * with them.
 */
const unprintable =
  /(?:(?!(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}])+/gu

/** Longest foreign words in a sentence by default, characters. */
const usualLine = 300
/** Longest line of a text of several lines, characters: far above anything that a person would read. */
const longestLine = 1_000

/** A name from outside as one line that can be read, its spaces as they are; empty where nothing of it can. */
export const printable = (text: string): string => text.replace(unprintable, ' ').trim()

/** Text of at most `most` characters: a longer one ends in “…”, never in half a character. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…` : text

/**
 * Words from outside for a sentence or a title: one line of at most `most` characters, each white space one space, and
 * nothing that steers a terminal or a reader's eye.
 */
export function printableLine(text: string, most = usualLine): string {
  // Cut first: a text of megabytes must not be searched.
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .replace(unprintable, '')
    .trim()
  return shortened(line, most)
}

/**
 * A text from outside of several lines, such as a banner, as it was sent: spaces stand, and nothing steers a terminal or a
 * reader's eye. Empty lines at the end are dropped. `most`: characters of the whole.
 */
export function printableLines(text: string, most: number): string[] {
  return shortened(text, most)
    .trimEnd()
    .split(/\r\n|\n|\r/)
    .map((line) => {
      const plain = line
        .replace(/\t/g, '    ')
        .replace(/[^\S ]/g, ' ')
        .replace(unprintable, '')
        .trimEnd()
      return shortened(plain, longestLine)
    })
}
