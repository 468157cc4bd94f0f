import { Download, Square } from 'lucide-react'
import { grouped } from '../../../shared/counted'
import type { LookupQuestion } from '../../../shared/lookup'
import type { ScriptRef } from '../../../shared/script-facts'
import { Button } from '../../components/Button'
import { Problem } from '../../components/Problem'
import { LookupResults } from '../lookup/LookupResults'
import styles from './scripts.module.css'
import { useAllPages } from './use-all-pages'

/** Every session of a script, read now through all of its pages, whatever the list holds of it. */
export function AllPages(props: { script: ScriptRef; live: number; everybody: LookupQuestion }) {
  const { script, live, everybody } = props
  const { state, read, stop } = useAllPages(script, everybody)
  return (
    <section aria-label="All pages" className={styles.block}>
      <h3 className={styles.subheading}>All pages</h3>
      <div className={styles.danger}>
        {state.kind === 'reading' ? (
          <p role="status">
            Read {grouped(state.done)} of {grouped(Math.max(state.done, state.total ?? live))}…
          </p>
        ) : (
          <p>
            Reads every page of this script at once, 50 sessions a request. The list gets there too, at the
            pace of its heartbeats.
          </p>
        )}
        {state.kind === 'reading' ? (
          <Button icon={<Square />} onClick={stop}>
            Stop
          </Button>
        ) : (
          <Button icon={<Download />} onClick={read}>
            Load all pages now
          </Button>
        )}
      </div>
      {state.kind === 'failed' ? <Problem text={state.error.message} /> : null}
      {state.kind === 'done' ? (
        <div className={styles.pages}>
          <LookupResults answer={state.answer} />
        </div>
      ) : null}
    </section>
  )
}
