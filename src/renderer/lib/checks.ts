// Looks at values of unknown shape by hand, for what the first row waits for: schemas would have to be loaded and built.

/** Whether a value is an object with named fields. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is a text. */
export const isText = (value: unknown): value is string => typeof value === 'string'

/** Whether a value is one of the texts that are allowed. */
export const isOneOf = <T extends string>(value: unknown, choices: readonly T[]): value is T =>
  choices.some((choice) => choice === value)

/** Whether a value is a number from `min` to `max`, both included. */
export const isWithin = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && value >= min && value <= max

/** The value that was saved under a name: `null` where there is none, or no JSON. */
export function stored(name: string): unknown {
  try {
    return JSON.parse(globalThis.localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

/** The same for a saved object: an empty one in place of anything else. */
export function storedRecord(name: string): Record<string, unknown> {
  const value = stored(name)
  return isRecord(value) ? value : {}
}
