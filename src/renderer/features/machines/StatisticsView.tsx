import type { CSSProperties } from 'react'
import type { Statistics, StatisticsPeriod } from '../../../shared/statistics'
import { catalogue } from '../../../shared/text/catalogue'
import { machinesText } from '../../../shared/text/machines'
import { RelativeTime } from '../../components/RelativeTime'
import { Skeleton } from '../../components/Skeleton'
import { TryAgain } from '../../components/TryAgain'
import { nothing } from '../../lib/format'
import { usePresenter } from '../../stores/presentation'
import styles from './machines.module.css'
import { figuresOf, shareOf } from './statistics-words'
import type { Answer } from './use-answer'

const words = {
  day: { name: 'statisticsOfDay', updated: 'dayUpdated' },
  week: { name: 'statisticsOfWeek', updated: 'weekUpdated' },
  month: { name: 'statisticsOfMonth', updated: 'monthUpdated' },
} as const satisfies Record<StatisticsPeriod, unknown>

/** The organisation's figures: the numbers, how many of the sessions are active, and the busiest machines. */
export function StatisticsView(props: {
  answer: Answer<Statistics>
  period: StatisticsPeriod
  /** What else the failure took with it. */
  missing: string | null
  onRetry(): void
  onOpen(machineKey: string): void
}) {
  const { answer, period } = props
  const { value } = answer
  const presenter = usePresenter()
  return (
    <section className={styles.statistics} aria-label={machinesText[words[period].name]}>
      {answer.kind === 'failed' ? (
        <div role="alert" className={styles.failed}>
          <p>
            {presenter.text(answer.error.message)} {props.missing}
          </p>
          <TryAgain onRetry={props.onRetry} />
        </div>
      ) : null}
      {value === null && answer.kind === 'loading' ? (
        <Skeleton lines={4} label={machinesText.loadingStatistics} />
      ) : null}
      {value === null ? null : (
        <>
          <Figures statistics={value} />
          <TopMachines statistics={value} onOpen={props.onOpen} />
        </>
      )}
    </section>
  )
}

/** Of when the figures are; nothing before there are any. */
export function StatisticsAge({ answer, period }: { answer: Answer<Statistics>; period: StatisticsPeriod }) {
  if (answer.value === null) return null
  return (
    <>
      {machinesText[words[period].updated]} <RelativeTime at={answer.value.fetchedAt} />
      {answer.kind === 'failed' ? machinesText.refreshFailed : null}
    </>
  )
}

function Figures({ statistics }: { statistics: Statistics }) {
  const { activeSessions, totalSessions } = statistics
  return (
    <div className={styles.figuresArea}>
      <dl className={styles.figures}>
        {figuresOf(statistics).map(({ label, text }) => (
          <div key={label} className={styles.figure}>
            <dt>{label}</dt>
            <dd className="tabular">{text}</dd>
          </div>
        ))}
      </dl>
      {activeSessions === null || totalSessions === null ? null : (
        <p className={styles.meter}>
          <span>{machinesText.active(activeSessions, totalSessions)}</span>
          <Bar share={shareOf(activeSessions, totalSessions)} />
        </p>
      )}
    </div>
  )
}

function TopMachines(props: { statistics: Statistics; onOpen(machineKey: string): void }) {
  const presenter = usePresenter()
  const machines = props.statistics.topMachines
  const most = Math.max(0, ...machines.map(({ sessions }) => sessions ?? 0))
  if (machines.length === 0) return <p className={styles.none}>{machinesText.noMachines}</p>
  return (
    <section className={styles.top} aria-label={machinesText.topMachines}>
      <h2>{machinesText.topMachines}</h2>
      <ol>
        {machines.map(({ machineId, name, sessions }) => {
          const key = machineId ?? name
          const shown = presenter.name('Machine', name ?? machineId ?? nothing)
          return key === null ? null : (
            <li key={key}>
              <button
                type="button"
                title={machinesText.showSessionsOn(shown)}
                onClick={() => props.onOpen(key)}
              >
                <bdi>{shown}</bdi>
              </button>
              <Bar share={shareOf(sessions, most)} />
              <span className="tabular">{sessions === null ? nothing : catalogue.number(sessions)}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The number beside it says the same. */
function Bar({ share }: { share: number }) {
  return (
    <span
      aria-hidden="true"
      className={styles.bar}
      style={{ '--share': `${share * 100}%` } as CSSProperties}
    />
  )
}
