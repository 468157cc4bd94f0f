import type { Ask } from '../connection'

/**
 * Merges the questions of several connections about the same key of the same host: whoever opens three tabs
 * decides once. If unanswered, because the person declined or closed that tab, the next connection asks.
 *
 * @returns wraps each connection's way to ask; those wrapped by the same call share
 */
export function sharedHostKeyQuestions(): (ask: Ask) => Ask {
  const open = new Map<string, Promise<string[] | null>>()
  return (ask) => async (question) => {
    if (question.kind !== 'host-key') return ask(question)
    const about = JSON.stringify(question)
    for (let asked = open.get(about); asked; asked = open.get(about)) {
      const answer = await asked.catch(() => null)
      if (answer) return answer
    }
    const mine = ask(question)
    open.set(about, mine)
    try {
      return await mine
    } finally {
      open.delete(about)
    }
  }
}
