import { type ReactNode, useContext } from 'react'
import { piecesOf, type TextPiece } from '../../shared/text-match'
import { isRightToLeft } from '../lib/direction'
import { middleCut } from '../lib/format'
import styles from './CellText.module.css'
import { classNames } from './class-names'
import { MarkedWords } from './marked-words'

/** What somebody outside wrote, in a cell: it turns nothing around it, loses its end only, and is whole in its title. */
export function CellText(props: {
  text: string
  /** How many characters of it are shown, without its middle; all unless said. */
  length?: number
  /** More than the text, for who points at it. */
  title?: string
  className?: string
}) {
  const { text, length, title = text, className } = props
  const words = useContext(MarkedWords)
  const cut = length === undefined ? null : middleCut(text, length)
  return (
    <bdi
      className={classNames(className, isRightToLeft(text) && styles.rightToLeft)}
      title={title}
      // For who would make room for all of it.
      data-length={cut ? [...text].length : undefined}
    >
      {shownText(text, cut, words)}
    </bdi>
  )
}

type Cut = NonNullable<ReturnType<typeof middleCut>>

function shownText(text: string, cut: Cut | null, words: readonly string[]): ReactNode {
  const shown = cut ? `${text.slice(0, cut.head)}…${text.slice(cut.tail)}` : text
  if (words.length === 0) return shown
  const pieces = piecesOf(text, words)
  if (!pieces.some(({ isHit }) => isHit)) return shown
  return (cut ? cutPieces(pieces, cut) : pieces).map((piece) =>
    piece.isHit ? (
      <mark key={piece.start} className={styles.found}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}

/** The pieces of a text whose middle is cut; what was found there marks the dots that stand for it. */
function cutPieces(pieces: readonly TextPiece[], { head, tail }: Cut): TextPiece[] {
  const within = (from: number, to: number) =>
    pieces.flatMap(({ text, start, isHit }) => {
      const begin = Math.max(from, start)
      const end = Math.min(to, start + text.length)
      return begin < end ? [{ text: text.slice(begin - start, end - start), start: begin, isHit }] : []
    })
  const dots = { text: '…', start: head, isHit: within(head, tail).some(({ isHit }) => isHit) }
  return [...within(0, head), dots, ...within(tail, Number.POSITIVE_INFINITY)]
}
