import { Lazy } from './lazy'

const thousandsApart = new Lazy(() => new Intl.NumberFormat('en', { useGrouping: true }))
const placeOfComma = /\B(?=(?:\d{3})+$)/g

/** A number with its thousands apart: `1,204`. */
export const grouped = (value: number): string =>
  // Nearly all are whole. The first formatter of a thread takes more than 10 ms to make.
  Number.isSafeInteger(value) ? String(value).replace(placeOfComma, ',') : thousandsApart.value.format(value)

/** `1 session`, `1,204 sessions`. `many`: where the plural is more than an s. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${grouped(value)} ${value === 1 ? one : many}`
