import { Kbd } from '../../components/Kbd'
import styles from './settings.module.css'

/** What keys do; `keys` are alternatives. */
export function ShortcutList({ of }: { of: readonly { does: string; keys: readonly string[] }[] }) {
  return (
    <dl>
      {of.map(({ keys, does }) => (
        <div key={does} className={styles.shortcut}>
          <dt>{does}</dt>
          <dd>
            {keys.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
