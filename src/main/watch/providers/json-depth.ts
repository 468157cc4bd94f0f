/** Levels of a JSON answer that are kept. The documents know five; parsers, clones and schemas give up at a thousand. */
export const deepest = 100

/** What stands for a value that is left out, the longest that is not longer than the value. */
const placeholders = [Buffer.from('"…"'), Buffer.from('""')]

const quote = 0x22
const backslash = 0x5c
const leftBracket = 0x5b
const leftBrace = 0x7b
const rightBrace = 0x7d

/** A byte with `[` as `{` and `]` as `}`, from which they differ in one bit. */
const brace = (byte: number) => byte | 0x20

/**
 * JSON without what is nested deeper than {@link deepest}, found in one pass over its bytes, before a parser spends time
 * and memory on it. `isOpen`: it ended before its first value did.
 *
 * @param body need not be JSON; is changed in place where something is left out
 */
export function pruned(body: Buffer): { json: Buffer; isOpen: boolean } {
  const { length } = body
  let depth = 0
  let isOpen = true
  let at = 0
  while (at < length) {
    const byte = body[at] ?? 0
    if (byte === quote) at = endOfString(body, at)
    // Most bytes outside strings are digits and commas, below all of these.
    else if (byte >= leftBracket) {
      if (brace(byte) === leftBrace) {
        depth += 1
        if (depth > deepest) return prune(body)
      } else if (brace(byte) === rightBrace) {
        depth -= 1
        if (depth === 0) isOpen = false
      }
    }
    at += 1
  }
  return { json: body, isOpen }
}

/** Levels of an object that {@link endOfObject} looks into: whatever it is a part of, nothing of it is too deep. */
export const deepestObject = deepest / 2

/**
 * The byte behind the object that begins at `start`, if it is JSON; `-1` where none begins, where it does not end, or where
 * it is nested so deep that a part of it might have to be left out.
 */
export function endOfObject(body: Buffer, start: number): number {
  if (body[start] !== leftBrace) return -1
  const { length } = body
  let depth = 0
  for (let at = start; at < length; at += 1) {
    const byte = body[at] ?? 0
    if (byte === quote) at = endOfString(body, at)
    else if (byte >= leftBracket) {
      if (brace(byte) === leftBrace) {
        depth += 1
        if (depth > deepestObject) return -1
      } else if (brace(byte) === rightBrace) {
        depth -= 1
        if (depth === 0) return at + 1
      }
    }
  }
  return -1
}

/** The place of the quote that ends the string which begins at `start`. */
function endOfString(body: Buffer, start: number): number {
  const { length } = body
  for (let at = start + 1; at < length; at += 1) {
    const byte = body[at]
    if (byte === quote) return at
    if (byte === backslash) at += 1
  }
  return length
}

/** Moves what is kept to the front. */
function prune(body: Buffer): { json: Buffer; isOpen: boolean } {
  let depth = 0
  let isOpen = true
  let cutAt = 0
  let kept = 0
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    if (byte === quote) {
      const end = Math.min(endOfString(body, at) + 1, body.length)
      if (depth <= deepest) {
        body.copyWithin(kept, at, end)
        kept += end - at
      }
      at = end - 1
      continue
    }
    if (brace(byte) === leftBrace) {
      depth += 1
      if (depth === deepest + 1) cutAt = at
    }
    if (depth <= deepest) {
      body[kept] = byte
      kept += 1
    }
    if (brace(byte) !== rightBrace) continue
    if (depth === deepest + 1)
      kept += placeholders.find(({ length }) => length <= at + 1 - cutAt)?.copy(body, kept) ?? 0
    depth -= 1
    if (depth === 0) isOpen = false
  }
  return { json: body.subarray(0, kept), isOpen }
}
