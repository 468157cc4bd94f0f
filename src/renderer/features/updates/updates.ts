import { create } from 'zustand'
import { commonText } from '../../../shared/text/common'
import { updatesText } from '../../../shared/text/updates'
import type { UpdateState } from '../../../shared/update'
import { on, request } from '../../bridge'
import { openDialog } from '../../stores/dialogs'

/** How the application stands towards its next version; `null` before the shell has said it. */
export const useUpdates = create<{ state: UpdateState | null }>(() => ({ state: null }))

/** Follows what the shell says; returns how to stop. */
export function connectUpdates(): () => void {
  const stop = on('update.changed', (state) => useUpdates.setState({ state }))
  void request('update.state').then((answer) => {
    // What an event has said meanwhile is newer.
    if (answer.ok) useUpdates.setState(({ state }) => ({ state: state ?? answer.value }))
  })
  return stop
}

/** What can be done next, in the words of its button. */
export type UpdateStep = { label: string; isPrimary: boolean; run(): void }

/** The next step; `null` where there is nothing but to wait. */
export function nextStep(state: UpdateState): UpdateStep | null {
  switch (state.kind) {
    case 'idle':
      return { label: updatesText.check, isPrimary: false, run: () => void request('update.check') }
    case 'available': {
      const { page } = state
      return page === null
        ? { label: updatesText.download, isPrimary: true, run: () => void request('update.download') }
        : {
            label: updatesText.openPage,
            isPrimary: true,
            run: () => void request('link.open', { url: page }),
          }
    }
    case 'downloading':
      return { label: commonText.cancel, isPrimary: false, run: () => void request('update.cancel') }
    case 'ready':
      return { label: updatesText.restart, isPrimary: true, run: () => openDialog({ kind: 'restart' }) }
    default:
      return null
  }
}
