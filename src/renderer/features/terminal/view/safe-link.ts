// Stops at quotes, braces and white space.
const character = String.raw`[^\s"'<>\`{}|\\^()[\]]`
/** Brackets belong to an address where they are closed within it. */
const bracketed = String.raw`\((?:${character}|\(${character}*\))*\)|\[${character}*\]`
/** A sentence goes on, or ends, with these. */
const punctuation = '[.,:;!?]'

/** An `https:` address in a text, without the sentence's own brackets and full stop around it. */
export const httpsLink = new RegExp(
  `https://(?:${character}|${bracketed}){0,2000}(?:(?!${punctuation})${character}|${bracketed})`,
)

/** Whether a text is an address that may be opened: `https:` and nobody's name in it. The shell checks again. */
export function isSafeLink(text: string): boolean {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' && !url.username && !url.password
  } catch {
    return false
  }
}
