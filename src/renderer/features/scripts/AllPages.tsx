import { Download, Square } from 'lucide-react'
import type { LookupQuestion } from '../../../shared/lookup'
import type { ScriptRef } from '../../../shared/script-facts'
import { commonText } from '../../../shared/text/common'
import { scriptsText } from '../../../shared/text/scripts'
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
    <section aria-label={scriptsText.allPages} className={styles.block}>
      <h3 className={styles.subheading}>{scriptsText.allPages}</h3>
      <div className={styles.danger}>
        {state.kind === 'reading' ? (
          <p role="status">{scriptsText.pagesRead(state.done, Math.max(state.done, state.total ?? live))}</p>
        ) : (
          <p>{scriptsText.allPagesAbout}</p>
        )}
        {state.kind === 'reading' ? (
          <Button icon={<Square />} onClick={stop}>
            {commonText.stop}
          </Button>
        ) : (
          <Button icon={<Download />} onClick={read}>
            {scriptsText.loadAllPages}
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
