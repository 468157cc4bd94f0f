import { create } from 'zustand'
import type { PaletteEntry } from './entries'

/** Choices that are remembered. */
const mostRecent = 5

type Choice = Pick<PaletteEntry, 'id' | 'session'>

/** What was chosen, the latest first. It lasts as long as the window: some of it names people or their machines. */
export const useRecent = create<{ choices: readonly Choice[] }>(() => ({ choices: [] }))

/** Remembers a choice. */
export function rememberChoice({ id, session, isForgotten }: PaletteEntry): void {
  if (isForgotten) return
  useRecent.setState(({ choices }) => ({
    choices: [{ id, session }, ...choices.filter((other) => other.id !== id)].slice(0, mostRecent),
  }))
}
