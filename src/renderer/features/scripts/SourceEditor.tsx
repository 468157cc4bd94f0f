import type { Text } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { takeDroppedFiles } from './file-drop'
import styles from './source.module.css'
import { lockSource, markRefused, openSourceView } from './source-view'

/** A source in an editor that holds it by itself: what is written is told, and `initial` read only once. */
export function SourceEditor(props: {
  ref: RefObject<EditorView | null>
  initial: Text | undefined
  readOnly: boolean
  invalid: boolean
  /** The line (from 1) that was refused. */
  refusedLine: number | null
  onChange(doc: Text): void
  onDropFile(file: File): void
}) {
  const { ref: view, readOnly, refusedLine } = props
  const frame = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  useLayoutEffect(() => {
    if (!frame.current) return
    const opened = openSourceView({
      parent: frame.current,
      doc: latest.current.initial,
      onChange: (doc) => latest.current.onChange(doc),
    })
    view.current = opened
    // CodeMirror itself would write a file's text where the pointer is.
    const stopTaking = takeDroppedFiles(frame.current, (file) => latest.current.onDropFile(file))
    return () => {
      stopTaking()
      view.current = null
      opened.destroy()
    }
  }, [view])
  useEffect(() => {
    if (view.current) lockSource(view.current, readOnly)
  }, [view, readOnly])
  useEffect(() => {
    if (view.current) markRefused(view.current, refusedLine)
  }, [view, refusedLine])
  return <div ref={frame} className={styles.editor} data-invalid={props.invalid || undefined} />
}
