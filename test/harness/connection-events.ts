import type { ConnectionEnd, ConnectionEvents } from '../../src/main/terminal/connection'

/** Events of a connection, remembered in order, with a promise of the end. */
export function recordEvents() {
  const decoder = new TextDecoder()
  const seen: string[] = []
  let onEnd = (_: ConnectionEnd) => {}
  let onLive = () => {}
  const ended = new Promise<ConnectionEnd>((resolve) => {
    onEnd = resolve
  })
  const live = new Promise<void>((resolve) => {
    onLive = resolve
  })
  const events: ConnectionEvents = {
    data: (bytes) => void seen.push(`data ${decoder.decode(bytes, { stream: true })}`),
    notice: (line) => void seen.push(`notice ${line}`),
    state: (state) => state === 'live' && onLive(),
    drain: () => void seen.push('drain'),
    end: (end) => onEnd(end),
  }
  return { seen, live, ended, events }
}
