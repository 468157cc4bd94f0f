import { TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { commonText } from '../../../shared/text/common'
import { Banner } from '../../components/Banner'
import { IconButton } from '../../components/IconButton'
import { useWorkspace } from '../../stores/workspace'

/** A settings or config file that could not be used: said once, above everything, until dismissed. */
export function ProblemBanner() {
  const problem = useWorkspace()?.problem ?? null
  const [dismissed, setDismissed] = useState<string | null>(null)
  if (!problem || dismissed === problem.message) return null
  const path = problem.kind === 'config' || problem.kind === 'invalid' ? problem.path : null
  return (
    <Banner
      role="alert"
      tone="warn"
      icon={<TriangleAlert aria-hidden="true" />}
      actions={
        <IconButton
          label={commonText.dismiss}
          shortcut={null}
          icon={<X />}
          onClick={() => setDismissed(problem.message)}
        />
      }
    >
      {path && !problem.message.includes(path) ? <code>{path}: </code> : null}
      {problem.message}
    </Banner>
  )
}
