import { type KeyboardEvent, useState } from 'react'
import type { ScriptExecutions } from '../../../shared/script'
import { scriptsText } from '../../../shared/text/scripts'
import { compactCount } from '../../lib/format'
import { movedIndex } from '../../lib/list-keys'
import styles from './DayChart.module.css'
import { axisEnd } from './execution-days'

/** Labels that fit under the bars. */
const labelsShown = 10
/** One step of PageUp and PageDown. */
const week = 7

/** The arrows of a row of bars, as those of a column of rows. */
const alongRows: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowUp', ArrowRight: 'ArrowDown' }

/** Bars by day. The pointer, or the arrows, Home and End, choose the day whose figure is said. */
export function DayChart({ days }: { days: readonly ScriptExecutions['days'][number][] }) {
  const [at, setAt] = useState(days.length - 1)
  const end = axisEnd(Math.max(...days.map(({ executions }) => executions)))
  const every = Math.ceil(days.length / labelsShown)
  const chosen = days[at]
  const figure = chosen && `${chosen.day}: ${scriptsText.executionCount(chosen.executions)}`
  const onKeyDown = (event: KeyboardEvent) => {
    const to = movedIndex(alongRows[event.key] ?? event.key, at, days.length, week)
    if (to === null) return
    event.preventDefault()
    setAt(to)
  }
  return (
    <div className={styles.chart}>
      <p className={styles.chosen}>
        <span aria-hidden className={styles.axisName}>
          {scriptsText.executions}
        </span>
        <output>{figure}</output>
      </p>
      <div className={styles.plot}>
        <div aria-hidden className={styles.axis}>
          <span>{compactCount(end)}</span>
          <span>{end > 1 ? compactCount(end / 2) : ''}</span>
          <span>0</span>
        </div>
        <div
          role="slider"
          tabIndex={0}
          aria-label={scriptsText.day}
          aria-orientation="horizontal"
          aria-valuemin={1}
          aria-valuemax={days.length}
          aria-valuenow={at + 1}
          aria-valuetext={figure}
          className={styles.bars}
          onKeyDown={onKeyDown}
        >
          {days.map(({ day, executions }, index) => (
            <div
              key={day}
              className={styles.day}
              data-chosen={index === at || undefined}
              onPointerEnter={() => setAt(index)}
            >
              <div className={styles.bar} style={{ height: `${(100 * executions) / end}%` }} />
              <span aria-hidden className={styles.label}>
                {index % every === 0 ? day : ''}
              </span>
            </div>
          ))}
        </div>
      </div>
      <p aria-hidden className={styles.axisName} data-axis="days">
        {scriptsText.day}
      </p>
    </div>
  )
}
