import type { RefObject } from 'react'
import type { AppError } from '../../../shared/result'
import { Button } from '../../components/Button'
import styles from './source.module.css'
import { lineRange, sourceProblems } from './source-text'

/** Why a source was not taken: what the parser said, with the way to its line, and the obfuscator's parameters. */
export function SourceProblemsList(props: {
  error: AppError
  source: string
  editor: RefObject<HTMLTextAreaElement | null>
}) {
  const { error, source } = props
  const { parserOutput, line, obfuscator } = sourceProblems(error)
  const goTo = (wanted: number) => {
    const editor = props.editor.current
    if (!editor) return
    const { start, end } = lineRange(source, wanted)
    editor.focus()
    // Chrome brings the selection into view only when it is set after the caret came there.
    editor.setSelectionRange(start, start)
    editor.blur()
    editor.focus()
    editor.setSelectionRange(start, end)
  }
  return (
    <div role="alert" className={styles.problems}>
      <p>{error.message}</p>
      {parserOutput === null ? null : (
        <div className={styles.parser}>
          <pre>{parserOutput}</pre>
          {line === null ? null : <Button onClick={() => goTo(line)}>Go to line {line}</Button>}
        </div>
      )}
      {obfuscator.length === 0 ? null : (
        <dl aria-label="What the obfuscator said">
          {obfuscator.map(({ param, message }) => (
            <div key={`${param} ${message}`}>
              <dt>
                <code>{param}</code>
              </dt>
              <dd>{message}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
