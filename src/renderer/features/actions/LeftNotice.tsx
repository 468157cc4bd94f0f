import { LogOut } from 'lucide-react'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { relativeText } from '../../components/RelativeTime'
import { useNow } from '../../lib/now'
import styles from './actions.module.css'

type LeftNoticeProps = {
  user: string
  /** Epoch ms; `null`: somebody else has its id by now. */
  leftAt: number | null
  /** `false`: it did not leave, it is only not asked about any more. */
  isWatched: boolean
}

/** Says that a session left, or that nobody watches it any more, when, and that nothing can be done with it. */
export function LeftNotice({ user, leftAt, isWatched }: LeftNoticeProps) {
  const when = useNow((now) => (leftAt === null ? null : relativeText(leftAt, now)))
  return (
    <p role="status" className={styles.notice}>
      <LogOut aria-hidden="true" />
      <span>
        <bdi>
          <strong>{user}</strong>
        </bdi>{' '}
        {when === null
          ? sessionActionsText.leftToAnother
          : isWatched
            ? sessionActionsText.left(when)
            : sessionActionsText.watchedUntil(when)}
      </span>
    </p>
  )
}
