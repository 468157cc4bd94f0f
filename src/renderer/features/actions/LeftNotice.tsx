import { LogOut } from 'lucide-react'
import { relativeText } from '../../components/RelativeTime'
import { useNow } from '../../stores/now'
import styles from './actions.module.css'

/**
 * Says that a session left, when, and that nothing can be done with it. `leftAt` is epoch ms; `null`: somebody else has its
 * id by now.
 */
export function LeftNotice({ user, leftAt }: { user: string; leftAt: number | null }) {
  const when = useNow((now) => (leftAt === null ? null : relativeText(leftAt, now)))
  return (
    <p role="status" className={styles.notice}>
      <LogOut aria-hidden="true" />
      <span>
        <bdi>
          <strong>{user}</strong>
        </bdi>{' '}
        left{when === null ? ', and the service gave the session’s id to somebody else' : ` ${when}`}. There
        is no session to act on any more.
      </span>
    </p>
  )
}
