import { Kbd } from '../../components/Kbd'
import type { ShortcutId } from '../../lib/shortcuts'
import { ChosenKeys } from './ChosenKeys'
import styles from './settings.module.css'

type ShownShortcut = {
  does: string
  /** Alternatives. */
  keys: readonly string[]
  /** One of the window's own. */
  id?: ShortcutId
  /** Nobody can choose other keys; so it is without an `id`. */
  isFixed?: boolean
}

/** What keys do, and where one can choose others. */
export function ShortcutList({ of }: { of: readonly ShownShortcut[] }) {
  return (
    <dl>
      {of.map(({ keys, does, id, isFixed }) => (
        <div key={does} className={styles.shortcut}>
          <dt>{does}</dt>
          <dd>
            {keys.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
            {id === undefined || isFixed ? null : <ChosenKeys id={id} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
