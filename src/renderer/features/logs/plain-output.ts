const tab = 0x09
const lineFeed = 0x0a
const carriageReturn = 0x0d
const escapeCode = 0x1b
const del = 0x7f

/** 8-bit forms of ESC and another character. */
const csi = 0x9b
const stringOpeners8: ReadonlySet<number> = new Set([0x90, 0x98, 0x9d, 0x9e, 0x9f])
/** `ESC P`, `X`, `]`, `^`, `_`: a string that goes on until its terminator. */
const stringOpeners7: ReadonlySet<number> = new Set([0x50, 0x58, 0x5d, 0x5e, 0x5f])
const bell = 0x07
const stringTerminator = 0x9c
const backslash = 0x5c

const isControl = (code: number) => code < 0x20 || (code >= del && code < 0xa0)

/** Turns text around or hides it; the joiners stay, which scripts and emoji need. */
const deceptive =
  /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/**
 * What a terminal printed, as text to read: without escape sequences, control characters (but line ends and tabs) and
 * what turns text around. A sequence that never ends takes its own line at most, so that nothing printed can hide what
 * comes after. Looks at each character once.
 */
export function plainOutput(text: string): string {
  const parts: string[] = []
  let kept = 0
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (!isControl(code) || code === tab || code === lineFeed) {
      at += 1
      continue
    }
    parts.push(text.slice(kept, at))
    if (code === carriageReturn) {
      // Alone it begins the line anew: both states stay readable as lines.
      if (text.charCodeAt(at + 1) !== lineFeed) parts.push('\n')
      at += 1
    } else at = afterSequence(text, at)
    kept = at
  }
  parts.push(text.slice(kept))
  return parts.join('').replace(deceptive, '')
}

/** Where the text goes on after the control character, or the sequence, at `start`. */
function afterSequence(text: string, start: number): number {
  const code = text.charCodeAt(start)
  const next = start + 1
  if (code === csi) return afterControlSequence(text, next)
  if (stringOpeners8.has(code)) return afterString(text, next)
  if (code !== escapeCode) return next
  const opener = text.charCodeAt(next)
  if (opener === 0x5b) return afterControlSequence(text, next + 1)
  if (stringOpeners7.has(opener)) return afterString(text, next + 1)
  const final = skip(text, next, 0x20, 0x2f)
  return skipOne(text, final, 0x30, 0x7e)
}

/** Parameters, intermediates, one final character. */
const afterControlSequence = (text: string, start: number): number =>
  skipOne(text, skip(text, skip(text, start, 0x30, 0x3f), 0x20, 0x2f), 0x40, 0x7e)

function afterString(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === bell || code === stringTerminator) return at + 1
    if (code === escapeCode) return text.charCodeAt(at + 1) === backslash ? at + 2 : at
    if (code === lineFeed || code === carriageReturn) return at
  }
  return text.length
}

function skip(text: string, start: number, from: number, to: number): number {
  let at = start
  while (text.charCodeAt(at) >= from && text.charCodeAt(at) <= to) at += 1
  return at
}

const skipOne = (text: string, at: number, from: number, to: number): number =>
  text.charCodeAt(at) >= from && text.charCodeAt(at) <= to ? at + 1 : at
