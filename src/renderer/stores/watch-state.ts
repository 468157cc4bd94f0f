import { create } from 'zustand'
import type { WatchState } from '../../shared/contract'

/** Whether we poll and whether we notify. */
export const useWatchState = create<WatchState>(() => ({
  paused: false,
  mutedUntil: null,
  restarting: false,
}))
