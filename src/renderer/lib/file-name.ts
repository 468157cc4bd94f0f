const padded = (value: number): string => String(value).padStart(2, '0')

/** A name to propose for a file that is saved at `now`, with its day in the person's own zone: `sessions-2026-02-06.csv`. */
export const datedName = (name: string, extension: string, now = new Date()): string =>
  `${name}-${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}.${extension}`
