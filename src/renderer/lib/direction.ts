const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g

/** A name to put inside a sentence: whatever marks of direction it holds, the words around it keep their order. */
export const isolated = (name: string): string => `\u2068${name.replace(directionMarks, '')}\u2069`

const beginsRightToLeft = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** Whether a text is written from right to left: its first letter says. */
export const isRightToLeft = (text: string): boolean => beginsRightToLeft.test(text)
