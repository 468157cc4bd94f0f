import { useCallback } from 'react'
import type { HealthState, ScopeHealth } from '../../../shared/health'
import { healthSignsText } from '../../../shared/text/health-signs'
import { type DotShape, type DotTone, StateDot } from '../../components/StateDot'
import { duration } from '../../lib/format'
import { useNow } from '../../lib/now'
import styles from './account.module.css'

const signs: Readonly<Record<HealthState, { shape: DotShape; tone: DotTone }>> = {
  starting: { shape: 'dashed', tone: 'muted' },
  live: { shape: 'full', tone: 'good' },
  partial: { shape: 'half', tone: 'warn' },
  late: { shape: 'half', tone: 'warn' },
  'rate-limited': { shape: 'half', tone: 'warn' },
  refused: { shape: 'cross', tone: 'bad' },
  offline: { shape: 'ring', tone: 'bad' },
  paused: { shape: 'bars', tone: 'muted' },
}

/** What a health is called. */
export const healthWord = (state: HealthState): string => healthSignsText[state]

/** The shape of a health. */
export function HealthDot({ state }: { state: HealthState }) {
  return <StateDot {...signs[state]} word={healthSignsText[state]} />
}

/**
 * The word of a health and how long ago the last success was: `live 4 s`; `brief` says one of them. Where room is short a
 * word that is not `live` goes before nothing.
 */
export function HealthWords({ health, brief = false }: { health: ScopeHealth; brief?: boolean }) {
  const { state, lastSuccessAt } = health
  const since = useNow(
    useCallback(
      (now: number) => (lastSuccessAt === null ? '' : duration(now - lastSuccessAt)),
      [lastSuccessAt],
    ),
  )
  if (state === 'live')
    return <span className={styles.words}>{brief ? since : `${healthSignsText.live} ${since}`}</span>
  return (
    <>
      <span className={styles.word} data-state={state}>
        {healthSignsText[state]}{' '}
      </span>
      {brief || !since ? null : (
        <span className={styles.words} data-state={state}>
          {since}
        </span>
      )}
    </>
  )
}
