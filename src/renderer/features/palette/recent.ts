import { create } from 'zustand'

/** Choices that are remembered. */
const mostRecent = 5

/** The ids of what was chosen, the latest first. They last as long as the window: some name people or their machines. */
export const useRecent = create<{ ids: readonly string[] }>(() => ({ ids: [] }))

/** Remembers a choice. */
export const rememberChoice = (id: string): void =>
  useRecent.setState(({ ids }) => ({
    ids: [id, ...ids.filter((other) => other !== id)].slice(0, mostRecent),
  }))
