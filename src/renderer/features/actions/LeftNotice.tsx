import { LogOut } from 'lucide-react'
import { relativeText } from '../../components/RelativeTime'
import { useNow } from '../../stores/now'
import styles from './actions.module.css'

/**
 * Says that a session left, or that nobody watches it any more, when, and that nothing can be done with it. `leftAt` is
 * epoch ms.
 */
export function LeftNotice(props: { user: string; leftAt: number; isWatched: boolean }) {
  const { user, leftAt, isWatched } = props
  const when = useNow((now) => relativeText(leftAt, now))
  return (
    <p role="status" className={styles.notice}>
      <LogOut aria-hidden="true" />
      <span>
        <bdi>
          <strong>{user}</strong>
        </bdi>{' '}
        {isWatched
          ? `left ${when}. There is no session to act on any more.`
          : `was watched until ${when}. Have its account watch it again to act on the session.`}
      </span>
    </p>
  )
}
