/** Longest title that is shown, characters. */
const maxLength = 80

// C0, DEL, C1; and everything of Unicode's "format" kind: bidirectional controls, zero-width marks, tags.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu
const spaces = /\s+/gu

/**
 * What of a title that a remote program set may be shown: one line, nothing invisible, nothing that turns the text
 * around, at most 80 characters. Empty when nothing is left.
 */
export function cleanTitle(title: string): string {
  // Cut first: a title of megabytes must not be searched.
  const text = title
    .slice(0, 4 * maxLength)
    .replace(spaces, ' ')
    .replace(unseen, '')
    .trim()
  const characters = [...text]
  return characters.length > maxLength
    ? `${characters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`
    : text
}
