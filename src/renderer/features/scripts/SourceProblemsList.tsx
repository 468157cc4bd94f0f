import { scriptSourceText } from '../../../shared/text/script-source'
import { Button } from '../../components/Button'
import { classNames } from '../../components/class-names'
import problem from '../../components/Problem.module.css'
import styles from './source.module.css'
import type { SourceProblems } from './source-problems'

/** Why a source was not taken: what the parser said, with the way to its line, and the obfuscator's parameters. */
export function SourceProblemsList(props: {
  message: string
  problems: SourceProblems
  onGoTo(line: number): void
}) {
  const { parserOutput, line, obfuscator } = props.problems
  return (
    <div role="alert" className={classNames(problem.problem, styles.problems)}>
      <p>{props.message}</p>
      {parserOutput === null ? null : (
        <div className={styles.parser}>
          <pre>{parserOutput}</pre>
          {line === null ? null : (
            <Button onClick={() => props.onGoTo(line)}>{scriptSourceText.goToLine(line)}</Button>
          )}
        </div>
      )}
      {obfuscator.length === 0 ? null : (
        <dl aria-label={scriptSourceText.obfuscatorOutput}>
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
