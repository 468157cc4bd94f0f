import { useEffect, useState } from 'react'
import { typing } from '../lib/typing'

/** Whether the person has paused typing since the component is there; once they have it stays so. */
export function useTypingPause(): boolean {
  const [isPaused, setPaused] = useState(() => typing.leftMs === 0)
  useEffect(() => {
    if (isPaused) return
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      if (typing.leftMs === 0) setPaused(true)
      else timer = setTimeout(look, typing.leftMs)
    }
    look()
    return () => clearTimeout(timer)
  }, [isPaused])
  return isPaused
}
