import type { RowState } from '../../shared/list/row-state'
import { rowStateText } from '../../shared/text/row-state'
import { type DotShape, type DotTone, StateDot } from './StateDot'

const signs: Readonly<Record<RowState, { shape: DotShape; tone: DotTone }>> = {
  live: { shape: 'full', tone: 'good' },
  disconnecting: { shape: 'dashed', tone: 'warn' },
  stale: { shape: 'ring', tone: 'muted' },
  left: { shape: 'cross', tone: 'muted' },
  unwatched: { shape: 'bars', tone: 'muted' },
}

/** The sign of a session's state. */
export function SessionDot({ state }: { state: RowState }) {
  return <StateDot {...signs[state]} word={rowStateText[state]} />
}
