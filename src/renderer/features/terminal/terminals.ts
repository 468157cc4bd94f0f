import { create } from 'zustand'
import type { Terminal, TerminalPrompt } from '../../../shared/terminal'

/** The terminals that the terminals thread holds, and their prompts. The map is replaced, never changed. */
export type Terminals = {
  /** The thread has said which ones it holds. */
  loaded: boolean
  byId: ReadonlyMap<string, Terminal>
  /** Oldest first; a pane shows one at a time. */
  prompts: readonly TerminalPrompt[]
}

/** The terminals that main knows, and their prompts. */
export const useTerminals = create<Terminals>(() => ({ loaded: false, byId: new Map(), prompts: [] }))

/** Takes the whole list. */
export const setTerminals = (list: readonly Terminal[]): void =>
  useTerminals.setState({ loaded: true, byId: new Map(list.map((terminal) => [terminal.id, terminal])) })

/** Takes a terminal as it was when it was opened; whatever an event has said of it meanwhile is newer. */
export const addTerminal = (terminal: Terminal): void =>
  useTerminals.setState(({ byId }) =>
    byId.has(terminal.id) ? {} : { byId: new Map(byId).set(terminal.id, terminal) },
  )

/** Takes a terminal that changed. */
export const changeTerminal = (terminal: Terminal): void =>
  useTerminals.setState(({ byId }) => ({ byId: new Map(byId).set(terminal.id, terminal) }))

/** Forgets a terminal and its prompts. */
export const dropTerminal = (id: string): void =>
  useTerminals.setState(({ byId, prompts }) => {
    const next = new Map(byId)
    next.delete(id)
    return { byId: next, prompts: prompts.filter((prompt) => prompt.terminalId !== id) }
  })

/** Takes a prompt; the same one may come again after an attach. */
export const addPrompt = (prompt: TerminalPrompt): void =>
  useTerminals.setState(({ prompts }) =>
    prompts.some((each) => each.id === prompt.id) ? {} : { prompts: [...prompts, prompt] },
  )

/** Whether a terminal has a prompt for the person. */
export const isAsked = (terminalId: string | null): boolean =>
  useTerminals.getState().prompts.some((prompt) => prompt.terminalId === terminalId)

/** The same, as it changes. */
export const useIsAsked = (terminalId: string | null): boolean =>
  useTerminals(({ prompts }) => prompts.some((prompt) => prompt.terminalId === terminalId))

/** Removes a prompt: it was answered or does not matter any more. */
export const dropPrompt = (id: string): void =>
  useTerminals.setState(({ prompts }) => ({ prompts: prompts.filter((prompt) => prompt.id !== id) }))

/** One terminal; `undefined` when there is none of that id (any more). */
export const useTerminal = (id: string | null): Terminal | undefined =>
  useTerminals((state) => (id === null ? undefined : state.byId.get(id)))

/** Whether a terminal of this application runs in a session of the roster. */
export const isOurs = (key: string, byId: Terminals['byId']): boolean => {
  for (const { sessionKey } of byId.values()) if (sessionKey === key) return true
  return false
}

/** The same, as it changes. */
export const useIsOurs = (key: string): boolean => useTerminals(({ byId }) => isOurs(key, byId))
