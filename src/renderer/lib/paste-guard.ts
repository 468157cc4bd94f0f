/** Why a paste is asked about first. */
export type PasteRisk = {
  /** How many lines it has; each but the last runs at once in a plain shell. */
  lines: number
  /** How many control characters it has, besides tabs and line breaks. */
  controls: number
}

// Everything of Unicode's control and format kinds but tabs and line breaks: a page can hide them in what looks like
// harmless text. The joiners of emoji and of some scripts are format characters too, and are left alone.
const controlCharacters = /(?![\t\r\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const lineBreak = /\r\n|\r|\n/

/** What is risky in a text; `null` when it is one line of plain characters without a line break at its end. */
export function pasteRisk(text: string): PasteRisk | null {
  const pieces = text.split(lineBreak)
  const lines = pieces.at(-1) === '' ? pieces.length - 1 : pieces.length
  const controls = text.match(controlCharacters)?.length ?? 0
  return pieces.length > 1 || controls > 0 ? { lines: Math.max(1, lines), controls } : null
}

/** The text without its control characters; tabs and line breaks stay. */
export const withoutControls = (text: string): string => text.replace(controlCharacters, '')

/** The text as a terminal takes it: line breaks as Return, and no way out of a bracketed paste. */
export const forTerminal = (text: string): string =>
  text
    .replaceAll(/\r\n|\n/g, '\r')
    .replaceAll('\u001b[201~', '[201~')
    .replaceAll('\u009b201~', '201~')

/** Longest preview, characters. */
const previewLength = 2_000

/** What is about to be pasted, with every control character written out: `^[` is Esc. */
export function pastePreview(text: string): string {
  const shown = text.slice(0, previewLength).replaceAll(/\r\n|\r/g, '\n')
  const visible = shown.replace(controlCharacters, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20 || code === 0x7f) return `^${String.fromCharCode(code ^ 0x40)}`
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
  return text.length > previewLength ? `${visible}…` : visible
}
