import { createContext, useMemo } from 'react'
import { searchWords } from '../../shared/text-match'

const noWords: readonly string[] = []

/** More words than these nobody looks for; a text that was pasted may have any number. */
const mostMarked = 20

/** The words whose places are marked in the texts of a list; folded. */
export const MarkedWords = createContext(noWords)

/** The words of a search to mark. `covered`: what is typed is hidden, and so is where it was found. */
export function useMarkedWords(query: string, covered: boolean): readonly string[] {
  return useMemo(
    () => (covered || query.trim() === '' ? noWords : [...new Set(searchWords(query))].slice(0, mostMarked)),
    [query, covered],
  )
}
