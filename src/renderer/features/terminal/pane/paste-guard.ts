/** Why a paste has to be confirmed. */
export type PasteRisk = {
  /** How many lines it has; each but the last runs at once in a plain shell. */
  lines: number
  /** How many characters it has that are not what they look like, or look like nothing. */
  hidden: number
}

/**
 * Characters that a web page can hide in harmless-looking text: control and format characters (except tabs and line
 * breaks), those that Unicode allows to be drawn as nothing (Hangul fillers, variation selectors), and the Braille blank.
 * Not those that everyday text needs: the joiners of emoji and of some scripts, and the selectors of emoji and text style.
 */
const unseen = /(?![\t\r\n]|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\u2800]/u
/** Spaces that a shell takes for letters. */
const otherSpaces = /(?! )\p{Zs}/u
const hiddenCharacters = new RegExp(`${unseen.source}|${otherSpaces.source}`, 'gu')
const lineBreak = /\r\n|\r|\n/

/** The risks of a text; `null` for one line of plain characters without a line break at its end. */
export function pasteRisk(text: string): PasteRisk | null {
  const pieces = text.split(lineBreak)
  const lines = pieces.at(-1) === '' ? pieces.length - 1 : pieces.length
  const hidden = text.match(hiddenCharacters)?.length ?? 0
  return pieces.length > 1 || hidden > 0 ? { lines: Math.max(1, lines), hidden } : null
}

/** The text as it looks: plain spaces, and nothing that is not seen. Tabs and line breaks stay. */
export const plainText = (text: string): string =>
  text.replace(hiddenCharacters, (character) => (otherSpaces.test(character) ? ' ' : ''))

/** The two forms of the sequence that ends a bracketed paste (`ESC [` and the one character CSI), and its replacement. */
const pasteEnds = [
  ['\u001b[201~', '␛[201~'],
  ['\u009b201~', '␛201~'],
] as const

/**
 * The text as a terminal takes it: line breaks as Return, and no way out of a bracketed paste. The character that would
 * begin the way out is replaced, not taken out: what is left and right of it must not become another one.
 */
export const forTerminal = (text: string): string =>
  pasteEnds.reduce((rest, [end, shown]) => rest.replaceAll(end, shown), text.replaceAll(/\r\n|\n/g, '\r'))

/** Longest preview, characters. */
const previewLength = 2_000

/** A text before it is pasted, with every hidden character written out: `^[` is Esc. */
export function pastePreview(text: string): string {
  const shown = text.slice(0, previewLength).replaceAll(/\r\n|\r/g, '\n')
  const visible = shown.replace(hiddenCharacters, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20 || code === 0x7f) return `^${String.fromCharCode(code ^ 0x40)}`
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
  return text.length > previewLength ? `${visible}…` : visible
}
