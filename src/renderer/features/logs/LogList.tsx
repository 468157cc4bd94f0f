import { type CSSProperties, useEffect, useMemo, useState } from 'react'
import { logsText } from '../../../shared/text/logs'
import { scrollToRow, useRowWindow } from '../../components/grid/use-row-window'
import { clockTime, exactTime } from '../../lib/format'
import type { LogLine } from './log-lines'
import { type LogHit, piecesOf } from './log-search'
import styles from './logs.module.css'

/** Height of a line, CSS px; `.line` says the same. */
const height = { row: 20, header: 0 } as const

/** What scrolls must be reachable by keyboard; newer Chromium does it by itself, older ones need to be told. */
const keyboardScroller = { tabIndex: 0 } as const

/** The lines of logs; only those on screen exist. */
export function LogList(props: {
  lines: readonly LogLine[]
  /** Whether lines have times and types. */
  hasEntries: boolean
  query: string
  hit: LogHit | null
}) {
  const { lines, hasEntries, query, hit } = props
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const widest = useMemo(() => lines.reduce((most, { text }) => Math.max(most, text.length), 0), [lines])
  const drawn = useRowWindow({ count: lines.length, tabStop: -1, scroller, height })
  useEffect(() => {
    if (!hit) return
    scrollToRow(scroller, hit.line, height, 'center')
    // Its mark exists once the line has been drawn; it may be far to the right.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        scroller?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
      ),
    )
    return () => cancelAnimationFrame(frame)
  }, [hit, scroller])
  const style = { height: lines.length * height.row, '--widest': `${widest}ch` } as CSSProperties
  return (
    <section ref={setScroller} {...keyboardScroller} aria-label={logsText.logs} className={styles.scroller}>
      <div className={styles.lines} style={style} data-entries={hasEntries || undefined}>
        {drawn.map((index) => {
          const line = lines[index]
          if (!line) return null
          return (
            <Line
              key={index}
              line={line}
              top={index * height.row}
              query={query}
              current={hit?.line === index ? hit.start : null}
              hasEntries={hasEntries}
            />
          )
        })}
      </div>
    </section>
  )
}

function Line(props: {
  line: LogLine
  top: number
  query: string
  /** Where in this line the place begins that the search stands at. */
  current: number | null
  hasEntries: boolean
}) {
  const { line, query, current } = props
  const { entry } = line
  return (
    <div
      className={styles.line}
      style={{ transform: `translateY(${props.top}px)` }}
      data-command={line.isCommand || undefined}
    >
      {props.hasEntries ? (
        <>
          <time className="tabular" title={entry?.at == null ? undefined : exactTime(entry.at)}>
            {entry?.at == null ? '' : clockTime(entry.at)}
          </time>
          <span className={styles.type}>{entry?.type ?? ''}</span>
        </>
      ) : null}
      <code>
        {piecesOf(line.text, query).map((piece) =>
          piece.isHit ? (
            <mark key={piece.start} data-current={piece.start === current || undefined}>
              {piece.text}
            </mark>
          ) : (
            <span key={piece.start}>{piece.text}</span>
          ),
        )}
      </code>
    </div>
  )
}
