import { updatesText } from '../../../shared/text/updates'
import type { UpdateState } from '../../../shared/update'

/** A size in whole megabytes, never none. */
const megabytes = (bytes: number): string => updatesText.megabytes(Math.max(1, Math.round(bytes / 1_000_000)))

/** How things stand, in a sentence; the time of the last check stands beside it. */
export function updateSentence(state: UpdateState): string {
  switch (state.kind) {
    case 'off':
      return state.why
    case 'idle':
      if (state.later !== null) return updatesText.releasing(state.later)
      return state.checkedAt === null ? updatesText.notChecked : updatesText.newest
    case 'checking':
      return updatesText.checking
    case 'available':
      return state.page === null
        ? updatesText.available(state.next.version, megabytes(state.next.bytes))
        : updatesText.availableByHand(state.next.version)
    case 'downloading':
      return updatesText.downloading(state.next.version)
    case 'ready':
      return updatesText.ready(state.next.version)
    case 'installing':
      return updatesText.installing(state.next.version)
  }
}

/** How far a download is. */
export const downloadProgress = (received: number, total: number): string =>
  updatesText.progressOf(Math.round(received / 1_000_000), megabytes(total))

/** Why the last try failed; `null` where none did. */
export const updateProblem = (state: UpdateState): string | null =>
  'problem' in state && state.problem !== null ? state.problem.message : null
