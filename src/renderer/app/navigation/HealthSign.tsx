import { useCallback } from 'react'
import type { HealthState, ScopeHealth } from '../../../shared/health'
import { type DotShape, type DotTone, StateDot } from '../../components/StateDot'
import { duration } from '../../lib/format'
import { useNow } from '../../lib/now'
import styles from './account.module.css'

const signs: Readonly<Record<HealthState, { shape: DotShape; tone: DotTone; word: string }>> = {
  starting: { shape: 'dashed', tone: 'muted', word: 'asking' },
  live: { shape: 'full', tone: 'good', word: 'live' },
  partial: { shape: 'half', tone: 'warn', word: 'partial' },
  late: { shape: 'half', tone: 'warn', word: 'late' },
  'rate-limited': { shape: 'half', tone: 'warn', word: 'rate-limited' },
  refused: { shape: 'cross', tone: 'bad', word: 'refused' },
  offline: { shape: 'ring', tone: 'bad', word: 'offline' },
  paused: { shape: 'bars', tone: 'muted', word: 'paused' },
}

/** What a health is called. */
export const healthWord = (state: HealthState): string => signs[state].word

/** The shape of a health. */
export function HealthDot({ state }: { state: HealthState }) {
  const { shape, tone, word } = signs[state]
  return <StateDot shape={shape} tone={tone} word={word} />
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
    return <span className={styles.words}>{brief ? since : `${signs.live.word} ${since}`}</span>
  return (
    <>
      <span className={styles.word} data-state={state}>
        {signs[state].word}{' '}
      </span>
      {brief || !since ? null : (
        <span className={styles.words} data-state={state}>
          {since}
        </span>
      )}
    </>
  )
}
