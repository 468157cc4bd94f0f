import { useEffect, useState } from 'react'
import { personText } from '../../../shared/person'
import type { RosterRow } from '../../../shared/session'
import { request } from '../../bridge'

/** How long somebody pauses before the list is searched, ms. */
const pauseMs = 150
/** Shorter texts name half of everybody. */
const leastLetters = 2
/** Sessions that are suggested. */
const mostSuggested = 14

const nobody: readonly RosterRow[] = []

/** The live sessions that a text names, those that it names whole first. The watch thread searches; nothing is kept. */
export function useNamedSessions(text: string): readonly RosterRow[] {
  const [found, setFound] = useState({ text: '', rows: nobody })
  useEffect(() => {
    if (personText(text).length < leastLetters) return
    let isOver = false
    const search = async () => {
      const result = await request('person.find', { text, keys: [] })
      if (isOver || !result.ok) return
      const { sessions, similar } = result.value
      setFound({ text, rows: [...sessions, ...similar.sessions].slice(0, mostSuggested) })
    }
    const timer = setTimeout(() => void search(), pauseMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [text])
  return found.text === text ? found.rows : nobody
}
