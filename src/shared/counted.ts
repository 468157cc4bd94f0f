const thousandsApart = new Intl.NumberFormat('en', { useGrouping: true })

/** A number with its thousands apart: `1,204`. */
export const grouped = (value: number): string => thousandsApart.format(value)

/** `1 session`, `1,204 sessions`. `many`: where the plural is more than an s. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${grouped(value)} ${value === 1 ? one : many}`
