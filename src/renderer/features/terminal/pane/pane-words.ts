import type { Terminal } from '../../../../shared/terminal'
import type { DotShape, DotTone } from '../../../components/StateDot'
import type { Pane } from '../tabs/terminal-tabs'
import type { Readiness } from '../view/paced-input'

/** Where a pane stands, as its tab and its status line say it. */
export type PaneStanding = {
  shape: DotShape
  tone: DotTone
  /** One or two words. */
  word: string
  /** What happened, where something did. */
  reason: string
  /** When it is tried again by itself, epoch ms. */
  retryAt: number | null
  /** Pressing Enter, or the button, connects (again). */
  canConnect: boolean
  /** It has a prompt for the person. */
  asks: boolean
  /** Whether input reaches the remote side. */
  readiness: Readiness
}

const standing = (
  part: Partial<PaneStanding> & Pick<PaneStanding, 'shape' | 'tone' | 'word'>,
): PaneStanding => ({
  reason: '',
  retryAt: null,
  canConnect: false,
  asks: false,
  readiness: 'never',
  ...part,
})

const connecting = standing({ shape: 'half', tone: 'warn', word: 'connecting', readiness: 'soon' })

/** How an ended terminal ended: "ended", "exit 2", "SIGKILL". */
const endWord = (exitCode: number | null, signal: string | null): string => {
  if (signal) return /^SIG/.test(signal) ? signal : `SIG${signal}`
  return exitCode ? `exit ${exitCode}` : 'ended'
}

/** The standing of a pane whose terminal is `terminal`. */
export function paneStanding(pane: Pane, terminal: Terminal | undefined): PaneStanding {
  if (pane.problem !== null)
    return standing({ shape: 'cross', tone: 'bad', word: 'failed', reason: pane.problem, canConnect: true })
  if (pane.opening) return connecting
  if (!terminal) return standing({ shape: 'ring', tone: 'muted', word: 'not connected', canConnect: true })
  const { state } = terminal
  switch (state.kind) {
    case 'idle':
    case 'connecting':
      return connecting
    case 'waiting':
      return standing({ shape: 'half', tone: 'warn', word: 'asks you', asks: true, readiness: 'soon' })
    case 'live':
      return standing({ shape: 'full', tone: 'good', word: 'live', readiness: 'now' })
    case 'lost':
      return standing({
        shape: 'dashed',
        tone: 'bad',
        word: 'lost',
        reason: state.reason,
        retryAt: state.retryAt,
        canConnect: true,
      })
    case 'ended':
      return standing({
        shape: 'cross',
        tone: state.exitCode || state.signal ? 'warn' : 'muted',
        word: endWord(state.exitCode, state.signal),
        reason: state.reason,
        canConnect: true,
      })
  }
}

/** Urgency of a pane's standing; 0 is the most urgent. */
function urgency({ asks, word, tone }: PaneStanding): number {
  if (asks) return 0
  if (tone === 'bad') return 1
  if (word === connecting.word) return 2
  return { warn: 3, good: 4, muted: 5 }[tone]
}

/** What a tab says of all its panes: the most urgent, and of how many of them it is true. */
export function tabStanding(panes: readonly PaneStanding[]): PaneStanding | null {
  const [worst] = [...panes].sort((a, b) => urgency(a) - urgency(b))
  if (!worst) return null
  const alike = panes.filter(({ word }) => word === worst.word)
  const tries = alike.flatMap(({ retryAt }) => retryAt ?? [])
  return {
    ...worst,
    word: alike.length === panes.length ? worst.word : `${alike.length} of ${panes.length} ${worst.word}`,
    retryAt: tries.length > 0 ? Math.min(...tries) : null,
  }
}

/** "reconnecting in 4 s"; `null` when nothing happens by itself. */
export const retryText = (retryAt: number | null, now: number): string | null =>
  retryAt === null ? null : `reconnecting in ${Math.max(0, Math.ceil((retryAt - now) / 1_000))} s`
