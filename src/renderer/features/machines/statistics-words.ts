import { grouped } from '../../../shared/counted'
import { Lazy } from '../../../shared/lazy'
import type { Statistics } from '../../../shared/statistics'
import { nothing } from '../../lib/format'

const hoursFormat = new Lazy(() => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }))

/** Hours as the service counts them, to a tenth: "4,500 h". */
const hours = (value: number): string => `${hoursFormat.value.format(value)} h`

const averageText = (totalHours: number, sessions: number): string => {
  const average = totalHours / sessions
  return average < 1 ? `${hoursFormat.value.format(average * 60)} min` : hours(average)
}

/** A figure with its name. */
type Figure = { label: string; text: string }

/** The figures of an organisation, exact; "—" where the service says nothing, no average where one cannot be made. */
export function figuresOf(statistics: Statistics): Figure[] {
  const { totalSessions, activeSessions, uniqueUsers, totalDurationHours } = statistics
  const number = (value: number | null) => (value === null ? nothing : grouped(value))
  const figures = [
    { label: 'Sessions', text: number(totalSessions) },
    { label: 'Active now', text: number(activeSessions) },
    { label: 'Users', text: number(uniqueUsers) },
    { label: 'Total time', text: totalDurationHours === null ? nothing : hours(totalDurationHours) },
  ]
  if (totalDurationHours !== null && totalSessions)
    figures.push({ label: 'Average session', text: averageText(totalDurationHours, totalSessions) })
  return figures
}

/** `part` of `whole`, 0 to 1, whatever a service counts. */
export const shareOf = (part: number | null, whole: number | null): number =>
  part === null || whole === null || whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole))
