import type { Statistics } from '../../../shared/statistics'
import { catalogue } from '../../../shared/text/catalogue'
import { machinesText } from '../../../shared/text/machines'
import { nothing } from '../../lib/format'

/** To a tenth: "4,500", "1.5". */
const tenths = (value: number): string => value.toLocaleString(catalogue.locale, { maximumFractionDigits: 1 })

/** Hours as the service counts them: "4,500 h". */
const hours = (value: number): string => machinesText.hours(tenths(value))

const averageText = (totalHours: number, sessions: number): string => {
  const average = totalHours / sessions
  return average < 1 ? machinesText.minutes(tenths(average * 60)) : hours(average)
}

/** A figure with its name. */
type Figure = { label: string; text: string }

/** The figures of an organisation, exact; "—" where the service says nothing, no average where one cannot be made. */
export function figuresOf(statistics: Statistics): Figure[] {
  const { totalSessions, activeSessions, uniqueUsers, totalDurationHours } = statistics
  const number = (value: number | null) => (value === null ? nothing : catalogue.number(value))
  const figures = [
    { label: machinesText.sessionsFigure, text: number(totalSessions) },
    { label: machinesText.activeFigure, text: number(activeSessions) },
    { label: machinesText.usersFigure, text: number(uniqueUsers) },
    {
      label: machinesText.totalTimeFigure,
      text: totalDurationHours === null ? nothing : hours(totalDurationHours),
    },
  ]
  if (totalDurationHours !== null && totalSessions)
    figures.push({ label: machinesText.averageFigure, text: averageText(totalDurationHours, totalSessions) })
  return figures
}

/** `part` of `whole`, 0 to 1, whatever a service counts. */
export const shareOf = (part: number | null, whole: number | null): number =>
  part === null || whole === null || whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole))
