import { LogOut } from 'lucide-react'
import { relativeText } from '../../components/RelativeTime'
import { useNow } from '../../stores/now'
import styles from './actions.module.css'

/** Says that a session left, when, and that nothing can be done with it. `leftAt` is epoch ms. */
export function LeftNotice({ user, leftAt }: { user: string; leftAt: number }) {
  const when = useNow((now) => relativeText(leftAt, now))
  return (
    <p role="status" className={styles.notice}>
      <LogOut aria-hidden="true" />
      <span>
        <bdi>
          <strong>{user}</strong>
        </bdi>{' '}
        left {when}. There is no session to act on any more.
      </span>
    </p>
  )
}
