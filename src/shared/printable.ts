/**
 * Control characters and those that turn the direction of what follows. The joiners stay where they stand behind a
 * letter or a sign: Persian names and many emoji are written with them.
 */
const unprintable =
  /(?:(?!(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}])+/gu

/** A text from outside as one line that can be read; empty where nothing of it can. */
export const printable = (text: string): string => text.replace(unprintable, ' ').trim()
