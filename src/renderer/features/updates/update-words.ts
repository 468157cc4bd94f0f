import type { UpdateState } from '../../../shared/update'

/** A size in whole megabytes, never none. */
const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_000_000))} MB`

/** How things stand, in a sentence; the time of the last check stands beside it. */
export function updateSentence(state: UpdateState): string {
  switch (state.kind) {
    case 'off':
      return state.why
    case 'idle':
      if (state.later !== null)
        return `Version ${state.later} is being released step by step. It will be offered here soon.`
      return state.checkedAt === null ? 'Not checked yet.' : 'You have the newest version.'
    case 'checking':
      return 'Checking for updates…'
    case 'available':
      return state.page === null
        ? `Version ${state.next.version} is available (${megabytes(state.next.bytes)}).`
        : `Version ${state.next.version} is available. This kind of package can’t update itself.`
    case 'downloading':
      return `Downloading version ${state.next.version}…`
    case 'ready':
      return `Version ${state.next.version} is downloaded. Restart Sessiondeck to use it.`
    case 'installing':
      return `Installing version ${state.next.version}. Your system may ask for your password.`
  }
}

/** How far a download is. */
export const downloadProgress = (received: number, total: number): string =>
  `${Math.round(received / 1_000_000)} of ${megabytes(total)}`

/** Why the last try failed; `null` where none did. */
export const updateProblem = (state: UpdateState): string | null =>
  'problem' in state && state.problem !== null ? state.problem.message : null
