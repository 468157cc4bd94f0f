import type { Translation } from '../catalogue'
import type { spansText } from '../spans'

export const spans: Translation<typeof spansText> = {
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  hours: (count) => `${count} h`,
  days: (count) => `${count} T`,
}
