import { type DragEvent, type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react'
import styles from './source.module.css'
import { indented, lineCount } from './source-text'
import { typeInto } from './type-into'

/**
 * A source with the numbers of its lines. A plain text area: its undo, its selection and its speed with a megabyte are
 * the browser's own. Tab indents (the lines that are selected), Shift+Tab leaves.
 */
export function SourceEditor(props: {
  ref: RefObject<HTMLTextAreaElement | null>
  value: string
  readOnly: boolean
  invalid: boolean
  onChange(text: string): void
  onDropFile(file: File): void
}) {
  const { ref, value } = props
  const [dragging, setDragging] = useState(false)
  const gutter = useRef<HTMLPreElement>(null)
  const lines = lineCount(value)
  const numbers = useMemo(() => Array.from({ length: lines }, (_, index) => index + 1).join('\n'), [lines])
  const onDrop = (event: DragEvent) => {
    setDragging(false)
    const [file] = event.dataTransfer.files
    // A text that is dropped goes where the pointer is, as everywhere.
    if (!file) return
    event.preventDefault()
    props.onDropFile(file)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    if (props.readOnly) return
    event.preventDefault()
    const area = event.currentTarget
    const { selectionStart: start, selectionEnd: end } = area
    if (!area.value.slice(start, end).includes('\n')) {
      typeInto(area, start, end, '\t')
      return
    }
    const { from, to, text } = indented(area.value, start, end)
    typeInto(area, from, to, text)
    area.setSelectionRange(from, from + text.length)
  }
  return (
    <div
      className={styles.editor}
      data-invalid={props.invalid || undefined}
      data-dragging={dragging || undefined}
    >
      <pre ref={gutter} aria-hidden className={styles.gutter}>
        {numbers}
      </pre>
      <textarea
        ref={ref}
        aria-label="Source"
        className={styles.source}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        value={value}
        readOnly={props.readOnly}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onDragEnter={() => setDragging(true)}
        onDragLeave={() => setDragging(false)}
        onDrop={onDrop}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}
