import { useMemo } from 'react'
import type { ScriptExecutions } from '../../../shared/script'
import type { ScriptRef } from '../../../shared/script-facts'
import { catalogue } from '../../../shared/text/catalogue'
import { scriptsText } from '../../../shared/text/scripts'
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
    <section aria-label={scriptsText.executions} className={styles.block}>
      <h3 className={styles.subheading}>{scriptsText.executionsByDay}</h3>
      {state.kind === 'loading' ? <Skeleton lines={4} label={scriptsText.askingExecutions} /> : null}
      {state.kind === 'failed' ? <Problem text={state.error.message} /> : null}
      {state.kind === 'ready' ? <Days executions={state.executions} service={service} /> : null}
    </section>
  )
}

/** What the service leaves open about its days, said where it matters. */
const orderWords: Readonly<Record<DayOrder, (service: string) => string>> = {
  'month-first': (service) => scriptsText.monthFirst(service),
  'day-first': (service) => scriptsText.dayFirst(service),
  unsure: (service) => scriptsText.unsureOrder(service),
  sent: (service) => scriptsText.sentOrder(service),
}

function Days({ executions, service }: { executions: ScriptExecutions; service: string }) {
  const { days, order } = useMemo(() => sortedDays(executions.days), [executions])
  if (days.length === 0) return <p className={styles.note}>{scriptsText.noExecutions(service)}</p>
  const total = days.reduce((sum, { executions: each }) => sum + each, 0)
  return (
    <>
      <p className={styles.note}>
        {scriptsText.executionsInDays(total, days.length)} {orderWords[order](service)}
      </p>
      <DayChart days={days} />
      <details className={styles.asTable}>
        <summary>{scriptsText.asTable}</summary>
        <table aria-label={scriptsText.executionsByDay}>
          <thead>
            <tr>
              <th scope="col">{scriptsText.day}</th>
              <th scope="col">{scriptsText.executions}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, executions: each }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{catalogue.number(each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
