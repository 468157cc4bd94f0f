import { TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../components/IconButton'
import { useWorkspace } from '../../stores/workspace'
import styles from './banner.module.css'

/** A settings or config file that could not be used: said once, above everything, until dismissed. */
export function ProblemBanner() {
  const problem = useWorkspace()?.problem ?? null
  const [dismissed, setDismissed] = useState<string | null>(null)
  if (!problem || dismissed === problem.message) return null
  const path = problem.kind === 'config' || problem.kind === 'invalid' ? problem.path : null
  return (
    <div role="alert" className={styles.banner}>
      <TriangleAlert aria-hidden="true" />
      <p>
        {path && !problem.message.includes(path) ? <code>{path}: </code> : null}
        {problem.message}
      </p>
      <IconButton
        label="Dismiss"
        shortcut={null}
        icon={<X />}
        onClick={() => setDismissed(problem.message)}
      />
    </div>
  )
}
