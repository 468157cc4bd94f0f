import { catalogue } from './catalogue'

/** Spans of time, as short as they can be. */
export const spansText = catalogue.area('spans', {
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} m`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => `${count} d`,
})
