import { useMemo } from 'react'
import { counted, grouped } from '../../../shared/counted'
import type { ScriptExecutions } from '../../../shared/script'
import type { ScriptRef } from '../../../shared/script-facts'
import { Problem } from '../../components/Problem'
import { Skeleton } from '../../components/Skeleton'
import { DayChart } from './DayChart'
import { type DayOrder, sortedDays } from './execution-days'
import styles from './scripts.module.css'
import { useExecutions } from './use-executions'

/** How often a script was run, day by day, as a picture and as a table. `service`: its name. */
export function Executions({ script, service }: { script: ScriptRef; service: string }) {
  const state = useExecutions(script)
  return (
    <section aria-label="Executions" className={styles.block}>
      <h3 className={styles.subheading}>Executions by day</h3>
      {state.kind === 'loading' ? <Skeleton lines={4} label="Asking for the executions" /> : null}
      {state.kind === 'failed' ? <Problem text={state.error.message} /> : null}
      {state.kind === 'ready' ? <Days executions={state.executions} service={service} /> : null}
    </section>
  )
}

/** What the service leaves open about its days, said where it matters. */
const orderWords: Readonly<Record<DayOrder, string>> = {
  'month-first': ': month/day, without a year.',
  'day-first': ': day/month, without a year.',
  unsure: ', without a year. It does not say whether the month comes first; read as month/day.',
  sent: ', in its own order.',
}

function Days({ executions, service }: { executions: ScriptExecutions; service: string }) {
  const { days, order } = useMemo(() => sortedDays(executions.days), [executions])
  if (days.length === 0) return <p className={styles.note}>{service} knows of no executions.</p>
  const total = days.reduce((sum, { executions: each }) => sum + each, 0)
  return (
    <>
      <p className={styles.note}>
        {counted(total, 'execution')} in {counted(days.length, 'day')}. Days as {service} sends them
        {orderWords[order]}
      </p>
      <DayChart days={days} />
      <details className={styles.asTable}>
        <summary>As a table</summary>
        <table aria-label="Executions by day">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Executions</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, executions: each }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{grouped(each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
