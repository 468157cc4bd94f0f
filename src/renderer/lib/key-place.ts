/** The parts of a keyboard event that say which key it was. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code'>

const latin = /^[\u0020-\u024f]$/

/** The digit on a key of the row of digits, which some layouts (French, Czech) give only with Shift; else `null`. */
export const digitByPlace = ({ code }: PressedKey): string | null => /^Digit(\d)$/.exec(code)?.[1] ?? null

/**
 * The Latin letter at a key's place, where the layout has another alphabet there (Greek, Cyrillic, Arabic); else `null`.
 * A Latin layout's own letter holds, wherever it lies.
 */
export function letterByPlace({ key, code }: PressedKey): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? null
  return [...key].length === 1 && !latin.test(key) ? letter : null
}
