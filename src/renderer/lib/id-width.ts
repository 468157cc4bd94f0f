/** The width of a character of an id, CSS px: ids stand in a mono of 12 px whose every character takes 0.6 em. */
const characterPx = 7.2

/** How many characters of an id fit `px` CSS px. */
export const idCharactersIn = (px: number): number => Math.max(0, Math.floor(px / characterPx))
