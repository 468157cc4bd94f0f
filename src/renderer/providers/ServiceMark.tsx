import type { CSSProperties } from 'react'
import type { ProviderId } from '../../shared/account'
import { marks } from './marks'
import styles from './ServiceMark.module.css'

/** The sign of a service. Its name stands beside it, or in a title: this is silent. */
export function ServiceMark({ provider }: { provider: ProviderId }) {
  const { shape, light, dark } = marks[provider]
  const style = {
    '--mark-shape': `path(evenodd, '${shape}')`,
    '--mark-light': light,
    '--mark-dark': dark,
  } as CSSProperties
  return <span aria-hidden className={styles.mark} style={style} />
}
