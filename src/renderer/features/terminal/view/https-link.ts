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
