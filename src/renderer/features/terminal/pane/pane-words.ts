import type { Terminal } from '../../../../shared/terminal'
import { terminalText } from '../../../../shared/text/terminal'
import type { DotShape, DotTone } from '../../../components/StateDot'
import type { Pane } from '../tabs/terminal-tabs'
import type { Readiness } from '../view/paced-input'

/** Where a pane stands, as its tab and its status line say it. */
export type PaneStanding = {
  kind: 'connecting' | 'asks' | 'live' | 'lost' | 'ended' | 'failed' | 'idle'
  shape: DotShape
  tone: DotTone
  /** One or two words. */
  word: string
  /** The same as a sentence. */
  sentence: string
  /** What happened, where something did. */
  reason: string
  /** When it is tried again by itself, epoch ms. */
  retryAt: number | null
  /** Pressing Enter, or the button, connects (again). */
  canConnect: boolean

  /** Whether input reaches the remote side. */
  readiness: Readiness
}

const standing = (
  part: Partial<PaneStanding> & Pick<PaneStanding, 'kind' | 'shape' | 'tone' | 'sentence'>,
): PaneStanding => ({
  word: terminalText[part.kind],
  reason: '',
  retryAt: null,
  canConnect: false,
  readiness: 'never',
  ...part,
})

const connecting = () =>
  standing({
    kind: 'connecting',
    shape: 'half',
    tone: 'warn',
    sentence: terminalText.nowConnecting,
    readiness: 'soon',
  })

/** How a terminal ended that did not just end: "exit 2", "SIGKILL". */
const endWord = (exitCode: number | null, signal: string | null): string | null => {
  if (signal) return /^SIG/.test(signal) ? signal : `SIG${signal}`
  return exitCode ? terminalText.exit(exitCode) : null
}

/** The standing of a pane whose terminal is `terminal`. */
export function paneStanding(pane: Pane, terminal: Terminal | undefined): PaneStanding {
  if (pane.problem !== null)
    return standing({
      kind: 'failed',
      shape: 'cross',
      tone: 'bad',
      sentence: terminalText.nowNotConnected,
      reason: pane.problem,
      canConnect: true,
    })
  if (pane.opening) return connecting()
  if (!terminal)
    return standing({
      kind: 'idle',
      shape: 'ring',
      tone: 'muted',
      sentence: terminalText.nowNotConnected,
      canConnect: true,
    })
  const { state } = terminal
  switch (state.kind) {
    case 'idle':
    case 'connecting':
      return connecting()
    case 'waiting':
      return standing({
        kind: 'asks',
        shape: 'half',
        tone: 'warn',
        sentence: terminalText.nowAsks,
        readiness: 'soon',
      })
    case 'live':
      return standing({ kind: 'live', shape: 'full', tone: 'good', sentence: '', readiness: 'now' })
    case 'lost':
      return standing({
        kind: 'lost',
        shape: 'dashed',
        tone: 'bad',
        sentence: terminalText.nowLost,
        reason: state.reason,
        retryAt: state.retryAt,
        canConnect: true,
      })
    case 'ended': {
      const word = endWord(state.exitCode, state.signal)
      return standing({
        kind: 'ended',
        shape: 'cross',
        tone: word === null ? 'muted' : 'warn',
        ...(word === null ? { sentence: terminalText.nowEnded } : { word, sentence: `${word}.` }),
        reason: state.reason,
        canConnect: true,
      })
    }
  }
}

/** How much a pane's standing wants to be seen; 0 comes first. */
function urgency({ kind, tone }: PaneStanding): number {
  if (kind === 'asks') return 0
  if (tone === 'bad') return 1
  if (kind === 'connecting') return 2
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
    word:
      alike.length === panes.length
        ? worst.word
        : terminalText.someOf(alike.length, panes.length, worst.word),
    retryAt: tries.length > 0 ? Math.min(...tries) : null,
  }
}

/** "reconnecting in 4 s"; `null` when nothing happens by itself. */
export const retryText = (retryAt: number | null, now: number): string | null =>
  retryAt === null ? null : terminalText.reconnectingIn(Math.max(0, Math.ceil((retryAt - now) / 1_000)))
