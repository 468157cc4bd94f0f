import { LogOut } from 'lucide-react'
import { relativeText } from '../../components/RelativeTime'
import { useNow } from '../../stores/now'
import type { ShownSession } from '../../stores/session'
import styles from './actions.module.css'

/** Says that a session left or is not watched any more, when, and that nothing can be done with it. */
export function LeftNotice({ user, session }: { user: string; session: ShownSession }) {
  const { leftAt, isWatched } = session
  const when = useNow((now) => (leftAt === null ? null : relativeText(leftAt, now)))
  if (when === null) return null
  return (
    <p role="status" className={styles.notice}>
      <LogOut aria-hidden="true" />
      <span>
        <bdi>
          <strong>{user}</strong>
        </bdi>{' '}
        {isWatched
          ? `left ${when}. There is no session to act on any more.`
          : `is not watched any more, since ${when}. Enable the account to act on the session.`}
      </span>
    </p>
  )
}
