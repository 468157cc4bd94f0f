import type { LogEntry, SessionLogs } from '../../../shared/session-logs'
import { plainOutput } from './plain-output'

/** One line on screen. */
export type LogLine = {
  text: string
  /** The entry that begins with this line; `null` on its further lines and in a text. */
  entry: { at: number | null; type: string } | null
  /** What a person typed, as opposed to what was printed. */
  isCommand: boolean
}

/** The lines of logs; `left`: how many earlier ones are not shown. */
export type LogLines = { lines: readonly LogLine[]; left: number }

/** Longest line on screen, characters: a browser draws no line of megabytes. A longer one goes on in the next. */
const longestLine = 2_000
/** Most lines on screen, the latest ones: a browser places nothing below some 33 million px. */
const mostLines = 500_000

/** Logs as lines to show, plain text only. */
export function logLines(logs: SessionLogs): LogLines {
  const lines: LogLine[] = []
  if (logs.kind === 'text') addLines(lines, logs.text, null)
  else for (const entry of logs.entries) addLines(lines, entry.content, entry)
  const left = Math.max(0, lines.length - mostLines)
  return { lines: left > 0 ? lines.slice(left) : lines, left }
}

function addLines(lines: LogLine[], content: string, entry: LogEntry | null): void {
  const isCommand = entry?.type === 'command'
  const type = plainOutput(entry?.type ?? '').slice(0, 20)
  let head = entry && { at: entry.at, type }
  const text = plainOutput(content).replace(/\n+$/, '')
  if (text === '' && !entry) return
  for (const line of text.split('\n'))
    for (let start = 0; start === 0 || start < line.length; start += longestLine) {
      lines.push({ text: line.slice(start, start + longestLine), entry: head, isCommand })
      head = null
    }
}

const isoTime = (at: number | null): string | null => {
  if (at === null) return null
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/**
 * Logs for the clipboard or a file. JSON keeps every character, escaped; a text is made plain, so that a terminal that
 * prints it obeys nothing in it.
 */
export function logDocument(logs: SessionLogs): { text: string; extension: 'json' | 'txt' } {
  if (logs.kind === 'text') return { text: plainOutput(logs.text), extension: 'txt' }
  const entries = logs.entries.map(({ at, type, content }) => ({ timestamp: isoTime(at), type, content }))
  // What JSON leaves bare: DEL and the 8-bit controls.
  const text = JSON.stringify(entries, null, 2).replace(
    /[\u007f-\u009f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return { text: `${text}\n`, extension: 'json' }
}

/** Whether there is anything to show. */
export const isEmpty = (logs: SessionLogs): boolean =>
  logs.kind === 'text' ? logs.text.trim() === '' : logs.entries.length === 0
